"""From ranked answers to figures."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from tests.benchmarks.search.labelled import REGISTERS, Query, QueryClass

__all__ = ["ALL", "DEPTH", "LONG", "SHORT", "Asked", "Quality", "percentile", "quality_by_class"]

DEPTH = 10
"""How far down an answer is looked at."""

ALL = "all"


@dataclass(frozen=True, slots=True)
class Asked:
    """A query and what an engine answered."""

    query: Query
    ids: tuple[str, ...]
    """Best first, at most :data:`DEPTH`."""

    @property
    def rank(self) -> int | None:
        """The place of the first right answer, from 1; ``None`` when there is none."""
        places = (at for at, name in enumerate(self.ids[:DEPTH], 1) if name in self.query.right)
        return next(places, None)


@dataclass(frozen=True, slots=True)
class Quality:
    """How good the answers to some queries are; shares from 0 to 1."""

    queries: int
    mrr: float
    """Mean reciprocal rank of the first right answer among the first ten."""
    hit_1: float
    hit_3: float
    hit_10: float


def _quality(asked: Sequence[Asked]) -> Quality:
    """The quality of at least one answer."""
    ranks = [item.rank for item in asked]

    def share(depth: int) -> float:
        return sum(rank is not None and rank <= depth for rank in ranks) / len(ranks)

    mrr = sum(1 / rank for rank in ranks if rank) / len(ranks)
    return Quality(len(ranks), mrr, share(1), share(3), share(DEPTH))


SHORT, LONG = "prefix, 40–50 %", "prefix, 60–80 %"
"""The two parts of the prefixes."""

_CLASSES = (
    QueryClass.EXACT,
    QueryClass.ALIAS,
    QueryClass.ABBREVIATION,
    QueryClass.INITIALS,
    LONG,
    SHORT,
    QueryClass.ONE_TYPO,
    QueryClass.TWO_TYPOS,
    QueryClass.REORDERED,
    QueryClass.DESCRIPTION,
    *(f"{QueryClass.DESCRIPTION}, {register}" for register in REGISTERS),
)
"""In the order of the tables."""


def _parts_of(query: Query) -> tuple[str, ...]:
    """The names of the parts that a query belongs to."""
    if query.query_class is QueryClass.PREFIX:
        return (LONG if query.share >= 60 else SHORT, ALL)
    if query.register:
        return (query.query_class, f"{query.query_class}, {query.register}", ALL)
    return (query.query_class, ALL)


def quality_by_class(asked: Iterable[Asked]) -> dict[str, Quality]:
    """Every class of queries that there is, by name, and all together; prefixes in two parts."""
    parts: dict[str, list[Asked]] = {name: [] for name in (*_CLASSES, ALL)}
    for item in asked:
        for name in _parts_of(item.query):
            parts[name].append(item)
    return {name: _quality(part) for name, part in parts.items() if part}


def percentile(values: Iterable[float], share: float) -> float:
    """The least value that at least this share of the values does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, ceil(share * len(ordered)) - 1)]
