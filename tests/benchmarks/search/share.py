"""What part of a clean build's CPU goes into the search index."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.measure import measure
from tests.benchmarks.peers.concord import CONCORD
from tests.benchmarks.search.corpora import ROOT
from tests.benchmarks.workload import generate

__all__ = ["BuildShare", "build_share"]


@dataclass(frozen=True, slots=True)
class BuildShare:
    """CPU seconds of a build of the general benchmark's glossary and of its index alone."""

    entries: int
    build_seconds: float
    """Of ``concord build``, the index included."""
    index_seconds: float

    @property
    def share(self) -> float:
        """From 0 to 1."""
        return self.index_seconds / self.build_seconds


def build_share(entries: int, folder: Path, say: Callable[[str], None]) -> BuildShare:
    """Build a glossary of this many invented entries, then its index once more by itself."""
    project = folder / "project"
    for name, text in CONCORD.files(generate(entries)):
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), **dict(CONCORD.environment)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def run(command: tuple[str, ...]) -> tuple[float, str]:
        usage = measure(command, folder=project, environment=environment)
        if usage.exit_code:
            raise RuntimeError(f"{' '.join(command)} failed:\n{usage.output}")
        return usage.cpu_seconds, usage.output

    say(f"building {entries:,} invented entries")
    build, _ = run(CONCORD.command(project, folder / "site"))
    say("making their index once more")
    alone = (sys.executable, "-m", "tests.benchmarks.search.indexing", str(project))
    _, output = run(alone)
    seconds, _entries = output.split()[-2:]
    return BuildShare(entries, build, float(seconds))
