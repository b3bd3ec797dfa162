"""An entry that is renamed keeps its place on the map."""

import pytest

from build_tools.model.graph import Position
from build_tools.model.identifiers import EntryId
from build_tools.stages.graph.positions import positions_text
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
