"""The names in the search index: every label of every entry, sorted for each way to look it up."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple

from build_tools.model.entry import Entry
from build_tools.model.search import IndexPart, JsonValue
from build_tools.stages.search.files import cut, in_utf16_order
from build_tools.stages.search.words import key_of, words_of

__all__ = [
    "Name",
    "beginnings",
    "best_first",
    "endings",
    "labels",
    "names_of",
    "packed",
    "prefixes",
    "sorted_names",
    "spellings",
    "words_in",
]

BEST = 30
"""Names that are kept for a prefix which no single file holds."""
LEAST_REPAIRED = 3
"""Letters of a word beyond which its slips are mended."""
SHAPE_FILE = 19_000
"""Characters of a file of beginnings or endings: more than elsewhere, since a misspelt query can
fetch only one or two and finds nothing but what is in them."""
LEAST_INITIALS = 3
"""Words of a label from which its initials are a name for it."""


class Name(NamedTuple):
    """A label, by one key under which it is looked up."""

    key: str
    label: str
    row: int
    field: str
    """``t`` term, ``a`` alias, ``b`` abbreviation, ``f`` former id; capital when the key is the
    label's initials."""
    rank: int
    """How well connected the entry is, from 0 to 9."""
    key_is_own: bool
    """Whether the key is another than the label folds to."""


def names_of(row: int, entry: Entry, rank: int) -> Iterator[Name]:
    """The names of an entry."""
    seen = set()
    fields = [("t", entry.term)]
    if entry.abbreviation:
        fields.append(("b", entry.abbreviation))
    fields += [("a", alias) for alias in entry.aliases]
    fields += [("f", name) for name in entry.former_ids]
    for field, text in fields:
        label = " ".join(text.split())
        key = key_of(label)
        if not key or key in seen:
            continue
        seen.add(key)
        yield Name(key, label, row, field, rank, False)
        words = key.split(" ")
        if len(words) > 1:
            if "-" in label and (joined := key_of(label.replace("-", ""))) not in seen:
                seen.add(joined)
                yield Name(joined, label, row, field, rank, True)
            if len(words) >= LEAST_INITIALS and field in "ta":
                letters = "".join(map(itemgetter(0), words))
                if letters not in seen:
                    yield Name(letters, label, row, field.upper(), rank, True)


def sorted_names(names: Iterable[Name]) -> list[Name]:
    """By key, as the browser compares."""
    return sorted(names, key=lambda name: (in_utf16_order(name.key), name.row, name.field))


def _size(name: Name) -> int:
    return len(name.label) + 8 if name.label.isascii() else 3 * len(name.label) + 8


def packed(names: Sequence[Name]) -> dict[str, JsonValue]:
    """Names as columns. A key is written only where it is not what the label folds to."""
    keys: dict[str, JsonValue] = {
        str(at): name.key for at, name in enumerate(names) if name.key_is_own
    }
    columns: dict[str, JsonValue] = {
        "labels": "\n".join([name.label for name in names]),
        "rows": [name.row for name in names],
        "fields": "".join([name.field for name in names]),
        "ranks": "".join([str(name.rank) for name in names]),
    }
    return {**columns, "keys": keys} if keys else columns


def labels(names: Sequence[Name]) -> IndexPart:
    """Every name by its key: exact labels, and what begins with the letters typed so far.

    Args:
        names: as :func:`sorted_names` sorts them.
    """
    cuts = cut([name.key for name in names], list(map(_size, names)))
    files = (packed(names[start:stop]) for start, stop, _first in cuts)
    return IndexPart("labels", tuple(item.first for item in cuts), files)


def prefixes(names: Sequence[Name], firsts: Sequence[str]) -> IndexPart:
    """For each beginning that several files of :func:`labels` share, its best names.

    Those beginnings are the proper prefixes of the files' first keys.

    Args:
        names: as :func:`best_first` sorts them.
        firsts: the first keys of all files.
    """
    wanted = sorted(
        {first[:length] for first in firsts for length in range(1, len(first))},
        key=in_utf16_order,
    )
    found: dict[str, list[Name]] = {prefix: [] for prefix in wanted}
    longest = max(map(len, wanted), default=0)
    for name in names:
        for length in range(1, min(longest, len(name.key)) + 1):
            same = found.get(name.key[:length])
            if same is None:
                break
            if len(same) < BEST or length == len(name.key):
                same.append(name)
    best = [
        sorted(same, key=lambda name: name.key != prefix)[:BEST] for prefix, same in found.items()
    ]
    cuts = cut(wanted, [sum(map(_size, same)) + 60 for same in best])

    def file(start: int, stop: int) -> JsonValue:
        lists: list[JsonValue] = [packed(same) for same in best[start:stop]]
        return {"keys": "\n".join(wanted[start:stop]), "names": lists}

    files = (file(item.start, item.stop) for item in cuts)
    return IndexPart("prefixes", tuple(item.first for item in cuts), files)


def best_first(names: Iterable[Name]) -> list[Name]:
    """Short names of well connected entries first, initials after all others."""
    return sorted(names, key=_goodness)


def _goodness(name: Name) -> tuple[int, int, int]:
    return name.field.isupper(), len(name.key) - 2 * name.rank, name.row


def words_in(names: Iterable[Name]) -> dict[str, list[Name]]:
    """The names of several words by each of their words.

    Args:
        names: as :func:`best_first` sorts them, and so are those of each word.
    """
    found: dict[str, list[Name]] = defaultdict(list)
    for name in names:
        if name.field.islower() and (" " in name.key or not name.key.isascii()):
            for word in dict.fromkeys(words_of(name.label)):
                if word != name.key:
                    found[word].append(name)
    return found


def spellings(names: Iterable[Name], words: Iterable[str]) -> list[tuple[str, Name]]:
    """What a misspelt query may mean: whole names, and words that are no name by themselves."""
    whole = {name.key: name for name in reversed(list(names)) if name.field.islower()}
    alone = {
        word: Name(word, word, -1, "w", 0, not word.isascii() and word != key_of(word))
        for word in words
        if len(word) > LEAST_REPAIRED and word not in whole
    }
    return [*whole.items(), *alone.items()]


def beginnings(spelt: Iterable[tuple[str, Name]]) -> IndexPart:
    """By first two letters and length, to repair what is misspelt behind them."""
    return _by_shape("beginnings", spelt, 1)


def endings(spelt: Iterable[tuple[str, Name]]) -> IndexPart:
    """By last two letters and length, to repair what is misspelt before them."""
    return _by_shape("endings", spelt, -1)


def _by_shape(part: str, spelt: Iterable[tuple[str, Name]], step: int) -> IndexPart:
    """Sorted by two letters and the length, which one slip elsewhere changes by one at most.

    Those that agree in both are sorted by their letters from that end.
    """
    found = []
    for key, name in spelt:
        letters = key[::step]
        shape = f"{letters[:2]}{len(key):03} {letters}"
        found.append((in_utf16_order(shape), name.row, shape, name))
    found.sort()
    cuts = cut([item[2] for item in found], [_size(item[3]) for item in found], SHAPE_FILE)
    files = (packed([item[3] for item in found[start:stop]]) for start, stop, _first in cuts)
    return IndexPart(part, tuple(item.first for item in cuts), files)
