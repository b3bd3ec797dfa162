"""What to read before an entry: the same as networkx says, but for the limit."""

import random

import pytest

from build_tools.model.entry import Entry, Link
from build_tools.model.identifiers import EntryId, KindKey, RelationKey, TopicKey
from build_tools.stages.graph.costs import prerequisite_relations
from build_tools.stages.graph.questions import GraphQuestions
from build_tools.stages.graph.reading_order import MOST, read_first
from tests.support.glossaries import entry_path, site_of

REQUIRES = RelationKey("requires")
RELATIONS = """
requires: {label: presupposes, inverse_label: is presupposed by, transitive: true, acyclic: true, hierarchical: false}
builds-on: {label: builds on, inverse_label: is built upon by, transitive: true, acyclic: true, hierarchical: false}
exploits: {label: exploits, inverse_label: is exploited by}
"""


def entries(needs: dict[str, str]) -> list[Entry]:
    return [
        Entry(
            EntryId(name),
            entry_path(name),
            name,
            TopicKey("t"),
            KindKey("k"),
            "",
            links=tuple(Link(REQUIRES, EntryId(other), "") for other in others),
        )
        for name, others in needs.items()
    ]


@pytest.mark.parametrize(
    ("needs", "name", "before"),
    [
        ({"a": "b", "b": ""}, "a", "b"),
        ({"a": "bc", "b": "", "c": "b"}, "a", "bc"),
        ({"a": "zc", "z": "", "c": "b", "b": ""}, "a", "bzc"),
        ({"a": "c", "b": "", "c": "db", "d": "b"}, "a", "bdc"),
        ({"a": "b", "b": "c", "c": "d", "d": ""}, "a", "dcb"),
        ({"a": "b", "b": "c", "c": "b"}, "a", "bc"),
        ({"a": "bcdefghij", **dict.fromkeys("bcdefghij", "")}, "a", "bcdefghi"),
        ({"a": "z", "z": "bcdefghij", **dict.fromkeys("bcdefghij", "")}, "a", "bcdefghz"),
    ],
)
def test_each_comes_after_what_it_needs_and_the_nearest_are_kept(
    needs: dict[str, str], name: str, before: str
) -> None:
    found = read_first(entries(needs), {REQUIRES})
    assert "".join(found[EntryId(name)]) == before
    assert {key for key, others in needs.items() if others} == found.keys()


def test_without_such_relations_there_is_nothing_to_say() -> None:
    assert read_first(entries({"a": "b", "b": ""}), ()) == {}


@pytest.mark.parametrize("circles", [False, True])
def test_networkx_says_the_same(circles: bool) -> None:
    chance = random.Random(3)  # noqa: S311  # no secret
    names = [f"n{at:02}" for at in range(40)]
    links: dict[str, list[tuple[str, str]]] = {name: [] for name in names}
    for name in names:
        for other in chance.sample(names, 4):
            if other < name:
                links[name].append(("requires", other))
            elif other > name and circles and chance.random() < 0.2:
                links[name].append(("builds-on", other))
            elif other > name:
                links[name].append(("exploits", other))
    site = site_of(
        {
            "glossary/relations.yml": RELATIONS,
            **{
                entry_path(name): f"term: Term{name}\ntopic: alignment\nkind: concept\n"
                "definition: What names no other.\n"
                + ("links:\n" if stated else "")
                + "".join(f"  - {{relation: {key}, target: {other}}}\n" for key, other in stated)
                for name, stated in links.items()
            },
        }
    )
    relations = prerequisite_relations(site.vocabularies.relations.values())
    found = read_first(site.entries.values(), relations)
    questions = GraphQuestions(site)
    cut = 0
    for name in site.entries:
        whole, few = questions.prerequisites(name), found.get(name, ())
        cut += len(whole) > MOST
        assert len(few) == min(MOST, len(whole))
        if circles:
            assert set(few) <= set(whole)
        else:
            assert few == tuple(other for other in whole if other in few)
    assert cut
