"""The vocabularies that a project brings: topics, kinds, relations and references."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from build_tools.model.fields import Vocabulary
from build_tools.model.identifiers import EntryId, KindKey, ReferenceKey, RelationKey, TopicKey

__all__ = [
    "HIDDEN_LABELS",
    "KINDS",
    "REFERENCES",
    "RELATIONS",
    "TOPICS",
    "VOCABULARY_FILES",
    "Kind",
    "Name",
    "Reference",
    "Relation",
    "Topic",
    "Vocabularies",
]

TOPICS = "topics.yml"
KINDS = "kinds.yml"
RELATIONS = "relations.yml"
REFERENCES = "references.json"
HIDDEN_LABELS = "hidden_labels.yml"
VOCABULARY_FILES = (TOPICS, KINDS, RELATIONS, REFERENCES, HIDDEN_LABELS)
"""By name, in the glossary's folder."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject under which entries are shelved."""

    key: TopicKey
    label: str
    definition: str
    story: str = ""
    """Markdown that opens the topic's page: what holds it together and where to start."""
    colour: str | None = None
    """``#rrggbb``; ``None`` lets the site choose one from the topic's rank."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of thing an entry names."""

    key: KindKey
    label: str
    definition: str


@dataclass(frozen=True, slots=True)
class Relation:
    """A type of link between two entries."""

    key: RelationKey
    label: str
    """As read from the stating entry: "A *exploits* B"."""
    inverse_label: str
    """As read from the other side: "B *is exploited by* A"."""
    definition: str = ""
    symmetric: bool = False
    transitive: bool = False
    acyclic: bool = False
    hierarchical: bool = False
    """Whether a pair so related cannot also be associated (SKOS reference, S27)."""
    associative: bool = False
    """Whether the relation is excluded by a hierarchical one on the same pair."""
    colour: str | None = None
    skos: str | None = None
    """The SKOS property it maps to, for exports."""


class Name(NamedTuple):
    """A person or body in a reference."""

    family: str = ""
    given: str = ""
    literal: str = ""
    """The whole name, where it has no parts."""


class Reference(NamedTuple):
    """A bibliographic item, the part of CSL-JSON that the site shows."""

    key: ReferenceKey
    type: str
    title: str
    authors: tuple[Name, ...] = ()
    year: int | None = None
    container: str = ""
    publisher: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    arxiv: str = ""
    url: str = ""
    accessed: str = ""
    edition: str = ""


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """All of them, keyed, in the order of their files."""

    topics: Mapping[TopicKey, Topic] = field(default_factory=dict)
    kinds: Mapping[KindKey, Kind] = field(default_factory=dict)
    relations: Mapping[RelationKey, Relation] = field(default_factory=dict)
    references: Mapping[ReferenceKey, Reference] = field(default_factory=dict)
    hidden_labels: Mapping[EntryId, tuple[str, ...]] = field(default_factory=dict)
    """Words under which readers look for an entry and which no page shows (``skos:hiddenLabel``)."""
    unread: frozenset[Vocabulary] = frozenset()
    """What there may be more names of than are known, since a file could not be read."""
