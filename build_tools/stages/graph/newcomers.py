"""Places for entries that are new on a map whose other entries keep theirs."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count, islice
from math import sqrt

from build_tools.model.graph import SQUARE, ConceptGraph, Position, inside
from build_tools.stages.graph.regions import GOLDEN

__all__ = ["with_newcomers"]

TRIALS = 60
"""Cells that are tried round the very middle that a node asks for."""

CROWD = 16
"""Cells along the side of a neighbourhood whose nodes look for places together after that."""


def with_newcomers(
    graph: ConceptGraph, kept: Mapping[int, Position], least: float
) -> Mapping[int, Position]:
    """The kept places and, for every other node, the nearest free one to the middle of its neighbours.

    Nodes whose neighbours have no place either come after these; the first node of a part of the
    graph that has none at all goes to the middle of its topic.

    Args:
        graph: the whole graph.
        kept: of some nodes, at least one, their places.
        least: the side of a cell of the square that holds one node.
    """
    places = dict(kept)
    squares = _Squares(kept.values(), least)
    of_topic: dict[int, list[Position]] = {}
    for node, position in kept.items():
        of_topic.setdefault(graph.topic[node], []).append(position)
    middles = {topic: _middle(positions) for topic, positions in of_topic.items()}
    middle = _middle(list(kept.values()))
    for node in _beside(graph, list(kept), places):
        places[node] = squares.free(_middle_of_neighbours(graph, node, places))
    for first in range(len(graph.ids)):
        if first not in places:
            places[first] = squares.free(middles.get(graph.topic[first], middle))
            for node in _beside(graph, [first], places):
                places[node] = squares.free(_middle_of_neighbours(graph, node, places))
    return places


def _beside(
    graph: ConceptGraph, placed: Sequence[int], places: Mapping[int, Position]
) -> Iterator[int]:
    """The nodes that links lead to from those that have just been placed, nearest first.

    The caller gives each a place before it asks for the next.
    """
    while placed:
        near = {other for node in placed for other in graph.neighbours[node]}
        placed = sorted(other for other in near if other not in places)
        yield from placed


def _middle_of_neighbours(
    graph: ConceptGraph, node: int, places: Mapping[int, Position]
) -> tuple[float, float]:
    return _middle([places[other] for other in graph.neighbours[node] if other in places])


def _middle(positions: Sequence[Position]) -> tuple[float, float]:
    # Sums of whole numbers are exact, whatever the version of Python.
    return (
        sum(position.x for position in positions) / len(positions),
        sum(position.y for position in positions) / len(positions),
    )


class _Squares:
    """Which cells of the square hold a node."""

    def __init__(self, positions: Iterable[Position], least: float) -> None:
        self._least = least
        self._taken = {self._cell(position) for position in positions}
        self._searches: dict[tuple[float, float], Iterator[Position]] = {}

    def free(self, middle: tuple[float, float]) -> Position:
        """The first free cell on a spiral round ``middle``; it is taken then.

        Where it is crowded, all searches from one neighbourhood go on along one spiral, each from
        where the last one ended: what that passed is taken for good.
        """
        side = CROWD * self._least
        x, y = middle
        crowded = (x // side + 0.5) * side, (y // side + 0.5) * side
        shared = self._searches.get(crowded)
        if shared is None:
            shared = self._searches[crowded] = _spiral(crowded, self._least)
        for place in chain(islice(_spiral(middle, self._least), TRIALS), shared):
            if self._cell(place) not in self._taken:
                self._taken.add(self._cell(place))
                return place
        return _place(x, y)

    def _cell(self, position: Position) -> tuple[int, int]:
        return int(position.x // self._least), int(position.y // self._least)


def _spiral(middle: tuple[float, float], least: float) -> Iterator[Position]:
    """Places in the square from ``middle`` outwards, closer than cells are wide, to its far corner."""
    cosine, sine = GOLDEN
    across, down = 1.0, 0.0
    for turns in count():
        radius = 0.6 * least * sqrt(turns)
        if radius > 1.5 * SQUARE:
            return
        yield _place(middle[0] + radius * across, middle[1] + radius * down)
        across, down = across * cosine - down * sine, across * sine + down * cosine


def _place(x: float, y: float) -> Position:
    return Position(inside(x), inside(y))
