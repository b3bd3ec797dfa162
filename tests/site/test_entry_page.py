"""The page of an entry that has everything, ``sencha`` of the foreign glossary: excerpts of it."""

import json
from typing import Any

import pytest

from tests.site.page import Element, Page
from tests.site.projects import BuiltSite

URL = "https://tea.example.org/words/terms/sencha/"
DEFINITION = "蒸した茶葉を揉んで乾かした緑茶で、急須に湯を注いで淹れる"


@pytest.fixture(scope="module")
def page(foreign: BuiltSite) -> Page:
    return foreign.entry("sencha")


@pytest.fixture(scope="module")
def main(page: Page) -> Element:
    return page.one("main")


def section(page: Page, name: str) -> Element:
    """The section under the heading with this id."""
    return page.one("section", aria_labelledby=name)


def structured_data(page: Page) -> Any:
    return json.loads(page.one("script", type="application/ld+json").raw_text)


def test_definition_comes_first(page: Page, main: Element) -> None:
    definition = main.one("#definition")
    assert definition.text.startswith(DEFINITION)
    assert main.one("h1").text.startswith("煎茶")
    places = [page.order[element] for element in [main.one("h1"), definition]]
    places += [page.order[heading] for heading in main.all("h2")]
    assert places == sorted(places)
    between = [text for text in main.all("p") if places[0] < page.order[text] < places[1]]
    assert [text.text for text in between] == ["Also called Sencha, سنتشا"]


def test_head_names_everything(main: Element) -> None:
    assert main.attributes["data-entry-id"] == "sencha"
    assert main.one("h1").one("abbr").text == "SC"
    facts = main.one(".concord-facts")
    assert ("葉と𠮷田の畑 🍃", "../../topics/leaf/") in facts.links()
    assert "飲み物" in facts.text
    assert "Reviewed 2026-11-23" in facts.text
    assert facts.one("time").attributes["datetime"] == "2026-11-23"


def test_breadcrumbs(main: Element) -> None:
    assert main.one("nav", aria_label="Breadcrumbs").links() == [
        ("Home", "../../"),
        ("Terms", "../"),
        ("葉と𠮷田の畑 🍃", "../../topics/leaf/"),
    ]


def test_body(main: Element) -> None:
    body = main.one(".concord-body")
    assert [(heading.tag, heading.text) for heading in body if heading.tag in ("h2", "h3")] == [
        ("h2", "淹れ方"),
        ("h3", "温度"),
        ("h2", "保存"),
    ]
    assert ("急須", "../kyusu/") in body.links()
    assert [cell.text for cell in body.all("td")] == ["煎茶", "70 °C", "玉の露", "50 °C"]
    assert [item.text for item in body.one("ol").all("li")] == ["光を避ける。", "密閉する。"]


def test_headings_of_the_body_are_in_the_table_of_contents(page: Page) -> None:
    contents = page.one("nav.md-nav--secondary").links()
    assert ("淹れ方", "#淹れ方") in contents
    assert ("Cite this entry", "#cite") in contents


def test_examples_misconception_and_debate(page: Page) -> None:
    examples = section(page, "examples").all("li")
    assert [example.text.removesuffix(".") for example in examples] == [
        "八十八夜に摘んだ葉で作る[3]",
        "朝に一杯。",
    ]
    paragraphs = section(page, "misconception").all("p")
    assert [paragraph.text for paragraph in paragraphs] == [
        "煎茶は粉ではない。",
        "粉は抹茶である。",
    ]
    debate = section(page, "debate")
    assert "最初の湯は捨てるべきか。" in debate.text
    assert [position.text for position in debate.all("li")] == [
        "捨てると香りが立つ。[1]",
        "捨てると味を失う。[2]",
    ]


def test_links_are_grouped_by_relation_with_their_reasons(page: Page) -> None:
    groups = {
        group.one("h3").text: [(item.links()[0], item.text) for item in group.all("li")]
        for group in section(page, "connections").all(data_relation=None)
    }
    assert groups == {
        "で淹れる": [(("急須", "../kyusu/"), "急須急須の網が細かい葉を留める。[3]")],
        "ähnelt": [(("玉露", "../gyokuro/"), "玉露どちらも蒸す。")],
    }


@pytest.mark.parametrize(
    ("name", "label", "other", "reason"),
    [
        ("kyusu", "を淹れる器である", "../sencha/", "急須の網が細かい葉を留める。"),
        ("gyokuro", "ähnelt", "../sencha/", "どちらも蒸す。"),
        ("finjan", "を淹れる器である", "../matcha/", "اليوم يُشرب هكذا أيضاً."),
    ],
    ids=["inverse", "symmetric", "right to left"],
)
def test_links_show_on_the_other_side_too(
    foreign: BuiltSite, name: str, label: str, other: str, reason: str
) -> None:
    (group,) = section(foreign.entry(name), "connections").all(data_relation=None)
    assert group.one("h3").text == label
    assert group.links()[0][1] == other
    assert reason in group.text


def test_mentions_lead_both_ways(foreign: BuiltSite) -> None:
    named = foreign.entry("matcha").one("#definition")
    assert ("煎茶", "../sencha/") in named.links()
    assert ("抹茶", "../matcha/") in section(foreign.entry("sencha"), "mentioned-in").links()


