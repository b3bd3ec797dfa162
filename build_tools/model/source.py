"""What was read from disk, and places in it."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

__all__ = ["Place", "Pointer", "SourceFile", "Span", "Trouble"]

Pointer = tuple[str | int, ...]
"""The way to a value inside a document: ``("links", 2, "target")``; ``()`` is the document."""


class Trouble(StrEnum):
    """Why a file could not be read, in words that follow a colon."""

    PERMISSION = "permission denied"
    FOLDER = "it is a folder"
    NO_FOLDER = "it is no folder"
    PIPE = "it is a named pipe"
    SOCKET = "it is a socket"
    DEVICE = "it is a device"
    NOWHERE = "it is a link that leads nowhere"
    CIRCLE = "it is a link that leads in a circle"
    OUTSIDE = "it is a link that leads out of the glossary's folder"
    LINKED_FOLDER = "it is a link to a folder, and such links are not followed"
    OUTSIDE_FOLDER = (
        "it is a link to a folder outside the glossary's, and such links are not followed"
    )
    VANISHED = "it was gone when its turn came"
    TOO_LARGE = "it is too large"
    NAME_TOO_LONG = "its name, or that of what it links to, is too long"
    TOO_MANY_OPEN = "too many files are open"
    DISK = "the disk reports an error"


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One input file."""

    path: str
    """Relative to the project's folder, with ``/`` between its parts; a folder's ends in ``/``."""

    content: bytes
    """As it stands on disk; nothing is assumed of it."""

    unreadable: str | None = None
    """Why there is no content: one of :class:`Trouble`, or what else the system says."""


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
