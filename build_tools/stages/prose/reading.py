"""What a field of an entry says, once it has been read.

Both readers, ``stages.prose.markdown`` for bodies and ``stages.prose.plain`` for plain text, turn a field into
packed text (:mod:`build_tools.model.text`) and a list of the names it uses, so that links,
citations and mentions are checked, collected and rendered by one piece of code whatever the field.
"""

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from build_tools.model.text import CITATION, Heading, PackedText

__all__ = ["Problem", "ProblemKind", "Reading", "UsedName", "citation"]


class UsedName(NamedTuple):
    """The target of a wiki link, or a key that a citation names; offsets count characters."""

    name: str
    citation: bool
    start: int
    """Of the link's brackets, or of the key's ``@``."""
    end: int


ProblemKind: TypeAlias = Literal[
    "raw-html", "unsafe-url", "remote-image", "unterminated-wiki-link", "empty-wiki-link"
]


class Problem(NamedTuple):
    """Something in the text that may not be there; offsets count characters of the field."""

    kind: ProblemKind
    start: int
    end: int
    detail: str


class Reading(NamedTuple):
    """A field, read."""

    text: PackedText
    names: Sequence[UsedName] = ()
    """In the order of the text."""
    problems: Sequence[Problem] = ()
    headings: tuple[Heading, ...] = ()


def citation(keys: Mapping[int, str]) -> tuple[str, list[UsedName]]:
    """The part for a citation and the names that it uses; its keys by the places of their ``@``."""
    names = [UsedName(key, True, start, start + 1 + len(key)) for start, key in keys.items()]
    return CITATION + " ".join(keys.values()), names
