"""What fingers and memory do to a label: parts of it, slips in it, its words in another order."""

from collections.abc import Callable
from random import Random

__all__ = ["initials", "prefix", "reordered", "with_typos"]

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_LEAST_FOR_ONE = 4
"""Letters of a word in which one slip leaves it recognisable."""
_LEAST_FOR_TWO = 8


def _neighbours() -> dict[str, str]:
    """The keys beside each letter and those half a key to the right and left below and above."""
    near: dict[str, str] = {}
    for row, keys in enumerate(_ROWS):
        for at, key in enumerate(keys):
            beside = keys[max(0, at - 1) : at] + keys[at + 1 : at + 2]
            below = _ROWS[row + 1][max(0, at - 1) : at + 1] if row + 1 < len(_ROWS) else ""
            above = _ROWS[row - 1][at : at + 2] if row else ""
            near[key] = beside + below + above
    return near


_NEIGHBOURS = _neighbours()


def prefix(label: str, share: int) -> str | None:
    """The first ``share`` per cent of a label; ``None`` when that is too little or everything."""
    typed = label[: round(len(label) * share / 100)].rstrip(" -–,(").casefold()
    return typed if len(typed) >= 3 and len(typed) < len(label) else None


def initials(label: str) -> str | None:
    """The first letters of a label's words, if there are three or more."""
    words = label.replace("-", " ").split()
    letters = "".join(word[0] for word in words if word[0].isalpha())
    return letters.casefold() if len(letters) >= 3 and len(letters) == len(words) else None


def reordered(label: str, random: Random) -> str | None:
    """A label with its words in another order; ``None`` when it has only one."""
    words = label.casefold().split()
    if len(set(words)) < 2:
        return None
    shuffled = list(words)
    while shuffled == words:
        random.shuffle(shuffled)
    return " ".join(shuffled)


def with_typos(label: str, count: int, random: Random) -> str | None:
    """A label with one or two slips of the finger; ``None`` when its words are too short for it.

    Both slips fall into one long word, or into two words. Each is a letter left out, typed twice
    or too many, replaced by one beside it on the keyboard, or swapped with the next.
    """
    words = label.casefold().split()
    able = [at for at, word in enumerate(words) if _letters(word) >= _LEAST_FOR_ONE]
    long = [at for at in able if _letters(words[at]) >= _LEAST_FOR_TWO]
    if count == 1:
        places = [random.choice(able)] if able else []
    elif long and (len(able) < 2 or random.random() < 0.5):
        places = [random.choice(long)] * 2
    else:
        places = random.sample(able, 2) if len(able) > 1 else []
    if not places:
        return None
    for at in places:
        words[at] = _slip(words[at], random)
    return " ".join(words)


def _letters(word: str) -> int:
    return sum(character.isalpha() for character in word)


def _slip(word: str, random: Random) -> str:
    at = random.choice([at for at, character in enumerate(word) if character.isalpha()])
    return random.choice(_SLIPS)(word, at, random)


def _omit(word: str, at: int, random: Random) -> str:
    return word[:at] + word[at + 1 :]


def _insert(word: str, at: int, random: Random) -> str:
    return word[: at + 1] + random.choice(word[at] + _near(word[at])) + word[at + 1 :]


def _replace(word: str, at: int, random: Random) -> str:
    return word[:at] + random.choice(_near(word[at])) + word[at + 1 :]


def _swap(word: str, at: int, random: Random) -> str:
    if at + 1 == len(word) or word[at] == word[at + 1]:
        return _replace(word, at, random)
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


_SLIPS: tuple[Callable[[str, int, Random], str], ...] = (_omit, _insert, _replace, _swap)


def _near(letter: str) -> str:
    return _NEIGHBOURS.get(letter, "aeiou".replace(letter, ""))
