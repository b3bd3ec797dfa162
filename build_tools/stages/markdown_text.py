"""The text between a Markdown document's markup: runs of it, and what is special in them."""

import re
from typing import Literal, NamedTuple

from build_tools.stages.prose import split_citations
from build_tools.stages.tokens import Citation, Problem, Prose, Token

__all__ = ["Run", "RunCollector", "run_tokens"]

_CITATION = re.compile(r"\[(@[^\[\]\s;]+(?:;\s*@[^\[\]\s;]+)*)\]")
_OPENING = re.compile(r"\[\[(\s*(?:\]\]|\|))?")


class Run(NamedTuple):
    """Text events that follow each other without markup between them."""

    text: str
    start: int
    """Offset of the first character in the document."""
    escaped: frozenset[int]
    """Offsets in ``text`` of characters that a backslash makes literal."""


class RunCollector:
    """Gathers text events, whose ranges count bytes, into runs, whose offsets count characters."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._encoded = None if document.isascii() else document.encode()
        self._cursor = (0, 0)
        self._parts: list[str] = []
        self._start = self._end = 0
        self._escaped: set[int] = set()

    def add(self, text: str, start: int, end: int) -> None:
        """Add one event. A gap before it means that a backslash was left out there."""
        if not self._parts:
            self._start = start
            if start and self._document[self.character(start) - 1] == "\\":
                self._escaped.add(0)
        elif start != self._end:
            self._escaped.add(sum(map(len, self._parts)))
        self._parts.append(text)
        self._end = end

    def take(self) -> Run | None:
        """The run so far, if there is one; the next event begins another."""
        if not self._parts:
            return None
        run = Run("".join(self._parts), self.character(self._start), frozenset(self._escaped))
        self._parts = []
        self._escaped.clear()
        return run

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


def run_tokens(run: Run, linkable: bool) -> tuple[list[Token], list[Problem]]:
    """A run's prose and citations, and the wiki links that Markdown did not find whole."""
    if "[" not in run.text:
        return [Prose(run.text, linkable)], []
    tokens: list[Token] = []
    at = 0
    for match in _CITATION.finditer(run.text):
        if match.start() in run.escaped:
            continue
        if match.start() > at:
            tokens.append(Prose(run.text[at : match.start()], linkable))
        at = match.end()
        keys = split_citations(match[1])
        tokens.append(Citation(keys, run.start + match.start(), run.start + at))
    if at < len(run.text):
        tokens.append(Prose(run.text[at:], linkable))
    problems = []
    for match in _OPENING.finditer(run.text):
        if not run.escaped.intersection((match.start(), match.start() + 1)):
            kind: Literal["empty-wiki-link", "unterminated-wiki-link"]
            kind = "empty-wiki-link" if match[1] else "unterminated-wiki-link"
            start = run.start + match.start()
            problems.append(Problem(kind, start, start + len(match[0]), match[0]))
    return tokens, problems
