"""``python -m tests.benchmarks.search.label``: make the queries of the real glossary again."""

import argparse
import sys
from collections.abc import Iterator, Mapping, Sequence

from build_tools.model.entry import Entry
from build_tools.model.identifiers import EntryId
from tests.benchmarks.search.corpora import real_site
from tests.benchmarks.search.labelled import (
    FOLDER,
    Query,
    QueryClass,
    QuerySet,
    dump_names,
    read_queries,
)
from tests.benchmarks.search.names import Labels, bare, name_queries
from tests.benchmarks.search.overlap import overlap

__all__ = ["MOST_SHARED", "main", "mistakes"]

MOST_SHARED = 1 / 3
"""Of a description's content words, the share that a right entry's definition may have."""

_QUOTAS = {
    QueryClass.EXACT: 40,
    QueryClass.ALIAS: 40,
    QueryClass.ABBREVIATION: 40,
    QueryClass.INITIALS: 20,
    QueryClass.PREFIX: 100,
    QueryClass.ONE_TYPO: 40,
    QueryClass.TWO_TYPOS: 40,
    QueryClass.REORDERED: 30,
}
"""How many queries of each class there are in each set, where labels suffice."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Write ``names.yml``, or with ``--check`` only say what is wrong with the queries."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.search.label")
    parser.add_argument("--check", action="store_true", help="write nothing")
    options = parser.parse_args(arguments)
    entries = real_site().entries
    if not options.check:
        every, labels = tuple(entries.values()), Labels(entries.values())
        judged = name_queries(every, QuerySet.JUDGED, _QUOTAS, labels)
        tuning = name_queries(every, QuerySet.TUNING, _QUOTAS, labels, judged)
        sets = ((QuerySet.TUNING, tuning), (QuerySet.JUDGED, judged))
        (FOLDER / "names.yml").write_text(dump_names(sets), encoding="utf-8", newline="\n")
    queries = {query_set: read_queries(query_set) for query_set in QuerySet}
    wrong = list(mistakes(queries, entries))
    for line in wrong:
        print(line)
    return 1 if wrong else 0


def mistakes(
    queries: Mapping[QuerySet, Sequence[Query]], entries: Mapping[EntryId, Entry]
) -> Iterator[str]:
    """What is wrong with the queries over a glossary, as sentences."""
    meant: dict[str, set[str]] = {}
    texts: dict[str, set[str]] = {}
    for query_set, items in queries.items():
        meant[query_set] = set()
        texts[query_set] = {query.text.casefold() for query in items}
        for query in items:
            missing = [name for name in query.right if name not in entries]
            if missing:
                yield f"'{query.text}': there is no entry {', '.join(missing)}"
            elif query.query_class is QueryClass.DESCRIPTION:
                meant[query_set].update(query.right)
                yield from _telling(query, entries)
            elif query.label not in _forms(entries[EntryId(query.right[0])]):
                yield f"'{query.text}': {query.right[0]} has no label '{query.label}' any more"
    for what, sets in (("query", texts), ("described entry", meant)):
        for name in sorted(sets[QuerySet.TUNING] & sets[QuerySet.JUDGED]):
            yield f"the {what} '{name}' is in both sets"


def _forms(entry: Entry) -> set[str]:
    return {form for label in entry.labels for form in (label, bare(label))}


def _telling(query: Query, entries: Mapping[EntryId, Entry]) -> Iterator[str]:
    for name in query.right:
        shared = overlap(query.text, entries[EntryId(name)].definition)
        if shared > MOST_SHARED:
            yield f"'{query.text}' has {shared:.0%} of its words from the definition of {name}"


if __name__ == "__main__":
    sys.exit(main())
