"""The results as a page of Markdown for the documentation."""

from collections.abc import Iterable, Sequence
from statistics import median

from tests.benchmarks.report import table
from tests.benchmarks.search.experiment import ENGINES, Measurement
from tests.benchmarks.search.metrics import ALL, LONG, SHORT, quality_by_class
from tests.benchmarks.search.promises import REAL, Results
from tests.benchmarks.search.share import BuildShare
from tests.benchmarks.targets import Verdict

__all__ = ["render"]

_INTRODUCTION = """\
---
description: How often Concord's search finds the right entry, and what a query costs, beside MiniSearch and Material's search.
---

# Search quality

Labeled queries over this glossary and over the nouns of WordNet, put to Concord's search and to
two others. `make bench-search` measures again and rewrites this page.
"""
_METHOD = """\
## How it is measured

- A query is labeled with every entry that a fair judge would put first. *hit@k* is the share of
  queries with a right entry among the first k, *MRR@10* the mean of 1 / its place, 0 below the
  tenth.
- The queries shown here have never been used to choose a weight; those for that are another set
  with other entries.
- *Exact*, *alias* and *abbreviation* are labels, mostly in small letters. *Initials* are those of
  terms of three words or more, listed as abbreviations or not. A *prefix* is the first 40 to 80 %
  of a label. A *typo* is a letter left out, doubled, replaced by one beside it on the keyboard or
  swapped with the next, at any place, the first letter too; what would lie as near to another
  entry's label is left out. *Reordered* has a label's words in another order.
- Only the entry that was meant is right for a prefix, and any that has the typed letters as a
  label of its own. Where k entries have labels that begin alike, no engine can know which is
  meant: *guess* is the hit@1 of one that chose among them by lot, the mean of 1 / k. Preferring
  short labels does better, since the typed share is larger in them.
- *Descriptions* of the real glossary are written by hand, as somebody asks who does not know the
  name: *lay* in everyday words, *informed* with words of the field. At most a third of a query's
  content words, stemmed, occur in the definition of a right entry. Descriptions of WordNet are
  three fifths of a gloss's content words, at most eight, in another order.
- WordNet: a synset of nouns is an entry, its first lemma the term, the others aliases, the gloss
  the definition; samples are the same everywhere, and small ones lie in larger ones. Homonyms
  share labels; each of them is a right answer. There are 55 queries of each class, where labels
  suffice; *all* depends on that mix.
- *To the first result* is what a reader's first query fetches, asked whole, until its best result
  can be shown, as the box shows it; the index files are compressed with gzip at level 6; *typed* is the sum of all that typing it letter by letter
  fetches. Scripts are not counted. *Ready* is what happens before the first letter, without the
  time for fetching. A *keystroke* is the CPU of one search while a query is typed letter by
  letter, all files being there, with the garbage collector's work. Of the queries, evenly spread,
  Concord is typed 100, MiniSearch 60 and Lunr 20; Concord's are typed once before, uncounted, to
  fetch its files, which also warms the compiler. KB are 1,000 bytes.
- Concord's index is made by the emitter that a build uses, and read by the module that the site
  serves, in Node. MiniSearch gets an index made beforehand, with stop words, prefixes, up to two
  slips and the best of the weights that were tried on the tuning queries. Lunr is set up as
  Material sets it up for English: a wildcard after each word, no stemming, titles far above texts,
  the index made in the browser. Both have the same texts as Concord.
"""


