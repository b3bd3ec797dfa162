"""The quick placement: a disc for each topic, its entries inside."""

from itertools import combinations, pairwise
from math import dist, hypot, sqrt

import pytest

from build_tools.stages.graph.regions import GOLDEN, Point, first_placement, spiral


def test_the_golden_angle_is_a_direction() -> None:
    assert hypot(*GOLDEN) == pytest.approx(1.0)


@pytest.mark.parametrize("count", [0, 1, 2, 100])
def test_a_spiral_has_as_many_points_from_the_middle_outwards(count: int) -> None:
    points = spiral(count)
    assert [hypot(*point) for point in points] == pytest.approx(
        [sqrt(at + 0.5) for at in range(count)]
    )
    assert points == spiral(200)[:count], "a smaller disc has the first seats of a larger one"
    assert all(dist(one, other) > 1.2 for one, other in combinations(points, 2))


@pytest.mark.parametrize(
    ("topic", "neighbours"),
    [([], []), ([0], [[]]), ([1], [[]]), ([0, 0], [[1], [0]]), ([0, 1], [[], []])],
    ids=["nothing", "one node", "an empty topic", "a pair", "two topics"],
)
def test_the_smallest_cases(topic: list[int], neighbours: list[list[int]]) -> None:
    points = first_placement(topic, neighbours)
    assert len(points) == len(set(points)) == len(topic)


def discs(topic: list[int], points: list[Point]) -> list[tuple[Point, float]]:
    """Of each topic, the middle of its nodes and how far they reach."""
    found = []
    for rank in sorted(set(topic)):
        own = [point for point, other in zip(points, topic, strict=True) if other == rank]
        middle = sum(x for x, _y in own) / len(own), sum(y for _x, y in own) / len(own)
        found.append((middle, max(dist(middle, point) for point in own)))
    return found


@pytest.mark.parametrize("size", [12, 40])
def test_topics_that_are_linked_touch_and_none_lie_on_one_another(size: int) -> None:
    """Five topics in a row, each linked with the next."""
    topic = [rank for rank in range(5) for _ in range(size)]
    near: list[list[int]] = [[] for _ in topic]
    for rank in range(4):
        for at in range(size):
            one, other = rank * size + at, (rank + 1) * size + at
            near[one].append(other)
            near[other].append(one)
    found = discs(topic, first_placement(topic, near))
    for (middle, reach), (next_middle, next_reach) in combinations(found, 2):
        assert dist(middle, next_middle) > 0.9 * (reach + next_reach)
    for (middle, reach), (next_middle, next_reach) in pairwise(found):
        assert dist(middle, next_middle) < 1.5 * (reach + next_reach)


@pytest.mark.parametrize("size", [20, 40])
def test_a_node_sits_on_the_side_that_pulls_it(size: int) -> None:
    """Two topics of which one node each is linked with the other topic."""
    topic = [0] * size + [1] * size
    near: list[list[int]] = [[] for _ in topic]
    near[3], near[size + 7] = [size + 7], [3]
    points = first_placement(topic, near)
    across = [dist(points[node], points[size + 7]) for node in range(size)]
    assert sorted(across).index(across[3]) <= size // 10
