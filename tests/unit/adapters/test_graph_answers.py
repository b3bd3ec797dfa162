"""What `concord graph` tells."""

import pytest

from build_tools.adapters.graph_answers import answer
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId
from tests.support.glossaries import entry_path, site_of

RELATIONS = """
requires: {label: presupposes, inverse_label: is presupposed by, transitive: true, acyclic: true, hierarchical: false}
related: {label: is related to, symmetric: true, skos: "skos:related"}
"""
ENTRIES = {
    "a": ("Something of termb.", [("requires", "b"), ("requires", "c")]),
    "b": ("Something of terma.", [("requires", "c")]),
    "c": ("Something else.", []),
    "d": ("Something of termc.", []),
}


@pytest.fixture(name="site", scope="module")
def _site() -> Site:
    files: dict[str, str | bytes | None] = {"glossary/relations.yml": RELATIONS}
    for name, (definition, links) in ENTRIES.items():
        rows = "".join(
            f"  - {{relation: {key}, target: {target}, because: So it is.}}\n"
            for key, target in links
        )
        files[entry_path(name)] = (
            f"term: Term{name}\ntopic: alignment\nkind: concept\ndefinition: {definition}\n"
            + (f"links:\n{rows}" if rows else "")
        )
    return site_of(files)


def test_of_the_whole_graph(site: Site) -> None:
    assert list(answer(site, ())) == [
        "4 entries, 3 typed links",
        "2 connected parts, the largest of 3, 1 entries",
        "without a link: d",
        "'presupposes' that others imply: a → c",
        "definitions that explain each other: a, b",
        "definitions that rest deepest on others: d (1), a (0), b (0), c (0)",
    ]


def test_of_one_entry(site: Site) -> None:
    assert list(answer(site, [EntryId("a")])) == [
        "Terma: 2 links",
        "read first: c, b",
        "its definition rests 0 definitions deep",
        "it uses: b",
        "with it in a circle: b",
    ]
    assert "unlocks: b, a" in list(answer(site, [EntryId("c")]))


def test_of_two_entries(site: Site) -> None:
    found = list(answer(site, [EntryId("c"), EntryId("a")]))
    assert found[:2] == ["1.", "   Termc is presupposed by Terma: So it is."]
    assert "   Terma mentions Termb" not in found


def test_of_two_that_do_not_connect(site: Site) -> None:
    lonely = site_of(
        {
            entry_path(
                name
            ): f"term: {name} one\ntopic: alignment\nkind: concept\ndefinition: Nothing.\n"
            for name in ("x", "y")
        }
    )
    assert list(answer(lonely, [EntryId("x"), EntryId("y")])) == ["These do not connect."]


@pytest.mark.parametrize(
    ("pair", "said"),
    [
        ("ab", "   Terma mentions Termb"),
        ("ba", "   Termb is mentioned by Terma"),
        ("dc", "   Termd mentions Termc"),
        ("cd", "   Termc is mentioned by Termd"),
    ],
)
def test_prose_that_names_another_entry_connects_them(pair: str, said: str) -> None:
    # Without typed links between the two, a mention is the cheapest way.
    files = {
        entry_path(name): (
            f"term: Term{name}\ntopic: alignment\nkind: concept\ndefinition: {definition}\n"
        )
        for name, definition in (
            ("a", "Something of termb."),
            ("b", "Something of its own."),
            ("c", "Something else."),
            ("d", "Something of termc."),
        )
    }
    one, other = map(EntryId, pair)
    assert list(answer(site_of(files), [one, other])) == ["1.", said]


@pytest.mark.parametrize(
    ("name", "depth", "said"), [("d", 1, "1 definition"), ("c", 0, "0 definitions")]
)
def test_how_deep_a_definition_rests(site: Site, name: str, depth: int, said: str) -> None:
    assert f"its definition rests {said} deep" in list(answer(site, [EntryId(name)]))


def test_five_definitions_and_five_parts_at_most_are_told() -> None:
    files = {
        entry_path(name): (
            f"term: Term{name}\ntopic: alignment\nkind: concept\ndefinition: Something.\n"
        )
        for name in "abcdef"
    }
    found = list(answer(site_of(files), ()))
    assert found[1] == "6 connected parts, the largest of 1, 1, 1, 1, 1 entries"
    assert found[2] == "without a link: a, b, c, d, e, f"
    assert found[-1] == "definitions that rest deepest on others: a (0), b (0), c (0), d (0), e (0)"
