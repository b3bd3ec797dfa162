"""Where every entry stands on the map: kept from release to release, near its neighbours when new."""

from collections.abc import Mapping
from math import sqrt

from build_tools.model.graph import SQUARE, ConceptGraph, Position, inside
from build_tools.model.identifiers import EntryId
from build_tools.stages.graph.embedding import ROUNDS, embedded
from build_tools.stages.graph.newcomers import with_newcomers
from build_tools.stages.graph.regions import Point, first_placement

__all__ = ["placed", "updated_positions"]

QUICK_WORK = 4_500
"""Edges times rounds that a build may spend where no positions are kept: 20 ms."""

CAREFUL_WORK = 4_000_000
"""Edges times rounds that may be spent on positions to be kept: 20 s."""

UNIT = 0.6
"""What the first placement's unit of length is in that of the embedding."""

MARGIN = 1_500
"""Free at the sides of the square, for the circles of the outermost nodes."""

EVENNESS = 0.35
"""How far coordinates are moved towards their ranks, which fills empty corners."""

SPACING = 0.55
"""Least distance of two nodes, in terms of a square grid that holds all of them."""

_SEPARATIONS = 40
_QUICK_SEPARATIONS = 2_500
"""Nodes times passes in a build; the first placement has no overlaps, so that few are needed."""


def placed(graph: ConceptGraph, kept: Mapping[EntryId, Position]) -> tuple[Position, ...]:
    """A place for every node, quickly: those kept stay, the others go near their neighbours.

    Positions of fewer than half of the nodes are no picture to keep: all are placed anew then.
    """
    passes = min(_SEPARATIONS, _QUICK_SEPARATIONS // max(1, len(graph.ids)))
    return _placed(graph, kept, _rounds_within(QUICK_WORK, graph), passes)


def updated_positions(
    graph: ConceptGraph, kept: Mapping[EntryId, Position]
) -> Mapping[EntryId, Position]:
    """What ``positions.json`` is to hold: the kept positions of nodes there are, and new ones.

    From nothing, this takes the time for a careful placement: a second for 250 nodes, half a minute
    at most for many.
    """
    rounds = _rounds_within(CAREFUL_WORK, graph)
    return dict(zip(graph.ids, _placed(graph, kept, rounds, _SEPARATIONS), strict=True))


def _rounds_within(work: int, graph: ConceptGraph) -> int:
    return min(ROUNDS, work // max(1, len(graph.source)))


def _placed(
    graph: ConceptGraph, kept: Mapping[EntryId, Position], rounds: int, passes: int
) -> tuple[Position, ...]:
    known = {node: kept[name] for node, name in enumerate(graph.ids) if name in kept}
    if len(known) * 2 < len(graph.ids) or not known:
        return _from_nothing(graph, rounds, passes)
    if len(known) == len(graph.ids):
        return tuple(known.values())
    places = with_newcomers(graph, known, _spacing(len(graph.ids)))
    return tuple([places[node] for node in range(len(graph.ids))])


def _from_nothing(graph: ConceptGraph, rounds: int, passes: int) -> tuple[Position, ...]:
    points = first_placement(graph.topic, graph.neighbours)
    if rounds:
        edges = [
            (node, other)
            for node, near in enumerate(graph.neighbours)
            for other in near
            if node < other
        ]
        points = embedded([(x * UNIT, y * UNIT) for x, y in points], graph.topic, edges, rounds)
    return _separated(_in_square(points), passes)


def _in_square(points: list[Point]) -> list[Point]:
    """The points in the square, without much empty space at its corners."""
    if not points:
        return []
    across, down = [x for x, _y in points], [y for _x, y in points]
    reach = max(max(across) - min(across), max(down) - min(down)) or 1.0
    return list(zip(_spread(across, reach), _spread(down, reach), strict=True))


def _spread(values: list[float], reach: float) -> list[float]:
    """Coordinates along an axis of the square, for values that span ``reach`` at most."""
    middle = (max(values) + min(values)) / 2
    side = SQUARE - 2 * MARGIN
    by_place, by_rank = side * (1 - EVENNESS) / reach, side * EVENNESS
    start = MARGIN + side * (1 - EVENNESS) / 2
    return [
        start + (value - middle) * by_place + rank * by_rank
        for value, rank in zip(values, _ranks(values), strict=True)
    ]


def _ranks(values: list[float]) -> list[float]:
    """Of each value, the share of the others that are smaller; a single one is in the middle."""
    if len(values) == 1:
        return [0.5]
    ranks = [0.0] * len(values)
    for rank, node in enumerate(sorted(range(len(values)), key=values.__getitem__)):
        ranks[node] = rank / (len(values) - 1)
    return ranks


def _spacing(count: int) -> float:
    return SPACING * SQUARE / sqrt(max(4, count))


def _separated(points: list[Point], passes: int) -> tuple[Position, ...]:
    """Nodes that are too near push each other apart, half the missing distance each."""
    least = _spacing(len(points))
    x = [point[0] for point in points]
    y = [point[1] for point in points]
    for _ in range(passes):
        cells: dict[tuple[int, int], list[int]] = {}
        for node, at in enumerate(x):
            cells.setdefault((int(at // least), int(y[node] // least)), []).append(node)
        moved = False
        for (column, row), nodes in cells.items():
            for node in nodes:
                for other in _around(cells, column, row):
                    if other > node:
                        moved |= _push(x, y, node, other, least)
        if not moved:
            break
    return tuple(map(Position, map(inside, x), map(inside, y)))


def _around(cells: Mapping[tuple[int, int], list[int]], column: int, row: int) -> list[int]:
    return [
        node
        for across in (column - 1, column, column + 1)
        for down in (row - 1, row, row + 1)
        for node in cells.get((across, down), ())
    ]


def _push(x: list[float], y: list[float], one: int, other: int, least: float) -> bool:
    across, down = x[other] - x[one], y[other] - y[one]
    square = across * across + down * down
    if square >= least * least:
        return False
    distance = sqrt(square)
    if distance < 1.0:
        # On the same spot: apart in a direction that differs from pair to pair.
        turn = (one * 7 + other * 13) % 8 - 3.5
        across, down, distance = 3.5, turn, sqrt(12.25 + turn * turn)
    share = (least - distance) / (2 * distance)
    for axis, move in ((x, across * share), (y, down * share)):
        axis[one] -= move
        axis[other] += move
    return True
