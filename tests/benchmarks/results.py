"""What was measured: a cell for each builder and size, and the numbers drawn from it."""

import math
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from tests.benchmarks.measure import Usage
from tests.benchmarks.weigh import Weight

__all__ = ["Cell", "Results", "Sample"]

_GROWTH_FROM = 1_000
"""Below this the cost of starting hides how a build grows."""


@dataclass(frozen=True, slots=True)
class Sample:
    """One build."""

    usage: Usage
    weight: Weight


@dataclass(frozen=True, slots=True)
class Cell:
    """All builds of one size by one builder; at least one."""

    peer: str
    size: int
    samples: tuple[Sample, ...]

    @property
    def cpu_seconds(self) -> float:
        """Median."""
        return median(sample.usage.cpu_seconds for sample in self.samples)

    @property
    def cpu_range(self) -> tuple[float, float]:
        """Least and most, which tell how noisy the machine was."""
        seconds = [sample.usage.cpu_seconds for sample in self.samples]
        return min(seconds), max(seconds)

    @property
    def wall_seconds(self) -> float:
        """Median."""
        return median(sample.usage.wall_seconds for sample in self.samples)

    @property
    def largest_process_bytes(self) -> int:
        """Highest over the builds."""
        return max(sample.usage.largest_process_bytes for sample in self.samples)

    @property
    def all_processes_bytes(self) -> int:
        """Highest over the builds."""
        return max(sample.usage.all_processes_bytes for sample in self.samples)

    @property
    def peak_bytes(self) -> int:
        """The larger of the two: a sampled sum may miss what the exact figure saw."""
        return max(self.largest_process_bytes, self.all_processes_bytes)

    @property
    def weight(self) -> Weight:
        """Of the last build: builds of one size should not differ."""
        return self.samples[-1].weight


@dataclass(frozen=True, slots=True)
class Results:
    """The cells of a run, by size and then in the builders' order."""

    cells: tuple[Cell, ...]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Every size that has a cell, ascending."""
        return tuple(sorted({cell.size for cell in self.cells}))

    def of_size(self, size: int) -> tuple[Cell, ...]:
        """Return the cells of one size."""
        return tuple(cell for cell in self.cells if cell.size == size)

    def cell(self, peer: str, size: int) -> Cell | None:
        """Return one cell, or None where the builder was left out or failed."""
        return _first(cell for cell in self.of_size(size) if cell.peer == peer)

    def cpu_ratio(self, peer: str, other: str, size: int) -> float | None:
        """Return how many times the CPU of `other` a build by `peer` takes."""
        one, two = self.cell(peer, size), self.cell(other, size)
        return one.cpu_seconds / two.cpu_seconds if one and two else None

    def wall_ratio(self, peer: str, other: str, size: int) -> float | None:
        """Return how many times the wall time of `other` a build by `peer` takes."""
        one, two = self.cell(peer, size), self.cell(other, size)
        return one.wall_seconds / two.wall_seconds if one and two else None

    def growth(self, peer: str) -> tuple[float, int, int] | None:
        """Return the exponent with which CPU grows, and the two sizes it is between."""
        cells = [c for c in self.cells if c.peer == peer and c.size >= _GROWTH_FROM]
        if len(cells) < 2:
            return None
        small = min(cells, key=lambda cell: cell.size)
        large = max(cells, key=lambda cell: cell.size)
        exponent = math.log(large.cpu_seconds / small.cpu_seconds) / math.log(
            large.size / small.size
        )
        return exponent, small.size, large.size


def _first(cells: Iterable[Cell]) -> Cell | None:
    return next(iter(cells), None)
