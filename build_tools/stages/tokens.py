"""What text in an entry is made of, once it has been read.

Both readers, ``stages.markdown`` for bodies and ``stages.prose`` for plain text, turn a field into
the same flat sequence of tokens, so that links, citations and mentions are checked, collected and
rendered by one piece of code whatever the field.
"""

from typing import Literal, NamedTuple, TypeAlias

from build_tools.model.text import PART_END, Heading, PackedReading, PackedText

__all__ = [
    "Citation",
    "Problem",
    "ProblemKind",
    "Prose",
    "Reading",
    "Token",
    "WikiClose",
    "WikiOpen",
    "pack",
]


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
    starts: tuple[int, ...]
    """Offsets of their ``@``."""


Token: TypeAlias = str | Prose | WikiOpen | WikiClose | Citation
"""A plain ``str`` is finished HTML."""


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

    tokens: tuple[Token, ...]
    problems: tuple[Problem, ...] = ()
    headings: tuple[Heading, ...] = ()


def pack(reading: Reading) -> PackedReading:
    """Put what a page shows of a field into few objects."""
    parts = []
    for token in reading.tokens:
        if isinstance(token, str):
            parts.append("H" + token)
        elif isinstance(token, Prose):
            parts.append(("P" if token.linkable else "p") + token.text)
        elif isinstance(token, WikiOpen):
            parts.append(("w" if token.labelled else "W") + token.target)
        elif isinstance(token, Citation):
            parts.append("C" + " ".join(token.keys))
        else:
            parts.append("x")
    return PackedReading(PackedText(PART_END.join(parts)), reading.headings)
