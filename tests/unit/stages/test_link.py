"""Both ends of every link."""

import pytest

from build_tools.model.entry import Entry, Link
from build_tools.model.glossary import Glossary, LinkedGlossary
from build_tools.model.identifiers import EntryId, KindKey, ReferenceKey, RelationKey, TopicKey
from build_tools.model.vocabulary import Relation, Vocabularies
from build_tools.stages.link import link

TERMS = {"a": "Zeta", "b": "Beta", "c": "alpha"}
RELATIONS = {
    RelationKey(key): Relation(RelationKey(key), key, f"{key} of", symmetric=key == "related")
    for key in ("broader", "related", "exploits")
}


def linked(*stated: tuple[str, str, str]) -> LinkedGlossary:
    """Three entries, and links as source, relation and target; the reason tells their order."""
    entries = {}
    for name, term in TERMS.items():
        links = tuple(
            Link(RelationKey(relation), EntryId(target), f"{at}.", (ReferenceKey(f"r{at}"),))
            for at, (source, relation, target) in enumerate(stated)
            if source == name
        )
        entry_id = EntryId(name)
        path = f"{name}.yml"
        entries[entry_id] = Entry(
            entry_id, path, term, TopicKey("t"), KindKey("k"), "d", links=links
        )
    return link(Glossary(entries, Vocabularies(relations=RELATIONS), {}))


def ends(glossary: LinkedGlossary, name: str) -> list[tuple[str, bool, str, str]]:
    found = glossary.connections[EntryId(name)]
    return [(item.relation, item.inverse, item.other, item.because) for item in found]


def test_no_links() -> None:
    glossary = linked()
    assert glossary.links == 0
    assert glossary.connections == {"a": (), "b": (), "c": ()}


@pytest.mark.parametrize(("relation", "inverse"), [("exploits", True), ("related", False)])
def test_a_symmetric_link_reads_alike_from_both_ends(relation: str, inverse: bool) -> None:
    glossary = linked(("a", relation, "b"))
    assert glossary.links == 1
    assert ends(glossary, "a") == [(relation, False, "b", "0.")]
    assert ends(glossary, "b") == [(relation, inverse, "a", "0.")]
    for name in "ab":
        (end,) = glossary.connections[EntryId(name)]
        assert end.sources == ("r0",)


def test_ends_are_in_the_order_of_relations_then_direction_then_label() -> None:
    glossary = linked(
        ("a", "exploits", "b"),
        ("a", "related", "c"),
        ("a", "broader", "c"),
        ("b", "related", "c"),
        ("b", "exploits", "c"),
        ("b", "exploits", "a"),
    )
    assert glossary.links == 6
    assert ends(glossary, "a") == [
        ("broader", False, "c", "2."),
        ("related", False, "c", "1."),
        ("exploits", False, "b", "0."),
        ("exploits", True, "b", "5."),
    ]
    assert ends(glossary, "b") == [
        ("related", False, "c", "3."),
        ("exploits", False, "c", "4."),
        ("exploits", False, "a", "5."),
        ("exploits", True, "a", "0."),
    ]
    assert ends(glossary, "c") == [
        ("broader", True, "a", "2."),
        ("related", False, "b", "3."),
        ("related", False, "a", "1."),
        ("exploits", True, "b", "4."),
    ]
