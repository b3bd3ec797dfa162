"""What is worked out once for all pages, and pages before the theme is put round them."""

from typing import Any

import pytest

from build_tools.emit.parts.context import Context, Page, stamped_page, toc_item
from build_tools.emit.parts.html import Html
from build_tools.emit.parts.shell import Slot
from build_tools.model.identifiers import EntryId, site_url
from build_tools.model.project import Project
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import SHELL, parse_html

FILES = {
    entry_path("a b/x"): "term: <X>\ntopic: safety\nkind: concept\ndefinition: What it is.\n",
    entry_path("y"): "term: Y\ntopic: safety\nkind: concept\ndefinition: What it is not.\n",
}


def context(**project: Any) -> Context:
    return Context(site_of(FILES, Project(**project)))


@pytest.mark.parametrize(
    ("url", "absolute"), [("https://a.org/w/", "https://a.org/w/terms/"), ("", "terms/")]
)
def test_addresses(url: str, absolute: str) -> None:
    assert context(url=url).absolute("terms/") == absolute


@pytest.mark.parametrize(
    ("base", "edit", "source"),
    [
        ("", "", ""),
        (
            "https://g.org/o/r/edit/main/",
            "https://g.org/o/r/edit/main/glossary/entries/a%20b/x.yml",
            "https://g.org/o/r/blob/main/glossary/entries/a%20b/x.yml",
        ),
        (
            "https://g.org/o/r/-/edit/main/",
            "https://g.org/o/r/-/edit/main/glossary/entries/a%20b/x.yml",
            "https://g.org/o/r/-/blob/main/glossary/entries/a%20b/x.yml",
        ),
        (
            "https://g.org/edit/edit/main/",
            "https://g.org/edit/edit/main/glossary/entries/a%20b/x.yml",
            "https://g.org/blob/edit/main/glossary/entries/a%20b/x.yml",
        ),
    ],
)
def test_where_an_entry_is_edited_and_shown(base: str, edit: str, source: str) -> None:
    found = context(edit_url=base)
    entry = found.site.entries[EntryId("x")]
    assert found.edit_url(entry) == edit
    assert found.source_url(entry) == source


def test_labels_are_escaped_once_for_all() -> None:
    found = context(name="W & co")
    assert found.name == "W &amp; co"
    assert found.terms == {"x": "&lt;X&gt;", "y": "Y"}
    assert found.links[EntryId("x")] == '<a href="../x/">&lt;X&gt;</a>'
    assert found.rank == {"x": 0, "y": 1}


def test_a_page_is_stamped() -> None:
    page = Page(site_url("topics"), "A & B", "Of <both>.", {Slot.CONTENT: Html("<p>Both.</p>")})
    artifact = stamped_page(page, SHELL)
    assert artifact.path == "topics/index.html"
    html = parse_html(b"".join(artifact.pieces).decode())
    assert html.one("title").text == "A & B"
    assert html.one("meta").attributes["content"] == "Of <both>."
    assert html.one("p").text == "Both."


def test_a_line_of_the_table_of_contents() -> None:
    item = parse_html(toc_item("sources", Html("A &amp; B"))).one("a")
    assert (item.attributes["href"], item.text) == ("#sources", "A & B")