def render(
    results: Results,
    verdicts: Sequence[Verdict],
    share: BuildShare | None,
    *,
    machine: str,
    versions: str,
) -> str:
    """Return the page."""
    sections = [_INTRODUCTION]
    if verdicts:
        sections += ["## Promises\n", _promises(verdicts)]
    for name, measurements in results.items():
        entries = measurements[0].entries
        title = "This glossary" if name == REAL else "WordNet"
        sections += [
            f"## {title}, {entries:,} entries\n",
            _quality(measurements),
            _fetched(measurements),
            _cost(measurements),
        ]
    if share:
        sections += [
            f"Of a clean build of {share.entries:,} invented entries, {share.build_seconds:.1f} s "
            f"of CPU, the index takes {share.index_seconds:.1f} s.\n"
        ]
    sections += [f"## The machine\n\n{machine}.\n\n{versions}.\n", _METHOD]
    return "\n".join(sections)


def _promises(verdicts: Iterable[Verdict]) -> str:
    rows = [(v.promise, v.limit, v.measured, "kept" if v.kept else "**missed**") for v in verdicts]
    return table(("Promise", "Limit", "Measured", ""), rows, left=1)


def _quality(measurements: Sequence[Measurement]) -> str:
    """Per class and engine: MRR@10, then hits."""
    by_engine = {item.engine: quality_by_class(item.asked) for item in measurements}
    first = next(iter(by_engine.values()))
    header = ["Queries", "", "Guess"]
    for engine in by_engine:
        header += [f"{ENGINES[engine]} MRR@10", "hit@1", "hit@3", "hit@10"]
    guesses = _guesses(measurements[0])
    rows = []
    for name, found in first.items():
        row = [name, f"{found.queries}", guesses.get(name, "")]
        for classes in by_engine.values():
            item = classes[name]
            row += [f"{value:.3f}" for value in (item.mrr, item.hit_1, item.hit_3, item.hit_10)]
        rows.append([f"**{cell}**" if cell and name == ALL else cell for cell in row])
    return table(header, rows, left=1)


def _guesses(measured: Measurement) -> dict[str, str]:
    """hit@1 of the two parts of the prefixes by lot among all that begin alike."""
    parts: dict[str, list[float]] = {}
    for item in measured.asked:
        query = item.query
        if query.share:
            name = LONG if query.share >= 60 else SHORT
            certain = min(1.0, len(query.right) / max(1, query.beginning))
            parts.setdefault(name, []).append(certain)
    return {name: f"{sum(values) / len(values):.3f}" for name, values in parts.items()}


def _fetched(measurements: Iterable[Measurement]) -> str:
    header = (
        *("Engine", "First result KB, median", "worst", "requests, median", "worst"),
        *("typed KB, median", "requests", "ready KB"),
    )
    rows = []
    for item in measurements:
        typed = ("", "")
        if item.typing_bytes:
            typed = (_kilobytes(median(item.typing_bytes)), f"{median(item.typing_requests):.0f}")
        rows.append(
            (
                ENGINES[item.engine],
                _kilobytes(item.median_bytes),
                _kilobytes(max(item.first_bytes)),
                f"{median(item.first_requests):.0f}",
                f"{max(item.first_requests):.0f}",
                *typed,
                _kilobytes(item.ready_bytes),
            )
        )
    return table(header, rows, left=1)


def _cost(measurements: Iterable[Measurement]) -> str:
    header = (
        *("Engine", "Ready CPU ms", "wall ms", "Keystroke p50 ms", "p95 ms"),
        *("Index KB", "gzipped KB", "files", "made in CPU s"),
    )
    rows = [
        (
            ENGINES[item.engine],
            f"{item.ready_cpu_ms:,.0f}",
            f"{item.ready_wall_ms:,.0f}",
            f"{item.keystroke_p50:.1f}" if item.keystroke_ms else "",
            f"{item.keystroke_p95:.1f}" if item.keystroke_ms else "",
            f"{item.index_bytes / 1000:,.0f}",
            f"{item.index_gzip_bytes / 1000:,.0f}",
            f"{item.index_files:,}",
            f"{item.build_seconds:.2f}" if item.build_seconds else "",
        )
        for item in measurements
    ]
    return table(header, rows, left=1)


def _kilobytes(value: float) -> str:
    return f"{value / 1000:,.1f}"
