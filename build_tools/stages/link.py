"""From a glossary to one whose links can be followed from both ends."""

from build_tools.model.glossary import Connection, Glossary, LinkedGlossary
from build_tools.model.identifiers import EntryId
from build_tools.stages.words.collate import collation_key

__all__ = ["link"]


def link(glossary: Glossary) -> LinkedGlossary:
    """Derive the other end of every link. All targets and relations must exist."""
    rank = {key: index for index, key in enumerate(glossary.vocabularies.relations)}
    labels = sorted(glossary.entries.values(), key=lambda entry: collation_key(entry.term))
    place = {entry.id: index for index, entry in enumerate(labels)}
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

    def order(connection: Connection) -> tuple[int, bool, int]:
        return rank[connection.relation], connection.inverse, place[connection.other]

    return LinkedGlossary(
        glossary,
        {name: tuple(sorted(items, key=order)) for name, items in connections.items()},
        count,
    )
