"""The map, its text and the page of paths, of a glossary whose texts try to run script."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import OpenPage, Served
from tests.browser.graph_pages import opened, point_of, told
from tests.browser.test_hostile_text import touch_everything
from tests.browser.test_pages import violations

FOREIGN = "main :is(img, iframe, object, embed, base, meta, form)"
"""What no page of ours has, and texts would like to add; Material has scripts there."""

SVG = "{http://www.w3.org/2000/svg}"

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
    assert page.locator(FOREIGN).count() == 0
    scripts = page.locator("main script").all_text_contents()
    assert not [text for text in scripts if "__pwned" in text], "one of the glossary, if not run"
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
    assert page.locator(FOREIGN).count() == 0


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
    assert tags <= {
        "svg",
        "clipPath",
        "title",
        "desc",
        "g",
        "rect",
        "circle",
        "path",
        "text",
        "style",
        "defs",
    }


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
