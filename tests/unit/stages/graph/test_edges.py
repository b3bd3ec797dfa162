"""Entries as nodes, their typed links as edges."""

import json

import pytest

from build_tools.model.graph import ConceptGraph
from build_tools.model.identifiers import EntryId
from build_tools.stages.graph.edges import concept_graph
from tests.support.glossaries import entry_path, site_of

ENTRY = "term: {0}\ntopic: {1}\nkind: concept\ndefinition: Something that is called {0}.\n"


def graph(*entries: tuple[str, str, str]) -> ConceptGraph:
    """Of entries, each its name, its topic, and links as ``relation target, …``."""
    files = {}
    for name, topic, stated in entries:
        pairs = [pair.split(" ") for pair in stated.split(", ") if pair]
        links = [{"relation": relation, "target": target} for relation, target in pairs]
        files[entry_path(name)] = ENTRY.format(name, topic) + f"links: {json.dumps(links)}\n"
    return concept_graph(site_of(files))


def test_no_entries() -> None:
    assert graph() == ConceptGraph((), (), (), (), (), ())


def test_an_entry_alone() -> None:
    ids = (EntryId("a"),)
    assert graph(("a", "safety", "")) == ConceptGraph(ids, (1,), (), (), (), ((),))


def test_edges_are_as_stated_and_stand_by_their_source() -> None:
    found = graph(
        ("c", "alignment", "exploits a"),
        ("a", "safety", "related b, exploits b"),
        ("b", "alignment", "exploits c"),
    )
    assert found.ids == ("a", "b", "c")
    assert found.topic == (1, 0, 0)
    stated = zip(found.source, found.target, found.links, strict=True)
    assert [(one, other, link.relation) for one, other, link in stated] == [
        (0, 1, "related"),
        (0, 1, "exploits"),
        (1, 2, "exploits"),
        (2, 0, "exploits"),
    ]


@pytest.mark.parametrize(
    ("first", "second"),
    [("exploits b", ""), ("related b, exploits b", ""), ("exploits b", "exploits a")],
    ids=["one link", "two links", "one each way"],
)
def test_neighbors_are_counted_once(first: str, second: str) -> None:
    assert graph(("a", "safety", first), ("b", "safety", second)).neighbours == ((1,), (0,))
