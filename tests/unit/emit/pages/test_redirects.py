"""Pages at former addresses."""

import pytest

from build_tools.emit.pages.redirects import redirect_pages
from build_tools.emit.parts.context import Context
from build_tools.model.project import Project
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import parse_html, texts_of

ENTRY = "term: <A> & co\ntopic: alignment\nkind: concept\ndefinition: Something that moved.\n"


def pages(more: str, url: str = "") -> dict[str, str]:
    site = site_of({entry_path("a"): ENTRY + more}, Project(url=url, language="de"))
    return texts_of(redirect_pages(Context(site)))


@pytest.mark.parametrize(
    ("url", "canonical"), [("https://example.org/", "https://example.org/terms/a/"), ("", "../a/")]
)
def test_former_ids_redirect(url: str, canonical: str) -> None:
    found = pages("former_ids: [z, y]\n", url)
    assert list(found) == ["terms/y/index.html", "terms/z/index.html"]
    page = parse_html(found["terms/y/index.html"])
    assert page.one("html").attributes == {"lang": "de"}
    assert page.one("title").text == page.one("a").text == "<A> & co"
    assert page.one("a").attributes["href"] == "../a/"
    assert page.all("link")[0].attributes == {"rel": "canonical", "href": canonical}
    assert page.all("meta")[-1].attributes["content"] == "0; url=../a/"


def test_no_entry_has_moved() -> None:
    assert pages("") == {}
