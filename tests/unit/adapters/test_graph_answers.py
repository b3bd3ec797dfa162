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
