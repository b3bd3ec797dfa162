"""What is left of a command line, and what stands where nothing is said."""

import argparse
from pathlib import Path
from typing import Any

import pytest

from build_tools.adapters.arguments import argument_parser
from build_tools.adapters.report import FORMATS

COMMANDS = ("build", "serve", "check", "new", "layout", "graph", "explain")
CONFIG = {"config": Path("mkdocs.yml")}
DEFAULTS: dict[str, dict[str, Any]] = {
    "build": {
        **CONFIG,
        "site_dir": None,
        "strict": False,
        "quiet": False,
        "verbose": False,
        "force": False,
    },
    "serve": {**CONFIG, "address": None, "open": False},
    "check": {**CONFIG, "paths": [], "format": "text", "strict": False, "verbose": False},
    "new": {**CONFIG, "term": "T", "topic": None, "kind": None},
    "layout": {**CONFIG, "check": False},
    "graph": {**CONFIG, "ids": []},
    "explain": {"code": None},
}


def done(_options: argparse.Namespace) -> int:
    return 0


def parsed(*arguments: str) -> dict[str, Any]:
    return vars(argument_parser(dict.fromkeys(COMMANDS, done)).parse_args(arguments))


@pytest.mark.parametrize("command", COMMANDS)
def test_where_nothing_is_said(command: str) -> None:
    found = parsed(command, *(["T"] if command == "new" else []))
    assert found.pop("run") is done
    assert found == DEFAULTS[command]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("build --strict --quiet", {"strict": True, "quiet": True}),
        ("build --verbose --site-dir a/b", {"verbose": True, "site_dir": Path("a/b")}),
        ("build --config ../x.yml", {"config": Path("../x.yml")}),
        ("serve --open --address :80", {"open": True, "address": ":80"}),
        ("check a b --strict --verbose", {"paths": [Path("a"), Path("b")], "strict": True}),
        *((f"check --format {name}", {"format": name}) for name in FORMATS),
        ("new T --topic a --kind b", {"topic": "a", "kind": "b"}),
        ("layout --check", {"check": True}),
        ("graph a b c", {"ids": ["a", "b", "c"]}),
        ("explain no-source", {"code": "no-source"}),
    ],
)
def test_what_is_said(line: str, said: dict[str, Any]) -> None:
    found = parsed(*line.split())
    assert {key: found[key] for key in said} == said


@pytest.mark.parametrize(
    "line",
    [
        "",
        "no-command",
        "build --quiet --verbose",
        "build x",
        "check --format xml",
        "new",
        "explain a b",
    ],
)
def test_what_is_no_command_line(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        parsed(*line.split())
    assert ended.value.code == 2
    assert capsys.readouterr().err
