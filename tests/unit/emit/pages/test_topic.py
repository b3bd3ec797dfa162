"""A topic's page, and the list of topics."""

import pytest

from build_tools.emit.pages import topic as module
from build_tools.emit.pages.topic import topic_cards, topic_page, topics_page
from build_tools.emit.parts.context import Context
from build_tools.model.identifiers import TopicKey
from build_tools.model.project import Project
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import Element, content_of, parse_html

FILES = {
    "glossary/topics.yml": (
        'alignment: {label: "Align & Co", definition: "Of [[a]]s.", story: "See [[a]] [@doe2020]."}\n'
        "safety: {label: Safety, definition: Keeping harm away.}\n"
    ),
    entry_path("a"): (
        "term: <A> & co\nabbreviation: ÄA\ntopic: alignment\nkind: concept\n"
        "definition: Something with <tags> in it.\n"
    ),
    entry_path("b"): (
        "term: βeta\ntopic: alignment\nkind: concept\ndefinition: Something like [[a]].\n"
    ),
}


def context() -> Context:
    return Context(site_of(FILES, Project(name="Words")))


def page(key: str) -> Element:
    found = context()
    return content_of(topic_page(found, found.site.vocabularies.topics[TopicKey(key)]))


def test_a_topic_tells_its_story_and_lists_its_entries() -> None:
    content = page("alignment")
    assert content.one("h1").text == "Align & Co"
    assert content.one(class_="concord-lead").text == "Of <A> & cos."
    links = [link.attributes["href"] for link in content.all("a", class_="concord-link")]
    assert links == ["../../terms/a/"] * 2
    assert content.one(id_="entries").text == "2 entries"
    items = content.one(class_="concord-entries").all("li")
    assert [item.one("a").text for item in items] == ["<A> & co", "βeta"]
    assert [item.one("p").text for item in items] == [
        "Something with <tags> in it.",
        "Something like <A> & co.",
    ]
    assert [item.text for item in content.all("abbr")] == ["ÄA"]
    assert "On Terms" in content.one(class_="concord-sources").text


def test_a_topic_without_entries_and_sources() -> None:
    content = page("safety")
    assert content.one(id_="entries").text == "0 entries"
    assert "This topic has no entries yet." in content.text
    assert "This topic has no entries yet." not in page("alignment").text
    assert not content.all(id_="sources")


@pytest.mark.parametrize(("most", "definitions"), [(3, 2), (2, 2), (1, 0)])
def test_a_long_list_has_terms_alone(
    most: int, definitions: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_DEFINITIONS", most)
    items = page("alignment").one(class_="concord-entries").all("li")
    assert [item.one("a").text for item in items] == ["<A> & co", "βeta"]
    assert sum(len(item.all("p")) for item in items) == definitions


def test_the_list_of_topics() -> None:
    found = topics_page(context())
    assert found.description == "2 topics in Words."
    cards = content_of(found).one(class_="concord-topics").all("li")
    assert [card.one("span").text for card in cards] == ["2 entries", "0 entries"]
    assert [card.one("p").text for card in cards] == ["Of <A> & cos.", "Keeping harm away."]


@pytest.mark.parametrize("root", ["./", "../", "../../"])
def test_cards_lead_to_topics_from_wherever_they_stand(root: str) -> None:
    links = parse_html(topic_cards(context(), root)).all("a")
    assert [link.attributes["href"] for link in links] == [
        f"{root}topics/alignment/",
        f"{root}topics/safety/",
    ]


def test_four_hundred_definitions_are_not_too_many() -> None:
    assert module.MOST_DEFINITIONS == 400
