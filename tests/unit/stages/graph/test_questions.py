"""Questions that networkx answers: components, prerequisites, explanations, definitions."""

import pytest

from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId, RelationKey
from build_tools.stages.graph.questions import GraphQuestions, definition_order
from tests.support.glossaries import entry_path, site_of

RELATIONS = """
broader: {label: is a kind of, inverse_label: has as a kind, transitive: true, acyclic: true}
requires: {label: presupposes, inverse_label: is presupposed by, transitive: true, acyclic: true, hierarchical: false}
exploits: {label: exploits, inverse_label: is exploited by}
related: {label: is related to, symmetric: true, skos: "skos:related"}
"""


def site(links: dict[str, list[tuple[str, str]]], texts: dict[str, str] | None = None) -> Site:
    """A glossary of entries that are named like their ids, which no text says unless it is given."""
    files: dict[str, str | bytes | None] = {"glossary/relations.yml": RELATIONS}
    for name, stated in links.items():
        rows = "".join(
            f"  - {{relation: {relation}, target: {target}, because: Since {relation}.}}\n"
            for relation, target in stated
        )
        files[entry_path(name)] = (
            f"term: Term{name}\ntopic: alignment\nkind: concept\n"
            f"definition: {(texts or {}).get(name, 'Something that says nothing of others.')}\n"
            + (f"links:\n{rows}" if rows else "")
        )
    return site_of(files)


def test_components_are_sorted_by_size_then_id() -> None:
    questions = GraphQuestions(site({"d": [("related", "e")], "e": [], "a": [], "b": [], "c": []}))
    assert questions.components() == (("d", "e"), ("a",), ("b",), ("c",))


def test_a_link_that_follows_from_others_is_not_drawn() -> None:
    questions = GraphQuestions(
        site({"a": [("broader", "b"), ("broader", "c")], "b": [("broader", "c")], "c": []})
    )
    assert questions.reduced(RelationKey("broader")) == (("a", "b"), ("b", "c"))


@pytest.mark.parametrize(
    ("name", "before", "after"),
    [
        ("a", ("d", "b", "c"), ()),
        ("c", ("d", "b"), ("a",)),
        ("d", (), ("b", "c")),
        ("e", (), ()),
    ],
)
def test_prerequisites_come_in_an_order_to_read_them_in(
    name: str, before: tuple[str, ...], after: tuple[str, ...]
) -> None:
    links = {
        "a": [("requires", "c"), ("exploits", "e")],
        "b": [("requires", "d")],
        "c": [("requires", "b"), ("requires", "d")],
        "d": [("broader", "e")],
        "e": [],
    }
    questions = GraphQuestions(site(links))
    assert questions.prerequisites(EntryId(name)) == before
    assert questions.unlocked(EntryId(name)) == after


def told(site: Site, source: str, target: str) -> list[tuple[str, float]]:
    """Each explanation and its cost; those of one cost in the order of their words."""
    found = GraphQuestions(site).explanations(EntryId(source), EntryId(target))
    paths = [
        (
            " ".join(
                [source]
                + [
                    f"{'<' if s.inverse else '>'}{s.relation or 'mention'} {s.target}"
                    for s in item.steps
                ]
            ),
            item.cost,
        )
        for item in found
    ]
    assert [cost for _path, cost in paths] == sorted(cost for _path, cost in paths)
    return sorted(paths, key=lambda item: (item[1], item[0]))


def test_a_specific_detour_is_cheaper_than_a_loose_link_and_that_than_a_mention() -> None:
    links = {
        "a": [("related", "z"), ("exploits", "m")],
        "m": [],
        "n": [("exploits", "a"), ("exploits", "z")],
        "z": [("exploits", "m")],
    }
    assert told(site(links), "a", "z") == [
        ("a <exploits n >exploits z", 2.0),
        ("a >exploits m <exploits z", 2.0),
        ("a >related z", 2.5),
    ]
    texts = {"a": "Something that is unlike Termz in all."}
    assert told(site({"a": [], "z": []}, texts), "a", "z") == [("a >mention z", 4.0)]
    assert told(site({"a": [], "z": []}, texts), "z", "a") == [("z <mention a", 4.0)]


def test_explanations_share_no_entry_between_their_ends() -> None:
    links = {
        "a": [("exploits", "m"), ("exploits", "p")],
        "m": [("exploits", "n"), ("exploits", "z")],
        "n": [("exploits", "z")],
        "p": [("related", "z")],
        "z": [],
    }
    assert [path for path, _cost in told(site(links), "a", "z")] == [
        "a >exploits m >exploits z",
        "a >exploits p >related z",
    ]


@pytest.mark.parametrize(("source", "target"), [("a", "a"), ("a", "b"), ("a", "no"), ("no", "a")])
def test_what_does_not_connect_has_no_explanation(source: str, target: str) -> None:
    assert told(site({"a": [], "b": []}), source, target) == []


def test_definitions_that_explain_each_other_rest_equally_deep() -> None:
    used = {"a": ["b"], "b": ["c", "d"], "c": ["b"], "d": ["e"], "e": [], "f": ["f"]}
    order = definition_order(
        {EntryId(name): [EntryId(other) for other in others] for name, others in used.items()}
    )
    assert order.cycles == (("b", "c"),)
    assert order.depth == {"a": 3, "b": 2, "c": 2, "d": 1, "e": 0, "f": 0}
