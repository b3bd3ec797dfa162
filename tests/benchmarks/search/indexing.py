"""Concord's index, written by the emitter that a build uses.

``python -m tests.benchmarks.search.indexing PROJECT`` prints how many seconds of CPU the index of
a project costs and how many entries it has, without anything else that a build does.
"""

import sys
import time
from dataclasses import dataclass
from pathlib import Path

from build_tools.emit.data.search import search_index
from build_tools.emit.parts.context import Context
from build_tools.model.glossary import Site
from build_tools.stages.search.index import search_index_of
from tests.benchmarks.search.corpora import site_of

__all__ = ["Index", "write_index"]


@dataclass(frozen=True, slots=True)
class Index:
    """An index on disk."""

    root: Path
    """The folder that stands for the site's root."""
    files: tuple[str, ...]
    """Relative to it."""
    cpu_seconds: float
    """For making it, without writing it."""


def write_index(site: Site, root: Path) -> Index:
    """Make the index of a site and write its files below ``root``."""
    context = Context(site)
    files: list[str] = []
    started = time.process_time()
    artifacts = iter(search_index(context, search_index_of(context.site)))
    spent = time.process_time() - started
    while True:
        started = time.process_time()
        artifact = next(artifacts, None)
        content = b"".join(artifact.pieces) if artifact else b""
        spent += time.process_time() - started
        if artifact is None:
            return Index(root, tuple(files), spent)
        path = root / artifact.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        files.append(artifact.path)


def main() -> int:
    """Measure the index of the project that the command line names."""
    site = site_of(Path(sys.argv[1]))
    context = Context(site)
    started = time.process_time()
    for artifact in search_index(context, search_index_of(context.site)):
        b"".join(artifact.pieces)
    print(time.process_time() - started, len(site.entries))
    return 0


if __name__ == "__main__":
    sys.exit(main())
