"""What text in an entry is made of, once it has been read.

Both readers, ``stages.markdown`` for bodies and ``stages.prose`` for plain text, turn a field into
the same flat sequence of tokens, so that links, citations and mentions are checked, collected and
rendered by one piece of code whatever the field.
"""

from typing import Literal, NamedTuple, TypeAlias

__all__ = ["Citation", "Heading", "Problem", "Prose", "Reading", "Token", "WikiClose", "WikiOpen"]


class Prose(NamedTuple):
    """A run of text as the reader will see it, not yet escaped."""

    text: str
    linkable: bool
    """Whether terms may be linked in it: not in links, headings and code."""


class WikiOpen(NamedTuple):
    """The beginning of ``[[target]]`` or ``[[target|text]]``; the text's own tokens follow."""

    target: str
    start: int
    end: int
    labelled: bool
    """Whether it has text of its own; otherwise the target's label is shown."""


class WikiClose(NamedTuple):
    """The end of a wiki link."""

    labelled: bool


class Citation(NamedTuple):
    """``[@key]`` or ``[@key; @other]``."""

    keys: tuple[str, ...]
    start: int
    end: int


Token: TypeAlias = str | Prose | WikiOpen | WikiClose | Citation
"""A plain ``str`` is finished HTML."""


class Problem(NamedTuple):
    """Something in the text that may not be there; offsets count characters of the field."""

    kind: Literal[
        "raw-html", "unsafe-url", "remote-image", "unterminated-wiki-link", "empty-wiki-link"
    ]
    start: int
    end: int
    detail: str


class Heading(NamedTuple):
    """A heading inside a body."""

    level: int
    id: str
    text: str


class Reading(NamedTuple):
    """A field, read."""

    tokens: tuple[Token, ...]
    problems: tuple[Problem, ...] = ()
    headings: tuple[Heading, ...] = ()
