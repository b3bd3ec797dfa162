"""The texts in the search index: which entries use a word, and how much it says about each."""

from array import array
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from build_tools.stages.search.words import Stems, words_of

__all__ = ["TextIndex"]

LABEL_WEIGHT, DEFINITION_WEIGHT = 6, 4
"""How often a word counts by where it stands: names and definitions say what an entry is. In other
texts it counts once."""
K1, B = 1.2, 0.6
"""BM25's saturation and its penalty for length, a little milder than usual: long texts here are
good ones."""
LEVELS = 26
"""Steps of a quantised weight: one letter each."""
MOST = 500
"""Postings of a word, best first; common words tell little, and their lists would be long."""
COMMON = 0.15
"""A word that a larger share of the entries uses is left out, in glossaries of 1,000 on."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_SMALL: Final[tuple[str, ...]] = (
    *_DIGITS,
    *(one + other for one in _DIGITS[1:] for other in _DIGITS),
)
_SMALLS = len(_SMALL)
_COUNT = 10  # bits of a posting that hold how often the word occurs; the others hold the row
_MASK = (1 << _COUNT) - 1


class TextIndex:
    """Collects texts row by row."""

    def __init__(self, algorithm: str | None) -> None:
        self._stems = Stems(algorithm)
        self._postings: list[array[int]] = []
        self._lengths = array("I")

    def add(self, labels: Sequence[str], definition: str, body: str) -> None:
        """Add the next row: plain texts."""
        row = len(self._lengths)
        number_of = self._stems.__getitem__
        words = words_of(body)
        counts = Counter(map(number_of, words))
        length = len(words)
        for text, weight in ((definition, DEFINITION_WEIGHT), (" ".join(labels), LABEL_WEIGHT)):
            words = words_of(text)
            length += weight * len(words)
            for number in map(number_of, words):
                counts[number] = counts.get(number, 0) + weight
        self._lengths.append(length)
        postings = self._postings
        if len(self._stems.names) > len(postings):
            postings += [array("Q") for _ in range(len(self._stems.names) - len(postings))]
        base = row << _COUNT
        for number, count in counts.items():
            # min() would be called a million times.
            postings[number].append(base | (count if count < _MASK else _MASK))  # noqa: FURB136

    def words(self) -> dict[str, tuple[int, str]]:
        """By stem: in how many entries it is, and the packed postings.

        A posting is the row's distance from the one before in base 36, then a capital that gives
        BM25's term weight without the rarity of the word, from A (little) to Z (saturated).
        """
        rows = len(self._lengths)
        most = max(1000, rows) * COMMON
        average = sum(self._lengths) / rows if rows else 1
        norms = [K1 * (1 - B + B * length / average) for length in self._lengths]
        letters = [chr(65 + at) for at in range(LEVELS)]
        top = LEVELS - 1
        # Most words occur once, in the body.
        letters_of_one = [letters[round(top / (1 + norm))] for norm in norms]
        found = {}
        for stem, postings in zip(self._stems.names, self._postings, strict=True):
            df = len(postings)
            if df > most:
                continue
            kept: Iterable[int] = postings
            if df > MOST:
                kept = _best(postings, norms)
            parts = []
            last = 0
            for item in kept:
                row = item >> _COUNT
                count = item & _MASK
                step = row - last
                last = row
                parts.append(_SMALL[step] if step < _SMALLS else _base36(step))
                parts.append(
                    letters_of_one[row]
                    if count == 1
                    else letters[round(top * count / (count + norms[row]))]
                )
            found[stem] = df, "".join(parts)
        return found


def _best(postings: Sequence[int], norms: Sequence[float]) -> list[int]:
    """The postings that weigh most, in their order; of equals, the first ones."""
    weights = [(item & _MASK) / norms[item >> _COUNT] for item in postings]
    ranked = sorted(weights)
    least = ranked[-MOST]
    equals = MOST - (len(ranked) - bisect_right(ranked, least))
    kept = []
    for item, weight in zip(postings, weights, strict=True):
        if weight > least:
            kept.append(item)
        elif equals and weight == least:
            kept.append(item)
            equals -= 1
    return kept


def _base36(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
