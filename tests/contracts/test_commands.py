"""Every command and option is documented where people look for it."""

import argparse
import re
from pathlib import Path

import pytest

from build_tools.cli import _parser

ROOT = Path(__file__).parents[2]


def parsers() -> dict[str, argparse.ArgumentParser]:
    (subparsers,) = (a for a in _parser()._actions if isinstance(a, argparse._SubParsersAction))
    return dict(subparsers.choices)


@pytest.mark.parametrize("name", parsers())
def test_a_command_says_what_it_does_and_shows_how(name: str) -> None:
    parser = parsers()[name]
    assert parser.description
    assert parser.description.endswith(".")
    assert f"concord {name}" in (parser.epilog or "")


@pytest.mark.parametrize("name", parsers())
def test_every_option_has_help(name: str) -> None:
    for action in parsers()[name]._actions:
        assert action.help, action


def test_the_help_lists_every_command() -> None:
    shown = _parser().format_help()
    for name in parsers():
        assert re.search(rf"^    {name}\s+\w", shown, re.MULTILINE)


def test_the_commands_that_guides_name_exist() -> None:
    guides = [ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    readme = ROOT / "README.md"
    guides += [readme] if readme.exists() else []
    for guide in guides:
        text = guide.read_text("utf-8")
        for command in re.findall(r"(?:^|[`/])concord ([a-z]+)", text, re.MULTILINE):
            assert command in parsers(), f"{guide.relative_to(ROOT)}: concord {command}"


@pytest.mark.parametrize("target", ["site", "serve", "test", "check", "bench", "lock", "clean"])
def test_the_targets_of_the_makefile(target: str) -> None:
    text = (ROOT / "Makefile").read_text("utf-8")
    assert re.search(rf"^{target}:.*## \w", text, re.MULTILINE)