def test_sources_are_numbered_and_linked(page: Page) -> None:
    book, article, preprint = section(page, "sources").one("ol").all("li")
    assert book.text.startswith("田中一郎 (1999). 日本茶の本. 茶書房.")
    assert article.text.startswith("Müller, Ä. and Le Goff, J. L. (2021). Grüner Tee & das Wasser.")
    assert "Teekunde 7(2), 1-9." in article.text
    doi = "https://doi.org/10.1234/tee(2021)%3C7%3E"
    assert ("doi:10.1234/tee(2021)<7>", doi) in article.links()
    assert ("arXiv:2301.01234", "https://arxiv.org/abs/2301.01234") in preprint.links()


def test_citations_lead_to_their_source_and_back(page: Page, main: Element) -> None:
    items = {item.attributes["id"]: item for item in section(page, "sources").one("ol").all("li")}
    marks = [mark for mark in main.all("a", id=None) if mark.attributes["href"][1:] in items]
    assert [mark.text for mark in marks] == ["[1]", "[2]", "[3]", "[3]", "[1]", "[2]", "[3]"]
    for mark in marks:
        source = items[mark.attributes["href"][1:]]
        assert f"#{mark.attributes['id']}" in [target for _, target in source.links()]
    back = [link for item in items.values() for link in item.all("a") if "↩" not in link.text]
    assert all(link.text or link.attributes.get("aria-label") for link in back)


def test_cite_this_entry(page: Page) -> None:
    plain, bibtex, csl = (text.raw_text for text in section(page, "cite").all("pre"))
    assert plain == f"“煎茶” (2026). In 茶ことば. {URL}"
    assert bibtex.startswith("@incollection{")
    assert {"title = {煎茶}", "booktitle = {茶ことば}", f"url = {{{URL}}}"} <= {
        line.strip(" ,") for line in bibtex.splitlines()
    }
    (item,) = json.loads(csl)
    assert item["title"] == "煎茶"
    assert item["container-title"] == "茶ことば"
    assert item["URL"] == URL
    assert item["issued"] == {"date-parts": [[2026, 11, 23]]}


def test_edit_and_source_follow_repo_url_and_edit_uri(main: Element) -> None:
    repository = "https://git.example.org/tea/words/-"
    file = "main/words/entries/leaf/sencha.yml"
    links = dict(main.links())
    assert links["Edit this entry"] == f"{repository}/edit/{file}"
    assert links["View its YAML source"] == f"{repository}/blob/{file}"


def test_previous_and_next_in_the_topic(foreign: BuiltSite) -> None:
    ways = {
        name: {
            link.attributes["rel"]: link.attributes["href"]
            for link in foreign.entry(name).one("main").all("a", rel=None)
            if link.attributes["rel"] in ("prev", "next")
        }
        for name in ("bancha", "matcha", "sencha", "gyokuro")
    }
    assert ways == {
        "bancha": {"next": "../../terms/matcha/"},
        "matcha": {"prev": "../../terms/bancha/", "next": "../../terms/sencha/"},
        "sencha": {"prev": "../../terms/matcha/", "next": "../../terms/gyokuro/"},
        "gyokuro": {"prev": "../../terms/sencha/"},
    }


def test_structured_data(page: Page) -> None:
    data = structured_data(page)
    term_set = data.pop("inDefinedTermSet")
    assert data.pop("description").startswith(DEFINITION)
    assert data == {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": URL,
        "url": URL,
        "termCode": "sencha",
        "name": "煎茶",
        "alternateName": ["Sencha", "سنتشا", "SC"],
        "dateModified": "2026-11-23",
    }
    assert term_set["@type"] == "DefinedTermSet"
    assert term_set["@id"] == "https://tea.example.org/words/terms/"
    assert term_set["name"] == "茶ことば"


def test_the_set_of_terms_is_the_index(foreign: BuiltSite) -> None:
    data = structured_data(foreign.page("terms/"))
    assert data["@type"] == "DefinedTermSet"
    assert data["@id"] == structured_data(foreign.entry("sencha"))["inDefinedTermSet"]["@id"]


def test_head(page: Page) -> None:
    assert page.title == "煎茶 - 茶ことば"
    assert page.canonical == URL
    assert page.one("html").attributes["lang"] == "ja"
    description = page.meta("description")
    assert description is not None
    assert description.startswith(DEFINITION)
    graph = {name: page.meta(f"og:{name}") for name in ("type", "title", "url", "site_name")}
    assert graph == {"type": "article", "title": "煎茶", "url": URL, "site_name": "茶ことば"}
    assert page.meta("og:description") == description


def test_a_retired_entry_says_what_replaces_it(foreign: BuiltSite) -> None:
    page = foreign.entry("bancha")
    notice = page.one("main").one(".admonition")
    assert "retired" in notice.text
    assert notice.links() == [("煎茶", "../sencha/")]
    assert "Retired" in page.one(".concord-facts").text
    assert page.meta("robots") == "noindex"


def test_an_entry_without_anything_optional(foreign: BuiltSite) -> None:
    main = foreign.entry("gyokuro").one("main")
    headings = [heading.attributes["id"] for heading in main.all("h2")]
    assert headings == ["connections", "neighbourhood", "mentioned-in", "cite"]
    assert not main.has("abbr")
    assert not main.has("time")
    assert "Also called" not in main.text
