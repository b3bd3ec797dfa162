"""Two states of the code, side by side: whether sites stay the same, and what a build costs.

Each project is built by both, in turns, from the same content. What differs is listed by file, and
CPU and memory are medians over the rounds, given as the new in units of the old.
"""

import argparse
import compileall
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.benchmarks.measure import Usage, measure
from tests.site.projects import FIXTURES, ROOT, environment, hostile_project

__all__ = ["main"]

_EXAMPLES = """\
examples:
  python -m tests.benchmarks.digest main~3
  python -m tests.benchmarks.digest main~3 --sizes 1000,5000 --rounds 5
  python -m tests.benchmarks.digest main~3 --sizes 1000 --generator path/to/generate.py
"""


@dataclass
class Comparison:
    """One project under both states of the code."""

    name: str
    differing: tuple[str, ...] = ()
    """Files that are not the same, each with ``-``, ``+`` or ``~`` before it."""
    files: int = 0
    old: list[Usage] = field(default_factory=list)
    new: list[Usage] = field(default_factory=list)

    def ratio(self, figure: str) -> float:
        """The new median in units of the old one."""
        before, after = (
            median(getattr(usage, figure) for usage in usages) for usages in (self.old, self.new)
        )
        return float(after / before)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; 1 if any file differs."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.digest",
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("base", help="a commit: the old state; the new one is the working tree")
    parser.add_argument("--sizes", default="1000", help="entries of made-up glossaries, or nothing")
    parser.add_argument("--rounds", type=int, default=1, help="builds of each (default: 1)")
    parser.add_argument("--generator", type=Path, help="a script that is given a size and a folder")
    parser.add_argument("--only", default="", help="projects whose names begin so")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old = _checked_out(options.base, folder / "old")
        sizes = [int(size) for size in options.sizes.split(",") if size]
        projects = {
            name: project
            for name, project in _projects(folder, sizes, options.generator)
            if name.startswith(options.only)
        }
        found = [
            _compare(name, project, old, folder / "sites", options.rounds)
            for name, project in projects.items()
        ]
    print("\n".join(_report(found)))
    return 1 if any(item.differing for item in found) else 0


def _checked_out(commit: str, folder: Path) -> Path:
    """The code of a commit, without touching the working tree."""
    folder.mkdir()
    archive = subprocess.run(
        ["git", "archive", commit, "build_tools"], cwd=ROOT, capture_output=True, check=True
    )
    subprocess.run(["tar", "-x", "-C", str(folder)], input=archive.stdout, check=True)
    compileall.compile_dir(folder, quiet=1)
    return folder


def _projects(
    folder: Path, sizes: Sequence[int], generator: Path | None
) -> Iterator[tuple[str, Path]]:
    yield "this glossary", ROOT
    yield "foreign", FIXTURES / "foreign"
    yield "hostile", hostile_project(folder / "hostile")
    for size in sizes:
        made = folder / f"made-{size}"
        command = [str(generator)] if generator else ["-m", "tests.benchmarks.generate"]
        subprocess.run(
            [sys.executable, *command, str(size), str(made), "--peers", "concord"],
            cwd=ROOT,
            check=True,
            stdout=subprocess.DEVNULL,
        )
        yield f"{size:,} entries", made / "concord"


def _compare(name: str, project: Path, old: Path, sites: Path, rounds: int) -> Comparison:
    """Build in turns, so that what else the machine does falls upon both."""
    found = Comparison(name)
    for at in range(rounds):
        print(f"{name}, round {at + 1} of {rounds}", file=sys.stderr, flush=True)
        shutil.rmtree(sites, ignore_errors=True)
        for code, usages, site in ((old, found.old, "old"), (ROOT, found.new, "new")):
            usages.append(_build(project, code, sites / site))
    before, after = _digests(sites / "old"), _digests(sites / "new")
    found.files = len(after)
    found.differing = tuple(
        f"{'+' if path not in before else '-' if path not in after else '~'} {path}"
        for path in sorted({*before, *after})
        if before.get(path) != after.get(path)
    )
    return found


def _build(project: Path, code: Path, site: Path) -> Usage:
    site.parent.mkdir(exist_ok=True)
    command = [sys.executable, "-m", "build_tools", "build"]
    usage = measure(
        [*command, "--config", str(project / "mkdocs.yml"), "--site-dir", str(site)],
        folder=code,
        # Python would compile every import at each start.
        environment={k: v for k, v in environment().items() if k != "PYTHONDONTWRITEBYTECODE"},
    )
    if usage.exit_code:
        raise SystemExit(f"{code} does not build {project}:\n{usage.output}")
    return usage


def _digests(site: Path) -> dict[str, str]:
    return {
        os.path.relpath(path, site): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def _report(found: Sequence[Comparison]) -> Iterator[str]:
    yield f"{'project':16} {'files':>6} {'differ':>6} {'CPU s':>8} {'ratio':>6} {'memory':>6}"
    for item in found:
        cpu = median(usage.cpu_seconds for usage in item.new)
        yield (
            f"{item.name:16} {item.files:6,} {len(item.differing):6,} {cpu:8.2f}"
            f" {item.ratio('cpu_seconds'):6.3f} {item.ratio('largest_process_bytes'):6.3f}"
        )
    for item in found:
        if item.differing:
            yield f"\n{item.name}:"
            # Of many files alike, one says enough.
            folders = Counter(_folder(line) for line in item.differing)
            shown: Counter[str] = Counter()
            for line in item.differing:
                shown[_folder(line)] += 1
                if shown[_folder(line)] <= 3:
                    yield f"  {line}"
                elif shown[_folder(line)] == 4:
                    yield f"  … and {folders[_folder(line)] - 3:,} more in {_folder(line)[2:]}/"


def _folder(line: str) -> str:
    parts = line.split("/")
    return "/".join(parts[:2] if len(parts) > 2 else parts[:1])


if __name__ == "__main__":
    raise SystemExit(main())
