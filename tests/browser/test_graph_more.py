"""The map as its pixels have it: what is painted, where its texts lie, and what a reader's hands do."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served
from tests.browser.graph_pages import (
    STAGE,
    camera,
    drawn,
    edges_of,
    listed,
    opened,
    point_of,
    stated,
    told,
)
from tests.browser.test_hostile_text import touch_everything
from tests.browser.test_pages import NARROW, violations

MAP = "document.querySelector('[data-concord-graph]').concordGraph"

RECORD_TEXTS = """() => {
  const written = (window.writtenTexts = new Map());
  const pen = CanvasRenderingContext2D.prototype;
  const { fillText, clearRect } = pen;
  pen.fillText = function (text, x, y, ...rest) {
    const { actualBoundingBoxLeft: left, actualBoundingBoxRight: right,
      actualBoundingBoxAscent: up, actualBoundingBoxDescent: down } = this.measureText(text);
    const { a, d, e, f } = this.getTransform();
    const box = { text, left: (x - left) * a + e, right: (x + right) * a + e, top: (y - up) * d + f, bottom: (y + down) * d + f };
    written.set(this.canvas, [...(written.get(this.canvas) ?? []), box]);
    return fillText.call(this, text, x, y, ...rest);
  };
  pen.clearRect = function (...box) {
    written.delete(this.canvas);
    return clearRect.apply(this, box);
  };
}"""
"""Keeps what each canvas has written since it was last cleared, with the ink's box in its pixels."""

OVERLAPS = """() => [...window.writtenTexts.values()].flatMap((boxes) =>
  boxes.flatMap((one, at) => boxes.slice(at + 1)
    .filter((other) => one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom)
    .map((other) => `${one.text} / ${other.text}`)))"""

SVG = "{http://www.w3.org/2000/svg}"


def recorded(page: Page) -> Page:
    """The same page, opened anew, with its canvases' texts on record."""
    page.add_init_script(f"({RECORD_TEXTS})()")
    page.reload()
    page.wait_for_function(f"{MAP} !== undefined && window.writtenTexts.size > 0")
    page.wait_for_timeout(300)  # the camera has come to rest and all is drawn once more
    return page


SHORT: dict[str, Any] = {"viewport": {"width": 740, "height": 360}}
WIDEST: dict[str, Any] = {"viewport": {"width": 1920, "height": 1080}}
VIEWS = ["", "?at=30000,30000,2.5", "?at=40000,30000,4", "?selected=human-oversight"]


@pytest.mark.parametrize("size", [{}, NARROW, SHORT, WIDEST], ids=["wide", "narrow", "low", "huge"])
def test_no_two_texts_of_a_drawing_overlap(
    real: Served, open_page: OpenPage, size: dict[str, Any]
) -> None:
    """As the browser's own letters have it, names of topics among them."""
    found = {}
    for view in [*VIEWS, "?at=30000,30000,1.5", "?from=reward-hacking&to=energy-cost"]:
        page = recorded(opened(real, open_page, view, **size))
        assert page.evaluate("[...window.writtenTexts.values()].flat().length") > 3
        found[view] = page.evaluate(OVERLAPS)
        page.context.close()
    assert {view: texts for view, texts in found.items() if texts} == {}


def painted(page: Page) -> tuple[int, int]:
    """How many discs and lines the picture of the view has, its legend apart."""
    root = ElementTree.fromstring(page.evaluate(f"{MAP}.scene().svg()"))  # noqa: S314  # ours
    discs = [it for it in root.iter(f"{SVG}circle") if it.get("cx") and it.get("cy")]
    lines = [
        it.get("d", "").count("M")
        for it in root.iter(f"{SVG}path")
        if it.get("stroke") and it.get("d", "").count("Q") and it.get("d", "").count("M")
    ]
    return len(discs), sum(lines)


