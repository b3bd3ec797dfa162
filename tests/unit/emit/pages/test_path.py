"""The page that explains how two entries connect, as it is without script, and the works it cites."""

import json

from build_tools.emit.data import graph as graph_data
from build_tools.emit.pages.path import PATH_URL, path_page
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.shell import Slot
from build_tools.model.project import Project
from build_tools.stages.graph.drawing import drawing_of
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import parse_html

FILES = {
    entry_path("a"): "term: A\ntopic: alignment\nkind: concept\ndefinition: The first of letters.\n"
}


def test_it_says_what_it_does_and_where_to_go_without_script() -> None:
    page = path_page(Context(site_of(FILES)))
    content = parse_html(page.slots[Slot.CONTENT])
    assert page.url == PATH_URL == "path/"
    assert content.one("h1").text == page.title
    assert content.one(class_="concord-lead").text == page.description
    assert "1 entry" in page.description
    ways = [link.attributes["href"] for link in content.one("noscript").all("a")]
    assert ways == ["../graph/", "../terms/"]


def test_its_script_and_style_sheet_are_its_own() -> None:
    page = path_page(Context(site_of(FILES, Project(name="N", url="https://example.org/"))))
    head = parse_html(page.slots[Slot.HEAD])
    assert head.one("link").attributes["href"] == "../assets/concord/path.css"
    script = head.one("script").attributes
    assert script == {"type": "module", "src": "../assets/concord/path/main.js"}
    urls = [it for it in head.all("meta") if it.attributes.get("property") == "og:url"]
    assert [it.attributes["content"] for it in urls] == ["https://example.org/path/"]
    assert parse_html(page.slots[Slot.CONTENT]).one("div").attributes["data-concord-path"] == ""


def test_works_that_links_cite_stand_once_in_a_file_of_details() -> None:
    link = "  - {{relation: {}, target: {}, sources: [doe2020]}}\n"
    head = "topic: alignment\nkind: concept\ndefinition: Something that is.\n"
    files = {
        entry_path(
            "a"
        ): f"term: A\n{head}links:\n{link.format('exploits', 'c')}{link.format('related', 'b')}",
        entry_path("b"): f"term: B\n{head}links:\n  - {{relation: exploits, target: c}}\n",
        entry_path("c"): f"term: C\n{head}",
    }
    site = site_of(files)
    artifacts = graph_data.graph_files(Context(site), drawing_of(site))
    made = {item.path: item.pieces for item in artifacts}
    details = json.loads(b"".join(made["data/graph/0.json"]))
    assert details["sources"] == [[0, [0]], [1, [0]]]
    assert details["works"] == [["doe2020", "Doe 2020: On Terms", ""]]


def test_an_empty_glossary_has_the_page() -> None:
    assert "0 entries" in path_page(Context(site_of({}))).description
