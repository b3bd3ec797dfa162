"""What to read before an entry, worked out for all entries in one pass over their links.

:mod:`build_tools.stages.graph.questions` answers the same question of one entry by networkx and without a limit;
the tests compare the two.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import chain

from build_tools.model.entry import Entry
from build_tools.model.identifiers import EntryId, RelationKey

__all__ = ["MOST", "read_first"]

MOST = 8
"""Entries that are named before one; each of them names its own."""


def read_first(
    entries: Iterable[Entry], relations: Collection[RelationKey]
) -> Mapping[EntryId, tuple[EntryId, ...]]:
    """Of each entry that needs others, the nearest of these in an order to read them in.

    Args:
        entries: all entries.
        relations: those whose target is to be understood first.

    Returns:
        By entry, at most :data:`MOST` others: those in fewest steps, and in the order of how many
        layers of prerequisites they rest on, then of ids. An entry without any is left out.
    """
    if not relations:
        return {}
    needs: dict[EntryId, Sequence[EntryId]] = {}
    for entry in entries:
        needed = [link.target for link in entry.links if link.relation in relations]
        if needed:
            needs[entry.id] = needed if len(needed) == 1 else list(dict.fromkeys(needed))
    depth = _depths(needs)
    return {name: _nearest(name, needs, depth) for name in needs}


def _depths(needs: Mapping[EntryId, Collection[EntryId]]) -> Mapping[EntryId, int]:
    """Of each entry, the length of the longest chain of prerequisites below it (Kahn, 1962).

    Entries of a circle, which only several relations together can make, and those that rest on it
    count as equally deep.
    """
    needed_by: dict[EntryId, list[EntryId]] = {}
    for name, needed in needs.items():
        for other in needed:
            needed_by.setdefault(other, []).append(name)
    open_needs = {name: len(needed) for name, needed in needs.items()}
    depth: dict[EntryId, int] = {}
    layer = [name for name in needed_by if name not in needs]
    level = 0
    while layer:
        above = []
        for name in layer:
            depth[name] = level
            for other in needed_by.get(name, ()):
                open_needs[other] -= 1
                if not open_needs[other]:
                    above.append(other)
        layer = above
        level += 1
    for name in chain(needs, needed_by):
        depth.setdefault(name, level)
    return depth


def _nearest(
    name: EntryId, needs: Mapping[EntryId, Sequence[EntryId]], depth: Mapping[EntryId, int]
) -> tuple[EntryId, ...]:
    """The entries that this one needs, directly or not: enough of the nearest, then put in order."""
    found = list(needs[name])
    for other in found:  # which grows meanwhile
        if len(found) >= MOST:
            break
        for further in needs.get(other, ()):
            if further not in found and further != name:
                found.append(further)
    del found[MOST:]
    if len(found) > 1:
        found.sort()
        found.sort(key=depth.__getitem__)
    return tuple(found)
