"""The glossary as a whole: collected, then linked, then ready to be emitted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from build_tools.model.entry import Entry
from build_tools.model.graph import Position
from build_tools.model.identifiers import EntryId, ReferenceKey, RelationKey, TopicKey
from build_tools.model.project import Project
from build_tools.model.text import EntryTexts
from build_tools.model.vocabulary import Vocabularies

__all__ = ["Connection", "Glossary", "Label", "LinkedGlossary", "Site"]


@dataclass(frozen=True, slots=True)
class Glossary:
    """All good entries and the vocabularies that they use."""

    entries: Mapping[EntryId, Entry]
    """By id, in the order of ids."""
    vocabularies: Vocabularies
    texts: Mapping[EntryId, EntryTexts]
    """What the texts of each entry say, read once."""
    redirects: Mapping[EntryId, EntryId] = field(default_factory=dict)
    """From each former id to the id that its entry has now."""


class Connection(NamedTuple):
    """A typed link seen from one of its two ends."""

    relation: RelationKey
    inverse: bool
    """Whether the other entry states it, so that the relation's inverse label applies."""
    other: EntryId
    because: str
    sources: tuple[ReferenceKey, ...]


@dataclass(frozen=True, slots=True)
class LinkedGlossary:
    """A glossary whose links all resolve, with both ends of each."""

    glossary: Glossary
    connections: Mapping[EntryId, tuple[Connection, ...]]
    """Of every entry, in the order of relations, stated ones first, then by the other's label."""
    links: int
    """How many typed links there are; each counts once."""


class Label(NamedTuple):
    """A line of the A–Z list: a preferred label, or an alternative one that points to it."""

    text: str
    entry: EntryId
    preferred: bool


@dataclass(frozen=True, slots=True)
class Site:
    """All that the emitters need; from here on nothing can fail."""

    project: Project
    linked: LinkedGlossary
    ranks: Mapping[EntryId, int]
    """Of every entry, its place among ``entries``."""
    mentions: Mapping[EntryId, Sequence[int]]
    """Entries that an entry's prose names, linked by its author or not, in order of appearance.
    Here and below they are given by rank. A large glossary has a million of them."""
    mention_links: Mapping[EntryId, Sequence[int]]
    """Where its page links them: four numbers a link, which are the run of prose, the offsets of
    its beginning and end, and the target's rank."""
    mentioned_in: Mapping[EntryId, Sequence[int]]
    """The other way round, in the order of labels."""
    definition_uses: Mapping[EntryId, Sequence[int]]
    """The entries that the definition of each one names, in the order of ids."""
    labels: tuple[Label, ...]
    """Every label, collated."""
    topic_entries: Mapping[TopicKey, tuple[EntryId, ...]]
    """The entries of each topic, collated by preferred label; empty topics included."""
    read_first: Mapping[EntryId, tuple[EntryId, ...]]
    """Of an entry that presupposes others, what to read before it, in an order to read it in."""
    unspecific_relations: frozenset[RelationKey]
    """Relations that say no more than that two entries bear on each other."""
    citing: Mapping[ReferenceKey, tuple[EntryId, ...]]
    """The entries that cite a reference."""
    positions: Mapping[EntryId, Position] = field(default_factory=dict)
    """Where entries stood on the map when it was last drawn anew; not of each need one be kept."""

    @property
    def entries(self) -> Mapping[EntryId, Entry]:
        """Every entry by id, in the order of ids."""
        return self.linked.glossary.entries

    @property
    def vocabularies(self) -> Vocabularies:
        """Topics, kinds, relations and references."""
        return self.linked.glossary.vocabularies
