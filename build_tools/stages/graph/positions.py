"""``positions.json``: where entries stand on the map, kept with the glossary."""

import json
from collections.abc import Mapping

from build_tools.model.diagnostics import Finding
from build_tools.model.entry import Entry
from build_tools.model.graph import SQUARE, Position
from build_tools.model.identifiers import EntryId
from build_tools.model.source import SourceFile, Span
from build_tools.stages.rules import json_syntax
from build_tools.stages.yaml.read import text_of

__all__ = ["POSITIONS", "inherited", "positions_text", "read_positions"]

POSITIONS = "positions.json"
FORMAT = 1

_HINT = "concord layout writes this file; delete it to have every entry placed anew"


def read_positions(
    source: SourceFile | None,
) -> tuple[Mapping[EntryId, Position], tuple[Finding, ...]]:
    """The positions in the file, if there is one; entries that are gone may still be in it."""
    if source is None:
        return {}, ()
    content = text_of(source)
    if isinstance(content, Finding):
        return {}, (content,)
    try:
        value = json.loads(content)
    except (ValueError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        return {}, (_finding(source, Span(line, column, line, column + 1), "not JSON"),)
    positions = _positions(value)
    if positions is None:
        wanted = f'expected {{"format": {FORMAT}, "positions": {{"id": [x, y]}}}}'
        return {}, (_finding(source, Span(), f"{wanted} with numbers from 0 to {SQUARE}"),)
    return positions, ()


def _positions(value: object) -> dict[EntryId, Position] | None:
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        return None
    table = value.get("positions")
    if not isinstance(table, dict):
        return None
    positions = {}
    for name, pair in table.items():
        if not (isinstance(pair, list) and len(pair) == 2 and all(map(_is_coordinate, pair))):
            return None
        positions[EntryId(name)] = Position(*pair)
    return positions


def _is_coordinate(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= SQUARE


def _finding(source: SourceFile, span: Span, problem: str) -> Finding:
    return json_syntax.RULE.at((source.path, span), problem, _HINT)


def inherited(
    positions: Mapping[EntryId, Position], entries: Mapping[EntryId, Entry]
) -> Mapping[EntryId, Position]:
    """The positions, and for an entry that has none that of the id that it had before.

    So that an entry which is renamed stays where its readers know it.
    """
    found = {
        name: positions[former]
        for name, entry in entries.items()
        if name not in positions
        for former in entry.former_ids
        if former in positions
    }
    return {**positions, **found} if found else positions


def positions_text(positions: Mapping[EntryId, Position]) -> str:
    """The file that holds ``positions``: one a line and in the order of ids, so that changes merge."""
    lines = ",\n".join(f'"{name}": [{x}, {y}]' for name, (x, y) in sorted(positions.items()))
    return f'{{"format": {FORMAT}, "positions": {{\n{lines}\n}}}}\n'
