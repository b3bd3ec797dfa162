"""The map of an entry's neighbourhood: whole in every drawing, and an answer where script runs."""

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Observed, OpenPage, Served
from tests.browser.serving import transferred
from tests.browser.test_pages import SIZES, violations

MOST = 3000
"""Bytes of a page that its map may take, compressed."""

PLACED = """text => {
    const { x, y, width, height } = text.getBBox();
    const { e, f } = text.parentNode.transform.baseVal.consolidate().matrix;
    return { x: x + e, y: y + f, width, height };
  }"""
"""The box of a neighbour's label in the drawing; each neighbour is moved to its place."""
CLIPPED = (
    f"""svg => {{
  const placed = {PLACED};
"""
    + """
  const { width, height } = svg.viewBox.baseVal;
  const hub = svg.querySelector("rect").getBBox();
  return [...svg.querySelectorAll("text")].filter((text) => {
    const isHub = text.classList.contains("hub");
    const box = isHub ? text.getBBox() : placed(text);
    const inside = isHub
      ? box.x >= hub.x && box.x + box.width <= hub.x + hub.width && box.height <= hub.height
      : box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height;
    return !inside;
  }).map((text) => text.textContent);
}"""
)
OVERLAPPING = (
    f"""svg => {{
  const placed = {PLACED};
"""
    + """
  const boxes = [...svg.querySelectorAll("a > text")].map((it) => ({ text: it.textContent, b: placed(it) }));
  return boxes.flatMap((one, at) => boxes.slice(at + 1).filter((other) =>
    one.b.x < other.b.x + other.b.width && other.b.x < one.b.x + one.b.width &&
    one.b.y < other.b.y + other.b.height - 2 && other.b.y < one.b.y + one.b.height - 2
  ).map((other) => `${one.text} / ${other.text}`));
}"""
)


def hard_entries(served: Served) -> list[str]:
    """The entries whose maps have most to hold: long labels, long words, many neighbours."""
    entries = served.site.entries
    near: dict[str, set[str]] = {name: set() for name in entries}
    for name, entry in entries.items():
        for link in entry["links"]:
            near[name].add(link["target"])
            near[link["target"]].add(name)

    def around(name: str) -> int:
        return sum(len(entries[other]["term"]) for other in near[name])

    def word(name: str) -> int:
        return max(
            len(part) for other in (name, *near[name]) for part in entries[other]["term"].split()
        )

    keys = (lambda name: len(entries[name]["term"]), lambda name: len(near[name]), around, word)
    linked = [name for name in sorted(near) if near[name]]
    chosen = [name for key in keys for name in sorted(linked, key=key, reverse=True)[:5]]
    return list(dict.fromkeys(chosen))


@pytest.mark.parametrize("site", ["real", "hostile", "foreign"])
def test_no_label_is_clipped(
    site: str, open_page: OpenPage, request: pytest.FixtureRequest
) -> None:
    served: Served = request.getfixturevalue(site)
    names = hard_entries(served)
    assert names
    page = open_page(f"{served.url}terms/{names[0]}/")
    found = {}
    for name in names:
        page.goto(f"{served.url}terms/{name}/")
        drawing = page.locator("svg.concord-map")
        found[name] = drawing.evaluate(CLIPPED) + drawing.evaluate(OVERLAPPING)
        if site == "real":  # other people's labels may be too long for any drawing
            found[name] += drawing.locator("text", has_text="…").all_text_contents()
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_no_map_is_heavy(real: Served) -> None:
    """What a page would weigh less without its map, as servers send it."""
    weights = {}
    for name in real.site.entries:
        html = (real.site.folder / f"terms/{name}/index.html").read_text("utf-8")
        before, section, rest = html.partition(
            '<section class="concord-section concord-section--neigh'
        )
        after = rest.partition("</section>")[2] if section else ""
        weights[name] = transferred("/", html.encode()) - transferred(
            "/", (before + after).encode()
        )
    assert 500 < max(weights.values()) <= MOST, weights