@pytest.mark.parametrize("query", ["", "?topic=alignment", "?focus=reward-hacking&hops=2"])
def test_the_picture_has_a_disc_and_a_line_for_all_that_is_listed(
    real: Served, open_page: OpenPage, query: str
) -> None:
    """What a drawing stands for could be said without being painted."""
    page = opened(real, open_page, query)
    ids, edges = drawn(page)
    discs, lines = painted(page)
    assert discs == len(ids)
    assert lines == len(edges)
    page.get_by_role("button", name="Text", exact=True).click()
    assert listed(page) == (ids, edges)


def choices(page: Page, facet: str) -> list[str]:
    found: list[str] = page.locator(f"details[data-facet={facet}] input").evaluate_all(
        "all => all.map((it) => it.value)"
    )
    return found


def choose(page: Page, facet: str, key: str) -> None:
    """Lets one choice through."""
    fold = page.locator(f"details[data-facet={facet}]")
    if not fold.evaluate("it => it.open"):
        fold.locator("summary").click()
    row = fold.locator(".concord-graph__choice", has=page.locator(f"input[value='{key}']"))
    row.locator(".concord-graph__only").focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("site", "facet", "field"),
    [
        ("real", "topics", "topic"),
        ("real", "kinds", "kind"),
        ("foreign", "topics", "topic"),
        ("foreign", "kinds", "kind"),
        ("foreign", "statuses", "status"),
        ("hostile", "kinds", "kind"),
        ("hostile", "statuses", "status"),
    ],
)
def test_every_choice_shows_and_lists_its_entries_alone(
    site: str, facet: str, field: str, open_page: OpenPage, request: pytest.FixtureRequest
) -> None:
    served: Served = request.getfixturevalue(site)
    page = opened(served, open_page)
    links = edges_of(served)
    keys = choices(page, facet)
    assert set(keys) == {entry[field] for entry in served.site.entries.values()}
    for key in keys:
        choose(page, facet, key)
        ids = {name for name, entry in served.site.entries.items() if entry[field] == key}
        edges = {at for at, (one, _, other) in enumerate(links) if {one, other} <= ids}
        assert drawn(page) == (ids, edges)
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Text", exact=True).click()
        assert listed(page) == (ids, edges)
        page.get_by_role("button", name="Map", exact=True).click()


