"""The map of an entry's nearest neighbours: a drawing that is made at build and needs no script.

```
    is exploited by                       exploits
     Reward gaming o----->[ Reward ]----->o Reward model
           related        [ hacking]      is a kind of
    Goodhart's law o------[        ]----->o Specification gaming
```
"""

from collections.abc import Sequence
from typing import NamedTuple

from build_tools.emit.context import Context
from build_tools.emit.html import Html, escape, plural
from build_tools.emit.text_width import shortened, width_of, wrapped
from build_tools.model.entry import Entry
from build_tools.model.glossary import Connection
from build_tools.model.identifiers import EntryId, RelationKey
from build_tools.stages.graph_costs import relation_costs

__all__ = ["NeighbourhoodMaps"]

MOST = 12
"""Neighbours that are drawn."""

# Lengths in the drawing's units; on a telephone 360 pixels wide one unit is 0.9 of a pixel.
WIDTH = 360
MIDDLE = WIDTH // 2
DOT = 116
"""From a side to the dots of its column."""
COLUMN = 107
"""Of a column's labels."""
HUB = 86
"""Widest label of the entry itself."""
LABEL_SIZE, LABEL_LINE = 12.0, 14
HUB_SIZE = 13.5
"""Of type that is a tenth wider, being heavier."""
RELATION_SIZE, RELATION_LINE = 10.0, 12
GAP = 10
RADIUS = 4.5

ARROW = (
    '<defs><marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="6" markerHeight="6" '
    'orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
)

_SQUEEZE = ' textLength="{}" lengthAdjust="spacingAndGlyphs"'


class _Side(NamedTuple):
    """A column: on the left, everything is turned towards the middle."""

    rank: int
    dot: int
    text: int
    name: str


_SIDES = (_Side(0, DOT, COLUMN, "l"), _Side(1, WIDTH - DOT, WIDTH - COLUMN, "r"))


class _Label(NamedTuple):
    """What is drawn of an entry wherever it is a neighbour."""

    height: int
    """Of its lines, that of the relation, and the gap to the next."""
    text: tuple[str, str]
    """Its lines, on the left and on the right."""
    begin: str
    """The tag that begins its link, up to the name for those who do not see the drawing."""


