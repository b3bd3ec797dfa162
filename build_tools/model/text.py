"""Texts after they have been read, in as few objects as can be: the only door to packed text.

A text is a string of parts, each of which begins with a letter. What the letters are, and what
separates parts, is known here alone; readers and emitters go by the names below.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Final, NamedTuple, NewType

from build_tools.model.identifiers import EntryId
from build_tools.model.source import Pointer

__all__ = [
    "ASIDE",
    "CITATION",
    "HTML",
    "LABELED_LINK",
    "LINK",
    "LINK_END",
    "PART_END",
    "PROSE",
    "EntryTexts",
    "Heading",
    "Named",
    "PackedReading",
    "PackedText",
    "first_runs",
    "linked_and_prose",
    "packed",
    "parts_of",
]

PackedText = NewType("PackedText", str)
"""Parts as one string. A large glossary has a million of them, which one stage makes and another
uses, perhaps in another process. As strings they take a fifth of the memory and cross at once."""

PART_END: Final = "\x1f"
"""Between two parts. No text can hold it: control characters are refused."""

HTML: Final = "H"
"""Begins finished HTML."""
PROSE: Final = "P"
"""Begins a run of prose in which terms may be linked, as the reader sees it. Runs are numbered."""
ASIDE: Final = "p"
"""Begins other prose."""
LINK: Final = "W"
"""Begins a wiki link without a text of its own; its target follows."""
LABELED_LINK: Final = "w"
"""Begins one with a text of its own; its target follows."""
LINK_END: Final = "x"
"""Ends a wiki link."""
CITATION: Final = "C"
"""Begins a citation: its keys follow, with spaces between."""


class Heading(NamedTuple):
    """A heading inside a body."""

    level: int
    id: str
    text: str


class Named(NamedTuple):
    """A name that a text uses, and where: the target of a wiki link, or a key that a citation names."""

    name: str
    citation: bool
    pointer: Pointer
    """Of the text in its file."""
    start: int
    """Of the link's brackets, or of the key's ``@``; offsets count characters."""
    end: int


class PackedReading(NamedTuple):
    """A field, read and packed."""

    text: PackedText
    headings: tuple[Heading, ...] = ()


EntryTexts = tuple[tuple[Pointer, PackedReading], ...]
"""The fields of an entry that hold links, citations and mentions, in the page's order, the
definition first."""


def packed(parts: Sequence[str]) -> PackedText:
    """Parts, each with its letter, as one string."""
    return PackedText(PART_END.join(parts))


def parts_of(text: PackedText) -> Iterator[tuple[str, str]]:
    """The parts of a packed text: each one's letter and what follows it."""
    parts = text.split(PART_END) if text else ()
    # Built-in functions alone: a page has a hundred parts.
    return zip(map(_LETTER, parts), map(_CONTENT, parts), strict=True)


_LETTER: Final = itemgetter(0)
_CONTENT: Final = itemgetter(slice(1, None))


def first_runs(texts: EntryTexts) -> Mapping[Pointer, int]:
    """Of each text, the number of its first run of prose, counted over all of the entry's texts."""
    numbers: dict[Pointer, int] = {}
    runs = 0
    for pointer, (text, _headings) in texts:
        numbers[pointer] = runs
        runs += text.count(PART_END + PROSE) + text.startswith(PROSE)
    return numbers


def linked_and_prose(text: PackedText, runs: list[str], links: list[tuple[int, EntryId]]) -> None:
    """Add the runs of prose in a text to ``runs``, numbered as :func:`first_runs` does.

    To ``links`` come the targets of its wiki links, each with how many runs stand before it.
    """
    for part in text.split(PART_END):
        letter = part[:1]
        if letter == PROSE:
            runs.append(part[1:])
        elif letter in (LINK, LABELED_LINK):
            links.append((len(runs), EntryId(part[1:])))
