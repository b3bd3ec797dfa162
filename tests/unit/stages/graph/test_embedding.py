"""The careful placement: neighbors come nearer, strangers keep apart."""

from math import dist

import pytest

from build_tools.stages.graph.embedding import ROUNDS, embedded
from build_tools.stages.graph.regions import spiral


@pytest.mark.parametrize("count", [0, 1])
def test_too_few_to_move(count: int) -> None:
    for point in embedded(spiral(count), [0] * count, []):
        assert point == pytest.approx(spiral(1)[0])


def test_no_rounds_change_nothing() -> None:
    points = spiral(5)
    assert embedded(points, [0] * 5, [(0, 4)], rounds=0) == points


def test_linked_nodes_come_nearer_than_others() -> None:
    points = spiral(30)
    edges = [(at, 29 - at) for at in range(15)]
    moved = embedded(points, [0] * 30, edges)

    def mean(pairs: list[tuple[int, int]]) -> float:
        return sum(dist(moved[one], moved[other]) for one, other in pairs) / len(pairs)

    others = [(one, other) for one in range(30) for other in range(one)]
    assert mean(edges) < 0.5 * mean(others)
    assert all(dist(points[one], points[other]) > 0 for one, other in edges)


def test_topics_stay_together() -> None:
    points = [(float(at), 0.0) for at in range(20)]
    topic = [at % 2 for at in range(20)]
    moved = embedded(points, topic, [])
    middles = [
        sum(x for (x, _y), rank in zip(moved, topic, strict=True) if rank == wanted) / 10
        for wanted in (0, 1)
    ]
    reach = [abs(x - middles[rank]) for (x, _y), rank in zip(moved, topic, strict=True)]
    assert max(reach) < 1.0


def test_the_same_places_each_time_and_others_with_fewer_rounds() -> None:
    points, edges = spiral(10), [(0, 9), (1, 8)]
    first = embedded(points, [0] * 10, edges)
    assert embedded(points, [0] * 10, edges, ROUNDS) == first
    assert embedded(points, [0] * 10, edges, ROUNDS - 1) != first
