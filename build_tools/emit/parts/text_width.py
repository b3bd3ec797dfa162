"""How wide text will be, as far as can be said without its font.

Widths are added up as whole numbers, hundredths of an em: sums of fractions depend on their order
and, since Python 3.12, on the version.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from unicodedata import east_asian_width

__all__ = ["SQUEEZED", "shortened", "width_of", "wrapped"]

SQUEEZED = 1.35
"""How much wider than its line a word may be."""

_HYPHENATED = re.compile(r"[^-]*-+|[^-]+")

_NARROW = frozenset("iIjlftr.,:;'’|!()[]- ")
_WIDE = frozenset("mwMW@%—…")


class _Widths(dict[str, int]):
    """In hundredths of an em, by character; filled as characters turn up."""

    def __missing__(self, character: str) -> int:
        width = 72 if character.isupper() else 62
        if character in _NARROW:
            width = 41
        elif character in _WIDE:
            width = 98
        elif not character.isascii() and east_asian_width(character) in "WF":
            width = 100
        self[character] = width
        return width


_hundredths = _Widths().__getitem__
_SPACE = _hundredths(" ")


def width_of(text: str, size: float) -> float:
    """At most how wide ``text`` is in a common sans-serif face of this size, in the same unit.

    The widths per em are those of DejaVu Sans, the widest of the usual faces.
    """
    return sum(map(_hundredths, text)) * size / 100


@lru_cache(maxsize=1 << 13)
def _width_of_word(word: str) -> int:
    return sum(map(_hundredths, word))


def wrapped(text: str, width: float, size: float, most: int) -> Sequence[str]:
    """``text`` in up to ``most`` lines of at most ``width``, broken at spaces and after hyphens.

    A word that is a little wider than a line stands on one by itself, to be squeezed; a wider one
    is broken. What does not fit is left out for an ellipsis.
    """
    room = width / size * 100
    text = " ".join(text.split())
    lines: list[str] = []
    starts: list[int] = []
    taken = room
    at = 0
    for word, glue, space in _parts(text):
        wide = _width_of_word(word)
        at += len(glue) if lines else 0
        if taken + space + wide <= room:
            lines[-1] += glue + word
            taken += space + wide
            at += len(word)
            continue
        rest = word
        while wide > room * SQUEEZED:
            head = _beginning(rest, room - _hundredths("-"))
            lines.append(f"{head}-")
            starts.append(at)
            at += len(head)
            rest = rest[len(head) :]
            wide = sum(map(_hundredths, rest))
        lines.append(rest)
        starts.append(at)
        at += len(rest)
        taken = wide
    if len(lines) > most:
        lines[most - 1 :] = [shortened(text[starts[most - 1] :], width, size)]
    return lines


def _parts(text: str) -> Iterator[tuple[str, str, int]]:
    """What is not broken, what joins it to the part before, and how wide that is."""
    for word in text.split():
        if "-" not in word:
            yield word, " ", _SPACE
            continue
        glue, space = " ", _SPACE
        for part in _HYPHENATED.findall(word):
            yield part, glue, space
            glue, space = "", 0


def shortened(text: str, width: float, size: float) -> str:
    """``text`` if it fits, otherwise as much of its beginning as does and an ellipsis."""
    if width_of(text, size) <= width:
        return text
    return _beginning(text, width / size * 100 - _hundredths("…")).rstrip() + "…"


def _beginning(text: str, room: float) -> str:
    """As many characters as fit into these hundredths of an em, but one at least."""
    end, taken = 0, 0
    for character in text:
        taken += _hundredths(character)
        if taken > room and end:
            break
        end += 1
    return text[:end]
