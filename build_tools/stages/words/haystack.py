"""The text in which labels are looked for, and the patterns that stand for them in it.

In a haystack words begin with a capital and have no other, and whatever is no letter or digit is a
space. A pattern begins with the capital and ends with the space: docs/design/0004.
"""

from collections.abc import Iterator
from typing import NamedTuple

from build_tools.stages.words.characters import unspaced

__all__ = ["RUN_END", "Spelling", "folded", "is_unspaced", "pattern_of", "spelling_of"]

RUN_END = " \x02"
"""Between runs of prose: the end of a word, and what no label and no file can hold."""

_ASCII_FOLD = bytes(
    ord(chr(code).lower() if chr(code).isalnum() or chr(code) in RUN_END else " ")
    for code in range(128)
).ljust(256)


class Spelling(NamedTuple):
    """What a label wants of the text beyond its letters."""

    exact: tuple[str, ...]
    """Words that have to be written just so, since they have capitals inside."""
    before: str
    """Punctuation at its beginning,"""
    after: str
    """and at its end (``C++``, ``.NET``)."""

    def fits(self, text: str, first: int, last: int) -> bool:
        """Whether ``text`` has it so round what was found between two places."""
        if self.exact:
            written = text[first:last]
            if not all(word in written for word in self.exact):
                return False
        before, after = self.before, self.after
        return text[max(0, first - len(before)) : first] == before and text.startswith(after, last)


def spelling_of(label: str) -> Spelling | None:
    """What a label wants, if it wants anything: nearly all want nothing."""
    spelling = Spelling(_exact_words(label), *_edges(label))
    return spelling if any(spelling) else None


def folded(text: str) -> str:
    """``text`` as words with a capital each and a space for whatever is not in them; as long."""
    if text.isascii():
        return text.encode().translate(_ASCII_FOLD).title().decode()
    low = text.lower()
    if len(low) != len(text):  # U+0130 alone becomes two characters
        low = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    low = "".join(c if c.isalnum() or c in RUN_END else " " for c in low)
    titled = low.title()
    return titled if len(titled) == len(low) else "".join(_capitals(low))


def _capitals(low: str) -> Iterator[str]:
    """What ``title()`` does, but for characters that would become several (``ﬁ``)."""
    inside = False
    for character in low:
        capital = character.title()
        yield character if inside or len(capital) > 1 else capital
        inside = capital != character or character.upper() != character


def pattern_of(label: str) -> str:
    """What stands for a label in a haystack; ``""`` for one without letters and digits."""
    pattern = folded(label).strip()
    return pattern if not pattern or is_unspaced(pattern[-1]) else f"{pattern} "


def is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script without spaces between words."""
    return not character.isascii() and bool(unspaced().match(character))


def _exact_words(label: str) -> tuple[str, ...]:
    """The words of a label that have capitals after their first letter."""
    if label[1:] == label[1:].lower():
        return ()  # nearly every label
    words = "".join(character if character.isalnum() else " " for character in label).split()
    return tuple(word for word in words if word[1:] != word[1:].lower())


def _edges(label: str) -> tuple[str, str]:
    """The punctuation that a label begins and ends with (``C++``, ``.NET``)."""
    if label[:1].isalnum() and label[-1:].isalnum():
        return "", ""
    start, end = 0, len(label)
    while start < end and not label[start].isalnum():
        start += 1
    while end > start and not label[end - 1].isalnum():
        end -= 1
    return label[:start].lstrip(), label[end:].rstrip()
