"""The command of the map's benchmark."""

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from tests.benchmarks import machine
from tests.benchmarks.graph.data import GraphView, generated_graph, own_graph
from tests.benchmarks.graph.experiment import FRAMES, Measurement, measure
from tests.benchmarks.graph.libraries import DRAWINGS, prepare
from tests.benchmarks.graph.promises import LARGE, SMALL, judge
from tests.benchmarks.graph.report import render

__all__ = ["main"]

_EPILOGUE = """\
examples:
  python -m tests.benchmarks.graph                              everything, some fifteen minutes
  python -m tests.benchmarks.graph --drawings concord --rounds 1
  python -m tests.benchmarks.graph --graphs own --pictures /tmp/pictures

It needs Linux, Chromium (on the path or named in $CHROMIUM) and, for other drawings than our own,
npm with network.

exit codes: 0 measured, 1 with --strict: a promise is missed
"""
_METHOD = f"""\
CPU is that of all processes of the browser, without a graphics processor (WebGL by SwiftShader), in a
window of 1,280 by 800 pixels. The first picture is counted from the script's first line, the data being
there, until the browser is quiet. A movement has {FRAMES} steps of two frames, there and back, or as many
as 30 seconds allow; the mean includes what is done after it. Idle steps move nothing. The drawings take turns, each in a new browser."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    missed = False
    with tempfile.TemporaryDirectory(prefix="concord-graph-", dir=options.work) as work:
        folder = Path(work)
        sizes = {name: _prepared(name, folder) for name in options.drawings}
        for graph in options.graphs:
            _say(f"{graph}: making the graph")
            if graph == SMALL:
                view = own_graph()
            else:
                view = generated_graph(options.nodes, options.edges, folder / "glossary")
            runs = _runs(graph, view, sizes, folder, options)
            verdicts = judge(graph, runs)
            missed |= any(verdict.kept is False for verdict in verdicts)
            title = f"{len(view['ids']):,} entries, {len(view['edges']['source']):,} links"
            print(render(title, runs, verdicts), flush=True)
    print(f"{machine.describe()}.\n\n{_METHOD}")
    return int(options.strict and missed)


def _prepared(name: str, folder: Path) -> int:
    _say(f"preparing {DRAWINGS[name].label}")
    return prepare(name, folder / name)


def _runs(
    graph: str,
    view: GraphView,
    sizes: dict[str, int],
    folder: Path,
    options: argparse.Namespace,
) -> list[Measurement]:
    """Every drawing's runs over one graph."""
    text = json.dumps(view, ensure_ascii=False, separators=(",", ":"))
    runs = []
    for turn in range(options.rounds):
        for name, size in sizes.items():
            _say(f"{graph}, round {turn + 1}: {DRAWINGS[name].label}")
            (folder / name / "graph.json").write_text(text, encoding="utf-8")
            picture = options.pictures and options.pictures / f"{graph}-{name}.png"
            counts = {"nodes": len(view["ids"]), "edges": len(view["edges"]["source"])}
            runs.append(measure(name, folder / name, **counts, script_bytes=size, picture=picture))
    return runs


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.graph",
        description="Measure what drawing and moving the map costs, beside other libraries.",
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--drawings",
        type=_known(tuple(DRAWINGS)),
        default=tuple(DRAWINGS),
        metavar="NAME,…",
        help=f"default: {','.join(DRAWINGS)}",
    )
    parser.add_argument(
        "--graphs",
        type=_known((SMALL, LARGE)),
        default=(SMALL, LARGE),
        metavar="NAME,…",
        help="own (this glossary) and large (invented); default: both",
    )
    parser.add_argument("--nodes", type=int, default=20_000, help="default: %(default)s")
    parser.add_argument("--edges", type=int, default=60_000, help="default: %(default)s")
    parser.add_argument("--rounds", type=int, default=3, help="runs of each; default: %(default)s")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER", help="keep a picture of each")
    parser.add_argument("--work", type=Path, metavar="FOLDER", help="where to work; default: temp")
    parser.add_argument("--strict", action="store_true", help="fail when a promise is missed")
    return parser


def _known(names: tuple[str, ...]) -> Callable[[str], tuple[str, ...]]:
    """Return what reads a list of names that must be among some."""

    def read(text: str) -> tuple[str, ...]:
        chosen = tuple(dict.fromkeys(text.split(",")))
        for name in chosen:
            if name not in names:
                known = ", ".join(names)
                raise argparse.ArgumentTypeError(f"unknown {name!r}; known are {known}")
        return chosen

    return read


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
