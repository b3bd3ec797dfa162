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

UNREADABLE = """(svg, least) => {
  const { a: scale } = svg.getScreenCTM();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const { left, right } = text.getBoundingClientRect();
    return left < 0 || right > innerWidth || parseFloat(getComputedStyle(text).fontSize) * scale < least;
  }).map((text) => text.textContent);
}"""


def test_no_label_of_any_entry_is_clipped_on_a_phone(real: Served, open_page: OpenPage) -> None:
    """The maps take turns in one page, which costs a tenth of opening them all."""
    page = open_page(f"{real.url}terms/reward-hacking/", java_script_enabled=False, **NARROW)
    place = page.locator("section.concord-section--neighbourhood, section[class*=--neigh]").first
    found: dict[str, list[str]] = {}
    maps = 0
    for name in real.site.entries:
        html = (real.site.folder / f"terms/{name}/index.html").read_text("utf-8")
        section = SECTION.search(html)
        if not section:
            continue
        maps += 1
        inner = section[0].partition(">")[2].removesuffix("</section>")
        place.evaluate("(it, html) => { it.innerHTML = html; }", inner)
        drawing = place.locator("svg.concord-map")
        texts = drawing.evaluate(CLIPPED) + drawing.evaluate(OVERLAPPING)
        texts += drawing.evaluate(UNREADABLE, LEAST_LETTERS)
        texts += drawing.locator("text", has_text="…").all_text_contents()
        if texts:
            found[name] = texts
        assert drawing.get_attribute("aria-labelledby") or drawing.locator("title").count()
    assert maps == len(real.site.entries)
    assert found == {}
