"""Build every glossary with every builder, in turn, as often as the time allows."""

import itertools
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.generate import IDS
from tests.benchmarks.measure import measure
from tests.benchmarks.peers import Peer
from tests.benchmarks.results import Cell, Results, Sample
from tests.benchmarks.weigh import missing_entries, weigh

__all__ = ["Plan", "run"]

_REPOSITORY = Path(__file__).resolve().parents[2]
_NUMBERS = itertools.count(1)
_TAIL_LINES = 12
"""How much of what a failed build printed is shown."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What to measure."""

    peers: tuple[Peer, ...]
    sizes: tuple[int, ...]
    repeats: int
    budget_seconds: float
    """When this is used up, no build is repeated; each is done once whatever it costs."""


@dataclass(slots=True)
class _Case:
    """One builder at one size, while the run goes on."""

    peer: Peer
    size: int
    project: Path
    ids: tuple[str, ...]
    files: frozenset[Path]
    """What the project held before anything was built."""
    samples: list[Sample] = field(default_factory=list)
    failure: str | None = None


def run(plan: Plan, folder: Path, say: Callable[[str], None]) -> tuple[Results, dict[str, str]]:
    """Return what was measured, and for each failed build why it failed.

    Everything is written below `folder`, which the caller deletes.
    """
    cases = [case for size in plan.sizes for case in _prepare(plan, size, folder, say)]
    for peer in plan.peers:
        smallest = next(case for case in cases if case.peer is peer)
        say(f"warm-up: {peer.label}, {smallest.size:,} entries")
        _build(smallest, folder)  # if it fails, so will the first that counts
    deadline = time.monotonic() + plan.budget_seconds
    for turn in range(plan.repeats):
        for case in cases:
            if case.failure is None and (turn == 0 or _fits(case, deadline)):
                _take_turn(case, folder, say, f"{turn + 1}/{plan.repeats}")
    cells = (Cell(case.peer.name, case.size, tuple(case.samples)) for case in cases if case.samples)
    failures = {
        f"{case.peer.label}, {case.size:,} entries": case.failure for case in cases if case.failure
    }
    return Results(tuple(cells)), failures


def _prepare(plan: Plan, size: int, folder: Path, say: Callable[[str], None]) -> Iterator[_Case]:
    projects = folder / str(size)
    say(f"generate: {size:,} entries")
    names = ",".join(peer.name for peer in plan.peers)
    module = ("-m", "tests.benchmarks.generate")
    subprocess.run(
        (sys.executable, *module, str(size), str(projects), "--peers", names),
        cwd=_REPOSITORY,
        check=True,
    )
    ids = tuple((projects / IDS).read_text(encoding="utf-8").split())
    for peer in plan.peers:
        project = projects / peer.name
        yield _Case(peer, size, project, ids, frozenset(_files(project)))


def _fits(case: _Case, deadline: float) -> bool:
    return time.monotonic() + case.samples[-1].usage.wall_seconds <= deadline


def _take_turn(case: _Case, folder: Path, say: Callable[[str], None], turn: str) -> None:
    built = _build(case, folder)
    title = f"{turn}  {case.peer.label:18} {case.size:7,} entries"
    if isinstance(built, str):
        case.failure = built.splitlines()[0]
        say(f"{title}  FAILED: {built}")
        return
    case.samples.append(built)
    usage = built.usage
    say(
        f"{title}  {usage.cpu_seconds:7.2f} s CPU  {usage.wall_seconds:7.2f} s wall  "
        f"{max(usage.largest_process_bytes, usage.all_processes_bytes) / 1e6:5.0f} MB"
    )


def _build(case: _Case, folder: Path) -> Sample | str:
    """Build once, from nothing; return the sample, or what went wrong.

    Sites are deleted when the whole run ends: for a while after many files were deleted, ext4 is
    several times slower to create new ones, and the next builder would pay for it.
    """
    site, cache = folder / "sites" / str(next(_NUMBERS)), folder / "cache"
    site.parent.mkdir(exist_ok=True)
    cache.mkdir(exist_ok=True)
    # What an earlier build left to be written would be charged to this one's wall time.
    os.sync()
    try:
        usage = measure(
            case.peer.command(case.project, site),
            folder=_REPOSITORY,
            environment=_environment(case.peer, cache),
        )
        if usage.exit_code != 0:
            tail = "\n".join(usage.output.splitlines()[-_TAIL_LINES:])
            return f"the build ended with exit code {usage.exit_code}\n{tail}"
        if missing := missing_entries(site, case.ids):
            return f"{len(missing):,} entries have no page, {missing[0]} among them"
        return Sample(usage, weigh(site, case.ids))
    finally:
        _remove_leftovers(case)


def _environment(peer: Peer, cache: Path) -> dict[str, str]:
    # Without bytecode Python would compile all its imports anew in each build.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    caches = {"XDG_CACHE_HOME": str(cache), "HUGO_CACHEDIR": str(cache / "hugo")}
    return inherited | caches | dict(peer.environment)


def _remove_leftovers(case: _Case) -> None:
    """Remove what a build put into its project: the next one starts from nothing too."""
    for file in set(_files(case.project)) - case.files:
        file.unlink()


def _files(folder: Path) -> Sequence[Path]:
    return [Path(base, name) for base, _, names in os.walk(folder) for name in names]
