"""Redirects, the sitemap, style sheets, and the pages that are no entries."""

import re
from collections.abc import Iterable
from xml.etree import ElementTree as ET

import pytest

from build_tools.emit.data import sitemap as sitemap_module
from build_tools.emit.data.sitemap import sitemap
from build_tools.emit.data.stylesheet import vocabulary_stylesheet
from build_tools.emit.pages.home import home_page
from build_tools.emit.pages.index import index_page
from build_tools.emit.pages.manual import manual_index, manual_pages
from build_tools.emit.pages.redirects import redirect_pages
from build_tools.emit.pages.topic import topic_page, topics_page
from build_tools.emit.parts.context import Context, Page
from build_tools.emit.parts.shell import Slot
from build_tools.model.artifact import Artifact
from build_tools.model.diagnostics import Code
from build_tools.model.identifiers import TopicKey
from build_tools.model.project import Project
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import Element, parse_html

FILES = {
    "glossary/topics.yml": (
        'alignment: {label: "Align & Co", definition: "Of [[a]]s.", story: "See [[a]] [@doe2020].",'
        ' colour: "#123456"}\n'
        "safety: {label: Safety, definition: Keeping harm away.}\n"
    ),
    entry_path("a"): (
        "term: <A> & co\naliases: [42, éa]\nabbreviation: ÄA\ntopic: alignment\nkind: concept\n"
        "definition: Something with <tags> in it.\nformer_ids: [z, y]\nreviewed: 2026-11-23\n"
    ).replace("42", '"42"'),
    entry_path("b"): (
        "term: βeta\ntopic: alignment\nkind: concept\ndefinition: Something that was retired.\n"
        "status: deprecated\nreplaced_by: a\n"
    ),
}


def context(url: str = "https://example.org/") -> Context:
    return Context(site_of(FILES, Project(name="Words", url=url)))


def texts(artifacts: Iterable[Artifact]) -> dict[str, str]:
    return {item.path: b"".join(item.pieces).decode() for item in artifacts}


def content(page: Page) -> Element:
    return parse_html(page.slots[Slot.CONTENT])


@pytest.mark.parametrize(
    ("url", "canonical"), [("https://example.org/", "https://example.org/terms/a/"), ("", "../a/")]
)
def test_former_ids_redirect(url: str, canonical: str) -> None:
    pages = texts(redirect_pages(context(url)))
    assert list(pages) == ["terms/y/index.html", "terms/z/index.html"]
    page = parse_html(pages["terms/y/index.html"])
    assert page.one("title").text == page.one("a").text == "<A> & co"
    assert page.one("a").attributes["href"] == "../a/"
    assert page.all("link")[0].attributes == {"rel": "canonical", "href": canonical}
    assert page.all("meta")[-1].attributes["content"] == "0; url=../a/"


def test_the_sitemap_has_pages_and_entries_that_are_not_retired() -> None:
    files = texts(sitemap(context(), ["", "topics/", "topics/", "terms/"]))
    root = ET.fromstring(files["sitemap.xml"])  # noqa: S314  # our own
    space = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    found = [
        (url.findtext("s:loc", None, space), url.findtext("s:lastmod", None, space)) for url in root
    ]
    assert found == [
        ("https://example.org/", None),
        ("https://example.org/terms/", None),
        ("https://example.org/topics/", None),
        ("https://example.org/terms/a/", "2026-11-23"),
    ]


def test_a_large_sitemap_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sitemap_module, "MOST_URLS", 2)
    files = texts(sitemap(context(), ["x/", "y/"]))
    assert sorted(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap.xml"]
    assert files["sitemap.xml"].count("<sitemap>") == 2
    assert files["sitemap-1.xml"].count("<url>") + files["sitemap-2.xml"].count("<url>") == 3


def test_without_an_address_there_is_no_sitemap() -> None:
    assert texts(sitemap(context(""), ["x/"])) == {}


def test_the_a_to_z_has_every_label_under_its_letter() -> None:
    page = content(index_page(context()))
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


def test_a_topic_tells_its_story_and_lists_its_entries() -> None:
    found = context()
    topic = found.site.vocabularies.topics[TopicKey("alignment")]
    page = content(topic_page(found, topic))
    assert page.one("h1").text == "Align & Co"
    assert page.one(class_="concord-lead").text == "Of <A> & cos."
    links = [link.attributes["href"] for link in page.all("a", class_="concord-link")]
    assert links == ["../../terms/a/"] * 2
    assert [item.one("a").text for item in page.one(class_="concord-entries").all("li")] == [
        "<A> & co",
        "βeta",
    ]
    assert "On Terms" in page.one(class_="concord-sources").text


def test_a_topic_without_entries() -> None:
    found = context()
    topic = found.site.vocabularies.topics[TopicKey("safety")]
    assert "This topic has no entries yet." in content(topic_page(found, topic)).text


def test_lists_of_topics() -> None:
    for page in (topics_page(context()), home_page(context())):
        cards = content(page).one(class_="concord-topics").all("li")
        assert [card.one("span").text for card in cards] == ["2 entries", "0 entries"]


def test_the_manual_has_a_page_for_each_code() -> None:
    found = context()
    index = content(manual_index(found))
    assert [link.attributes["href"] for link in index.all("a")] == [f"{code}/" for code in Code]
    urls = {page.url for page in manual_pages(found)}
    assert urls == {f"contribute/checks/{code}/" for code in Code}
    for page in manual_pages(found):
        assert page.title in content(page).text


def test_markup_in_the_manual_is_shown_as_it_is_written() -> None:
    (page,) = (page for page in manual_pages(context()) if page.title == "raw-html")
    assert [code.text for code in content(page).all("code")] == ["raw-html", "`<b>`", "&lt;"]


def test_each_topic_has_a_colour_on_light_and_on_dark_ground() -> None:
    (sheet,) = texts(vocabulary_stylesheet(context())).values()
    assert '[data-topic="alignment"]{--concord-topic:#123456}' in sheet
    rules = re.findall(r'(\S+ )?\[data-topic="safety"\]\{--concord-topic:(.+)\}', sheet)
    assert [scheme for scheme, _colour in rules] == ["", '[data-md-color-scheme="slate"] ']
    assert rules[0][1] != rules[1][1]
