"""The text between a Markdown document's markup: runs of it, and what is special in them."""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Any, Literal, NamedTuple, TypeAlias

from build_tools.stages.prose.plain import KEYS, citation_keys
from build_tools.stages.prose.reading import Problem, UsedName, citation

__all__ = ["Run", "RunCollector", "TextEvent", "run_parts"]

_CITATION = re.compile(rf"\[({KEYS})\]")
_OPENING = re.compile(r"\[\[(\s*(?:\]\]|\|(?:[^\[\]\n]*\]\])?))?")


class Run(NamedTuple):
    """Text events that follow each other without markup between them."""

    text: str
    begins: tuple[int, ...]
    """Offsets in ``text`` at which its events begin."""
    origins: tuple[int, ...]
    """Offsets of the same in the document, where escapes, entities and indentation lie between."""
    escaped: frozenset[int]
    """Offsets in ``text`` of characters that a backslash makes literal."""

    def origin(self, offset: int) -> int:
        """The offset in the document of the character at ``offset`` in ``text``."""
        event = bisect_right(self.begins, offset) - 1
        return self.origins[event] + offset - self.begins[event]


TextEvent: TypeAlias = tuple[str, Any]
"""A text, and the range that it has in the document, in bytes of UTF-8: ``start`` and ``end``."""


class RunCollector:
    """Gathers text events, whose ranges count bytes, into runs, whose offsets count characters."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._encoded = None if document.isascii() else document.encode()
        self._cursor = (0, 0)
        self.waiting: list[TextEvent] = []
        """The events of the run so far. Something may have been left out between two of them, such
        as a backslash."""

    def has_bracket(self) -> bool:
        """Whether anything but prose may be in the run so far."""
        waiting = self.waiting
        if len(waiting) == 1:  # nearly always
            return "[" in waiting[0][0]
        return any("[" in text for text, _span in waiting)

    def take_text(self) -> str:
        """The text of the run so far, if there is one; the next event begins another."""
        waiting = self.waiting
        text = waiting[0][0] if len(waiting) == 1 else "".join([text for text, _span in waiting])
        waiting.clear()
        return text

    def take(self) -> Run:
        """The run so far, with where its text comes from."""
        waiting = self.waiting
        begins = tuple(accumulate((len(text) for text, _span in waiting[:-1]), initial=0))
        origins = tuple(self.character(span["start"]) for _text, span in waiting)
        escaped = []
        end = -1
        for begin, origin, (_text, span) in zip(begins, origins, waiting, strict=True):
            is_gap = span["start"] != end
            if is_gap and origin and self._document[origin - 1] == "\\":
                escaped.append(begin)
            end = span["end"]
        return Run(self.take_text(), begins, origins, frozenset(escaped))

    def character(self, byte: int) -> int:
        """The offset in characters of an offset in UTF-8 bytes; quick when they only rise."""
        if self._encoded is None:
            return byte
        last_byte, last_character = self._cursor
        if byte < last_byte:
            last_byte = last_character = 0
        character = last_character + len(self._encoded[last_byte:byte].decode("utf-8", "ignore"))
        self._cursor = (byte, character)
        return character


def run_parts(run: Run, letter: str) -> tuple[list[str], list[UsedName], list[Problem]]:
    """A run's prose and citations, and the wiki links that Markdown did not find whole.

    Args:
        letter: what begins the parts that are prose.
    """
    parts: list[str] = []
    names: list[UsedName] = []
    at = 0
    for match in _CITATION.finditer(run.text):
        if match.start() in run.escaped:
            continue
        if match.start() > at:
            parts.append(letter + run.text[at : match.start()])
        at = match.end()
        keys = citation_keys(match[1], match.start(1))
        part, cited = citation({run.origin(start): key for start, key in keys.items()})
        parts.append(part)
        names += cited
    if at < len(run.text):
        parts.append(letter + run.text[at:])
    problems = []
    for match in _OPENING.finditer(run.text):
        if not run.escaped.intersection((match.start(), match.start() + 1)):
            kind: Literal["empty-wiki-link", "unterminated-wiki-link"]
            kind = "empty-wiki-link" if match[1] else "unterminated-wiki-link"
            place = run.origin(match.start()), run.origin(match.end() - 1) + 1
            problems.append(Problem(kind, *place, match[0]))
    return parts, names, problems
