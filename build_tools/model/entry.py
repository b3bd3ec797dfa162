"""A checked entry, and what it is made of.

These are named tuples, which cross from one process to another five times as fast as data classes.
"""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from build_tools.model.identifiers import EntryId, KindKey, ReferenceKey, RelationKey, TopicKey

__all__ = ["Debate", "DebatePosition", "Entry", "Link", "Status"]


class Status(StrEnum):
    """How far an entry has come."""

    DRAFT = "draft"
    REVIEWED = "reviewed"
    DEPRECATED = "deprecated"


class Link(NamedTuple):
    """A typed link, as the entry that states it has it."""

    relation: RelationKey
    target: EntryId
    because: str
    """One sentence that gives the reason; ``""`` when there is none."""
    sources: tuple[ReferenceKey, ...] = ()


class DebatePosition(NamedTuple):
    """One side of a debate, said so that its holders would accept it."""

    claim: str
    sources: tuple[ReferenceKey, ...] = ()


class Debate(NamedTuple):
    """A question on which experts disagree."""

    question: str
    positions: tuple[DebatePosition, ...]


class Entry(NamedTuple):
    """One concept.

    All text but ``body`` is plain text in which ``[[id]]``, ``[[id|text]]`` and ``[@key]`` are
    special; ``body`` is Markdown with the same two additions.
    """

    id: EntryId
    path: str
    """Of the file it was read from, relative to the project."""
    term: str
    """The preferred label (``skos:prefLabel``)."""
    topic: TopicKey
    kind: KindKey
    definition: str
    aliases: tuple[str, ...] = ()
    """Alternative labels (``skos:altLabel``)."""
    abbreviation: str | None = None
    body: str = ""
    examples: tuple[str, ...] = ()
    misconception: str | None = None
    debate: Debate | None = None
    links: tuple[Link, ...] = ()
    sources: tuple[ReferenceKey, ...] = ()
    status: Status = Status.DRAFT
    reviewed: date | None = None
    replaced_by: EntryId | None = None
    former_ids: tuple[EntryId, ...] = ()

    @property
    def labels(self) -> tuple[str, ...]:
        """The preferred label, then the alternative ones, then the abbreviation, each once."""
        extra = (self.abbreviation,) if self.abbreviation else ()
        return tuple(dict.fromkeys((self.term, *self.aliases, *extra)))

    @property
    def references(self) -> tuple[ReferenceKey, ...]:
        """The works that the entry's fields name, each once.

        Those of the entry come first, then those of its debate, then those of its links.
        """
        keys = list(self.sources)
        for position in self.debate.positions if self.debate else ():
            keys += position.sources
        for link in self.links:
            keys += link.sources
        return tuple(dict.fromkeys(keys))
