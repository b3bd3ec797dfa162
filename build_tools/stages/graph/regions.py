"""A first placement that is quick at any size: a disc for each topic, its entries inside.

Discs are put one by one where they touch the disc that their topic has most links with, and as near
as can be to the others. Inside a disc, entries that are linked outwards come to the rim, on the side
of what they are linked with.

Only the four basic operations, square roots and ``fsum`` are used, which give the same bits on every
machine; ``sum`` of floats does not, since Python 3.12 rounds it otherwise than 3.11.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain
from math import fsum, sqrt

__all__ = ["GOLDEN", "Point", "first_placement", "spiral"]

Point = tuple[float, float]

GOLDEN = (-0.7373688780783197, 0.6754902942615237)
"""Cosine and sine of the golden angle, by which sunflower seeds follow each other (Vogel, 1979)."""

_SWEEPS = 2
_SWEPT_TWICE = 5_000
"""Nodes up to which all sweeps are made; the second costs as much as the first and gives less."""
_MOST_DIRECTIONS = 48
_MOST_TRIALS = 4_000
"""Topics times directions that are tried for one disc."""


def spiral(count: int) -> list[Point]:
    """Points that fill a disc evenly, from the middle outwards; each has an area of pi to itself."""
    cosine, sine = GOLDEN
    points = []
    across, down = 1.0, 0.0
    for index in range(count):
        radius = sqrt(index + 0.5)
        points.append((radius * across, radius * down))
        across, down = across * cosine - down * sine, across * sine + down * cosine
    return points


def first_placement(topic: Sequence[int], neighbours: Sequence[Sequence[int]]) -> list[Point]:
    """A place for every node.

    Args:
        topic: of each node, the rank of its topic.
        neighbours: of each node the others that it has a link with, each once.
    """
    members: list[list[int]] = [[] for _ in range(max(topic, default=-1) + 1)]
    for node, rank in enumerate(topic):
        members[rank].append(node)
    centres = _centres([len(nodes) for nodes in members], _affinities(topic, neighbours, members))
    points: list[Point] = [(0.0, 0.0)] * len(topic)
    # The seats of a smaller disc are the first of a larger one.
    seats = spiral(max(map(len, members), default=0))
    angles = [_angle(x, y) for x, y in seats]
    for rank, nodes in enumerate(members):
        _seat(points, nodes, seats, centres[rank])
    for _ in range(_SWEEPS if len(topic) <= _SWEPT_TWICE else 1):
        wished = _barycentres(points, neighbours)
        for rank, nodes in enumerate(members):
            _order(nodes, angles, centres[rank], wished)
            _seat(points, nodes, seats, centres[rank])
    return points


def _affinities(
    topic: Sequence[int], neighbours: Sequence[Sequence[int]], members: Sequence[Sequence[int]]
) -> list[dict[int, float]]:
    """Of each topic, how closely others are linked with it: links for the chances to have some."""
    counts = [
        Counter(map(topic.__getitem__, chain.from_iterable([neighbours[node] for node in nodes])))
        for nodes in members
    ]
    return [
        {
            there: count / sqrt(len(members[rank]) * len(members[there]))
            for there, count in row.items()
            if there != rank
        }
        for rank, row in enumerate(counts)
    ]


@dataclass
class _Packing:
    """Discs side by side."""

    radii: Sequence[float]
    centres: list[Point]
    placed: list[int]

    def is_free(self, rank: int, point: Point) -> bool:
        """Whether a disc would overlap none there; touching is no overlap, whatever is rounded."""
        return not any(
            _squared(_between(point, self.centres[other]))
            < (self.radii[rank] + self.radii[other]) ** 2 * 0.999
            for other in self.placed
        )


def _centres(sizes: Sequence[int], affinities: Sequence[dict[int, float]]) -> list[Point]:
    """Of each disc, its centre; no two overlap."""
    packing = _Packing([sqrt(size) + 1.0 for size in sizes], [(0.0, 0.0)] * len(sizes), [])
    circle = _circle(max(6, min(_MOST_DIRECTIONS, _MOST_TRIALS // max(1, len(sizes)))))
    closeness = [0.0] * len(sizes)
    waiting = set(range(len(sizes)))
    while waiting:
        rank = max(waiting, key=lambda item: (closeness[item], sizes[item], -item))
        waiting.remove(rank)
        if packing.placed:
            packing.centres[rank] = _beside(rank, affinities[rank], packing, circle)
        packing.placed.append(rank)
        for other, strength in affinities[rank].items():
            closeness[other] += strength
    return packing.centres


def _beside(rank: int, near: dict[int, float], packing: _Packing, circle: Sequence[Point]) -> Point:
    """The best free place round the placed disc that has most to do with this one."""
    radii, centres = packing.radii, packing.centres
    host = max(packing.placed, key=lambda other: (near.get(other, 0.0), -other))
    relatives = [other for other in packing.placed if other in near]
    distance = radii[rank] + radii[host]
    while True:
        best: tuple[float, Point] | None = None
        for across, down in circle:
            point = centres[host][0] + distance * across, centres[host][1] + distance * down
            if not packing.is_free(rank, point):
                continue
            cost = 0.2 * sqrt(_squared(point)) + fsum(
                near[other] * sqrt(_squared(_between(point, centres[other]))) for other in relatives
            )
            if best is None or cost < best[0] - 1e-9:
                best = cost, point
        if best:
            return best[1]
        distance += radii[rank]


def _circle(count: int) -> list[Point]:
    """Directions that go round by the golden angle, so that any number of them is spread well."""
    points = []
    for x, y in spiral(count):
        length = sqrt(x * x + y * y)
        points.append((x / length, y / length))
    return points


def _between(one: Point, other: Point) -> Point:
    return one[0] - other[0], one[1] - other[1]


def _squared(point: Point) -> float:
    return point[0] * point[0] + point[1] * point[1]


def _seat(points: list[Point], nodes: Sequence[int], seats: Sequence[Point], centre: Point) -> None:
    across, down = centre
    for node, (x, y) in zip(nodes, seats, strict=False):
        points[node] = x + across, y + down


def _barycentres(points: Sequence[Point], neighbours: Sequence[Sequence[int]]) -> list[Point]:
    """Of each node, the middle of its neighbours; its own place when it has none."""
    x = [point[0] for point in points].__getitem__
    y = [point[1] for point in points].__getitem__
    return [
        (fsum(map(x, near)) / len(near), fsum(map(y, near)) / len(near)) if near else points[node]
        for node, near in enumerate(neighbours)
    ]


def _order(
    nodes: list[int], angles: Sequence[float], centre: Point, wished: Sequence[Point]
) -> None:
    """Reorder the nodes of a topic as its seats are: those least pulled in the middle.

    Then the nodes of each ring of seats, so that each sits on the side that pulls it.
    """
    across, down = centre
    pulled = []
    for node in nodes:
        x, y = wished[node]
        x, y = x - across, y - down
        pulled.append((x * x + y * y, node, _angle(x, y)))
    pulled.sort()
    first, width = 0, 8
    while first < len(nodes):
        ring = sorted([(angle, node) for _pull, node, angle in pulled[first : first + width]])
        by_angle = sorted(range(first, first + len(ring)), key=angles.__getitem__)
        for (_angle_of_pull, node), seat in zip(ring, by_angle, strict=True):
            nodes[seat] = node
        first += width
        width += width // 2


def _angle(x: float, y: float) -> float:
    """Grows with the angle from 0 to 4; needs no arc tangent, whose last bit differs by machine."""
    reach = abs(x) + abs(y)
    if not reach:
        return 0.0
    turned = y / reach
    if x < 0:
        return 2.0 - turned
    return turned if y >= 0 else 4.0 + turned