def test_every_relation_shows_and_lists_its_links_alone(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    links = edges_of(real)
    for key in choices(page, "relations"):
        choose(page, "relations", key)
        edges = {at for at, (_, relation, _) in enumerate(links) if relation == key}
        assert edges
        assert drawn(page) == (set(real.site.entries), edges)
    page.get_by_role("button", name="Text", exact=True).click()
    assert listed(page) == (set(real.site.entries), edges)


def test_the_wheel_zooms_where_the_pointer_is(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    before, held = camera(page), point_of(page, "energy-cost")
    page.mouse.move(*held)
    page.mouse.wheel(0, -400)
    page.wait_for_url("**at=*")
    assert camera(page)["k"] > 1.2 * before["k"]
    assert point_of(page, "energy-cost") == pytest.approx(held, abs=2)
    assert page.evaluate("scrollY") == 0
    page.mouse.wheel(0, 4000)
    page.wait_for_function(f"{MAP}.scene().camera().k < {before['k']}")


def test_a_mouse_drags_the_map_and_selects_nothing(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    x, y = point_of(page, "energy-cost")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=6)
    page.mouse.up()
    page.wait_for_url("**at=*")
    assert point_of(page, "energy-cost") == pytest.approx((x - 60, y - 40), abs=2)
    assert "selected" not in stated(page)


def test_what_is_pointed_at_lights_up_its_neighbours(real: Served, open_page: OpenPage) -> None:
    """By mouse as by keys; the rest becomes faint."""
    page = opened(real, open_page)
    links = edges_of(real)
    page.add_init_script(f"({RECORD_TEXTS})()")
    page.reload()
    page.wait_for_function(f"{MAP} !== undefined && window.writtenTexts.size > 0")
    above = "[...window.writtenTexts.entries()].map(([canvas, texts]) => [[...document.querySelectorAll('canvas')].indexOf(canvas), texts.map((it) => it.text)])"
    assert [at for at, _ in page.evaluate(above)] == [0]
    terms = {entry["term"]: name for name, entry in real.site.entries.items()}

    def lit(name: str) -> None:
        near = {name} | {a if b == name else b for a, _, b in links if name in (a, b)}
        page.wait_for_function(f"({above}).some(([at]) => at === 1)")
        texts = dict(page.evaluate(above))[1]
        assert {terms[text] for text in texts} <= near
        assert name in {terms[text] for text in texts}
        assert len(texts) > 1

    page.mouse.move(*point_of(page, "energy-cost"))
    lit("energy-cost")
    page.mouse.move(5, 5)
    page.locator(STAGE).focus()
    page.keyboard.press("n")
    status = page.locator(".concord-graph__status")
    expect(status).not_to_be_empty()
    name = terms[(status.text_content() or "").partition(",")[0]]
    lit(name)
    card = page.locator(".concord-graph__card")
    expect(card).to_contain_text(real.site.entries[name]["definition"][:60])


def test_full_screen_and_back(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    button = page.get_by_role("button", name="Full screen")
    button.click()
    page.wait_for_function("document.fullscreenElement?.matches('.concord-graph__app')")
    box = page.locator(STAGE).bounding_box()
    assert box
    assert box["y"] + box["height"] <= page.evaluate("innerHeight")
    page.get_by_role("button", name="Keys (?)").click()
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    button.click()
    page.wait_for_function("document.fullscreenElement === null")


def test_motion_is_reduced_where_that_is_asked_for(real: Served, open_page: OpenPage) -> None:
    """The camera's ways, in the two frames after a key that moves it far."""
    ways = {}
    for wish in ("reduce", "no-preference"):
        page = opened(real, open_page, "?at=5000,5000,6", reduced_motion=wish)
        page.locator(STAGE).focus()
        ways[wish] = page.evaluate(
            f"""async (stage) => {{
              const scene = {MAP}.scene();
              const seen = [];
              const frame = () => new Promise(requestAnimationFrame);
              document.querySelector(stage).dispatchEvent(new KeyboardEvent("keydown", {{ key: "0", bubbles: true }}));
              for (let at = 0; at < 60; at += 1) {{
                await frame();
                seen.push(scene.camera().k);
              }}
              return [...new Set(seen)].length;
            }}""",
            STAGE,
        )
    assert ways["reduce"] <= 2
    assert ways["no-preference"] > 3


def test_a_download_needs_nothing_else_and_has_a_legend(real: Served, open_page: OpenPage) -> None:
    page = opened(
        real, open_page, "?topic=alignment&selected=reward-hacking", accept_downloads=True
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as SVG").click()
    text = Path(download.value.path()).read_text("utf-8")
    root = ElementTree.fromstring(text)  # noqa: S314  # ours
    assert "href" not in text
    assert "url(" not in text
    assert {it.tag for it in root.iter()}.isdisjoint({f"{SVG}script", f"{SVG}foreignObject"})
    texts = {it.text for it in root.iter(f"{SVG}text")}
    assert "Reward hacking" in texts
    assert "Alignment" in texts
    assert "Safety" not in texts, "a topic that is not shown"
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as PNG").click()
    header = Path(download.value.path()).read_bytes()[16:24]
    width = int.from_bytes(header[:4], "big")
    stage = page.locator(STAGE).bounding_box()
    assert stage
    assert width == pytest.approx(2 * stage["width"], abs=4)


def test_on_paper_the_page_tells_its_links(real: Served, open_page: OpenPage) -> None:
    for query in ("", "?view=text", "?selected=reward-hacking"):
        page = opened(real, open_page, query)
        page.emulate_media(media="print")
        expect(page.locator(".concord-graph__app")).to_be_hidden()
        expect(page.locator(".concord-graph__told")).to_contain_text("Reward hacking exploits")
        page.emulate_media(media="screen")
        expect(page.locator(".concord-graph__app")).to_be_visible()


def test_back_from_an_entry_finds_the_view_again(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?topic=alignment&at=12000,18000,2.5")
    page.mouse.click(*point_of(page, "reward-hacking"))
    told(page, "Reward hacking").get_by_role("link", name="Open page").click()
    page.wait_for_url("**/terms/reward-hacking/")
    page.go_back()
    page.wait_for_function(f"{MAP} !== undefined")
    told(page, "Reward hacking")
    found = camera(page)
    assert [round(found["x"]), round(found["y"]), found["k"]] == [12000, 18000, 2.5]
    assert {real.site.entries[name]["topic"] for name in drawn(page)[0]} == {"alignment"}


HOSTILE_PAGES = (
    "graph/",
    "graph/?view=text",
    "graph/?selected=hostile",
    "graph/?focus=hostile&hops=2",
    "graph/?from=hostile&to=victim",
    "graph/?q=%3Cimg%20src=x%20onerror=window.__pwned=1%3E",
    "graph/?focus=%3Cimg%20src=x%20onerror=window.__pwned=1%3E&selected=%22%3E%3Cscript%3E",
    "graph/sentences/",
    "path/",
    "path/?from=hostile&to=victim",
    "path/?from=%3Cimg%20src=x%20onerror=window.__pwned=1%3E&to=hostile",
)


@pytest.mark.parametrize("url", HOSTILE_PAGES)
def test_hostile_texts_are_inert(hostile: Served, open_page: OpenPage, url: str) -> None:
    """The fixture fails on dialogs, console messages, errors and requests elsewhere."""
    page = open_page(hostile.url + url)
    page.wait_for_load_state("networkidle")
    touch_everything(page)
    page.wait_for_timeout(100)
    assert page.evaluate("typeof window.__pwned") == "undefined"
    assert page.locator("main h1").count() == 1
    assert page.locator("main :is(img, iframe, script, object, embed)").count() == 0
    protocols = page.evaluate("[...document.links].map((link) => link.protocol)")
    assert set(protocols) <= {"http:", "https:", "mailto:"}


@pytest.mark.parametrize("url", ["graph/", "graph/sentences/", "path/?from=hostile"])
def test_hostile_texts_are_inert_without_script(
    hostile: Served, open_page: OpenPage, url: str
) -> None:
    page = open_page(hostile.url + url, java_script_enabled=False)
    assert page.url == hostile.url + url
    assert len(page.frames) == 1
    assert page.locator("main h1").count() == 1
    assert page.locator("main :is(img, iframe, object, embed)").count() == 0


def test_hostile_labels_can_be_found_pointed_at_and_taken_away(
    hostile: Served, open_page: OpenPage
) -> None:
    page = opened(hostile, open_page, accept_downloads=True)
    term = hostile.site.entries["hostile"]["term"]
    page.mouse.move(*point_of(page, "hostile"))
    expect(page.locator(".concord-graph__card")).to_contain_text(term)
    page.get_by_role("combobox", name="Find in the graph").fill(term)
    expect(page.get_by_role("option").first).to_contain_text(term)
    page.keyboard.press("Enter")
    told(page, term)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as SVG").click()
    root = ElementTree.fromstring(Path(download.value.path()).read_text("utf-8"))  # noqa: S314
    tags = {it.tag.removeprefix(SVG) for it in root.iter()}
    assert tags <= {"svg", "title", "desc", "g", "rect", "circle", "path", "text", "style", "defs"}


UNANSWERED = [
    ("path/?from=matcha&to=sencha", "No links lead from 抹茶 to 煎茶."),
    ("path/?from=sencha&to=sencha", "That is the same entry twice. Choose another one."),
    ("path/?from=senca&to=matcha", "There is no entry “senca”."),
]


@pytest.mark.parametrize(("url", "message"), UNANSWERED)
def test_questions_without_an_answer_about_a_real_graph(
    foreign: Served, open_page: OpenPage, url: str, message: str
) -> None:
    page = open_page(foreign.url + url)
    expect(page.locator(".concord-path__status")).to_have_text(message)
    assert not violations(page)
