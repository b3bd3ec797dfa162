"""Queries made from the labels of a glossary, the same for the same glossary everywhere.

An entry serves one set only, and which one depends on nothing but its id, as does what is done
to its labels: a new entry hardly changes the queries of the others.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from random import Random

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.process import extract_iter

from build_tools.model.entry import Entry
from tests.benchmarks.search.distort import initials, prefix, reordered, with_typos
from tests.benchmarks.search.labelled import Query, QueryClass, QuerySet

__all__ = ["PREFIX_SHARES", "Labels", "bare", "entries_for", "name_queries"]

PREFIX_SHARES = (40, 50, 60, 70, 80)
"""Per cent of a label that a prefix has."""

_QUALIFIER = re.compile(r"\s*\([^)]*\)$")
_ABBREVIATION = re.compile(r"(?=(?:.*[A-Z]){2})[A-Za-z0-9]{2,6}\Z")
_ATTEMPTS = 8


class Labels:
    """Which entries have which label, compared without regard to case."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._owners: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_words: dict[str, dict[str, None]] = defaultdict(dict)
        self._by_initials: dict[str, dict[str, None]] = defaultdict(dict)
        for entry in entries:
            for text in entry.labels:
                for label in {text, bare(text)}:
                    self._owners[label.casefold()][entry.id] = None
                    self._by_words[_words(label)][entry.id] = None
                    self._by_initials[initials(label) or label.casefold()][entry.id] = None
        self._sorted = sorted(self._owners)

    def owners(self, *texts: str) -> tuple[str, ...]:
        """The entries that have one of ``texts`` as a label, those of the first one first."""
        found = (name for text in texts for name in self._owners.get(text.casefold(), ()))
        return tuple(dict.fromkeys(found))

    def with_words(self, text: str) -> tuple[str, ...]:
        """The entries that have a label with the words of ``text`` in any order."""
        return tuple(self._by_words.get(_words(text), ()))

    def with_initials(self, letters: str) -> tuple[str, ...]:
        """The entries that have a label with these initials, or these letters as a label."""
        return tuple(self._by_initials.get(letters, ()))

    def beginning(self, typed: str) -> int:
        """How many entries have a label that begins with ``typed``."""
        found: set[str] = set()
        for label in self._sorted:
            if label.startswith(typed):
                found.update(self._owners[label])
        return len(found)

    def unmistakable(self, typed: str, label: str, slips: int) -> bool:
        """Whether ``typed`` is farther from the labels of all other entries than from ``label``."""
        own = set(self.owners(label))
        near = extract_iter(
            typed,
            self._sorted,
            scorer=DamerauLevenshtein.distance,
            score_cutoff=slips,
            processor=None,
        )
        return all(own.issuperset(self._owners[other]) for other, _distance, _at in near)


def bare(label: str) -> str:
    """A label without a qualifier in brackets at its end, which nobody types."""
    return _QUALIFIER.sub("", label)


def _words(label: str) -> str:
    return " ".join(sorted(label.casefold().split()))


def name_queries(
    entries: Sequence[Entry],
    query_set: QuerySet,
    quotas: Mapping[QueryClass, int],
    labels: Labels,
    avoided: Iterable[Query] = (),
) -> tuple[Query, ...]:
    """At most so many queries of each class, in the order of the quotas, none like an avoided one."""
    queries: list[Query] = []
    typed = {query.text.casefold() for query in avoided}
    for query_class, quota in quotas.items():
        used: dict[int, int] = defaultdict(int)
        limit = quota // len(PREFIX_SHARES) if query_class is QueryClass.PREFIX else quota
        for query in _candidates(entries, query_set, query_class, labels):
            if sum(used.values()) >= quota:
                break
            if used[query.share] < limit and query.text.casefold() not in typed:
                used[query.share] += 1
                typed.add(query.text.casefold())
                queries.append(query)
    return tuple(queries)


def entries_for(
    entries: Iterable[Entry], query_set: QuerySet, query_class: QueryClass
) -> list[Entry]:
    """The entries that serve a set, in an order that differs from class to class."""
    mine = [entry for entry in entries if _set_of(entry.id) is query_set]
    return sorted(mine, key=lambda entry: _hash(f"{query_class} {entry.id}"))


def _candidates(
    entries: Sequence[Entry], query_set: QuerySet, query_class: QueryClass, labels: Labels
) -> Iterator[Query]:
    for entry in entries_for(entries, query_set, query_class):
        random = Random(f"{query_class} {entry.id}")
        for label in _labels_for(entry, query_class, random):
            query = _query(label, entry.id, query_class, random, labels)
            if query is not None:
                yield query
                break


def _set_of(entry_id: str) -> QuerySet:
    return QuerySet.JUDGED if _hash(entry_id)[0] % 2 else QuerySet.TUNING


def _hash(text: str) -> bytes:
    return sha256(text.encode()).digest()


def _labels_for(entry: Entry, query_class: QueryClass, random: Random) -> Sequence[str]:
    """The labels that queries of a class may be made from, in the order of trial."""
    others = [label for label in entry.labels[1:] if label != entry.abbreviation]
    short = [label for label in others if _ABBREVIATION.match(label)]
    names = [label for label in others if label not in short]
    match query_class:
        case QueryClass.EXACT:
            return [entry.term]
        case QueryClass.ALIAS:
            return random.sample(names, len(names))
        case QueryClass.ABBREVIATION:
            return [entry.abbreviation] if entry.abbreviation else short[:1]
        case QueryClass.INITIALS:
            return [bare(entry.term)]
        case _:
            # Mostly the term, sometimes an alias: people know things under either.
            term, rest = bare(entry.term), [bare(name) for name in names]
            return [*rest, term] if rest and random.random() < 0.3 else [term, *rest]


def _query(
    label: str, entry_id: str, query_class: QueryClass, random: Random, labels: Labels
) -> Query | None:
    match query_class:
        case QueryClass.EXACT | QueryClass.ALIAS | QueryClass.ABBREVIATION:
            # Few people reach for the shift key.
            typed = label if random.random() < 0.3 else label.casefold()
            right = labels.owners(label)
        case QueryClass.PREFIX:
            return _prefix_query(label, entry_id, random, labels)
        case QueryClass.ONE_TYPO | QueryClass.TWO_TYPOS:
            slips = 1 if query_class is QueryClass.ONE_TYPO else 2
            distorted = (with_typos(label, slips, random) for _ in range(_ATTEMPTS))
            typed = next(
                (
                    text
                    for text in distorted
                    if text
                    and DamerauLevenshtein.distance(text, label.casefold()) == slips
                    and labels.unmistakable(text, label, slips)
                ),
                "",
            )
            right = labels.owners(label)
        case QueryClass.REORDERED:
            typed = reordered(label, random) or ""
            right = labels.with_words(typed)
        case QueryClass.INITIALS:
            typed = initials(label) or ""
            right = labels.with_initials(typed)
        case _:
            raise ValueError(f"no label makes a query of the class {query_class}")
    return Query(typed, query_class, _first(entry_id, right), label) if typed else None


def _prefix_query(label: str, entry_id: str, random: Random, labels: Labels) -> Query | None:
    share = random.choice(PREFIX_SHARES)
    typed = prefix(label, share)
    if typed is None:
        return None
    right = labels.owners(label, typed)
    beginning = labels.beginning(typed)
    return Query(typed, QueryClass.PREFIX, _first(entry_id, right), label, share, beginning)


def _first(entry_id: str, right: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((entry_id, *right)))
