"""From a document to an entry; what is wrong with which words is in ``tests/cases``."""

from datetime import date
from typing import Any

import pytest

from build_tools.model.entry import Debate, DebatePosition, Entry, Link, Status
from build_tools.model.fields import ENTRY_FIELDS, required_in
from build_tools.model.identifiers import EntryId, ReferenceKey, RelationKey
from build_tools.model.source import SourceFile
from build_tools.stages.validate import (
    ENTRY_TEXTS,
    Validated,
    entry_id_of,
    validate,
)
from build_tools.stages.yaml.read import parse

LEAST = "term: T\ntopic: t\nkind: k\ndefinition: What it is.\n"


def validated(text: str, path: str = "glossary/entries/a.yml") -> Validated:
    document, findings = parse(SourceFile(path, text.encode()))
    assert document is not None, findings
    return validate(document)


def entry(more: str = "") -> Entry:
    found = validated(LEAST + more)
    assert found.entry is not None
    assert found.findings == ()
    return found.entry


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("glossary/entries/a-b.yml", "a-b"),
        ("a.yaml", "a"),
        ("x/y/A b.yml", "A b"),
        ("a.txt", "a.txt"),
        ("a.yml/b", "b"),
    ],
)
def test_a_file_s_name_is_the_id(path: str, name: str) -> None:
    assert entry_id_of(path) == name


def test_the_least_entry_has_nothing_else() -> None:
    found = entry()
    assert (found.id, found.path) == ("a", "glossary/entries/a.yml")
    assert (found.term, found.topic, found.kind, found.definition) == ("T", "t", "k", "What it is.")
    others = found._replace(id=EntryId("x"), path="x", term="x", definition="x")
    assert others == Entry(EntryId("x"), "x", "x", found.topic, found.kind, "x")


@pytest.mark.parametrize(
    ("more", "field", "value"),
    [
        ('aliases: [" A  b ", "c\\td"]\n', "aliases", ("A b", "c d")),
        ('abbreviation: " X  Y "\n', "abbreviation", "X Y"),
        ("body: |\n  One.\n\n  Two.\n", "body", "One.\n\nTwo."),
        ("examples: [One., Two.]\n", "examples", ("One.", "Two.")),
        ("misconception: It is not.\n", "misconception", "It is not."),
        ("sources: [p, q]\n", "sources", (ReferenceKey("p"), ReferenceKey("q"))),
        ("status: deprecated\n", "status", Status.DEPRECATED),
        ("reviewed: 2026-11-23\n", "reviewed", date(2026, 11, 23)),
        ("replaced_by: b\n", "replaced_by", EntryId("b")),
        ("former_ids: [b, c-d]\n", "former_ids", (EntryId("b"), EntryId("c-d"))),
        (
            "debate: {question: Is it?, positions: [{claim: Yes., sources: [p]}, {claim: No.}]}\n",
            "debate",
            Debate("Is it?", (DebatePosition("Yes.", (ReferenceKey("p"),)), DebatePosition("No."))),
        ),
        (
            "links: [{relation: r, target: b}]\n",
            "links",
            (Link(RelationKey("r"), EntryId("b"), ""),),
        ),
        (
            "links: [{relation: r, target: b, because: 'So\n\n    it is. ', sources: [p]}]\n",
            "links",
            (Link(RelationKey("r"), EntryId("b"), "So it is.", (ReferenceKey("p"),)),),
        ),
    ],
)
def test_fields(more: str, field: str, value: Any) -> None:
    assert getattr(entry(more), field) == value


def test_line_breaks_of_a_definition_become_spaces_so_that_places_stay_true() -> None:
    found = validated(LEAST.replace("What it is.", '"What\\n[[b]] is."'))
    assert found.entry is not None
    assert found.entry.definition == "What [[b]] is."
    assert [(item.name, item.start, item.end) for item in found.named] == [("b", 5, 10)]


@pytest.mark.parametrize("missing", required_in(ENTRY_FIELDS))
def test_without_what_it_must_have_there_is_no_entry(missing: str) -> None:
    lines = LEAST.splitlines(keepends=True)
    found = validated("".join(line for line in lines if not line.startswith(f"{missing}:")))
    assert found.entry is None
    assert [item.code.value for item in found.findings] == ["missing-key"]


@pytest.mark.parametrize("name", ["A", "a_b", "a--b"])
def test_without_a_good_name_there_is_no_entry(name: str) -> None:
    found = validated(LEAST, f"glossary/entries/{name}.yml")
    assert found.entry is None
    assert [item.code.value for item in found.findings] == ["invalid-id"]


@pytest.mark.parametrize(
    ("more", "field", "left"),
    [
        ("status: final\n", "status", Status.DRAFT),
        ("reviewed: today\n", "reviewed", None),
        ("former_ids: [B, c]\n", "former_ids", (EntryId("c"),)),
        ("aliases: [1, x]\n", "aliases", ("x",)),
        (
            "links: [{relation: r}, {relation: r, target: b}]\n",
            "links",
            (Link(RelationKey("r"), EntryId("b"), ""),),
        ),
        ("links: {relation: r, target: b}\n", "links", ()),
        ("debate: x\n", "debate", None),
    ],
)
def test_a_mistake_in_another_field_is_reported_and_the_rest_stays(
    more: str, field: str, left: Any
) -> None:
    found = validated(LEAST + more)
    assert found.entry is not None
    assert getattr(found.entry, field) == left
    assert len(found.findings) == 1


@pytest.mark.parametrize(
    "link",
    [
        "{relation: r, target: b, because: So.}",
        "{relation: r, target: b, because: So., sources: [p, q]}",
        "{relation: r, target: b, because: So., sources: []}",
        "{relation: r, target: b}",
        "{target: b, relation: r, because: null}",
        "{relation: 'r ', target: 'b ', because: 'So. ', sources: ['p ']}",
    ],
)
def test_a_link_is_read_alike_beside_an_unusual_one(link: str) -> None:
    (alone,) = entry(f"links:\n  - {link}\n").links
    beside = validated(LEAST + f"links:\n  - {link}\n  - {{relation: r, target: c, why: x}}\n")
    assert beside.entry is not None
    assert beside.entry.links[0] == alone


def test_texts_are_read_in_the_order_of_the_page() -> None:
    found = entry(
        "debate: {question: Q, positions: [{claim: C}, {claim: D}]}\nmisconception: M\n"
        "examples: [E, F]\nbody: B\n"
    )
    assert [pointer for pointer, _reading in ENTRY_TEXTS.texts_in(found)] == [
        ("definition",),
        ("body",),
        ("examples", 0),
        ("examples", 1),
        ("misconception",),
        ("debate", "question"),
        ("debate", "positions", 0, "claim"),
        ("debate", "positions", 1, "claim"),
    ]
