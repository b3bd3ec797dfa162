"""The fields of an entry and of the vocabularies, declared once.

Readers, checks, schemas, data files, pages, the ids that headings may not take, and the guide's
table of fields go by these tables. A new text field is a row here and an attribute of
:class:`build_tools.model.entry.Entry`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from build_tools.model.entry import Debate, DebatePosition, Link, Status

__all__ = [
    "ENTRY_FIELDS",
    "KIND_FIELDS",
    "LINK_FIELDS",
    "RELATION_FIELDS",
    "REMARK_KEYS",
    "TOPIC_FIELDS",
    "Field",
    "Section",
    "Shape",
    "Vocabulary",
    "keys_of",
    "required_in",
]


class Shape(StrEnum):
    """What a field holds, which says how it is read, checked, exported and shown."""

    LABEL = "label"
    """A name on one line, shown as it is written: no links, no citations."""
    LABELS = "labels"
    """A list of these."""
    PARAGRAPH = "paragraph"
    """Plain text with links and citations. Line ends are spaces."""
    PROSE = "prose"
    """The same in paragraphs that blank lines separate."""
    PROSES = "proses"
    """A list of these."""
    MARKDOWN = "markdown"
    """Markdown with links and citations."""
    REMARK = "remark"
    """A paragraph beside something else: it may link and cite, but terms that it only names are not
    linked, and the search does not look into it."""
    NAME = "name"
    """One name out of a vocabulary, or the id of an entry."""
    NAMES = "names"
    """A list of these."""
    FORMER_IDS = "former ids"
    """A list of ids that nothing need have now."""
    STATUS = "status"
    DATE = "date"
    FLAG = "flag"
    """``true`` or ``false``."""
    COLOUR = "colour"
    """``#rrggbb``."""
    RECORD = "record"
    """A mapping with fields of its own."""
    RECORDS = "records"
    """A list of these."""

    @property
    def is_text(self) -> bool:
        """Whether it may hold links and citations."""
        return self in _TEXTS


_TEXTS = frozenset({Shape.PARAGRAPH, Shape.PROSE, Shape.PROSES, Shape.MARKDOWN, Shape.REMARK})


class Vocabulary(StrEnum):
    """Where the names of a field come from."""

    TOPICS = "topic"
    KINDS = "kind"
    RELATIONS = "relation"
    REFERENCES = "reference"
    ENTRIES = "entry"


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an entry's page with a heading of its own."""

    id: str
    heading: str
    one: str = ""
    """The heading above a single item, where it is another."""


@dataclass(frozen=True, slots=True)
class Field:
    """A key of a mapping in YAML."""

    key: str
    shape: Shape
    meaning: str
    """What it holds, for editors and for the guide."""
    advice: str = ""
    """What else the guide says to those who fill it in."""
    required: bool = False
    item: str = ""
    """What one item of a list is."""
    names: Vocabulary | None = None
    """Of a name or names, where they come from."""
    fields: tuple["Field", ...] = ()
    """Of a record."""
    record: type | None = None
    """What a record becomes; its attributes are the fields, in their order."""
    section: Section | None = None
    """Where the page shows it; sections stand in the order of the fields. ``None`` for what has no
    section of its own."""


def keys_of(fields: tuple[Field, ...]) -> tuple[str, ...]:
    """The keys of a mapping."""
    return tuple(field.key for field in fields)


def _remark_keys(fields: tuple[Field, ...]) -> Iterator[str]:
    for field in fields:
        if field.shape is Shape.REMARK:
            yield field.key
        yield from _remark_keys(field.fields)


def required_in(fields: tuple[Field, ...]) -> tuple[str, ...]:
    """Those without which it is incomplete."""
    return tuple(field.key for field in fields if field.required)


def _sources() -> Iterator[Field]:
    """The field that whatever rests on works has."""
    yield Field("sources", Shape.NAMES, "Keys of references.json", names=Vocabulary.REFERENCES)


_POSITION = (
    Field("claim", Shape.PROSE, "Said so that its holders would accept it", required=True),
    *_sources(),
)

_DEBATE = (
    Field("question", Shape.PROSE, "What experts disagree on", required=True),
    Field(
        "positions",
        Shape.RECORDS,
        "Each side",
        required=True,
        fields=_POSITION,
        record=DebatePosition,
    ),
)

