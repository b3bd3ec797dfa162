"""What matters most, and what belongs together."""

import pytest

from build_tools.stages.graph import measures
from build_tools.stages.graph.measures import communities, degree_centrality, modularity

TRIANGLES = [[1, 2], [0, 2], [0, 1, 3], [2, 4, 5], [3, 5], [3, 4]]
"""Two of them, and a bridge between."""


@pytest.mark.parametrize(
    ("neighbours", "shares"),
    [
        ([], []),
        ([[]], [0]),
        ([[1], [0]], [1, 1]),
        ([[1, 2], [0], [0], []], [2 / 3, 1 / 3, 1 / 3, 0]),
    ],
)
def test_centrality_is_the_share_of_the_others(
    neighbours: list[list[int]], shares: list[float]
) -> None:
    assert degree_centrality(neighbours) == shares


@pytest.mark.parametrize(
    ("neighbours", "found"),
    [
        ([], []),
        ([[]], [0]),
        ([[], []], [0, 1]),
        ([[1], [0], []], [0, 0, 1]),
        ([[], [2], [1]], [0, 1, 1]),
        (TRIANGLES, [0, 0, 0, 1, 1, 1]),
    ],
)
def test_communities_are_numbered_by_their_first_node(
    neighbours: list[list[int]], found: list[int]
) -> None:
    assert communities(neighbours) == found


def test_no_partition_of_two_triangles_is_better() -> None:
    best = modularity(TRIANGLES, communities(TRIANGLES))
    for number in range(3**6):
        partition = [number // 3**node % 3 for node in range(6)]
        assert modularity(TRIANGLES, partition) <= best + 1e-12


@pytest.mark.parametrize(
    ("neighbours", "community", "value"),
    [
        ([[]], [0], 0.0),
        ([[1], [0]], [0, 0], 0.0),
        ([[1], [0]], [0, 1], -0.5),
        (TRIANGLES, [0] * 6, 0.0),
        (TRIANGLES, [0, 0, 0, 1, 1, 1], 12 / 14 - 0.5),
    ],
)
def test_modularity(neighbours: list[list[int]], community: list[int], value: float) -> None:
    assert modularity(neighbours, community) == pytest.approx(value)


@pytest.mark.parametrize("step", [3, 7, 11, 19])
def test_no_node_would_be_better_off_with_a_neighbour(step: int) -> None:
    """Communities are moved between until that is so, which takes several rounds."""
    count = 60
    pairs = {
        frozenset(pair)
        for at in range(count)
        for pair in ((at, at * step % count), (at, (at + step) % count))
    }
    near: list[list[int]] = [[] for _ in range(count)]
    for one, other in sorted(tuple(sorted(pair)) for pair in pairs if len(pair) == 2):
        near[one].append(other)
        near[other].append(one)
    weights = [dict.fromkeys(others, 1) for others in near]
    strength = list(map(len, near))
    found = measures._local_moves(weights, strength, 50)
    assert measures._local_moves(weights, strength, 1) != found
    best = modularity(near, found)
    for node in range(count):
        for other in near[node]:
            moved = [*found[:node], found[other], *found[node + 1 :]]
            assert modularity(near, moved) <= best + 1e-12
