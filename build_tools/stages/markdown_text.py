"""The text between a Markdown document's markup: runs of it, and what is special in them."""

import re
from bisect import bisect_right
from itertools import accumulate
from typing import Literal, NamedTuple

from build_tools.stages.characters import without_forbidden
from build_tools.stages.prose import KEYS, citation_keys
from build_tools.stages.tokens import Citation, Problem, Prose, Token

__all__ = ["Run", "RunCollector", "allowed", "run_tokens"]

_CITATION = re.compile(rf"\[({KEYS})\]")
_OPENING = re.compile(r"\[\[(\s*(?:\]\]|\|(?:[^\[\]\n]*\]\])?))?")


_NOTHING: frozenset[int] = frozenset()


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


class RunCollector:
    """Gathers text events, whose ranges count bytes, into runs, whose offsets count characters."""

    def __init__(self, document: str) -> None:
        self._document = document
        self._encoded = None if document.isascii() else document.encode()
        self._cursor = (0, 0)
        self.waiting: list[str] = []
        """The texts of the run so far."""
        self._starts: list[int] = []
        self._end = 0
        self._escaped: list[int] = []

    def add(self, text: str, start: int, end: int) -> None:
        """Add one event. Something may have been left out before it, such as a backslash."""
        is_gap = not self.waiting or start != self._end
        if is_gap and start and self._document[self.character(start) - 1] == "\\":
            self._escaped.append(len(self.waiting))
        self.waiting.append(text)
        self._starts.append(start)
        self._end = end

    def take(self) -> Run | None:
        """The run so far, if there is one; the next event begins another."""
        if not self.waiting:
            return None
        text = "".join(self.waiting)
        begins: tuple[int, ...] = (0,)
        origins: tuple[int, ...] = (0,)
        if "[" in text:  # otherwise nothing in it will be looked for
            begins = tuple(accumulate(map(len, self.waiting[:-1]), initial=0))
            origins = tuple(map(self.character, self._starts))
        escaped = frozenset(begins[index] for index in self._escaped if index < len(begins))
        self.waiting, self._starts, self._escaped = [], [], []
        return Run(text, begins, origins, escaped)

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
        keys = citation_keys(match[1], match.start(1))
        tokens.append(Citation(tuple(keys.values()), tuple(run.origin(start) for start in keys)))
    if at < len(run.text):
        tokens.append(Prose(run.text[at:], linkable))
    problems = []
    for match in _OPENING.finditer(run.text):
        if not run.escaped.intersection((match.start(), match.start() + 1)):
            kind: Literal["empty-wiki-link", "unterminated-wiki-link"]
            kind = "empty-wiki-link" if match[1] else "unterminated-wiki-link"
            place = run.origin(match.start()), run.origin(match.end() - 1) + 1
            problems.append(Problem(kind, *place, match[0]))
    return tokens, problems


def allowed(token: Token) -> Token:
    """A token without forbidden characters, which a character reference (``&#0;``) can bring in."""
    if isinstance(token, str):
        return without_forbidden(token)
    return token._replace(text=without_forbidden(token.text)) if isinstance(token, Prose) else token
