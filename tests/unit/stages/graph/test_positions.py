"""An entry that is renamed keeps its place on the map."""

import json

import pytest

from build_tools.model.graph import Position
from build_tools.model.identifiers import EntryId
from build_tools.model.source import SourceFile, Span
from build_tools.stages.graph.positions import positions_text, read_positions
from tests.support.glossaries import entry_path, site_of

OLD, OLDER, OTHER = map(EntryId, ("old", "older", "other"))
KEPT = {OLD: Position(100, 200), OLDER: Position(300, 400), OTHER: Position(50_000, 60_000)}
TEXT = "term: {}\ntopic: alignment\nkind: concept\ndefinition: Something that is.\n"


@pytest.mark.parametrize(
    ("name", "former", "place"),
    [
        ("new", "", None),
        ("new", "former_ids: [old]\n", KEPT[OLD]),
        ("new", "former_ids: [gone, old]\n", KEPT[OLD]),
        ("old", "former_ids: [older]\n", KEPT[OLD]),
        ("new", "former_ids: [gone]\n", None),
    ],
)
def test_it_stands_where_its_former_id_stood(
    name: str, former: str, place: Position | None
) -> None:
    files: dict[str, str | bytes | None] = {
        "glossary/positions.json": positions_text(KEPT),
        entry_path(name): TEXT.format("New") + former,
        entry_path("other"): TEXT.format("Other"),
    }
    positions = site_of(files).positions
    assert {key: at for key, at in positions.items() if key == name} == (
        {name: place} if place else {}
    )
    assert positions[OTHER] == KEPT[OTHER]


SQUARE = 65_535


@pytest.mark.parametrize(
    ("pair", "right"),
    [
        ([0, 0], True),
        ([SQUARE, SQUARE], True),
        ([-1, 0], False),
        ([0, -1], False),
        ([SQUARE + 1, 0], False),
        ([0, SQUARE + 1], False),
        ([True, 0], False),
        ([0.5, 0], False),
        (["0", 0], False),
        ([0], False),
        ([0, 0, 0], False),
        ({}, False),
    ],
)
def test_what_a_position_may_be(pair: object, right: bool) -> None:
    text = json.dumps({"format": 1, "positions": {"old": pair}}).encode()
    positions, findings = read_positions(SourceFile("positions.json", text))
    assert bool(findings) is not right
    assert positions == ({OLD: Position(*pair)} if isinstance(pair, list) and right else {})


@pytest.mark.parametrize(
    "data", [{}, [], {"format": 1}, {"format": 2, "positions": {}}, {"format": 1, "positions": []}]
)
def test_what_is_no_file_of_positions(data: object) -> None:
    source = SourceFile("positions.json", json.dumps(data).encode())
    positions, (finding,) = read_positions(source)
    assert positions == {}
    assert finding.code == "json-syntax"


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ('{"format": 1,\n "positions": {,}}', Span(2, 16, 2, 17)),
        ("x", Span(1, 1, 1, 2)),
        ("[" * 100_000, Span(1, 1, 1, 2)),
    ],
)
def test_where_the_file_is_no_json(text: str, span: Span) -> None:
    positions, (finding,) = read_positions(SourceFile("positions.json", text.encode()))
    assert positions == {}
    assert (finding.where, finding.message) == (("positions.json", span), "not JSON")
