"""The map of an entry's nearest neighbours: a drawing that is made at build and needs no script.

Where there is one, `assets/concord/entry/neighbourhood.js` shows the reason of a link in the map too; it
finds the lines by their order, which is that of the neighbours.

```
    is exploited by                       exploits
     Reward gaming o----->[ Reward ]----->o Reward model
           related        [ hacking]      is a kind of
    Goodhart's law o------[        ]----->o Specification gaming
```
"""

from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from build_tools.emit.data.graph import PAGE
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.html import Html, escape, plural
from build_tools.emit.parts.text_width import shortened, width_of, wrapped
from build_tools.model.entry import Entry
from build_tools.model.glossary import Connection
from build_tools.model.identifiers import EntryId, RelationKey

__all__ = ["NeighbourhoodMaps"]

MOST = 12
"""Neighbours that are drawn."""
MOST_LINES = 5
"""Of a label; what goes beyond them gives way to an ellipsis."""

# Lengths in the drawing's units; on a telephone 360 pixels wide one unit is 0.9 of a pixel.
WIDTH = 360
MIDDLE = WIDTH // 2
DOT = 116
"""From a side to the dots of its column."""
EDGE = 107
"""From a side to the labels of its column."""
COLUMN = EDGE - 2
"""Of a column's labels: widths are estimated, and browsers round those of letters."""
HUB = 86
"""Widest label of the entry itself."""
LABEL_SIZE, LABEL_LINE = 12.0, 14
HUB_SIZE = 13.5
"""Of type that is a tenth wider, being heavier."""
HUB_STEP = 4
"""The hub's half width is a multiple of this, so that few lines differ and most are drawn once."""
RELATION_SIZE, RELATION_LINE = 10.0, 12
GAP = 10
RADIUS = 4.5
# Heights are even, so that all middles are whole numbers.

ARROW = (
    '<defs><marker id="map-arrow" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" '
    'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0 8 4 0 8z"/></marker></defs>'
)

_SQUEEZE = ' textLength="{}" lengthAdjust="spacingAndGlyphs"'


class _Side(NamedTuple):
    """A column: on the left, everything is turned towards the middle."""

    dot: int
    """Where its dots are."""
    text: int
    """From a dot to its label."""
    name: str
    before: str
    """The space between two lines, for those who do not see that they are two. It must move none: on
    the left, where lines end at their place, it begins the second one;"""
    after: str
    """on the right, where they begin there, it ends the first."""


_SIDES = (
    _Side(DOT, EDGE - DOT, "l", " ", ""),
    _Side(WIDTH - DOT, DOT - EDGE, "r", "", " "),
)

_MIDDLE = _Side(0, 0, "", "", "")


class _Label(NamedTuple):
    """What is drawn of an entry wherever it is a neighbour, in the pieces between what differs."""

    height: int
    """Of its lines, that of the relation, and the gap to the next."""
    details: str
    """The file of its details and its place there."""
    link: str
    """Up to the relation, for those who do not see the drawing."""
    place: tuple[str, str]
    """On the left and on the right: from there up to how far down the dot is."""
    dot: tuple[str, str]
    """From there up to the relation."""
    lines: tuple[str, str]
    """The rest."""


