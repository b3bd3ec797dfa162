"""From a glossary to one whose links can be followed from both ends."""

from build_tools.model.glossary import Connection, Glossary, LinkedGlossary
from build_tools.model.identifiers import EntryId
from build_tools.stages.collate import collation_key

__all__ = ["link"]


def link(glossary: Glossary) -> LinkedGlossary:
    """Derive the other end of every link. All targets and relations must exist."""
    rank = {key: index for index, key in enumerate(glossary.vocabularies.relations)}
    connections: dict[EntryId, list[Connection]] = {name: [] for name in glossary.entries}
    count = 0
    for entry in glossary.entries.values():
        for stated in entry.links:
            symmetric = glossary.vocabularies.relations[stated.relation].symmetric
            there = Connection(
                stated.relation, False, stated.target, stated.because, stated.sources
            )
            back = Connection(
                stated.relation, not symmetric, entry.id, stated.because, stated.sources
            )
            connections[entry.id].append(there)
            connections[stated.target].append(back)
            count += 1

    def order(connection: Connection) -> tuple[int, bool, tuple[str, str]]:
        label = glossary.entries[connection.other].term
        return rank[connection.relation], connection.inverse, collation_key(label)

    return LinkedGlossary(
        glossary,
        {name: tuple(sorted(items, key=order)) for name, items in connections.items()},
        count,
    )
