"""What is promised of the map, and whether a run keeps it."""

from collections.abc import Iterator, Sequence
from statistics import median

from tests.benchmarks.graph.experiment import Measurement
from tests.benchmarks.targets import Verdict

__all__ = ["LARGE", "SMALL", "judge", "medians"]

SMALL = "own"
LARGE = "large"

_FIRST_MS = {SMALL: 300.0, LARGE: 2_000.0}
_FRAME_MS = 16.0
_RATIO = 10.0
_SCRIPT_BYTES = 80_000


def judge(graph: str, runs: Sequence[Measurement]) -> tuple[Verdict, ...]:
    """Hold every promise against the runs over one graph."""
    return tuple(_verdicts(graph, runs))


def _verdicts(graph: str, runs: Sequence[Measurement]) -> Iterator[Verdict]:
    found = medians(runs)
    if "concord" not in found:
        return
    first, pan, zoom = found["concord"]
    ours = next(run for run in runs if run.drawing == "concord")
    count = f"{ours.nodes:,} entries, {ours.edges:,} links"
    yield _at_most(f"CPU of the first picture, {count}", _FIRST_MS[graph], first)
    if graph == SMALL:
        size = ours.script_bytes
        limit = f"≤ {_SCRIPT_BYTES / 1000:.0f} KB"
        measured = f"{size / 1000:.1f} KB"
        yield Verdict("Script of the drawing, gzipped", limit, measured, size <= _SCRIPT_BYTES)
        return
    yield _at_most(f"CPU of a step of panning, median, {count}", _FRAME_MS, pan)
    yield _at_most(f"CPU of a step of zooming, median, {count}", _FRAME_MS, zoom)
    for name, (_, other_pan, other_zoom) in found.items():
        if name == "concord":
            continue
        for what, ratio in (("panning", other_pan / pan), ("zooming", other_zoom / zoom)):
            promise = f"CPU of {what}, {name} / Concord"
            yield Verdict(promise, f"≥ {_RATIO:.0f}", f"{ratio:.1f}", ratio >= _RATIO)


def _at_most(promise: str, limit: float, measured: float) -> Verdict:
    return Verdict(promise, f"≤ {limit:,.0f} ms", f"{measured:,.1f} ms", measured <= limit)


def medians(runs: Sequence[Measurement]) -> dict[str, tuple[float, float, float]]:
    """By drawing: first picture, a step of panning and of zooming in milliseconds, over its runs."""
    names = dict.fromkeys(run.drawing for run in runs)
    return {
        name: (
            median(run.first_ms for run in runs if run.drawing == name),
            median(run.pan.median_ms for run in runs if run.drawing == name),
            median(run.zoom.median_ms for run in runs if run.drawing == name),
        )
        for name in names
    }