LINK_FIELDS = (
    Field(
        "relation",
        Shape.NAME,
        "How this entry bears on the target",
        required=True,
        names=Vocabulary.RELATIONS,
    ),
    Field(
        "target", Shape.NAME, "The id of the other entry", required=True, names=Vocabulary.ENTRIES
    ),
    Field("because", Shape.REMARK, "One sentence that gives the reason"),
    *_sources(),
)

ENTRY_FIELDS = (
    Field("term", Shape.LABEL, "Preferred label", required=True),
    Field(
        "aliases",
        Shape.LABELS,
        "Alternative labels; abbreviations too",
        "it is found by each of them",
        item="Another name",
    ),
    Field("abbreviation", Shape.LABEL, "Shown beside the term", "a label of its own"),
    Field(
        "topic",
        Shape.NAME,
        "The subject it is shelved under",
        "a key of `topics.yml`",
        required=True,
        names=Vocabulary.TOPICS,
    ),
    Field(
        "kind",
        Shape.NAME,
        "What sort of thing it is",
        "a key of `kinds.yml`",
        required=True,
        names=Vocabulary.KINDS,
    ),
    Field(
        "definition",
        Shape.PARAGRAPH,
        "One or two sentences, complete in themselves",
        "what kind of thing it is, and what sets it apart",
        required=True,
    ),
    Field(
        "body",
        Shape.MARKDOWN,
        "Markdown with [[id]] links and [@key] citations",
        "how it works, why it matters, what it is not",
    ),
    Field(
        "examples",
        Shape.PROSES,
        "Concrete examples",
        "a list of cases",
        item="A concrete example",
        section=Section("examples", "Examples", one="Example"),
    ),
    Field(
        "misconception",
        Shape.PROSE,
        "What people get wrong, and what is right",
        section=Section("misconception", "Common misconception"),
    ),
    Field(
        "debate",
        Shape.RECORD,
        "Where experts disagree",
        "`question` and `positions`, each a `claim` with `sources`, said so that its holders would"
        " accept it",
        fields=_DEBATE,
        record=Debate,
        section=Section("debate", "Where experts disagree"),
    ),
    Field(
        "links",
        Shape.RECORDS,
        "Typed links, stated once",
        "a list of `relation`, `target`, `because` and `sources`; the other page shows each by itself",
        fields=LINK_FIELDS,
        record=Link,
    ),
    *_sources(),
    Field(
        "status",
        Shape.STATUS,
        "How far the entry has come",
        ", ".join(f"`{status}`" for status in Status),
    ),
    Field("reviewed", Shape.DATE, "Day of the last review, YYYY-MM-DD"),
    Field(
        "replaced_by",
        Shape.NAME,
        "For deprecated entries: what to read instead",
        names=Vocabulary.ENTRIES,
    ),
    Field("former_ids", Shape.FORMER_IDS, "Ids it had before; each keeps a redirect"),
)
"""Of an entry; its texts stand in the order of the page."""

REMARK_KEYS = frozenset(_remark_keys(ENTRY_FIELDS))
"""Of the remarks that an entry makes, however deep."""

_NAMED = (
    Field("label", Shape.LABEL, "What readers see", required=True),
    Field("definition", Shape.PARAGRAPH, "What it means", required=True),
)

TOPIC_FIELDS = (
    *_NAMED,
    Field("story", Shape.MARKDOWN, "What opens the topic's page"),
    Field("colour", Shape.COLOUR, "Of its entries on the map"),
)

KIND_FIELDS = _NAMED

RELATION_FIELDS = (
    Field("label", Shape.LABEL, "As read from the stating entry", required=True),
    Field("inverse_label", Shape.LABEL, "As read from the other side"),
    Field("definition", Shape.PARAGRAPH, "What it means"),
    Field("symmetric", Shape.FLAG, "Whether it reads the same from both sides"),
    Field("transitive", Shape.FLAG, "Whether A–B and B–C imply A–C"),
    Field("acyclic", Shape.FLAG, "Whether it may not lead in a circle"),
    Field("hierarchical", Shape.FLAG, "Whether it makes one of the two the broader"),
    Field("associative", Shape.FLAG, "Whether a hierarchical link on the same pair excludes it"),
    Field("colour", Shape.COLOUR, "Of its links on the map"),
    Field("skos", Shape.LABEL, "The SKOS property it maps to"),
)
