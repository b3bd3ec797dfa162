"""Write one generated glossary as a project of each builder.

The benchmark runs this in a process of its own: a process starts out with the memory
peak of the one that started it, so the one that measures has to stay small.
"""

import argparse
import hashlib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from tests.benchmarks.peers import PEERS, ProjectFile
from tests.benchmarks.workload import SMALLEST, generate

__all__ = ["IDS", "main"]

IDS = "ids.txt"
"""Beside the projects: the id of every entry, one a line."""

_EXAMPLES = """\
examples:
  python -m tests.benchmarks.generate 1000 /tmp/glossary
  python -m tests.benchmarks.generate 200 /tmp/glossary --peers concord
  python -m tests.benchmarks.generate 200 --digest
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.generate",
        description="Write one invented glossary as a project of each builder: FOLDER/<peer>/.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("entries", type=int, help=f"how many entries: {SMALLEST} or more")
    parser.add_argument("folder", type=Path, nargs="?", help="where to write")
    parser.add_argument("--peers", default=",".join(PEERS), help="default: %(default)s")
    parser.add_argument("--digest", action="store_true", help="write nothing, print hashes")
    options = parser.parse_args(arguments)
    names = options.peers.split(",")
    if unknown := [name for name in names if name not in PEERS]:
        parser.error(f"unknown peer {unknown[0]!r}; known are {', '.join(PEERS)}")
    if options.entries < SMALLEST:
        parser.error(f"at least {SMALLEST} entries are needed")
    if (options.folder is None) != options.digest:
        parser.error("give either a folder to write to or --digest")
    workload = generate(options.entries)
    if options.digest:
        for name in names:
            print(name, _digest(PEERS[name].files(workload)))
        return 0
    for name in names:
        _write(PEERS[name].files(workload), options.folder / name)
    ids = "".join(f"{entry.id}\n" for entry in workload.entries)
    _write([(IDS, ids)], options.folder)
    return 0


def _write(files: Iterable[ProjectFile], folder: Path) -> None:
    made: set[Path] = set()
    for path, text in files:
        file = folder / path
        if file.parent not in made:
            file.parent.mkdir(parents=True, exist_ok=True)
            made.add(file.parent)
        file.write_text(text, encoding="utf-8", newline="\n")


def _digest(files: Iterable[ProjectFile]) -> str:
    digest = hashlib.sha256()
    for path, text in files:
        digest.update(f"{path}\0{text}\0".encode())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main())
