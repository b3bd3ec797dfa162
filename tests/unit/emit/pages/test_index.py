"""The A–Z of every label."""

import json

import pytest

from build_tools.emit.pages.index import index_page
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.shell import Slot
from build_tools.model.project import Project
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import content_of, parse_html

FILES = {
    entry_path("a"): (
        'term: <A> & co\naliases: ["42", éa]\nabbreviation: ÄA\ntopic: alignment\nkind: concept\n'
        "definition: Something with <tags> in it.\n"
    ),
    entry_path("b"): (
        "term: βeta\ntopic: safety\nkind: concept\ndefinition: Something that is Greek.\n"
    ),
}


def context(url: str = "https://example.org/", description: str = "") -> Context:
    return Context(site_of(FILES, Project(name="Words", url=url, description=description)))


def test_every_label_is_under_its_letter() -> None:
    page = content_of(index_page(context()))
    found = [
        (section.one("h2").text, [item.text for item in section.all("li")])
        for section in page.all("section")
    ]
    assert found == [
        ("0–9", ["42 see <A> & co"]),
        ("A", ["<A> & co", "ÄA see <A> & co"]),
        ("E", ["éa see <A> & co"]),
        ("Β", ["βeta"]),
    ]
    bar = [link.attributes["href"] for link in page.one("nav").all("a")]
    assert bar == ["#digits", "#a", "#e", "#u392"]
    assert {href[1:] for href in bar} <= {item.attributes.get("id") for item in page.elements}


def test_a_preferred_label_bears_its_topic_and_an_alias_the_way() -> None:
    page = content_of(index_page(context()))
    links = {item.text: item.attributes for item in page.all("a")}
    assert links["βeta"] == {"href": "b/", "data-topic": "safety"}
    assert links["éa"] == {"href": "a/"}
    assert len(page.all(class_="concord-alias")) == 3


@pytest.mark.parametrize(
    ("url", "description", "address", "said"),
    [
        ("https://example.org/", "Of words.", "https://example.org/terms/", "Of words."),
        ("", "", "terms/", "2 terms and 3 other names for them."),
    ],
)
def test_structured_data(url: str, description: str, address: str, said: str) -> None:
    head = parse_html(index_page(context(url, description)).slots[Slot.HEAD])
    assert json.loads(head.one("script").text) == {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "@id": address,
        "url": address,
        "name": "Words",
        "description": said,
    }


def test_no_terms_yet() -> None:
    page = index_page(Context(site_of({})))
    assert page.description == "0 terms and 0 other names for them."
    assert "There are no terms yet." in content_of(page).text
    assert "There are no terms yet." not in content_of(index_page(context())).text
