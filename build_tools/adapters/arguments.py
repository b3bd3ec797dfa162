"""The commands and their arguments, with examples of each."""

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from build_tools import __version__
from build_tools.adapters.report import FORMATS

__all__ = ["argument_parser"]


def argument_parser(
    runs: Mapping[str, Callable[[argparse.Namespace], int]],
) -> argparse.ArgumentParser:
    """The parser of the command line.

    Args:
        runs: by the name of each command, what does it; it is left as ``run`` in what is parsed.
    """
    parser = argparse.ArgumentParser(
        prog="concord",
        description="Compile a glossary in YAML into a cross-referenced static site.",
        epilog="examples:\n  concord build --strict\n  concord check glossary/entries/alignment\n  concord new 'Reward hacking' --topic alignment\n",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"concord {__version__}")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    def command(name: str, help_: str, examples: str) -> argparse.ArgumentParser:
        sub = commands.add_parser(
            name,
            help=help_,
            description=f"{help_[0].upper()}{help_[1:]}.",
            epilog=f"examples:\n{examples}",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        sub.set_defaults(run=runs[name])
        return sub

    sub = command(
        "build",
        "build the site",
        "  concord build\n  concord build --strict --site-dir /tmp/site\n  concord build --config ../other/mkdocs.yml\n",
    )
    _add_config(sub)
    sub.add_argument(
        "--site-dir",
        type=Path,
        metavar="DIR",
        help="where to (default: site_dir of the configuration)",
    )
    sub.add_argument("--strict", action="store_true", help="warnings stop the build too")
    volume = sub.add_mutually_exclusive_group()
    volume.add_argument("--quiet", action="store_true", help="print errors alone")
    volume.add_argument("--verbose", action="store_true", help="print what the host does too")

    sub = command(
        "serve",
        "preview the site and rebuild it when a file changes",
        "  concord serve\n  concord serve --address 0.0.0.0:8080 --open\n",
    )
    _add_config(sub)
    sub.add_argument("--address", metavar="HOST:PORT", help="(default: 127.0.0.1:8000)")
    sub.add_argument("--open", action="store_true", help="open it in a browser")

    sub = command(
        "check",
        "check the glossary and say what is wrong",
        "  concord check\n  concord check --strict glossary/entries/alignment\n  concord check --format sarif > findings.sarif\n",
    )
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

    sub = command(
        "new",
        "begin an entry",
        "  concord new 'Reward hacking'\n  concord new 'Reward hacking' --topic alignment --kind failure-mode\n",
    )
    sub.add_argument("term", metavar="TERM", help="the preferred label")
    _add_config(sub)
    sub.add_argument("--topic", help="a key of topics.yml")
    sub.add_argument("--kind", help="a key of kinds.yml")

    sub = command(
        "layout",
        "give entries that are new a lasting place on the map",
        "  concord layout\n  concord layout --check\n  concord layout --config ../other/mkdocs.yml\n",
    )
    _add_config(sub)
    sub.add_argument("--check", action="store_true", help="say which have none; write nothing")

    sub = command(
        "graph",
        "tell how entries hang together: all of them, one of them, or two",
        "  concord graph\n  concord graph reward-hacking\n  concord graph reward-hacking hallucination\n",
    )
    sub.add_argument("ids", nargs="*", metavar="ID", help="of an entry; two at most")
    _add_config(sub)

    sub = command(
        "explain",
        "print the manual of a check, or list all checks",
        "  concord explain\n  concord explain relation-cycle\n",
    )
    sub.add_argument(
        "code", nargs="?", metavar="CODE", help="as printed in brackets behind a message"
    )
    return parser


def _add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config",
        type=Path,
        default=Path("mkdocs.yml"),
        metavar="FILE",
        help="the project (default: mkdocs.yml)",
    )
