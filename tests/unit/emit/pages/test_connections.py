"""Typed links from both of their ends, and the entries that name one."""

import pytest

from build_tools.emit.pages import connections as module
from build_tools.emit.pages.connections import connections_section, mentioned_in_section
from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context
from build_tools.model.identifiers import EntryId
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import Element, parse_html

ENTRY = "term: {0}\ntopic: {1}\nkind: concept\ndefinition: Something that is called {0}.\n"
HUB = ENTRY.format("Hub", "safety")


def connections(files: dict[str, str], name: str) -> list[tuple[str, list[str]]]:
    site = site_of(files)
    entry = site.entries[EntryId(name)]
    page = parse_html(connections_section(Context(site), entry, CitationNumbers()))
    return [
        (group.one("h3").text, [item.text for item in group.all("li")])
        for group in page.all(class_="concord-relation")
    ]


def test_an_entry_without_links() -> None:
    assert connections({entry_path("hub"): HUB}, "hub") == []


def test_links_are_grouped_by_relation_and_direction() -> None:
    files = {
        entry_path("hub"): HUB
        + "links:\n"
        + "  - {relation: exploits, target: a, because: 'So <it> is.', sources: [doe2020]}\n"
        + "  - {relation: exploits, target: b, sources: [doe2020]}\n"
        + "  - {relation: related, target: a}\n",
        entry_path("a"): ENTRY.format("<A>", "safety"),
        entry_path("b"): ENTRY.format("B", "safety")
        + "links: [{relation: exploits, target: hub}]\n",
    }
    assert connections(files, "hub") == [
        ("is related to", ["<A>"]),
        ("exploits", ["<A>So <it> is.[1]", "B[1]"]),
        ("is exploited by", ["B"]),
    ]
    assert connections(files, "a") == [
        ("is related to", ["Hub"]),
        ("is exploited by", ["HubSo <it> is.[1]"]),
    ]


def test_a_reason_links_from_where_it_stands() -> None:
    site = site_of(
        {
            entry_path("hub"): HUB
            + "links: [{relation: exploits, target: a, because: 'As [[b]] has it.'}]\n",
            entry_path("a"): ENTRY.format("A", "safety"),
            entry_path("b"): ENTRY.format("B", "safety"),
        }
    )
    for name in ("hub", "a"):
        section = connections_section(Context(site), site.entries[EntryId(name)], CitationNumbers())
        reason = parse_html(section).one(class_="concord-because")
        assert reason.text == "As B has it."
        assert reason.one("a").attributes["href"] == "../../terms/b/"


def mentioned_in(files: dict[str, str]) -> Element:
    site = site_of(files)
    return parse_html(mentioned_in_section(Context(site), site.entries[EntryId("hub")]))


def naming(name: str, topic: str = "alignment", more: str = "") -> dict[str, str]:
    return {entry_path(name): ENTRY.format(name.title(), topic) + f"body: Of [[hub]].\n{more}"}


def test_an_entry_that_nobody_names() -> None:
    assert mentioned_in({entry_path("hub"): HUB}).content == []


@pytest.mark.parametrize(
    ("most", "shown", "rest"),
    [
        (5, ["A", "B", "C", "D"], ""),
        (4, ["A", "B", "C", "D"], ""),
        (3, ["A", "C", "D"], "and in 1 more entry."),
        (2, ["C", "D"], "and in 2 more entries."),
        (1, ["D"], "and in 3 more entries."),
    ],
)
def test_of_many_the_nearest_are_shown(
    most: int, shown: list[str], rest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_MENTIONS", most)
    files = {
        entry_path("hub"): HUB,
        **naming("a"),
        **naming("b"),
        **naming("c", "safety"),
        **naming("d", more="links: [{relation: related, target: hub}]\n"),
    }
    page = mentioned_in(files)
    assert [item.text for item in page.all("li")] == shown
    assert "".join(item.text for item in page.all("p")) == rest
