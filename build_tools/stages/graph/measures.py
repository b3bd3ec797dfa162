"""Which nodes matter most, and which belong together."""

from collections.abc import Sequence
from math import fsum

__all__ = ["communities", "degree_centrality", "modularity"]

MOST_SWEEPS = 5
"""Of the search for communities; few nodes move after these."""

MOST_VISITS = 150_000
"""Of ends of links in all sweeps together, so that a large graph costs little; two sweeps are made
whatever it costs."""


def degree_centrality(neighbours: Sequence[Sequence[int]]) -> list[float]:
    """Of each node, the share of all others that it has a link with (Freeman, 1978).

    Args:
        neighbours: of each node the others that it has a link with, each once.
    """
    others = max(1, len(neighbours) - 1)
    return [len(near) / others for near in neighbours]


def communities(neighbours: Sequence[Sequence[int]]) -> list[int]:
    """Of each node, the number of its community; numbers go by the first node of each, from 0.

    The local moves of Louvain (Blondel and others, 2008): nodes join the neighbouring community
    that raises modularity most, in the order of nodes, until none moves; then the communities do
    the same as nodes of a smaller graph, once. A node without a link is a community of its own.
    """
    strength = [len(near) for near in neighbours]
    sweeps = max(2, min(MOST_SWEEPS, MOST_VISITS // max(1, sum(strength))))
    first = _local_moves([dict.fromkeys(near, 1) for near in neighbours], strength, sweeps)
    count = max(first, default=-1) + 1
    merged: list[dict[int, int]] = [{} for _ in range(count)]
    merged_strength = [0] * count
    for node, near in enumerate(neighbours):
        home = first[node]
        merged_strength[home] += len(near)
        row = merged[home]
        for other in near:
            there = first[other]
            if there != home:
                row[there] = row.get(there, 0) + 1
    second = _local_moves(merged, merged_strength, sweeps - 1)
    return _renumbered([second[community] for community in first])


def _local_moves(
    weights: Sequence[dict[int, int]], strength: Sequence[int], sweeps: int
) -> list[int]:
    """Of each node, its community.

    Args:
        weights: of each node its neighbours and how many links it has with each, self-links apart.
        strength: of each node the sum of its links, both ends of self-links included.
        sweeps: how often every node may move, at most.
    """
    total = sum(strength) or 1
    community = list(range(len(weights)))
    inside = list(strength)
    for _ in range(sweeps):
        moved = False
        for node, near in enumerate(weights):
            home, own = community[node], strength[node]
            linked: dict[int, int] = {home: 0}
            for other, weight in near.items():
                there = community[other]
                linked[there] = linked.get(there, 0) + weight
            inside[home] -= own
            # Gains in modularity, times the square of the total: whole numbers compare exactly.
            best, most = home, linked[home] * total - inside[home] * own
            for there, weight in linked.items():
                gain = weight * total - inside[there] * own
                if gain > most:
                    best, most = there, gain
            inside[best] += own
            moved |= best != home
            community[node] = best
        if not moved:
            break
    return _renumbered(community)


def _renumbered(community: Sequence[int]) -> list[int]:
    numbers: dict[int, int] = {}
    return [numbers.setdefault(item, len(numbers)) for item in community]


def modularity(neighbours: Sequence[Sequence[int]], community: Sequence[int]) -> float:
    """How much more links stay inside communities than by chance, at most 1 (Newman, 2006)."""
    total = sum(map(len, neighbours))
    if not total:
        return 0.0
    inside, strength = 0, [0] * (max(community) + 1)
    for node, near in enumerate(neighbours):
        home = community[node]
        strength[home] += len(near)
        inside += sum(community[other] == home for other in near)
    return inside / total - fsum((item / total) ** 2 for item in strength)
