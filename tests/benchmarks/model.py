"""A glossary as neutral data: what every builder is given, in no builder's format."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

__all__ = [
    "RELATIONS",
    "TOPICS",
    "Block",
    "BulletList",
    "Code",
    "Entry",
    "Heading",
    "Inline",
    "InlineLink",
    "Line",
    "NumberedList",
    "Paragraph",
    "Reference",
    "Strong",
    "Text",
    "TypedLink",
    "Workload",
    "inline_targets",
]

TOPICS = (
    "algorithms",
    "architecture",
    "build-systems",
    "concurrency",
    "data-models",
    "databases",
    "distributed-systems",
    "languages",
    "networking",
    "operations",
    "security",
    "testing",
)
RELATIONS = (
    "is-a",
    "part-of",
    "related",
    "see-also",
    "contrasts-with",
    "depends-on",
    "example-of",
)


@dataclass(frozen=True, slots=True)
class Text:
    """Plain words."""

    text: str


@dataclass(frozen=True, slots=True)
class Strong:
    """Words with emphasis."""

    text: str


@dataclass(frozen=True, slots=True)
class Code:
    """A code span."""

    text: str


@dataclass(frozen=True, slots=True)
class InlineLink:
    """A link in running text."""

    target: int
    """Position of the entry linked to."""


Inline: TypeAlias = Text | Strong | Code | InlineLink
Line: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the second level."""

    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    line: Line


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without an order."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class NumberedList:
    """A list with an order."""

    items: tuple[Line, ...]


Block: TypeAlias = Heading | Paragraph | BulletList | NumberedList


@dataclass(frozen=True, slots=True)
class TypedLink:
    """A link that says how two entries relate."""

    relation: str
    target: int
    """Position of the entry linked to."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A source that an entry names."""

    title: str
    given: str
    family: str
    year: int
    url: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry, in no builder's format."""

    id: str
    term: str
    aliases: tuple[str, ...]
    topic: str
    definition: str
    body: tuple[Block, ...]
    links: tuple[TypedLink, ...]
    references: tuple[Reference, ...]


@dataclass(frozen=True, slots=True)
class Workload:
    """A whole glossary; links name entries by their position in it."""

    entries: tuple[Entry, ...]

    def by_topic(self) -> dict[str, list[Entry]]:
        """Return every topic's entries, by term; a topic may have none."""
        groups: dict[str, list[Entry]] = {topic: [] for topic in TOPICS}
        for entry in self.in_order():
            groups[entry.topic].append(entry)
        return groups

    def by_letter(self) -> dict[str, list[Entry]]:
        """Return the entries under the first letter of their terms, both in order."""
        groups: dict[str, list[Entry]] = defaultdict(list)
        for entry in self.in_order():
            groups[entry.term[0]].append(entry)
        return groups

    def in_order(self) -> list[Entry]:
        """Return the entries by term."""
        return sorted(self.entries, key=lambda entry: entry.term.lower())


def inline_targets(entry: Entry) -> Iterator[int]:
    """Yield the position of every entry that the body of `entry` links to."""
    for block in entry.body:
        match block:
            case Paragraph(line):
                lines: tuple[Line, ...] = (line,)
            case BulletList(items) | NumberedList(items):
                lines = items
            case Heading():
                lines = ()
        for line in lines:
            yield from (part.target for part in line if isinstance(part, InlineLink))