class NeighbourhoodMaps:
    """Draws the maps of one site; labels are measured once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        relations = context.site.vocabularies.relations
        self._cost = relation_costs(relations.values())
        self._relation: dict[tuple[RelationKey, bool], tuple[Html, Html]] = {}
        for key, relation in relations.items():
            for inverse, label in ((False, relation.label), (True, relation.inverse_label)):
                short = shortened(label, COLUMN, RELATION_SIZE)
                self._relation[key, inverse] = escape(label), escape(short)
        self._symmetric = {key for key, relation in relations.items() if relation.symmetric}
        self._labels: dict[EntryId, _Label] = {}

    def section(self, entry: Entry) -> Html:
        """The drawing and a link to the whole map; nothing for an entry without links."""
        connections = self._context.site.linked.connections[entry.id]
        nearest: dict[EntryId, Connection] = {}
        for connection in sorted(connections, key=lambda item: self._cost[item.relation]):
            nearest.setdefault(connection.other, connection)
        nearest.pop(entry.id, None)
        if not nearest:
            return Html("")
        shown = sorted(list(nearest.values())[:MOST], key=lambda item: not item.inverse)
        rest = len(nearest) - len(shown)
        more = f" {plural(rest, 'more linked entry', 'more linked entries')} there." if rest else ""
        return Html(
            f"{self._drawing(entry, shown)}\n"
            f'<p class="concord-map__more"><a href="../../graph/?focus={entry.id}">Open in the map</a>{more}</p>'
        )

    def _drawing(self, entry: Entry, shown: Sequence[Connection]) -> str:
        half = (len(shown) + 1) // 2
        columns = shown[:half], shown[half:]
        labels = [[self._label(item.other) for item in column] for column in columns]
        heights = [sum(label.height for label in column) for column in labels]
        hub = wrapped(entry.term, HUB, HUB_SIZE, 5)
        hub_across = min(HUB, max(width_of(line, HUB_SIZE) for line in hub)) / 2 + 5
        hub_down = LABEL_LINE * len(hub) / 2 + 6
        height = max(*heights, round(hub_down * 2) + GAP)
        middle = height / 2
        lines, links = [], []
        for side, column, drawn, taken in zip(_SIDES, columns, labels, heights, strict=True):
            top = (height - taken) / 2
            for connection, label in zip(column, drawn, strict=True):
                down = top + label.height / 2
                lines.append(
                    self._edge(connection, side.dot - MIDDLE, down - middle, hub_across, hub_down)
                )
                links.append(self._neighbour(connection, label, side, top, down))
                top += label.height
        term = self._context.terms[entry.id]
        return (
            f'<svg class="concord-map" viewBox="0 0 {WIDTH} {height}" role="group" aria-labelledby="map-title" '
            f'aria-describedby="map-about"><title id="map-title">The neighbourhood of {term}</title>'
            f'<desc id="map-about">{term} in the middle and {plural(len(shown), "entry", "entries")} that it has '
            f"links with; the list of connections says why.</desc>{ARROW}"
            f'<g transform="translate({MIDDLE} {middle:g})" aria-hidden="true">{"".join(lines)}'
            f'<rect x="{-hub_across:g}" y="{-hub_down:g}" width="{2 * hub_across:g}" height="{2 * hub_down:g}" rx="8"/>'
            f'<text class="hub" y="{-LABEL_LINE * len(hub) / 2 - 3:g}">{_lines(hub, 0, HUB, HUB_SIZE)}</text></g>'
            f"{''.join(links)}</svg>"
        )

    def _edge(
        self, connection: Connection, across: float, down: float, hub_across: float, hub_down: float
    ) -> str:
        """A line between the rims of the hub and of a dot, as seen from the middle of the hub."""
        length = (across * across + down * down) ** 0.5
        leaving = min(hub_across / abs(across), hub_down / abs(down) if down else 1.0) + 2 / length
        arriving = 1 - (RADIUS + 1.5) / length
        hub_end = f"{across * leaving:.1f} {down * leaving:.1f}"
        dot_end = f"{across * arriving:.1f} {down * arriving:.1f}"
        way = f"M{dot_end}L{hub_end}" if connection.inverse else f"M{hub_end}L{dot_end}"
        arrow = "" if connection.relation in self._symmetric else ' marker-end="url(#map-arrow)"'
        loose = ' class="loose"' if self._cost[connection.relation] > 1 else ""
        return f'<path d="{way}"{loose}{arrow}/>'

    def _neighbour(
        self, connection: Connection, label: _Label, side: _Side, top: float, down: float
    ) -> str:
        said, short = self._relation[connection.relation, connection.inverse]
        term = self._context.terms[connection.other]
        return (
            f'{label.begin}{said} {term}"><circle cx="{side.dot}" cy="{down:g}" r="{RADIUS}"/>'
            f'<text class="{side.name}" y="{top + GAP / 2:g}"><tspan class="said" x="{side.text}" dy="10">{short}</tspan>'
            f"{label.text[side.rank]}</text></a>"
        )

    def _label(self, name: EntryId) -> _Label:
        label = self._labels.get(name)
        if label is None:
            entry = self._context.site.entries[name]
            lines = wrapped(entry.term, COLUMN, LABEL_SIZE, 3)
            left, right = (_lines(lines, side.text, COLUMN, LABEL_SIZE) for side in _SIDES)
            label = self._labels[name] = _Label(
                RELATION_LINE + LABEL_LINE * len(lines) + GAP,
                (left, right),
                f'<a href="../{name}/" data-topic="{entry.topic}" aria-label="',
            )
        return label


def _lines(lines: Sequence[str], across: int, room: int, size: float) -> str:
    """Lines of text below each other; a word that is too wide is squeezed."""
    return "".join(
        [
            f'<tspan x="{across}" dy="{LABEL_LINE}"'
            f"{_SQUEEZE.format(room) if width_of(line, size) > room else ''}>{escape(line)}</tspan>"
            for line in lines
        ]
    )
