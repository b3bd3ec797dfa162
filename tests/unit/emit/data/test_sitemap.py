"""What search engines are told: pages and entries, split where the protocol wants it."""

from xml.etree import ElementTree as ET

import pytest

from build_tools.emit.data import sitemap as module
from build_tools.emit.data.sitemap import sitemap
from build_tools.emit.parts.context import Context
from build_tools.model.project import Project
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import texts_of

SPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
ENTRY = "term: {0}\ntopic: alignment\nkind: concept\ndefinition: Something that is called {0}.\n"
FILES = {
    entry_path("a"): ENTRY.format("Alpha") + "reviewed: 2026-11-23\n",
    entry_path("b"): ENTRY.format("Beta") + "status: deprecated\nreplaced_by: a\n",
}


def context(url: str = "https://example.org/w&w/") -> Context:
    return Context(site_of(FILES, Project(name="Words", url=url)))


def locations(xml: str) -> list[tuple[str | None, str | None]]:
    root = ET.fromstring(xml)  # noqa: S314  # our own
    return [
        (it.findtext("s:loc", None, SPACE), it.findtext("s:lastmod", None, SPACE)) for it in root
    ]


def test_it_has_pages_and_entries_that_are_not_retired() -> None:
    files = texts_of(sitemap(context(), ["", "topics/", "topics/", "terms/"]))
    assert list(files) == ["sitemap.xml"]
    assert locations(files["sitemap.xml"]) == [
        ("https://example.org/w&w/", None),
        ("https://example.org/w&w/terms/", None),
        ("https://example.org/w&w/topics/", None),
        ("https://example.org/w&w/terms/a/", "2026-11-23"),
    ]


@pytest.mark.parametrize(
    ("most", "parts"),
    [(4, []), (3, [3]), (2, [2, 1]), (1, [1, 1, 1])],
    ids=["room for one more", "just full", "two", "three"],
)
def test_a_large_one_is_split(most: int, parts: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_URLS", most)
    files = texts_of(sitemap(context(), ["x/", "y/"]))
    whole = locations(files["sitemap.xml"])
    if len(parts) < 2:
        assert len(whole) == 3
        assert list(files) == ["sitemap.xml"]
        return
    names = [f"sitemap-{at}.xml" for at in range(1, len(parts) + 1)]
    assert [loc for loc, _date in whole] == [f"https://example.org/w&w/{name}" for name in names]
    assert [len(locations(files[name])) for name in names] == parts
    assert list(files) == [*names, "sitemap.xml"]


def test_nothing_to_tell_is_an_empty_list() -> None:
    found = Context(site_of({}, Project(url="https://example.org/")))
    assert locations(texts_of(sitemap(found, []))["sitemap.xml"]) == []


def test_without_an_address_there_is_no_sitemap() -> None:
    assert texts_of(sitemap(context(""), ["x/"])) == {}
