"""Files of the search index: sorted records, cut into files that a query fetches one by one."""

from collections.abc import Sequence
from struct import unpack
from typing import NamedTuple

__all__ = ["FILE_SIZE", "Cut", "cut", "in_utf16_order"]

FILE_SIZE = 12_000
"""Characters of a file, about: some 5 KB compressed, so that six of them are 30 KB."""


class Cut(NamedTuple):
    """The records of one file: those from ``start`` to before ``stop``."""

    start: int
    stop: int
    first: str
    """The shortest key that is above all keys of the file before; ``""`` for the first file."""


def in_utf16_order(key: str) -> str:
    """For ``sorted``: JavaScript compares code units, which differs from U+D800 on."""
    if key.isascii() or max(key) < "\ud800":
        return key
    units = key.encode("utf-16-be", "surrogatepass")
    return "".join(map(chr, unpack(f">{len(units) // 2}H", units)))


def cut(keys: Sequence[str], sizes: Sequence[int], limit: int = FILE_SIZE) -> tuple[Cut, ...]:
    """Cut sorted keys into files; records with one key stay together.

    Args:
        keys: of the records, sorted by :func:`in_utf16_order`.
        sizes: of the records, in characters.
        limit: of a file, in characters; one record may exceed it.
    """
    cuts = []
    start = total = 0
    first = ""
    for at, size in enumerate(sizes):
        if total + size > limit and at > start and keys[at] != keys[at - 1]:
            cuts.append(Cut(start, at, first))
            start, total = at, 0
            first = _separator(keys[at - 1], keys[at])
        total += size
    if keys:
        cuts.append(Cut(start, len(keys), first))
    return tuple(cuts)


def _separator(before: str, key: str) -> str:
    """The shortest prefix of ``key`` that is above ``before``."""
    length = next(
        (at for at, (one, other) in enumerate(zip(before, key, strict=False)) if one != other),
        len(before),
    )
    return key[: length + 1]
