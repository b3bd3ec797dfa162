"""The page of results, the search engine's description, and where missing terms are proposed."""

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from build_tools.emit.pages.search import (
    SEARCH_URL,
    proposal_file,
    search_description,
    search_page,
)
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.shell import Slot
from build_tools.model.project import Project
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import parse_html

FILES = {
    entry_path("a"): "term: A\ntopic: alignment\nkind: concept\ndefinition: The first of letters.\n"
}
SPACE = {"o": "http://a9.com/-/spec/opensearch/1.1/"}


def context(**project: Any) -> Context:
    return Context(site_of(FILES, Project(**project)))


def test_the_page_asks_itself_and_is_not_indexed() -> None:
    page = search_page(context(name="Words", url="https://example.org/"))
    content = parse_html(page.slots[Slot.CONTENT])
    assert page.url == SEARCH_URL == "search/"
    assert content.one("form").attributes["action"] == "./"
    assert content.one("input").attributes["name"] == "q"
    assert content.one("noscript").one("a").attributes["href"] == "../terms/"
    assert page.slots[Slot.HEAD].count('<meta name="robots" content="noindex">') == 1


def test_the_description_names_the_site_and_its_page() -> None:
    project = {"name": 'Salt & "Pepper" of the seas', "url": "https://example.org/a&b/"}
    (artifact,) = search_description(context(**project))
    root = ET.fromstring(b"".join(artifact.pieces))  # noqa: S314  # our own
    assert artifact.path == "opensearch.xml"
    name = root.findtext("o:ShortName", None, SPACE)
    assert name == 'Salt & "Pepper"'
    assert root.findtext("o:Description", None, SPACE) == f"Terms of {project['name']}"
    url = root.find("o:Url", SPACE)
    assert url is not None
    assert url.attrib["template"] == "https://example.org/a&b/search/?q={searchTerms}"


def test_without_an_address_there_is_no_description() -> None:
    assert list(search_description(context())) == []


@pytest.mark.parametrize(
    ("edit_url", "pages", "template"),
    [
        (
            "https://forge.org/a/b/edit/main/",
            ("contribute/",),
            "https://forge.org/a/b/new/main/glossary/entries?filename={id}.yml&value={entry}",
        ),
        (
            "https://forge.org/a/b/-/edit/main/site/",
            (),
            "https://forge.org/a/b/-/new/main/site/glossary/entries?file_name={id}.yml",
        ),
        ("https://forge.org/a/b/src/", ("contribute/",), "contribute/"),
        ("", ("contribute/", ""), "contribute/"),
        ("", ("contribute/checks/",), ""),
    ],
)
def test_a_missing_term_is_proposed_where_the_project_takes_it(
    edit_url: str, pages: tuple[str, ...], template: str
) -> None:
    found = context(edit_url=edit_url)
    (artifact,) = proposal_file(found, pages)
    assert json.loads(b"".join(artifact.pieces)) == {"template": template}
