"""What Concord promises about its builds, and whether a run keeps it."""

from dataclasses import dataclass
from fractions import Fraction

from tests.benchmarks.results import Results

__all__ = ["Verdict", "judge"]

_CPU_SHARES = {1_000: Fraction(1, 5), 5_000: Fraction(1, 6), 20_000: Fraction(1, 6)}
"""Size to the share of stock MkDocs' CPU that Concord may take."""
_WALL_SIZE = 5_000
_WALL_RATIO = 1.0
_GROWTH = 1.05
_PEAK_SIZE = 20_000
_PEAK_BYTES = 500_000_000


@dataclass(frozen=True, slots=True)
class Verdict:
    """One promise and what came of it."""

    promise: str
    limit: str
    measured: str
    kept: bool | None
    """None where the run did not measure it."""


def judge(results: Results) -> tuple[Verdict, ...]:
    """Hold every promise against the results."""
    shares = (_cpu_share(results, size, limit) for size, limit in _CPU_SHARES.items())
    return (*shares, _wall(results), _growth(results), _peak(results))


def _verdict(promise: str, limit: str, measured: str | None, kept: bool) -> Verdict:
    if measured is None:
        return Verdict(promise, limit, "not measured", None)
    return Verdict(promise, limit, measured, kept)


def _cpu_share(results: Results, size: int, limit: Fraction) -> Verdict:
    ratio = results.cpu_ratio("concord", "mkdocs", size)
    return _verdict(
        f"CPU, Concord / MkDocs + Material, {size:,} entries",
        f"≤ {limit}",
        None if ratio is None else f"1/{1 / ratio:.2f}",
        ratio is not None and ratio <= limit,
    )


def _wall(results: Results) -> Verdict:
    ratio = results.wall_ratio("concord", "hugo", _WALL_SIZE)
    return _verdict(
        f"Wall time, Concord / Hugo, {_WALL_SIZE:,} entries",
        f"≤ {_WALL_RATIO:.2f}",
        None if ratio is None else f"{ratio:.2f}",
        ratio is not None and ratio <= _WALL_RATIO,
    )


def _growth(results: Results) -> Verdict:
    growth = results.growth("concord")
    if growth is None:
        return _verdict("Growth exponent of Concord's CPU", f"≤ {_GROWTH}", None, False)
    exponent, small, large = growth
    return _verdict(
        f"Growth exponent of Concord's CPU, {small:,} to {large:,} entries",
        f"≤ {_GROWTH}",
        f"{exponent:.2f}",
        exponent <= _GROWTH,
    )


def _peak(results: Results) -> Verdict:
    cell = results.cell("concord", _PEAK_SIZE)
    return _verdict(
        f"Peak memory of Concord, {_PEAK_SIZE:,} entries",
        f"≤ {_PEAK_BYTES / 1e6:.0f} MB",
        None if cell is None else f"{cell.peak_bytes / 1e6:.0f} MB",
        cell is not None and cell.peak_bytes <= _PEAK_BYTES,
    )
