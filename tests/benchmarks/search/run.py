"""The command behind ``make bench-search``."""

import argparse
import json
import platform
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from tests.benchmarks import machine
from tests.benchmarks.search import wordnet
from tests.benchmarks.search.corpora import ROOT, documents_of, real_site, wordnet_site
from tests.benchmarks.search.experiment import ENGINES, Measurement, node_version, search_with
from tests.benchmarks.search.indexing import write_index
from tests.benchmarks.search.labelled import Query, QueryClass, QuerySet, read_queries
from tests.benchmarks.search.promises import REAL, judge
from tests.benchmarks.search.report import render
from tests.benchmarks.search.share import build_share

__all__ = ["main"]

_PAGE = ROOT / "docs" / "about" / "search-quality.md"
_GLOSSARIES = (REAL, "2000", "20000", "all")
_LARGEST_FOR_LUNR = 20_000
"""Beyond this it takes minutes and gigabytes before the first answer."""
_TYPED = {"concord": 100, "minisearch": 60, "lunr": 20}
"""How many queries are also typed letter by letter; Lunr takes a tenth of a second a letter."""
_SHARE_ENTRIES = 20_000

_EPILOGUE = """\
examples:
  python -m tests.benchmarks.search                            everything, some ten minutes
  python -m tests.benchmarks.search --glossaries real --engines concord --set tuning --failing
  python -m tests.benchmarks.search --glossaries 2000 --engines concord,minisearch --no-share

The page in the documentation is written when everything was measured on the judged queries.
WordNet is Debian's package wordnet-base, installed with apt-get when it is missing and this runs
as root.

exit codes: 0 measured, 1 WordNet is missing (with --strict: or a promise is missed)
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit code."""
    options = _parser().parse_args(arguments)
    query_set = QuerySet(options.set)
    if options.glossaries != (REAL,) and (obstacle := wordnet.prepare()):
        _say(obstacle)
        return 1
    results: dict[str, list[Measurement]] = {}
    with tempfile.TemporaryDirectory(prefix="concord-search-", dir=options.work) as folder:
        for name in options.glossaries:
            results[name] = _search(name, query_set, options.engines, Path(folder) / name)
            if options.failing:
                _print_failing(results[name])
        share = build_share(_SHARE_ENTRIES, Path(folder), _say) if options.share else None
    # Promises are about the judged queries and about nothing else.
    verdicts = judge(results, share) if query_set is QuerySet.JUDGED else ()
    page = render(results, verdicts, share, machine=machine.describe(), versions=_versions())
    print(page)
    complete = (
        query_set is QuerySet.JUDGED
        and options.glossaries == _GLOSSARIES
        and options.engines == tuple(ENGINES)
        and share is not None
    )
    if out := options.out or (_PAGE if complete else None):
        out.write_text(page, encoding="utf-8", newline="\n")
        _say(f"wrote {out}")
    return int(options.strict and any(verdict.kept is False for verdict in verdicts))


def _search(
    name: str, query_set: QuerySet, engines: Sequence[str], folder: Path
) -> list[Measurement]:
    """Every engine's results on one glossary."""
    folder.mkdir()
    queries: tuple[Query, ...]
    if name == REAL:
        site, queries = real_site(), read_queries(query_set)
    else:
        entries = wordnet.entries_of(sys.maxsize if name == "all" else int(name))
        _say(f"WordNet: compiling {len(entries):,} entries")
        site, queries = wordnet_site(entries), wordnet.queries_over(entries, query_set)
    count = len(site.entries)
    measured = []
    for engine in engines:
        if engine == "lunr" and count > _LARGEST_FOR_LUNR:
            continue
        _say(f"{name}: {ENGINES[engine]}, {len(queries)} queries over {count:,} entries")
        source = write_index(site, folder / "site") if engine == "concord" else documents_of(site)
        measured.append(
            search_with(engine, source, queries, folder, entries=count, typed=_TYPED[engine])
        )
    return measured


def _print_failing(measurements: Sequence[Measurement]) -> None:
    """Each query whose right entry is not where it is promised, and what came instead."""
    for measured in measurements:
        for item in measured.asked:
            deep = 3 if item.query.query_class is QueryClass.DESCRIPTION else 1
            if item.rank is None or item.rank > deep:
                query = item.query
                _say(
                    f"{measured.engine} | {query.query_class} | {query.text} | want "
                    f"{', '.join(query.right)} | place {item.rank or '–'} | got "
                    f"{', '.join(item.ids[:3])}"
                )


def _versions() -> str:
    packages = json.loads((ROOT / "tests/js/package.json").read_text(encoding="utf-8"))
    versions = packages["devDependencies"]
    return (
        f"Node {node_version()}, Python {platform.python_version()}; "
        f"MiniSearch {versions['minisearch']}, Lunr {versions['lunr']}; WordNet 3.0 as in Debian"
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.search",
        description="Measure how well and how cheaply Concord's search finds things.",
        epilog=_EPILOGUE,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--glossaries",
        type=_glossaries,
        default=_GLOSSARIES,
        metavar="NAME,…",
        help="real, a number of WordNet's entries, or all; default: real,2000,20000,all",
    )
    parser.add_argument(
        "--engines",
        type=_engines,
        default=tuple(ENGINES),
        metavar="NAME,…",
        help=f"default: {','.join(ENGINES)}",
    )
    parser.add_argument("--set", choices=list(map(str, QuerySet)), default=str(QuerySet.JUDGED))
    parser.add_argument("--failing", action="store_true", help="list the queries that fail")
    parser.add_argument(
        "--no-share",
        dest="share",
        action="store_false",
        help="do not build 20,000 entries to see what part of it the index takes",
    )
    parser.add_argument("--out", type=Path, metavar="FILE", help="where to write the page")
    parser.add_argument("--work", type=Path, metavar="FOLDER", help="where to work; default: temp")
    parser.add_argument("--strict", action="store_true", help="fail when a promise is missed")
    return parser


def _glossaries(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(text.split(",")))
    for name in names:
        if name not in (REAL, "all") and not name.isdecimal():
            raise argparse.ArgumentTypeError(f"{name!r} is neither real, all nor a number")
    return names


def _engines(text: str) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(text.split(",")))
    for name in names:
        if name not in ENGINES:
            raise argparse.ArgumentTypeError(f"unknown {name!r}; known are {', '.join(ENGINES)}")
    return names


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
