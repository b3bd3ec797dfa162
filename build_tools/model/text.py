"""An entry's texts after they have been read, in as few objects as can be."""

from collections.abc import Iterator
from typing import NamedTuple, NewType

from build_tools.model.source import Pointer

__all__ = ["PART_END", "EntryTexts", "Heading", "PackedReading", "PackedText", "parts_of"]

PackedText = NewType("PackedText", str)
"""Tokens as one string, in parts that :data:`PART_END` separates. A part begins with a letter:

=====  =========================================================
``H``  finished HTML
``P``  prose in which terms may be linked, as the reader sees it
``p``  other prose
``W``  a wiki link without a text of its own: its target
``w``  the beginning of one with a text of its own: its target
``x``  the end of a wiki link
``C``  a citation: its keys, with spaces between
=====  =========================================================

A large glossary has a million tokens, which one stage makes and another uses, perhaps in another
process. As strings they take a fifth of the memory and cross at once.
"""

PART_END = "\x1f"
"""No text can hold it: control characters are refused."""


class Heading(NamedTuple):
    """A heading inside a body."""

    level: int
    id: str
    text: str


class PackedReading(NamedTuple):
    """A field, read and packed."""

    text: PackedText
    headings: tuple[Heading, ...] = ()


EntryTexts = tuple[tuple[Pointer, PackedReading], ...]
"""The fields of an entry that hold links, citations and mentions, in the page's order, the
definition first."""


def parts_of(text: PackedText) -> Iterator[tuple[str, str]]:
    """The parts of a packed text: each one's letter and what follows it."""
    return ((part[0], part[1:]) for part in text.split(PART_END)) if text else iter(())
