"""Every map of a neighbourhood on a telephone: no label is cut, none lies on another, all can be read."""

import re

from tests.browser.conftest import OpenPage, Served
from tests.browser.test_neighbourhood import CLIPPED, OVERLAPPING
from tests.browser.test_pages import NARROW

SECTION = re.compile(
    r'<section class="concord-section concord-section--neigh.*?</section>', re.DOTALL
)

LEAST_LETTERS = 8
"""Pixels of the screen."""

CUT = """(svg) => [...svg.querySelectorAll("text")]
  .map((text) => text.textContent)
  .filter((text) => text.includes("…"))"""

UNREADABLE = """(svg, least) => {
  const { a: scale } = svg.getScreenCTM();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const { left, right } = text.getBoundingClientRect();
    return left < 0 || right > innerWidth || parseFloat(getComputedStyle(text).fontSize) * scale < least;
  }).map((text) => text.textContent);
}"""


IN_TURN = f"""(place, [maps, least]) => Object.fromEntries(maps.map(([name, html]) => {{
  place.innerHTML = html;
  const svg = place.querySelector("svg.concord-map");
  const texts = [{CLIPPED}, {OVERLAPPING}, {CUT}].flatMap((find) => find(svg));
  texts.push(...({UNREADABLE})(svg, least));
  const named = svg.getAttribute("aria-labelledby") || svg.querySelector("title");
  return [name, named ? texts : [...texts, "the drawing has no name"]];
}}).filter(([, texts]) => texts.length))"""


def test_no_label_of_any_entry_is_clipped_on_a_phone(real: Served, open_page: OpenPage) -> None:
    """The maps take turns in one page, which costs a fiftieth of opening them all."""
    page = open_page(f"{real.url}terms/reward-hacking/", java_script_enabled=False, **NARROW)
    place = page.locator("section.concord-section--neighbourhood, section[class*=--neigh]").first
    maps: list[tuple[str, str]] = []
    for name in real.site.entries:
        html = (real.site.folder / f"terms/{name}/index.html").read_text("utf-8")
        section = SECTION.search(html)
        if section:
            maps.append((name, section[0].partition(">")[2].removesuffix("</section>")))
    assert len(maps) == len(real.site.entries)
    assert place.evaluate(IN_TURN, [maps, LEAST_LETTERS]) == {}
