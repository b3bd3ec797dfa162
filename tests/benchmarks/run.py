"""The command behind ``make bench``: Concord and its peers on the same glossaries."""

import argparse
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import experiment, machine
from tests.benchmarks.peers import PEERS, Peer
from tests.benchmarks.report import render
from tests.benchmarks.targets import judge
from tests.benchmarks.workload import SMALLEST

__all__ = ["main"]

_SIZES = (200, 1_000, 5_000, 20_000)
_QUICK_SIZES = (200, 1_000)
_REPEATS = 3
_BUDGET_MINUTES = 45.0
_PAGE = Path(__file__).resolve().parents[2] / "docs" / "about" / "benchmarks.md"

_EXAMPLES = """\
examples:
  python -m tests.benchmarks.run                         everything, about half an hour
  python -m tests.benchmarks.run --quick                 200 and 1,000 entries, once
  python -m tests.benchmarks.run --sizes 5000 --peers concord,hugo --repeats 5
  python -m tests.benchmarks.run --budget-minutes 10     repeats only while time is left
  python -m tests.benchmarks.run --sizes 200,1000,5000,20000 --repeats 3 \\
      --peers concord,mkdocs,hugo --out docs/about/benchmarks.md

The page in the documentation is written when every builder was measured at every
default size, so that a look at a part of it does not replace the whole.

exit codes: 0 measured, 1 a build failed (with --strict: or a promise was missed), 2 wrong use

Hugo is installed with apt-get when it is missing and this runs as root on Debian.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    repeats = options.repeats or (1 if options.quick else _REPEATS)
    sizes = options.sizes or (_QUICK_SIZES if options.quick else _SIZES)
    peers, absences = _usable(options.peers)
    if not peers:
        _say("no builder is left to measure")
        return 1
    _warn_of_load()
    plan = experiment.Plan(peers, sizes, repeats, options.budget_minutes * 60)
    with tempfile.TemporaryDirectory(prefix="concord-bench-", dir=options.work) as folder:
        results, failures = experiment.run(plan, Path(folder), _say)
    verdicts = judge(results)
    page = render(
        results,
        verdicts,
        machine=machine.describe(),
        versions=[peer.versions() for peer in peers],
        absences=absences | failures,
    )
    print(page)
    complete = set(sizes) >= set(_SIZES) and len(peers) == len(PEERS) and not failures
    if out := options.out or (_PAGE if complete else None):
        out.parent.mkdir(parents=True, exist_ok=True)
        out.write_text(page, encoding="utf-8", newline="\n")
        _say(f"wrote {out}")
    missed = options.strict and any(verdict.kept is False for verdict in verdicts)
    return 1 if failures or missed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.run",
        description="Measure Concord's clean build against MkDocs + Material and Hugo.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    everyone = ",".join(PEERS)
    parser.add_argument(
        "--sizes", type=_sizes, metavar="N,…", help="entries; default: 200,1000,5000,20000"
    )
    parser.add_argument("--repeats", type=_positive, metavar="N", help="builds each; default: 3")
    parser.add_argument(
        "--peers", type=_peers, default=everyone, metavar="NAME,…", help="default: %(default)s"
    )
    parser.add_argument(
        "--budget-minutes",
        type=float,
        default=_BUDGET_MINUTES,
        metavar="M",
        help="a build is repeated only while it fits into this time; default: %(default)g",
    )
    parser.add_argument("--quick", action="store_true", help="200 and 1,000 entries, once each")
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write the page")
    parser.add_argument("--work", type=Path, metavar="FOLDER", help="where to build; default: temp")
    parser.add_argument("--strict", action="store_true", help="fail when a promise is missed")
    return parser


def _sizes(text: str) -> tuple[int, ...]:
    sizes = tuple(sorted({int(part) for part in text.split(",")}))
    if sizes[0] < SMALLEST:
        raise argparse.ArgumentTypeError(f"{sizes[0]} is less than {SMALLEST} entries")
    return sizes


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not 1 or more")
    return number


def _peers(text: str) -> tuple[Peer, ...]:
    names = dict.fromkeys(text.split(","))
    for name in names:
        if name not in PEERS:
            raise argparse.ArgumentTypeError(f"unknown {name!r}; known are {', '.join(PEERS)}")
    return tuple(PEERS[name] for name in names)


def _usable(peers: Sequence[Peer]) -> tuple[tuple[Peer, ...], dict[str, str]]:
    """Return the builders that can run, and why each of the others cannot."""
    usable: list[Peer] = []
    absences: dict[str, str] = {}
    for peer in peers:
        obstacle = peer.prepare()
        if obstacle is None:
            usable.append(peer)
        else:
            absences[peer.label] = obstacle
            _say(f"skipped: {peer.label}: {obstacle}")
    return tuple(usable), absences


def _warn_of_load() -> None:
    load = os.getloadavg()[0]
    if load > 0.5:
        _say(f"the machine is busy (load {load:.1f}): expect noise, most of all in wall times")


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
