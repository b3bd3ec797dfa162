"""The map as its pixels have it: what is painted, where its texts lie, what is lit and downloaded."""

import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served
from tests.browser.graph_pages import (
    STAGE,
    drawn,
    edges_of,
    listed,
    opened,
    point_of,
)
from tests.browser.test_pages import NARROW

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


@pytest.mark.parametrize(
    "size",
    [
        pytest.param({}, id="wide"),
        pytest.param(NARROW, id="narrow"),
        pytest.param(SHORT, id="low"),
        pytest.param(WIDEST, id="huge"),
    ],
)
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
    # A ring has no filling, and the ground of topics is faint.
    inside = {child: parent for parent in root.iter() for child in parent}
    discs = [
        it
        for it in root.iter(f"{SVG}circle")
        if it.get("cy") and it.get("fill") != "none" and not inside[it].get("opacity")
    ]
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


def test_a_download_needs_nothing_else_and_has_a_legend(real: Served, open_page: OpenPage) -> None:
    page = opened(
        real, open_page, "?topic=alignment&selected=reward-hacking", accept_downloads=True
    )
    with page.expect_download() as download:
        page.get_by_role("button", name="Download as SVG").click()
    text = Path(download.value.path()).read_text("utf-8")
    root = ElementTree.fromstring(text)  # noqa: S314  # ours
    assert "href" not in text
    assert set(re.findall(r"url\(.*?\)", text)) <= {"url(#view)"}
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
