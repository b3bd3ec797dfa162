"""Neighbours near each other, strangers apart: the slow placement, made once and then kept as data.

The forces of UMAP (McInnes, Healy and Melville, 2018) with its parameters a and b at 1: along every
edge an attraction, and from a few nodes drawn at random a repulsion; both become weaker from round to
round. A pull to the middle of its topic keeps each topic together. Keeping neighbours is what
it is better at than springs: see ``tests/benchmarks/graph_layout.py``.

Nodes are drawn by a congruential generator of our own, and only the four basic operations and
``fsum`` are used: same bits everywhere.
"""

from collections.abc import Sequence
from math import fsum

from build_tools.stages.graph.regions import Point

__all__ = ["ROUNDS", "embedded"]

ROUNDS = 200
STRANGERS = 5
"""Nodes drawn for each end of an edge."""
TOPIC_PULL = 0.8
CENTRE_PULL = 0.02
STEP = 2.0
"""The longest move along an axis by one force."""


def embedded(
    points: Sequence[Point],
    topic: Sequence[int],
    edges: Sequence[tuple[int, int]],
    rounds: int = ROUNDS,
) -> list[Point]:
    """Better places, found from those given.

    Args:
        points: where the nodes are, about one unit of length apart.
        topic: of each node, the rank of its topic.
        edges: pairs of different nodes, each pair once.
        rounds: how often every edge pulls.
    """
    x = [point[0] for point in points]
    y = [point[1] for point in points]
    drawn = 12345
    for done in range(rounds):
        rate = 1.0 - done / rounds
        drawn = _forces(x, y, edges, rate, drawn)
        _pull_together(x, y, topic, rate)
    return list(zip(x, y, strict=True))


def _forces(
    x: list[float], y: list[float], edges: Sequence[tuple[int, int]], rate: float, drawn: int
) -> int:
    """One round over all edges; returns the generator's state."""
    count = len(x)
    strong = 2.0 * rate
    for one, other in edges:
        across, down = x[one] - x[other], y[one] - y[other]
        force = strong / (1.0 + across * across + down * down)
        across, down = _limited(across * force), _limited(down * force)
        x[one] -= across
        y[one] -= down
        x[other] += across
        y[other] += down
        for node in (one, other):
            here, there = x[node], y[node]
            for _ in range(STRANGERS):
                # Numerical Recipes' constants; the upper bits are the better ones.
                drawn = (drawn * 1664525 + 1013904223) & 0xFFFFFFFF
                stranger = (drawn * count) >> 32
                if stranger == node:
                    continue
                across, down = here - x[stranger], there - y[stranger]
                square = across * across + down * down
                force = strong / ((0.01 + square) * (1.0 + square))
                here += _limited(across * force)
                there += _limited(down * force)
            x[node], y[node] = here, there
    return drawn


def _limited(move: float) -> float:
    # Comparisons cost a third of what min and max do, and this is called most of all.
    if move > STEP:
        return STEP
    if move < -STEP:
        return -STEP
    return move


def _pull_together(x: list[float], y: list[float], topic: Sequence[int], rate: float) -> None:
    """Each node a little to the middle of its topic, and to the middle of all."""
    sums: dict[int, list[float]] = {}
    for node, rank in enumerate(topic):
        total = sums.setdefault(rank, [0.0, 0.0, 0.0])
        total[0] += x[node]
        total[1] += y[node]
        total[2] += 1.0
    count = max(1, len(x))
    middle_x, middle_y = fsum(x) / count, fsum(y) / count
    pull, centre = TOPIC_PULL * rate, CENTRE_PULL * rate
    for node, rank in enumerate(topic):
        total = sums[rank]
        x[node] += (total[0] / total[2] - x[node]) * pull + (middle_x - x[node]) * centre
        y[node] += (total[1] / total[2] - y[node]) * pull + (middle_y - y[node]) * centre
