"""The nouns of WordNet as a glossary of any size up to some 82,000 entries.

Debian's package ``wordnet-base`` has them; they are read in place and never copied here. A synset
is an entry: its first lemma is the term, the others are aliases, its gloss is the definition.
Unlike a real glossary it has homonyms: several entries share a label.
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from random import Random

from build_tools.model.entry import Entry
from build_tools.model.identifiers import EntryId, KindKey, TopicKey
from tests.benchmarks.machine import install
from tests.benchmarks.search.labelled import Query, QueryClass, QuerySet
from tests.benchmarks.search.names import Labels, entries_for, name_queries
from tests.benchmarks.search.overlap import content_words

__all__ = ["DATA", "KIND", "TOPICS", "entries_of", "prepare", "queries_over"]

DATA = Path("/usr/share/wordnet/data.noun")


KIND = KindKey("noun")

_FILES = """tops act animal artifact attribute body cognition communication event feeling food
group location motive object person phenomenon plant possession process quantity relation shape
state substance time"""
TOPICS = tuple(map(TopicKey, _FILES.split()))
"""WordNet's lexicographer files of nouns, which are numbered from 3 on."""

_FIRST_FILE = 3
_EACH = 55
"""Queries of each class, so that all classes weigh the same."""
_CLASSES = (
    QueryClass.EXACT,
    QueryClass.ALIAS,
    QueryClass.ABBREVIATION,
    QueryClass.PREFIX,
    QueryClass.ONE_TYPO,
    QueryClass.TWO_TYPOS,
    QueryClass.REORDERED,
)
"""Those that labels suffice for; descriptions are the eighth."""
_LEAST_WORDS = 5
"""Content words of a gloss from which a description is made."""
_KEPT = 0.6
"""The share of them that it keeps, in another order."""


def prepare() -> str | None:
    """Install WordNet where that can be done; return why it is not there, or ``None``."""
    return install("WordNet", "wordnet-base", DATA.exists)


def entries_of(size: int, data: Path = DATA) -> tuple[Entry, ...]:
    """A sample of at most ``size`` entries, the same everywhere; smaller ones lie in larger ones."""
    lines = [line for line in data.read_text(encoding="utf-8").splitlines() if line[:1] != " "]
    lines.sort(key=lambda line: sha256(line[:8].encode()).digest())
    return tuple(sorted(_entry(line) for line in lines[:size]))


def _entry(line: str) -> Entry:
    head, _, gloss = line.partition(" | ")
    fields = head.split(" ")
    lemmas = [
        field.replace("_", " ") for field in fields[4 : 4 + 2 * int(fields[3], 16) : 2]
    ]  # the count is hexadecimal
    slug = re.sub(r"[^a-z0-9]+", "-", lemmas[0].casefold()).strip("-")
    name = EntryId(f"{slug}-{fields[0]}" if slug else fields[0])
    return Entry(
        id=name,
        path=f"glossary/entries/{name}.yml",
        term=lemmas[0],
        topic=TOPICS[int(fields[1]) - _FIRST_FILE],
        kind=KIND,
        definition=gloss.strip(),
        aliases=tuple(dict.fromkeys(lemmas[1:])),
    )


def queries_over(entries: tuple[Entry, ...], query_set: QuerySet) -> tuple[Query, ...]:
    """At most 440 queries over such a glossary, the same everywhere."""
    labels = Labels(entries)
    quotas = dict.fromkeys(_CLASSES, _EACH)
    names = name_queries(entries, QuerySet.JUDGED, quotas, labels)
    if query_set is QuerySet.TUNING:
        names = name_queries(entries, query_set, quotas, labels, names)
    return (*names, *_descriptions(entries, query_set))


def _descriptions(entries: tuple[Entry, ...], query_set: QuerySet) -> Iterator[Query]:
    """Queries of some of a gloss's words, in another order."""
    found = 0
    for entry in entries_for(entries, query_set, QueryClass.DESCRIPTION):
        words = content_words(entry.definition.partition('; "')[0])
        if len(words) < _LEAST_WORDS:
            continue
        random = Random(f"description {entry.id}")
        kept = random.sample(words, max(3, round(len(words) * _KEPT)))
        yield Query(" ".join(kept[:8]), QueryClass.DESCRIPTION, (entry.id,))
        found += 1
        if found == _EACH:
            return