class NeighbourhoodMaps:
    """Draws the maps of one site; labels are measured once."""

    def __init__(self, context: Context) -> None:
        self._context = context
        relations = context.site.vocabularies.relations
        self._loose = context.site.unspecific_relations
        self._relation: dict[tuple[RelationKey, bool], tuple[Html, Html, str]] = {}
        for key, relation in relations.items():
            loose = ' class="loose"' if key in self._loose else ""
            arrow = "" if relation.symmetric else ' marker-end="url(#map-arrow)"'
            for inverse, label in ((False, relation.label), (True, relation.inverse_label)):
                short = escape(shortened(label, COLUMN, RELATION_SIZE))
                self._relation[key, inverse] = escape(label), short, f'"{loose}{arrow}/>'
        self._labels: dict[EntryId, _Label] = {}

    def section(self, entry: Entry) -> Html:
        """The drawing and a link to the whole map; nothing for an entry without links."""
        connections = self._context.site.linked.connections[entry.id]
        nearest: dict[EntryId, Connection] = {}
        for connection in connections:
            if connection[0] not in self._loose:
                nearest.setdefault(connection[2], connection)
        for connection in connections:
            nearest.setdefault(connection[2], connection)
        nearest.pop(entry.id, None)
        if not nearest:
            return Html("")
        some = list(nearest.values())[:MOST]
        shown = [item for item in some if item[1]] + [item for item in some if not item[1]]
        rest = len(nearest) - len(shown)
        more = f" {plural(rest, 'more linked entry', 'more linked entries')} there." if rest else ""
        return Html(
            f"{self._drawing(entry, shown)}\n"
            f'<p class="concord-map__more"><a href="../../path/?from={entry.id}">How does this connect to &#8230;?</a> '
            f'<a href="../../graph/?focus={entry.id}">Open in the map</a>{more}</p>'
        )

    def _drawing(self, entry: Entry, shown: Sequence[Connection]) -> str:
        half = (len(shown) + 1) // 2
        labels = [self._label(item.other) for item in shown]
        heights = [sum([label.height for label in labels[:half]])]
        heights.append(sum([label.height for label in labels[half:]]))
        hub, hub_across = self._hub(entry.term)
        hub_down = LABEL_LINE * len(hub) // 2 + 6
        height = max(*heights, hub_down * 2 + GAP)
        middle = height // 2
        lines, links = [], []
        for side, some in enumerate((slice(half), slice(half, None))):
            across = _SIDES[side].dot - MIDDLE
            top = (height - heights[side]) // 2
            for connection, label in zip(shown[some], labels[some], strict=True):
                tall, _details, link, place, dot, rest = label
                down = top + tall // 2
                top += tall
                relation, inverse, _other, _because, _sources = connection
                said, short, kind = self._relation[relation, inverse]
                way = _line(across, down - middle, hub_across, hub_down)[inverse]
                lines.append(way + kind)
                links.append(f"{link}{said}{place[side]}{down}{dot[side]}{short}{rest[side]}")
        term = self._context.terms[entry.id]
        details = " ".join([label.details for label in labels])
        return (
            f'<svg class="concord-map" viewBox="0 0 {WIDTH} {height}" role="group" aria-labelledby="map-title" '
            f'aria-describedby="map-about" data-details="{details}"><title id="map-title">The neighbourhood of {term}</title>'
            f'<desc id="map-about">{term} in the middle and {plural(len(shown), "entry", "entries")} that it has '
            f"links with; the list of connections says why.</desc>{ARROW}"
            f'<g transform="translate({MIDDLE} {middle})" aria-hidden="true">{"".join(lines)}'
            f'<rect x="-{hub_across}" y="-{hub_down}" width="{2 * hub_across}" height="{2 * hub_down}" rx="8"/>'
            f'<text class="hub" y="{-LABEL_LINE * len(hub) // 2 - 3}">{_lines(_measured(hub, HUB, HUB_SIZE), _MIDDLE)}</text></g>'
            f"{''.join(links)}</svg>"
        )

    def _hub(self, term: str) -> tuple[Sequence[str], int]:
        """The lines in the middle, and half the width of the box round them."""
        lines = wrapped(term, HUB, HUB_SIZE, MOST_LINES)
        widest = min(HUB, max([width_of(line, HUB_SIZE) for line in lines]))
        return lines, HUB_STEP * (int(widest / 2 + 5) // HUB_STEP + 1)

    def _label(self, name: EntryId) -> _Label:
        label = self._labels.get(name)
        if label is None:
            entry = self._context.site.entries[name]
            lines = _measured(
                wrapped(entry.term, COLUMN, LABEL_SIZE, MOST_LINES), COLUMN, LABEL_SIZE
            )
            height = RELATION_LINE + LABEL_LINE * len(lines) + GAP
            term, at = self._context.terms[name], self._context.site.ranks[name]
            left, right = (
                (
                    f' {term}" transform="translate({side.dot} ',
                    _dot(side, height),
                    f"{side.after}</tspan>{_lines(lines, side)}</text></a>",
                )
                for side in _SIDES
            )
            label = self._labels[name] = _Label(
                height,
                f"{at // PAGE}.{at % PAGE}",
                f'<a href="../{name}/" data-topic="{entry.topic}" aria-label="',
                *zip(left, right, strict=True),
            )
        return label


@cache
def _dot(side: _Side, height: int) -> str:
    return (
        f')"><circle r="{RADIUS}"/><text class="{side.name}" y="{(GAP - height) // 2}">'
        f'<tspan class="said" x="{side.text}" dy="10">'
    )


@cache
def _line(across: int, down: int, hub_across: int, hub_down: int) -> tuple[str, str]:
    """A line between the rims of the hub and of a dot, as seen from the middle of the hub.

    Returns its path from the hub, and that from the dot, as far as they can be said here.
    """
    length = (across * across + down * down) ** 0.5
    leaving = min(hub_across / abs(across), hub_down / abs(down) if down else 1.0) + 2 / length
    arriving = 1 - (RADIUS + 1.5) / length
    hub_end = f"{across * leaving:.1f} {down * leaving:.1f}"
    dot_end = f"{across * arriving:.1f} {down * arriving:.1f}"
    return f'<path d="M{hub_end}L{dot_end}', f'<path d="M{dot_end}L{hub_end}'


class _Line(NamedTuple):
    """A line of a label, wherever it stands."""

    text: Html
    joined: bool
    """Whether it ends in a hyphen, so that the next one goes on with the same word."""
    squeeze: str
    """The attributes of a word that is too wide."""


def _measured(lines: Sequence[str], room: int, size: float) -> list[_Line]:
    """Lines of text, of which a word that is too wide for ``room`` is squeezed."""
    measured = []
    for line in lines:
        too_wide = " " not in line and width_of(line, size) > room
        squeeze = _SQUEEZE.format(room) if too_wide else ""
        measured.append(_Line(escape(line), line.endswith("-"), squeeze))
    return measured


def _lines(lines: Sequence[_Line], side: _Side) -> str:
    """Lines below each other."""
    spans = []
    before, last = side.before, len(lines) - 1
    for at, (text, joined, squeeze) in enumerate(lines):
        after = "" if joined or at == last else side.after
        spans.append(
            f'<tspan x="{side.text}" dy="{LABEL_LINE}"{squeeze}>{before}{text}{after}</tspan>'
        )
        before = "" if joined else side.before
    return "".join(spans)
