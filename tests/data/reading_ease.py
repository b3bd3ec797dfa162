"""How easy a text is to read, after Flesch.

R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32(3), 1948, 221–233.
"""

import re

from tests.data.prose import plain

LETTERS = re.compile(r"[^\W\d_]+")
SILENT = re.compile(r"(?<=[^aeiouy])(?:e|es|ed)$")
"""An ending whose `e` is mostly not spoken: "rule", "rules", "ruled"."""
SPOKEN = re.compile(r"[^aeiouy]l(?:e|es)$|(?:[sxz]|[cs]h|[cg])es$|[td]ed$")
"""Endings like the above whose `e` is spoken: "example", "losses", "noted"."""


def syllables(word: str) -> int:
    """Syllables of an English word, estimated: groups of vowels but a silent ending, at least one."""
    word = word.lower()
    groups = len(re.findall(r"[aeiouy]+", word))
    silent = SILENT.search(word) and not SPOKEN.search(word)
    return max(1, groups - bool(silent))


def flesch_reading_ease(text: str) -> float:
    """206.835 − 1.015 · words per sentence − 84.6 · syllables per word; higher is easier."""
    prose = plain(text)
    words = LETTERS.findall(prose)
    sentences = max(1, len(re.findall(r"[.!?:](?=\s|$)", prose)))
    spoken = sum(map(syllables, words))
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * spoken / len(words)
