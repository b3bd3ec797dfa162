"""Work on many items, step by step for some of them.

One entry after the other through all steps, the code and the tables of each step would have left
the processor's caches when the next entry comes; one step after the other for all entries, the
entries would have. What it saves: docs/design/0006.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import TypeVar

__all__ = ["in_batches"]

T = TypeVar("T")


def in_batches(items: Iterable[T], size: int = 64) -> Iterator[Sequence[T]]:
    """Runs of items that together are ``items``, each taken when it is asked for."""
    rest = iter(items)
    while batch := list(islice(rest, size)):
        yield batch
