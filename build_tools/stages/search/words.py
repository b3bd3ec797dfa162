"""How the search sees text: folded words and their stems. The browser's ``text.js`` does the same.

One corpus in ``tests/contracts/`` holds both to the same answers.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import pairwise
from typing import Final

from Stemmer import Stemmer

from build_tools.stages.words.characters import unspaced

__all__ = ["STEMMERS", "Stems", "folded", "key_of", "stemmer_for", "words_of"]

STEMMERS: Final = {"de": "german", "en": "english", "es": "spanish", "fr": "french"}
"""Snowball's algorithm by language; those whose JavaScript the site carries."""


class _Separators(dict[int, str]):
    """For ``str.translate``: what stands between words becomes a space.

    Letters, digits and the marks that are part of words stay. Filled as characters occur.
    """

    def __missing__(self, code: int) -> str:
        character = chr(code)
        kept = unicodedata.category(character)[0] in "LNM"
        self[code] = answer = character if kept else " "
        return answer


_ASCII: Final = _Separators()
_OTHER: Final = _Separators()
for _code in range(128):
    _ASCII[_code] = _OTHER[_code] = chr(_code).lower() if chr(_code).isalnum() else " "

# Marks that readers leave out when they type: accents, the points of Hebrew, the vowels of Arabic,
# the voicing of kana; and what is not seen at all: soft hyphens, joiners, the Arabic lengthener.
# The vowels of Indic scripts are marks too, but a word without them is another word.
_UNTYPED: Final = re.compile(
    "[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u1ab0-\u1aff"
    "\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\u00ad\u200c\u200d\u0640]"
)


_IDEOGRAPHIC_MARKS: Final = "\u3005-\u3007"
"""They stand for an ideograph."""


def folded(text: str) -> str:
    """Words of ``text``, lower case and without accents, with spaces between.

    The ``s`` or ``t`` after an apostrophe belongs to its word: *goodharts law* finds *Goodhart's*.
    """
    if text.isascii():
        if "'" in text:
            text = text.replace("'s", "s").replace("'t", "t").replace("'S", "s").replace("'T", "t")
        return text.translate(_ASCII)
    return _folded_other(text)


@lru_cache(maxsize=1 << 12)
def _folded_other(text: str) -> str:
    # What casefold() does beyond lower() once NFKD has taken ligatures apart, said so that
    # JavaScript, which has no casefold(), can say it too.
    text = unicodedata.normalize("NFKD", text).lower().replace("ß", "ss").replace("ς", "σ")
    text = _UNTYPED.sub("", unicodedata.normalize("NFKD", text)).replace("’", "'")
    return text.replace("'s", "s").replace("'t", "t").translate(_OTHER)


@lru_cache(maxsize=1 << 16)
def key_of(text: str) -> str:
    """A label as it is looked up: its folded words with one space between."""
    return " ".join(folded(text).split())


def words_of(text: str) -> list[str]:
    """The words of ``text``; a run of a script without spaces gives its pairs and characters."""
    words = folded(text).split()
    if text.isascii() or not unspaced(_IDEOGRAPHIC_MARKS).search(text):
        return words
    return [part for word in words for part in _parts(word)]


def _parts(word: str) -> list[str]:
    parts: list[str] = []
    at = 0
    for match in unspaced(_IDEOGRAPHIC_MARKS).finditer(word):
        if match.start() > at:
            parts.append(word[at : match.start()])
        run = match[0]
        parts += run
        parts += map("".join, pairwise(run))
        at = match.end()
    if at < len(word):
        parts.append(word[at:])
    return parts


def stemmer_for(language: str) -> str | None:
    """The name of Snowball's algorithm for a language tag; ``None`` when the site carries none."""
    return STEMMERS.get(language.replace("_", "-").split("-", maxsplit=1)[0].lower())


class Stems(dict[str, int]):
    """Numbers of stems by word: a word is stemmed once. ``names`` has the stems by number."""

    def __init__(self, algorithm: str | None) -> None:
        super().__init__()
        self.names: list[str] = []
        self._numbers: dict[str, int] = {}
        # A cache of its own would only repeat this one.
        self._stem = Stemmer(algorithm, 0).stemWord if algorithm else str

    def __missing__(self, word: str) -> int:
        stem = self._stem(word)
        number = self._numbers.setdefault(stem, len(self.names))
        if number == len(self.names):
            self.names.append(stem)
        self[word] = number
        return number
