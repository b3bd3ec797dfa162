"""The commands and their arguments, with examples of each."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NoReturn

from build_tools import __version__
from build_tools.adapters.report import FORMATS, printable_lines

__all__ = ["argument_parser"]


class _Parser(argparse.ArgumentParser):
    """Repeats an argument that it does not know, which may be the name of a file."""

    def error(self, message: str) -> NoReturn:
        super().error(printable_lines(message))


def argument_parser(
    runs: Mapping[str, Callable[[argparse.Namespace], int]],
) -> argparse.ArgumentParser:
    """The parser of the command line.

    Args:
        runs: by the name of each command, what does it; it is left as ``run`` in what is parsed.
    """
    parser = _Parser(
        prog="concord",
        description="Compile a glossary in YAML into a cross-referenced static site.",
        epilog="examples:\n  concord build --strict\n  concord check glossary/entries/alignment\n  concord new 'Reward hacking' --topic alignment\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"concord {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    for name, (help_, examples, add_arguments) in _COMMANDS.items():
        sub = commands.add_parser(
            name,
            help=help_,
            description=f"{help_[0].upper()}{help_[1:]}.",
            epilog=f"examples:\n{examples}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        sub.set_defaults(run=runs[name])
        add_arguments(sub)
    return parser


def _build(sub: argparse.ArgumentParser) -> None:
    _add_config(sub)
    sub.add_argument(
        "--site-dir",
        type=Path,
        metavar="DIR",
        help="where to (default: site_dir of the configuration)",
    )
    sub.add_argument("--strict", action="store_true", help="warnings stop the build too")
    sub.add_argument(
        "--force",
        action="store_true",
        help="replace the folder even if it holds something else than a site built before; never what the build reads",
    )
    volume = sub.add_mutually_exclusive_group()
    volume.add_argument("--quiet", action="store_true", help="print errors alone")
    volume.add_argument("--verbose", action="store_true", help="print what the host does too")


def _serve(sub: argparse.ArgumentParser) -> None:
    _add_config(sub)
    sub.add_argument("--address", metavar="HOST:PORT", help="(default: 127.0.0.1:8000)")
    sub.add_argument("--open", action="store_true", help="open it in a browser")


def _check(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="report only what lies in these files and folders",
    )
    _add_config(sub)
    sub.add_argument("--format", choices=tuple(FORMATS), default="text", help="(default: text)")
    sub.add_argument("--strict", action="store_true", help="warnings count as findings")
    sub.add_argument("--verbose", action="store_true", help="show information too")


def _new(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("term", metavar="TERM", help="the preferred label")
    _add_config(sub)
    sub.add_argument("--topic", help="a key of topics.yml")
    sub.add_argument("--kind", help="a key of kinds.yml")


def _layout(sub: argparse.ArgumentParser) -> None:
    _add_config(sub)
    sub.add_argument("--check", action="store_true", help="say which have none; write nothing")


def _graph(sub: argparse.ArgumentParser) -> None:
    sub.add_argument("ids", nargs="*", metavar="ID", help="of an entry; two at most")
    _add_config(sub)


def _explain(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "code", nargs="?", metavar="CODE", help="as printed in brackets behind a message"
    )


def _add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config",
        type=Path,
        default=Path("mkdocs.yml"),
        metavar="FILE",
        help="the project (default: mkdocs.yml)",
    )


_COMMANDS: Mapping[str, tuple[str, str, Callable[[argparse.ArgumentParser], None]]] = {
    "build": (
        "build the site",
        "  concord build\n  concord build --strict --site-dir /tmp/site\n  concord build --config ../other/mkdocs.yml\n",
        _build,
    ),
    "serve": (
        "preview the site and rebuild it when a file changes",
        "  concord serve\n  concord serve --address 0.0.0.0:8080 --open\n",
        _serve,
    ),
    "check": (
        "check the glossary and say what is wrong",
        "  concord check\n  concord check --strict glossary/entries/alignment\n  concord check --format sarif > findings.sarif\n",
        _check,
    ),
    "new": (
        "begin an entry",
        "  concord new 'Reward hacking'\n  concord new 'Reward hacking' --topic alignment --kind failure-mode\n",
        _new,
    ),
    "layout": (
        "give entries that are new a lasting place on the map",
        "  concord layout\n  concord layout --check\n  concord layout --config ../other/mkdocs.yml\n",
        _layout,
    ),
    "graph": (
        "tell how entries hang together: all of them, one of them, or two",
        "  concord graph\n  concord graph reward-hacking\n  concord graph reward-hacking hallucination\n",
        _graph,
    ),
    "explain": (
        "print the manual of a check, or list all checks",
        "  concord explain\n  concord explain relation-cycle\n",
        _explain,
    ),
}
"""By name: what a command does, examples of it, and what adds its arguments."""
