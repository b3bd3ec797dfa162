"""What is promised of the search, and whether a run keeps it."""

from collections.abc import Iterator, Mapping, Sequence

from tests.benchmarks.search.experiment import Measurement
from tests.benchmarks.search.labelled import QueryClass
from tests.benchmarks.search.metrics import ALL, LONG, Quality, quality_by_class
from tests.benchmarks.search.share import BuildShare
from tests.benchmarks.targets import Verdict

__all__ = ["REAL", "REAL_PROMISES", "Results", "judge", "kept_on_real"]

REAL = "real"
"""The name of this repository's own glossary among the results; others go by their size."""

Results = Mapping[str, Sequence[Measurement]]
"""By the glossary's name, what each engine did with it."""

REAL_PROMISES: tuple[tuple[str, str, float], ...] = (
    (QueryClass.EXACT, "hit_1", 0.98),
    (QueryClass.ALIAS, "hit_1", 0.98),
    (QueryClass.ABBREVIATION, "hit_1", 0.98),
    (QueryClass.ONE_TYPO, "hit_1", 0.95),
    (LONG, "hit_1", 0.95),
    (QueryClass.DESCRIPTION, "hit_3", 0.90),
)
"""Class of queries over the real glossary, figure, and the least that it may be."""

_SIZES: Mapping[str, tuple[float, int, int | None]] = {
    "20000": (0.95, 40_000, 6),
    "all": (0.92, 60_000, None),
}
"""The least MRR@10, the most bytes and requests to the first result, by size of WordNet."""
_KEYSTROKE_MS = 16.0
_KEYSTROKE_RATIO = 1 / 5
_INDEX_SHARE = 0.25


def kept_on_real(measured: Measurement) -> Iterator[Verdict]:
    """Every promise about the real glossary."""
    classes = quality_by_class(measured.asked)
    for name, figure, least in REAL_PROMISES:
        value = getattr(classes[name], figure)
        yield Verdict(
            f"{figure.replace('_', '@')}, {name}, real glossary",
            f"≥ {least:.2f}",
            f"{value:.3f}",
            value >= least,
        )


def judge(results: Results, share: BuildShare | None) -> tuple[Verdict, ...]:
    """Hold every promise against what a run has measured; the rest is left out."""
    concord = {
        name: measured
        for name, items in results.items()
        for measured in items
        if measured.engine == "concord"
    }
    verdicts = list(kept_on_real(concord[REAL])) if REAL in concord else []
    for size, limits in _SIZES.items():
        if size in concord:
            verdicts += _size(concord[size], *limits)
    if "20000" in concord:
        verdicts += _keystrokes(concord["20000"], results["20000"])
    if share:
        verdicts.append(
            Verdict(
                f"Index, share of a clean build’s CPU, {share.entries:,} entries",
                f"≤ {_INDEX_SHARE:.0%}",
                f"{share.share:.1%}",
                share.share <= _INDEX_SHARE,
            )
        )
    return tuple(verdicts)


def _size(
    measured: Measurement, mrr: float, most_bytes: int, most_requests: int | None
) -> Iterator[Verdict]:
    count = f"WordNet, {measured.entries:,} entries"
    found: Quality = quality_by_class(measured.asked)[ALL]
    yield Verdict(f"MRR@10, {count}", f"≥ {mrr:.2f}", f"{found.mrr:.3f}", found.mrr >= mrr)
    worst_bytes, worst_requests = max(measured.first_bytes), max(measured.first_requests)
    yield Verdict(
        f"To the first result, worst query, {count}",
        f"≤ {most_bytes / 1000:.0f} KB",
        f"{worst_bytes / 1000:.1f} KB",
        worst_bytes <= most_bytes,
    )
    if most_requests:
        yield Verdict(
            f"To the first result, worst query, {count}",
            f"≤ {most_requests} requests",
            f"{worst_requests:.0f} requests",
            worst_requests <= most_requests,
        )


def _keystrokes(measured: Measurement, all_engines: Sequence[Measurement]) -> Iterator[Verdict]:
    count = f"WordNet, {measured.entries:,} entries"
    p95 = measured.keystroke_p95
    yield Verdict(
        f"CPU of a keystroke, p95, {count}",
        f"≤ {_KEYSTROKE_MS:.0f} ms",
        f"{p95:.1f} ms",
        p95 <= _KEYSTROKE_MS,
    )
    for other in all_engines:
        if other.engine == "minisearch":
            ratio = p95 / other.keystroke_p95
            yield Verdict(
                f"The same, Concord / MiniSearch, {count}",
                f"≤ {_KEYSTROKE_RATIO:.2f}",
                f"{ratio:.2f}",
                ratio <= _KEYSTROKE_RATIO,
            )
