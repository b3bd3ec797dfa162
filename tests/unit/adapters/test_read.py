import os
import sys
from pathlib import Path

import pytest

from build_tools.adapters.read import read_glossary, read_pages

GOOD = [
    "words/entries/a.yml",
    "words/entries/b.yaml",
    "words/entries/c/d/e.yml",
    "words/kinds.yml",
    "words/references.json",
    "words/relations.yml",
    "words/topics.yml",
]
IGNORED = [
    "words/entries/.hidden.yml",
    "words/entries/.git/x.yml",
    "words/entries/a.yml~",
    "words/entries/#a.yml#",
    "words/entries/a.yml.orig",
    "words/entries/a.txt",
    "words/other.yml",
    "words/topics.yaml",
    "elsewhere.yml",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "a project"
    for name in (*GOOD, *IGNORED):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


def test_a_glossary_is_its_vocabularies_and_its_entries(project: Path) -> None:
    found = read_glossary(project, "words")
    assert sorted(source.path for source in found) == GOOD
    assert all(source.content == source.path.encode() for source in found)


def test_paths_are_relative_to_the_project_wherever_it_is(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    assert sorted(source.path for source in read_glossary(Path(), "words")) == GOOD
    monkeypatch.chdir(project / "words")
    assert sorted(source.path for source in read_glossary(Path(".."), "words")) == GOOD


def test_the_order_is_the_same_everywhere(project: Path) -> None:
    paths = [source.path for source in read_glossary(project, "words")]
    assert paths == [*sorted(GOOD[3:]), *GOOD[:3]]


def test_links_out_of_the_glossary_are_not_followed(project: Path) -> None:
    entries = project / "words" / "entries"
    (entries / "inside.yml").symlink_to(entries / "a.yml")
    (entries / "outside.yml").symlink_to(project / "elsewhere.yml")
    (entries / "broken.yml").symlink_to(project / "gone.yml")
    (entries / "folder").symlink_to(project)
    paths = {source.path for source in read_glossary(project, "words")}
    assert paths == {*GOOD, "words/entries/inside.yml"}


def test_no_more_is_read_than_shows_that_a_file_is_too_large(project: Path) -> None:
    (project / "words/entries/a.yml").write_bytes(b"a" * 1_000_000)
    (project / "words/references.json").write_bytes(b"a" * 1_000_000)
    sizes = {source.path: len(source.content) for source in read_glossary(project, "words")}
    assert sizes["words/entries/a.yml"] == 256 * 1024 + 1
    assert sizes["words/references.json"] == 1_000_000


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are bytes on Linux alone")
def test_a_folder_whose_name_is_not_utf8(project: Path) -> None:
    folder = project / "words/entries" / os.fsdecode(b"\xff\xc3\xa9")
    folder.mkdir()
    (folder / "z.yml").write_bytes(b"z")
    path = "words/entries/\ufffdé/z.yml"
    assert {source.path: source.content for source in read_glossary(project, "words")}[path] == b"z"


def test_no_folder_no_files(tmp_path: Path) -> None:
    assert read_glossary(tmp_path, "words") == ()
    assert read_pages(tmp_path, "docs") == ()


def test_pages(tmp_path: Path) -> None:
    for name in ("docs/index.md", "docs/a/b.md", "docs/.x.md", "docs/x.txt", "x.md"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    assert [page.path for page in read_pages(tmp_path, "docs")] == ["docs/a/b.md", "docs/index.md"]
