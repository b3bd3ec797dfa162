"""Where every entry stands on the map: kept from release to release, near its neighbours when new."""

from collections.abc import Mapping
from math import sqrt

from build_tools.model.graph import SQUARE, ConceptGraph, Position
from build_tools.model.identifiers import EntryId
from build_tools.stages.graph_embedding import ROUNDS, embedded
from build_tools.stages.graph_regions import GOLDEN, Point, first_placement

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
    if len(known) < len(graph.ids):
        _add_the_others(graph, known)
    return tuple([known[node] for node in range(len(graph.ids))])


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
    across, down = ([point[axis] for point in points] for axis in (0, 1))
    middle_x, middle_y = (max(across) + min(across)) / 2, (max(down) + min(down)) / 2
    reach = max(max(across) - min(across), max(down) - min(down)) or 1.0
    rank_x, rank_y = _ranks(across), _ranks(down)
    side = SQUARE - 2 * MARGIN
    return [
        (
            MARGIN + side * _blend((x - middle_x) / reach + 0.5, rank_x[node]),
            MARGIN + side * _blend((y - middle_y) / reach + 0.5, rank_y[node]),
        )
        for node, (x, y) in enumerate(points)
    ]


def _blend(share: float, rank: float) -> float:
    return share * (1 - EVENNESS) + rank * EVENNESS


def _ranks(values: list[float]) -> list[float]:
    """Of each value, the share of the others that are smaller; a single one is in the middle."""
    if len(values) == 1:
        return [0.5]
    ranks = [0.0] * len(values)
    for rank, node in enumerate(sorted(range(len(values)), key=lambda node: (values[node], node))):
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
    return tuple([_position(across, down) for across, down in zip(x, y, strict=True)])


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


def _position(x: float, y: float) -> Position:
    return Position(_inside(x), _inside(y))


def _inside(value: float) -> int:
    return min(SQUARE, max(0, round(value)))


def _add_the_others(graph: ConceptGraph, known: dict[int, Position]) -> None:
    """Place the nodes that are not ``known``: first those that have neighbours which are."""
    least = _spacing(len(graph.ids))
    taken = {_cell(position, least) for position in known.values()}
    members: dict[int, list[Position]] = {}
    for node, position in known.items():
        members.setdefault(graph.topic[node], []).append(position)
    waiting = [node for node in range(len(graph.ids)) if node not in known]
    while waiting:
        near = {
            node: [known[other] for other in graph.neighbours[node] if other in known]
            for node in waiting
        }
        # Without neighbours to go by, the first goes to the middle of its topic, or of the picture.
        ready = [node for node in waiting if near[node]] or waiting[:1]
        for node in ready:
            about = near[node] or members.get(graph.topic[node]) or list(known.values())
            known[node] = _free_place(about, taken, least)
        waiting = [node for node in waiting if node not in known]


def _cell(position: Position, least: float) -> tuple[int, int]:
    return int(position.x // least), int(position.y // least)


def _free_place(about: list[Position], taken: set[tuple[int, int]], least: float) -> Position:
    """The first free cell on a spiral round the middle of some positions; it is taken then."""
    x = sum(position.x for position in about) / len(about)
    y = sum(position.y for position in about) / len(about)
    cosine, sine = GOLDEN
    across, down, turns = 1.0, 0.0, 0
    while True:
        radius = 0.6 * least * sqrt(turns)
        place = _position(x + radius * across, y + radius * down)
        cell = _cell(place, least)
        if cell not in taken or radius > SQUARE:
            taken.add(cell)
            return place
        across, down = across * cosine - down * sine, across * sine + down * cosine
        turns += 1
