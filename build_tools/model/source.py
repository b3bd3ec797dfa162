"""What was read from disk, and places in it."""

from dataclasses import dataclass
from typing import Literal

__all__ = ["Place", "Pointer", "SourceFile", "Span"]

Pointer = tuple[str | int, ...]
"""The way to a value inside a document: ``("links", 2, "target")``; ``()`` is the document."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One input file."""

    path: str
    """Relative to the project's folder, with ``/`` between its parts."""

    content: bytes
    """As it stands on disk; nothing is assumed of it."""


@dataclass(frozen=True, slots=True)
class Span:
    """A range of characters in a file; lines and columns count from 1, the end is exclusive."""

    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file a finding lies, said by value and not yet by line.

    Positions cost time and memory and are wanted only where there is something to report, so
    stages say *which value* is meant and ``stages.locate`` finds its line and column at the end.
    """

    path: str
    """Of the file."""

    pointer: Pointer = ()
    """Of the value in the file's document."""

    part: Literal["key", "value"] = "value"
    """Whether the mapping key that the pointer ends with is meant, or its value."""

    start: int | None = None
    """Offset in characters into the decoded text of the value; ``None`` means all of it."""

    end: int | None = None
    """Offset after the last character."""