def live(page: Page) -> tuple[Locator, Locator]:
    """The map when it answers, and its card."""
    drawing = page.locator("svg.concord-map")
    drawing.scroll_into_view_if_needed()
    card = page.locator(".concord-map__card")
    expect(card).to_be_visible()
    return drawing, card


def test_pointing_at_a_neighbour_says_why_it_is_there(
    real: Served, open_page: OpenPage, observed: Observed
) -> None:
    page = open_page(f"{real.url}terms/reward-hacking/")
    drawing, card = live(page)
    expect(card).to_contain_text("Point at an entry")
    assert not [url for url in observed.requested if "/data/" in url]
    neighbour = drawing.locator("a[href='../reward-model/']")
    neighbour.hover()
    (link,) = [
        it for it in real.site.entries["reward-hacking"]["links"] if it["target"] == "reward-model"
    ]
    expect(card.locator("p").nth(0)).to_have_text("exploits Reward model")
    expect(card.locator("p").nth(1)).to_have_text(link["because"])
    definition = real.site.entries["reward-model"]["definition"]
    expect(card.locator("p").nth(2)).to_contain_text(definition[:30])
    expect(drawing.locator("path.lit")).to_have_count(1)
    assert [url for url in observed.requested if "/data/" in url]
    page.mouse.move(0, 0)
    expect(card.locator("p").nth(1)).to_have_text(link["because"])
    neighbour.click()
    assert page.url == f"{real.url}terms/reward-model/"


def test_every_neighbour_s_line_and_reason_are_its_own(real: Served, open_page: OpenPage) -> None:
    page = open_page(f"{real.url}terms/reward-hacking/")
    drawing, card = live(page)
    for link in drawing.locator("a").all():
        link.focus()
        expect(card.locator("p").first).to_have_text(link.get_attribute("aria-label") or "")
        near = drawing.evaluate(
            """(svg, href) => {
              const dot = svg.querySelector(`a[href="${href}"] circle`).getBoundingClientRect();
              const line = svg.querySelector("path.lit");
              const length = line.getTotalLength();
              const [middleX, middleY] = [dot.x + dot.width / 2, dot.y + dot.height / 2];
              const ends = [0, length].map((at) => line.getPointAtLength(at).matrixTransform(line.getScreenCTM()));
              return Math.min(...ends.map(({ x, y }) => Math.hypot(x - middleX, y - middleY)));
            }""",
            link.get_attribute("href"),
        )
        assert near < 16
        reasons = page.locator(
            f".concord-relation li:has(> a[href='{link.get_attribute('href')}']) .concord-because"
        )
        assert reasons.count() >= 1
        text = (reasons.first.text_content() or "").split("[")[0]
        expect(card.locator("p").nth(1)).to_have_text(text)


def test_arrow_keys_walk_the_neighbours(real: Served, open_page: OpenPage) -> None:
    page = open_page(f"{real.url}terms/reward-hacking/")
    drawing, card = live(page)
    links = drawing.locator("a")
    links.first.focus()
    page.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    assert links.nth(1).get_attribute("aria-describedby") == card.get_attribute("id")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("End")
    expect(links.last).to_be_focused()
    page.keyboard.press("Escape")
    expect(card).to_contain_text("Point at an entry")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: not url.endswith("/reward-hacking/"))


def test_without_script_it_is_a_drawing_with_links(real: Served, open_page: OpenPage) -> None:
    page = open_page(f"{real.url}terms/reward-hacking/", java_script_enabled=False)
    expect(page.locator(".concord-map__card")).to_have_count(0)
    page.click("svg.concord-map a[href='../reward-model/']")
    assert page.url == f"{real.url}terms/reward-model/"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(real: Served, open_page: OpenPage, size: str, scheme: str) -> None:
    options = {"color_scheme": scheme, "reduced_motion": "reduce", **SIZES[size]}
    page = open_page(f"{real.url}terms/reward-hacking/", **options)
    drawing, card = live(page)
    drawing.locator("a").first.focus()
    expect(card.locator("p")).to_have_count(3)
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
