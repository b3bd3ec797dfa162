"""Style sheets as their rules, for tests: made for sheets that Prettier has laid out."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Declaration", "declarations", "queries", "without_strings"]

_STRING = re.compile(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'')
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_TOKEN = re.compile(r"[^{};]*[{};]")


@dataclass(frozen=True, slots=True)
class Declaration:
    """``name: value`` in a rule."""

    line: int
    within: tuple[str, ...]
    """The selector and whatever is around it, outermost first."""
    name: str
    value: str
    """Without ``!important``."""
    important: bool
    explained: bool
    """Whether a comment stands behind it or on the line before."""

    @property
    def selector(self) -> str:
        return self.within[-1]


def without_strings(sheet: str) -> str:
    """A style sheet whose strings are empty, and whose comments are blank, each at its place."""

    def blank(found: re.Match[str]) -> str:
        return re.sub(r"[^\n]", " ", found[0])

    # A comment may hold an apostrophe; no string of ours holds what begins a comment.
    bare = _COMMENT.sub(blank, sheet)
    return _STRING.sub(lambda found: found[0][0] + " " * (len(found[0]) - 2) + found[0][0], bare)


def declarations(sheet: str) -> Iterator[Declaration]:
    """Every declaration of a style sheet, in order."""
    text, lines = without_strings(sheet), sheet.splitlines()
    within: list[str] = []
    for found in _TOKEN.finditer(text):
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        words = " ".join(found[0][:-1].split())
        if found[0].endswith("{"):
            within.append(words)
            continue
        if within and words:
            line = text.count("\n", 0, start) + 1
            name, _, value = words.partition(":")
            bare = value.removesuffix("!important").strip()
            yield Declaration(
                line,
                tuple(within),
                name.strip(),
                bare,
                important=bare != value.strip(),
                explained="/*" in lines[line - 1] or lines[line - 2].rstrip().endswith("*/"),
            )
        if found[0].endswith("}"):
            within.pop()
    assert not within, "a brace is open"


def queries(sheet: str) -> Iterator[str]:
    """The condition of every ``@media`` and ``@container``."""
    for found in re.finditer(r"@(?:media|container)\b([^{]*)\{", without_strings(sheet)):
        yield " ".join(found[1].split())
