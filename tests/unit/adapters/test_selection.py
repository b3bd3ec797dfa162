"""The findings in the files and folders that a user names."""

import os
from pathlib import Path

import pytest

from build_tools.adapters.selection import SelectionError, found_in
from build_tools.model.diagnostics import Code, Diagnostic, Severity
from build_tools.model.source import Span

KNOWN = (
    "docs/index.md",
    "glossary/entries/a.yml",
    "glossary/entries/ab/x.yml",
    "glossary/topics.yml",
)
FOUND = tuple(
    Diagnostic(Code.NO_SOURCE, Severity.WARNING, path, Span(1, 1, 1, 2), "m", "") for path in KNOWN
)


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project below the current folder."""
    folder = tmp_path / "project"
    for path in (*KNOWN, "mkdocs.yml", "other/x.yml", "glossary/entries/abc/none"):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).touch()
    monkeypatch.chdir(tmp_path)
    return Path("project")


def selected(project: Path, *names: str) -> list[str]:
    paths = [project / name for name in names]
    return [item.path for item in found_in(paths, FOUND, KNOWN, project / "mkdocs.yml")]


@pytest.mark.parametrize(
    ("names", "paths"),
    [
        (("",), KNOWN),
        (("glossary",), KNOWN[1:]),
        (("glossary/entries/",), KNOWN[1:3]),
        (("glossary/entries/ab",), KNOWN[2:3]),
        (("glossary/entries/a.yml",), KNOWN[1:2]),
        (("docs/../glossary/topics.yml",), KNOWN[3:]),
        (("glossary/topics.yml", "docs"), (KNOWN[0], KNOWN[3])),
        (("docs", "docs/index.md"), KNOWN[:1]),
        ((), ()),
    ],
)
def test_files_and_folders(project: Path, names: tuple[str, ...], paths: tuple[str, ...]) -> None:
    assert selected(project, *names) == list(paths)


@pytest.mark.parametrize("inside", [False, True])
def test_paths_are_relative_to_where_the_user_stands(project: Path, inside: bool) -> None:
    if inside:
        os.chdir(project)
        project = Path()
    absolute = (project / "glossary").resolve()
    assert [
        item.path for item in found_in([absolute], FOUND, KNOWN, project / "mkdocs.yml")
    ] == list(KNOWN[1:])


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("gone.yml", "does not exist"),
        ("other", "holds nothing of the glossary"),
        ("glossary/entries/abc", "holds nothing of the glossary"),
        ("mkdocs.yml", "holds nothing of the glossary"),
        ("..", "holds nothing of the glossary"),
    ],
)
def test_what_holds_nothing_is_named(project: Path, name: str, message: str) -> None:
    with pytest.raises(SelectionError, match=message):
        selected(project, "docs", name)
