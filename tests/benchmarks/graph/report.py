"""The results as tables of Markdown."""

from collections.abc import Sequence
from statistics import median

from tests.benchmarks.graph.experiment import Measurement
from tests.benchmarks.graph.libraries import DRAWINGS
from tests.benchmarks.graph.promises import medians
from tests.benchmarks.report import table
from tests.benchmarks.targets import Verdict

__all__ = ["render"]

_HEADER = (
    *("Drawing", "Script KB", "First picture ms", "Pan, median ms", "p95", "mean"),
    *("Zoom, median ms", "p95", "mean", "Idle ms", "Steps", "Pan / Concord", "Zoom / Concord"),
)


def render(title: str, runs: Sequence[Measurement], verdicts: Sequence[Verdict]) -> str:
    """Return a table of the drawings of one graph and one of the promises about it."""
    found = medians(runs)
    _, own_pan, own_zoom = found.get("concord", (0.0, 0.0, 0.0))
    rows = []
    for name, (first, pan, zoom) in found.items():
        own = [run for run in runs if run.drawing == name]
        rows.append(
            (
                DRAWINGS[name].label,
                f"{own[0].script_bytes / 1000:.1f}",
                f"{first:,.0f}",
                f"{pan:,.1f}",
                f"{_high([ms for run in own for ms in run.pan.frames_ms]):,.1f}",
                f"{median(run.pan.mean_ms for run in own):,.1f}",
                f"{zoom:,.1f}",
                f"{_high([ms for run in own for ms in run.zoom.frames_ms]):,.1f}",
                f"{median(run.zoom.mean_ms for run in own):,.1f}",
                f"{median(run.idle.median_ms for run in own):,.1f}",
                f"{sum(len(run.pan.frames_ms) + len(run.zoom.frames_ms) for run in own)}",
                f"{pan / own_pan:.1f}" if own_pan else "–",
                f"{zoom / own_zoom:.1f}" if own_zoom else "–",
            )
        )
    kept = [(v.promise, v.limit, v.measured, "kept" if v.kept else "**missed**") for v in verdicts]
    tables = [f"## {title}\n", table(_HEADER, rows, left=1)]
    if kept:
        tables.append(table(("Promise", "Limit", "Measured", ""), kept, left=1))
    return "\n".join(tables)


def _high(values: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(values)[int(0.95 * (len(values) - 1))]
