"""The concept graph: entries as nodes, typed links as edges, and what is found out about it.

Nodes are numbered by the rank of their ids, edges in the order in which entries state them, so that
the edges of one source stand together.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import NamedTuple

from build_tools.model.entry import Entry, Link
from build_tools.model.identifiers import EntryId, RelationKey

__all__ = [
    "SQUARE",
    "ConceptGraph",
    "DefinitionOrder",
    "Drawing",
    "Explanation",
    "Node",
    "Position",
    "Step",
    "inside",
]

SQUARE = 65_535
"""The picture is a square of this side; its origin is the upper left corner."""


class Position(NamedTuple):
    """A place in the picture."""

    x: int
    """From 0 at the left to :data:`SQUARE`."""
    y: int
    """From 0 at the top to :data:`SQUARE`."""


def inside(coordinate: float) -> int:
    """The nearest whole number that lies in the square."""
    return min(SQUARE, max(0, round(coordinate)))


@dataclass(frozen=True, slots=True)
class ConceptGraph:
    """A directed multigraph of typed links, in columns."""

    ids: tuple[EntryId, ...]
    """Of the nodes."""
    topic: tuple[int, ...]
    """Of each node, the rank of its topic."""
    source: tuple[int, ...]
    """Of each edge, the node that states it."""
    target: tuple[int, ...]
    """Of each edge, the node that it leads to."""
    links: tuple[Link, ...]
    """Of each edge, what is stated."""
    neighbours: tuple[tuple[int, ...], ...]
    """Of each node, those it has an edge with in either direction, each once."""


class Node(NamedTuple):
    """An entry on the map."""

    entry: Entry
    position: Position
    centrality: float
    """Its degree, as a share of what it could be."""
    community: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The map, worked out: what every file of the graph tells."""

    graph: ConceptGraph
    nodes: tuple[Node, ...]
    importance: tuple[int, ...]
    """The nodes, those with most links first; of equals, those that more texts name."""
    costs: Mapping[RelationKey, float]
    """Of each relation, what a step along it costs in an explanation: the less it says, the more."""


class Step(NamedTuple):
    """One move of an explanation, along a link or a mention."""

    source: EntryId
    """Where the reader stands."""
    target: EntryId
    """Where the reader goes."""
    relation: RelationKey | None
    """``None`` for a mention."""
    inverse: bool
    """Whether the target states the link, or makes the mention."""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How two entries connect."""

    steps: tuple[Step, ...]
    cost: float
    """The sum over the steps, see :mod:`build_tools.stages.graph.costs`."""


@dataclass(frozen=True, slots=True)
class DefinitionOrder:
    """Which definitions rest on which."""

    cycles: tuple[tuple[EntryId, ...], ...]
    """Sets of entries whose definitions explain each other, each in the order of ids."""
    depth: Mapping[EntryId, int]
    """Of each entry, how many definitions deep it rests: 0 for one that uses no other; entries of a
    cycle have one depth together."""
