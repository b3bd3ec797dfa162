"""Texts as HTML and as text alone; entries' own are in ``pages/test_entry.py``."""

import pytest

from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.text import (
    entry_href,
    render_markdown,
    render_prose,
)
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import parse_html

ENTRY = "term: {0}\ntopic: safety\nkind: concept\ndefinition: {1}\n"
FILES = {
    entry_path("a"): ENTRY.format("<A>", "Something with [no link] in it."),
}


@pytest.mark.parametrize(
    ("arguments", "href"), [(("a",), "../../terms/a/"), (("a", "./"), "./terms/a/")]
)
def test_from_a_page_to_an_entry(arguments: tuple[str, ...], href: str) -> None:
    assert entry_href(*arguments) == href


@pytest.mark.parametrize("root", ["./", "../../"])
def test_prose_links_and_cites(root: str) -> None:
    numbers = CitationNumbers()
    html = render_prose("See [[a]] & [[a|it]] [@doe2020].", site_of(FILES), numbers, root)
    page = parse_html(html)
    assert page.text == "See <A> & it[1]."
    links = [item.attributes for item in page.all("a", class_="concord-link")]
    assert links == [{"class": "concord-link", "href": f"{root}terms/a/"}] * 2
    assert numbers.sources(site_of(FILES).vocabularies.references)


def test_markdown_does_so_between_its_markup() -> None:
    text = "See **[[a]]** and `[[a]]` [@doe2020].\n\n## More"
    page = parse_html(render_markdown(text, site_of(FILES), CitationNumbers(), "../"))
    assert page.one("strong").one("a").attributes["href"] == "../terms/a/"
    assert page.one("code").text == "[[a]]"
    assert page.one("h2").text == "More"


def test_what_is_unknown_stays_text() -> None:
    html = render_prose("See [[gone]] and [[gone|it]].", site_of(FILES), CitationNumbers(), "./")
    page = parse_html(html)
    assert (page.text, page.all("a")) == ("See gone and it.", [])
