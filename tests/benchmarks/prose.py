"""Invented words and sentences with the shape of English, drawn from a seeded source.

Content words follow a Zipf-like distribution and are mixed with common English
function words, so that search indexes, compressors and mention matchers meet a
vocabulary that grows as it does in real text. No word means anything.
"""

from itertools import accumulate
from random import Random

__all__ = ["Prose", "invent_vocabulary"]


def _each(words: str) -> tuple[str, ...]:
    return tuple(words.split())


_ONSETS = _each("b br c cr d dr f fl g gr h k kl l m n p pl pr r s sk sl sp st t tr v w")
_NUCLEI = _each("a ai e ea i io o ou u")
_CODAS = ("", "", "", "", *_each("l m n nd r rk s st t x"))
_SYLLABLES = (1, 2, 2, 3)

_FUNCTION_WORDS = _each(
    "a an and are as at be between by can each for from has in into is it its may not of on "
    "one only or other over such than that the these this to under when which with"
)
_FUNCTION_WORD_SHARE = 0.42
_ZIPF_OFFSET = 5
"""Flattens the head of the distribution: no invented word is as common as "the"."""

_SENTENCE_WORDS = (9, 18)
_SHORTEST_REST = 5
"""A paragraph never ends in a sentence shorter than this: the last one takes it in."""


def invent_vocabulary(random: Random, size: int) -> tuple[str, ...]:
    """Return `size` distinct words of three letters or more, most common first."""
    words: dict[str, None] = {}
    while len(words) < size:
        syllables = random.choice(_SYLLABLES)
        word = "".join(
            random.choice(_ONSETS) + random.choice(_NUCLEI) + random.choice(_CODAS)
            for _ in range(syllables)
        )
        if len(word) > 2:
            words[word] = None
    return tuple(words)


class Prose:
    """A writer of meaningless text: the same random source gives the same text."""

    def __init__(self, random: Random, vocabulary: tuple[str, ...]) -> None:
        self._random = random
        self._vocabulary = vocabulary
        self._weights = tuple(
            accumulate(1 / (rank + _ZIPF_OFFSET) for rank in range(len(vocabulary)))
        )

    def words(self, count: int) -> list[str]:
        """Return `count` words, about two in five of them function words."""
        content = self._random.choices(self._vocabulary, cum_weights=self._weights, k=count)
        return [
            self._random.choice(_FUNCTION_WORDS)
            if self._random.random() < _FUNCTION_WORD_SHARE
            else word
            for word in content
        ]

    def title(self, count: int) -> str:
        """Return `count` words as a title: one capital, no full stop."""
        return " ".join(self.words(count)).capitalize()

    def sentence(self, count: int) -> str:
        """Return one sentence of `count` words; long ones get a comma."""
        words = self.words(count)
        if count > 10:
            words[count // 2] += ","
        return f"{' '.join(words).capitalize()}."

    def paragraph(self, count: int) -> str:
        """Return sentences of `count` words in all."""
        sentences = []
        left = count
        while left > 0:
            length = min(left, self._random.randint(*_SENTENCE_WORDS))
            if left - length < _SHORTEST_REST:
                length = left
            sentences.append(self.sentence(length))
            left -= length
        return " ".join(sentences)

    def opening(self, count: int) -> str:
        """Return text that starts a sentence and leaves it open."""
        return self.paragraph(count).removesuffix(".")

    def clause(self, count: int) -> str:
        """Return text that goes on inside a sentence, open at both ends."""
        return self.ending(count).removesuffix(".")

    def ending(self, count: int) -> str:
        """Return text that ends a sentence begun before."""
        text = self.paragraph(count)
        return text[0].lower() + text[1:]
