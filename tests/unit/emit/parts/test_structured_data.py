"""What machines read in the head of a page."""

import json
from typing import Any

import pytest

from build_tools.emit.parts.context import Context
from build_tools.emit.parts.structured_data import entry_head, page_head
from build_tools.model.identifiers import EntryId
from build_tools.model.project import Project
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import Element, parse_html

ENTRY = 'term: "</script> & \\"co\\""\ntopic: safety\nkind: concept\ndefinition: What it is.\n'


def head(more: str = "", *, url: str = "https://a.org/w/", description: str = "Of it.") -> Element:
    other = "term: B\ntopic: safety\nkind: concept\ndefinition: What else there is.\n"
    files = {entry_path("a"): ENTRY + more, entry_path("b"): other}
    site = site_of(files, Project(name="W & co", url=url))
    return parse_html(entry_head(Context(site), site.entries[EntryId("a")], description))


def term(page: Element) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(page.one("script").text)
    return value


def properties(page: Element) -> dict[str, str]:
    return {
        item.attributes.get("property") or item.attributes["name"]: item.attributes["content"]
        for item in page.all("meta")
    }


def test_the_least_entry() -> None:
    assert term(head()) == {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": "https://a.org/w/terms/a/",
        "url": "https://a.org/w/terms/a/",
        "termCode": "a",
        "name": '</script> & "co"',
        "description": "Of it.",
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "@id": "https://a.org/w/terms/",
            "name": "W & co",
        },
    }


def test_other_names_and_the_last_review() -> None:
    found = term(head("aliases: [A1]\nabbreviation: A2\nreviewed: 2026-11-23\n"))
    assert found["alternateName"] == ["A1", "A2"]
    assert found["dateModified"] == "2026-11-23"


@pytest.mark.parametrize(
    ("more", "robots"), [("", None), ("status: deprecated\nreplaced_by: b\n", "noindex")]
)
def test_only_what_is_retired_is_kept_from_search_engines(more: str, robots: str | None) -> None:
    assert properties(head(more)).get("robots") == robots


def test_open_graph() -> None:
    assert properties(head()) == {
        "og:type": "article",
        "og:title": '</script> & "co"',
        "og:description": "Of it.",
        "og:site_name": "W & co",
        "og:url": "https://a.org/w/terms/a/",
        "twitter:card": "summary",
    }
    assert "og:url" not in properties(head(url=""))
    assert "og:description" not in properties(head(description=""))


def test_other_pages() -> None:
    context = Context(site_of({}, Project(name="W", url="https://a.org/")))
    found = properties(parse_html(page_head(context, "A <b>", "C & d", "https://a.org/?a&b")))
    assert found == {
        "og:type": "website",
        "og:title": "A <b>",
        "og:description": "C & d",
        "og:site_name": "W",
        "og:url": "https://a.org/?a&b",
        "twitter:card": "summary",
    }


@pytest.mark.parametrize("url", ["", "https://a.org/w/"])
def test_elements_and_nothing_else_stand_in_the_head(url: str) -> None:
    page = head(url=url)
    assert not "".join(item for item in page.content if isinstance(item, str)).strip()
    assert ("og:url" in properties(page)) is bool(url)
