"""The pages that lead to entries: home, A–Z, topics, redirects, 404, and the sitemap."""

import xml.etree.ElementTree as ET
from urllib.parse import urljoin

import pytest

from tests.site.page import Element, Page
from tests.site.projects import BuiltSite


def content(page: Page) -> Element:
    """What stands between navigation and footer."""
    return page.one("main").one("article")


def is_redirect(page: Page) -> bool:
    return page.has("meta", http_equiv="refresh")


def test_every_entry_has_its_page(site: BuiltSite) -> None:
    for name, entry in site.entries.items():
        page = site.entry(name)
        assert page.one("main").attributes["data-entry-id"] == name
        assert page.one("main").one("h1").text.startswith(" ".join(entry["term"].split()))
        assert page.title.startswith(entry["term"])
        assert page.meta("description")


def test_every_page_has_what_a_page_needs(site: BuiltSite) -> None:
    for name, page in site.pages.items():
        assert page.title, name
        assert page.one("html").attributes["lang"], name
        assert page.has("meta", name="viewport"), name
        if not is_redirect(page):
            assert len(page.all("h1")) == 1, name
            assert len(page.all("main")) == 1, name


def test_a_to_z_holds_every_label(site: BuiltSite) -> None:
    lines = {
        (line.links()[0][0], line.links()[0][1].rstrip("/"))
        for line in content(site.page("terms/")).all("li")
        if not line.links()[0][1].startswith("#")
    }
    expected = {
        (" ".join(label.split()), name)
        for name, entry in site.entries.items()
        for label in [entry["term"], *entry["aliases"], entry["abbreviation"]]
        if label
    }
    assert lines == expected


def test_a_to_z_says_whose_alias_it_is(foreign: BuiltSite) -> None:
    lines = [line.text for line in content(foreign.page("terms/")).all("li")]
    assert "Sencha see 煎茶" in lines
    assert "SC see 煎茶" in lines
    assert "ספל קטן see فنجان" in lines


def test_a_to_z_letters_lead_to_their_heading(foreign: BuiltSite) -> None:
    page = content(foreign.page("terms/"))
    letters = page.one("nav", aria_label="Letters").links()
    headings = [(heading.text, f"#{heading.attributes['id']}") for heading in page.all("h2")]
    assert letters == headings
    assert [letter for letter, _ in letters][:4] == ["B", "F", "K", "S"]  # ḟ is filed under F


def test_topics_list_their_entries(site: BuiltSite) -> None:
    for topic in site.data["topics"]:
        page = content(site.page(f"topics/{topic['id']}/"))
        assert page.one("h1").text == " ".join(topic["label"].split())
        links = dict(page.one("section", aria_labelledby="entries").links())
        expected = {
            " ".join(entry["term"].split()): f"../../terms/{name}/"
            for name, entry in site.entries.items()
            if entry["topic"] == topic["id"]
        }
        assert links == expected
        assert topic["entries"] == len(expected)


def test_a_topic_tells_its_story(foreign: BuiltSite) -> None:
    page = content(foreign.page("topics/leaf/"))
    assert "摘まれて、茶になるもの。" in page.text
    assert "まず煎茶を読みます[1]。" in page.text
    assert ("煎茶", "../../terms/sencha/") in page.links()
    assert "日本茶の本" in page.one("#source-1").text


def test_a_topic_without_entries_says_so(foreign: BuiltSite) -> None:
    assert "no entries yet" in content(foreign.page("topics/unused/")).text


def test_topics_are_listed(site: BuiltSite) -> None:
    links = content(site.page("topics/")).links()
    for topic in site.data["topics"]:
        assert (" ".join(topic["label"].split()), f"../topics/{topic['id']}/") in links


def test_home_leads_to_terms_and_topics(site: BuiltSite) -> None:
    home = site.page("")
    targets = {urljoin(site.url, target) for _, target in home.links()}
    assert urljoin(site.url, "terms/") in targets
    for topic in site.data["topics"]:
        assert urljoin(site.url, f"topics/{topic['id']}/") in targets


def test_a_project_without_a_home_page_is_given_one(foreign: BuiltSite) -> None:
    home = foreign.page("")
    assert home.title == "茶ことば"
    assert content(home).one("h1").text == "茶ことば"
    assert "お茶の用語集。" in content(home).text


def test_hand_written_pages_have_links_and_sources(foreign: BuiltSite) -> None:
    page = content(foreign.page("about/"))
    assert ("急須という器", "../terms/kyusu/") in page.links()
    assert ("煎茶", "../terms/sencha/") in page.links()
    assert ("[1]", "#source-1") in page.links()
    assert "日本茶の本" in page.one("#source-1").text


@pytest.mark.parametrize("former", ["green-tea", "ocha"])
def test_former_ids_redirect(foreign: BuiltSite, former: str) -> None:
    page = foreign.entry(former)
    assert page.one("meta", http_equiv="refresh").attributes["content"] == "0; url=../sencha/"
    assert page.canonical == "https://tea.example.org/words/terms/sencha/"
    assert page.meta("robots") == "noindex"
    assert page.one("body").links() == [("煎茶", "../sencha/")]


def test_former_ids_of_a_retired_entry_redirect_too(foreign: BuiltSite) -> None:
    assert foreign.entry("late-tea").one("body").links() == [("Bancha", "../bancha/")]


def test_every_former_id_redirects(site: BuiltSite) -> None:
    for name, entry in site.entries.items():
        for former in entry["former_ids"]:
            assert site.entry(former).one("body").links()[0][1] == f"../{name}/"


def test_not_found_is_useful_at_any_depth(site: BuiltSite) -> None:
    page = site.pages["404.html"]
    for link in page.all("a", href=None) + page.all("link", href=None):
        target = link.attributes["href"]
        assert target.startswith(("/", "#", "https://")), f"{target} is right at one depth only"
    targets = {urljoin(site.url, target) for _, target in content(page).links()}
    assert {site.url, f"{site.url}terms/"} <= targets


def test_sitemap_lists_what_may_be_indexed(site: BuiltSite) -> None:
    tree = ET.fromstring((site.folder / "sitemap.xml").read_bytes())  # noqa: S314  # our own file
    namespace = {"": "http://www.sitemaps.org/schemas/sitemap/0.9"}
    listed = [element.text for element in tree.findall("url/loc", namespace)]
    expected = [
        site.absolute(name)
        for name, page in site.pages.items()
        if name != "404.html" and page.meta("robots") is None
    ]
    assert sorted(map(str, listed)) == sorted(expected)


def test_sitemap_dates_are_days_of_review(foreign: BuiltSite) -> None:
    text = (foreign.folder / "sitemap.xml").read_text("utf-8")
    assert (
        "<loc>https://tea.example.org/words/terms/sencha/</loc><lastmod>2026-11-23</lastmod>"
        in text
    )
    assert text.count("<lastmod>") == 2
