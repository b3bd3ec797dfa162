"""Characters that nobody sees, and where a script needs them all the same."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache
from typing import Final

from build_tools.stages.words.characters import FLAGS
from build_tools.stages.words.joining import is_mark, is_virama, joins_after, joins_before

__all__ = ["INVISIBLE", "strays"]

# What Unicode calls Default_Ignorable_Code_Point; then what has a width and no ink (the blank of
# braille, a musical and two hieroglyphic ones), and what encloses annotations.
INVISIBLE: Final = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
    "\u2800\U0001d159\U00013441\U00013442\ufff9-\ufffb]"
)

_NON_JOINER, _JOINER = "\u200c", "\u200d"
_DIRECTION_MARKS = frozenset("\u200e\u200f\u061c")
_LEFT_TO_RIGHT, _RIGHT_TO_LEFT = ("L",), ("R", "AL")

_PICTOGRAPH = (
    "[\u00a9\u00ae\u203c\u2049\u2122\u2139\u2194-\u21aa\u231a-\u23ff\u24c2\u25aa-\u27bf\u2934\u2935"
    "\u2b05-\u2b55\u3030\u303d\u3297\u3299\U0001f000-\U0001faff]"
)
_EMOJI = f"{_PICTOGRAPH}(?:[\ufe0e\ufe0f]|[\U0001f3fb-\U0001f3ff]\ufe0f?)?"
_IDEOGRAPH = "[\u2e80-\u2fd5\u3005\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003fffd]"
_MONGOLIAN = "[\u1807\u1820-\u18aa]"


@cache
def _sequences() -> re.Pattern[str]:
    """Where the choice of a shape, or an emoji of several, needs what cannot be seen."""
    return re.compile(
        "|".join(
            (
                *FLAGS,
                f"{_EMOJI}(?:{_JOINER}{_EMOJI})*",
                "[0-9#*][\ufe0e\ufe0f]\u20e3",
                f"{_IDEOGRAPH}[\ufe00-\ufe02\U000e0100-\U000e01ef]",
                # The last vowel of a word may stand apart.
                f"{_MONGOLIAN}[\u180b-\u180d\u180f]?(?:\u180e(?=[\u1820\u1821]))?",
                # Standardized variants of letters in Burmese and Phags-pa, hieroglyphs, operators,
                # script capitals, and marks between ideographs.
                "[\u1000-\u109f\uaa60-\uaa7f\ua840-\ua877\u2200-\u22ff\u2a00-\u2aff]\ufe00",
                # The blank between words in braille.
                "(?<=[\u2801-\u28ff])\u2800(?=[\u2801-\u28ff])",
                "[\U00013000-\U0001342f][\ufe00-\ufe06]",
                "[\u210b-\u2133\U0001d49c-\U0001d4b5\u3001\u3002\uff01\uff0c\uff0e\uff1a\uff1b\uff1f]"
                "[\ufe00\ufe01]",
            )
        )
    )


def strays(text: str) -> Iterator[tuple[int, int]]:
    """The runs of one invisible character in ``text`` that no script needs there."""
    if text.isascii() or not INVISIBLE.search(text):
        return
    needed: set[int] = set()
    for match in _sequences().finditer(text):
        needed.update(range(*match.span()))
    is_mixed = _has(text, _LEFT_TO_RIGHT) and _has(text, _RIGHT_TO_LEFT)
    first = last = -1
    for found in INVISIBLE.finditer(text):
        at = found.start()
        if at in needed or ((is_mixed and _turns(text, at)) or _is_needed_joiner(text, at)):
            continue
        if at == last and text[at] == text[first]:
            last += 1
            continue
        if last > first:
            yield first, last
        first, last = at, at + 1
    if last > first:
        yield first, last


def _has(text: str, directions: tuple[str, ...]) -> bool:
    return any(
        unicodedata.bidirectional(character) in directions
        for character in text
        if character not in _DIRECTION_MARKS
    )


def _turns(text: str, at: int) -> bool:
    """Whether a direction mark may do something: letters beside each other need none."""
    if text[at] not in _DIRECTION_MARKS or text[at - 1 : at] in _DIRECTION_MARKS:
        return False
    beside = (text[at - 1 : at], text[at + 1 : at + 2])
    return not all(
        character and unicodedata.bidirectional(character) in _LEFT_TO_RIGHT + _RIGHT_TO_LEFT
        for character in beside
    )


def _is_needed_joiner(text: str, at: int) -> bool:
    """Whether a joiner or non-joiner is one, and does something.

    RFC 5892, appendix A.1 and A.2: behind a virama, either; between letters that join, the non-joiner.
    Beyond it: either before a virama (Bengali ``র‍্য``), the non-joiner between Arabic letters that would
    not join, where people write it all the same, and the joiner where it makes a letter take the shape
    of a joined one (the Persian ``ه‍``).
    """
    character = text[at]
    if character not in (_NON_JOINER, _JOINER):
        return False
    if at and is_virama(text[at - 1]):
        return True
    if at and text[at + 1 : at + 2] and is_virama(text[at + 1]):
        return unicodedata.category(text[at - 1]) == "Lo"
    before, after = _beside(text, at, -1), _beside(text, at, 1)
    if character == _NON_JOINER:
        return _may_join(before) and _may_join(after)
    return joins_after(before) != joins_before(after)


def _may_join(letter: str) -> bool:
    """Whether it belongs to a script in which letters join."""
    return (
        joins_after(letter)
        or joins_before(letter)
        or (letter != "" and unicodedata.bidirectional(letter) == "AL")
    )


def _beside(text: str, at: int, step: int) -> str:
    """The nearest character on one side that is no mark; ``""`` at the end."""
    at += step
    while 0 <= at < len(text) and is_mark(text[at]) and not INVISIBLE.match(text[at]):
        at += step
    return text[at] if 0 <= at < len(text) else ""
