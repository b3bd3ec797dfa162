import errno
import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from build_tools.adapters.read import read_glossary, read_pages
from build_tools.model.source import SourceFile, Trouble

GOOD = [
    "words/entries/a.yml",
    "words/entries/b.yaml",
    "words/entries/c/d/e.yml",
    "words/kinds.yml",
    "words/references.json",
    "words/relations.yml",
    "words/topics.yml",
]
UNREAD = [
    "words/.gitkeep",
    "words/entries/#a.yml#",
    "words/entries/.hidden.yml",
    "words/entries/a.txt",
    "words/entries/a.yml.orig",
    "words/entries/a.yml~",
    "words/entrys/",
    "words/entrys/more/d.yml",
    "words/other.yml",
    "words/pictures/",
    "words/topics.yaml",
]
"""What is there without being read; of folders that are not the entries' only the slips' files are told."""
IGNORED = [
    "words/entries/.git/x.yml",
    "words/pictures/a.png",
    "elsewhere.yml",
]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "a project"
    for name in (*GOOD, *UNREAD, *IGNORED):
        path = folder / name
        if name.endswith("/"):
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(name.encode())
    return folder


def read(found: Iterable[SourceFile]) -> list[str]:
    """The paths of those that have content, or should have."""
    return [source.path for source in found if source.content or source.unreadable]


def test_a_glossary_is_its_vocabularies_and_its_entries(project: Path) -> None:
    found = read_glossary(project, "words")
    assert sorted(read(found)) == GOOD
    assert all(source.content in (source.path.encode(), b"") for source in found)
    assert [source.path for source in found if not source.content] == UNREAD


def test_paths_are_relative_to_the_project_wherever_it_is(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project)
    assert sorted(read(read_glossary(Path(), "words"))) == GOOD
    monkeypatch.chdir(project / "words")
    assert sorted(read(read_glossary(Path(".."), "words"))) == GOOD
    found = read_glossary(Path(), ".")
    assert sorted(read(found)) == [path.removeprefix("words/") for path in GOOD]


def test_the_order_is_the_same_everywhere(project: Path) -> None:
    paths = [source.path for source in read_glossary(project, "words")]
    assert paths == [*sorted(GOOD[3:]), *GOOD[:3], *UNREAD]


def test_links_out_of_the_glossary_are_not_followed(project: Path) -> None:
    entries = project / "words" / "entries"
    (entries / "inside.yml").symlink_to(entries / "a.yml")
    (entries / "outside.yml").symlink_to(project / "elsewhere.yml")
    (entries / "broken.yml").symlink_to(project / "gone.yml")
    (entries / "folder").symlink_to(project)
    (entries / "there").symlink_to(entries / "c")
    (project / "words" / "positions.json").symlink_to(project / "elsewhere.yml")
    found = read_glossary(project, "words")
    assert {source.path for source in found if source.content} == {
        *GOOD,
        "words/entries/inside.yml",
    }
    assert {source.path: source.unreadable for source in found if source.unreadable} == {
        "words/entries/outside.yml": Trouble.OUTSIDE,
        "words/entries/broken.yml": Trouble.NOWHERE,
        "words/entries/folder": Trouble.CIRCLE,
        "words/entries/there": Trouble.LINKED_FOLDER,
        "words/positions.json": Trouble.OUTSIDE,
    }


def test_a_glossary_may_lie_elsewhere_as_a_whole(project: Path) -> None:
    (project / "link").symlink_to("words")
    assert sorted(read(read_glossary(project, "link"))) == [
        path.replace("words", "link") for path in GOOD
    ]


def replaced(project: Path, name: str) -> Path:
    """Where something was that is gone."""
    path = project / name
    if path.is_dir():
        shutil.rmtree(path)
    else:
        path.unlink()
    return path


@pytest.mark.parametrize("name", [*GOOD[3:], "words/entries/a.yml"])
def test_what_is_no_file_is_said_of_every_kind(project: Path, name: str) -> None:
    """A pipe above all: who opens one waits for somebody who writes to it."""
    os.mkfifo(replaced(project, name))
    assert unreadable(project) == {name: Trouble.PIPE}
    replaced(project, name).mkdir()
    assert unreadable(project) == {name: Trouble.FOLDER}
    (project / name).rmdir()
    (project / name).symlink_to("gone")
    assert unreadable(project) == {name: Trouble.NOWHERE}
    replaced_link(project / name, Path(name).name)
    assert unreadable(project) == {name: Trouble.CIRCLE}


def replaced_link(path: Path, target: str) -> None:
    path.unlink()
    path.symlink_to(target)


def unreadable(project: Path) -> dict[str, str]:
    found = read_glossary(project, "words")
    return {source.path: source.unreadable for source in found if source.unreadable}


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("number", [errno.EACCES, errno.EIO, errno.ENOENT])
def test_what_the_system_says_is_kept_with_the_file(
    project: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    """Root may read everything, so that the system's refusal is made up."""
    opened = os.open

    def refuse(path: str, *rest: int) -> int:
        if str(path).endswith(name):
            raise OSError(number, os.strerror(number))
        return opened(path, *rest)

    monkeypatch.setattr(os, "open", refuse)
    troubles = {
        errno.EACCES: Trouble.PERMISSION,
        errno.EIO: Trouble.DISK,
        errno.ENOENT: Trouble.VANISHED,
    }
    assert unreadable(project) == {name: troubles[number]}


@pytest.mark.parametrize(
    ("folder", "path"),
    [("words", "words/"), ("words/entries", "words/entries/"), ("c/d", "words/entries/c/d/")],
)
def test_a_folder_that_may_not_be_looked_into(
    project: Path, monkeypatch: pytest.MonkeyPatch, folder: str, path: str
) -> None:
    scanned = os.scandir

    def refuse(name: str) -> object:
        if str(name).endswith(folder):
            raise PermissionError(errno.EACCES, "Permission denied")
        return scanned(name)

    monkeypatch.setattr(os, "scandir", refuse)
    assert unreadable(project) == {path: Trouble.PERMISSION}


def test_a_folder_without_entries_is_told(project: Path) -> None:
    entries = replaced(project, "words/entries")
    assert "words/entries/" in [source.path for source in read_glossary(project, "words")]
    entries.mkdir()
    assert "words/entries/" in [source.path for source in read_glossary(project, "words")]
    (entries / "a.yml").touch()
    assert "words/entries/" not in [source.path for source in read_glossary(project, "words")]
    replaced(project, "words/entries").touch()
    assert unreadable(project) == {"words/entries/": Trouble.NO_FOLDER}


def test_a_bibliography_may_be_too_large(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("build_tools.adapters.read.MAXIMUM_OTHER_BYTES", 40_000)
    (project / "words/references.json").write_bytes(b"a" * 40_000)
    assert unreadable(project) == {}
    (project / "words/references.json").write_bytes(b"a" * 40_001)
    assert unreadable(project) == {"words/references.json": Trouble.TOO_LARGE}


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


def test_what_the_host_would_fail_at_is_told_with_the_pages(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / "index.md").write_bytes(b"x")
    os.mkfifo(docs / "pipe.md")
    os.mkfifo(docs / "pipe.png")
    (docs / "gone.md").symlink_to("nowhere")
    (docs / ".#index.md").symlink_to("somebody@somewhere")
    (docs / "folder.md").mkdir()
    (docs / "picture.png").write_bytes(b"x")
    assert {page.path: page.unreadable for page in read_pages(tmp_path, "docs")} == {
        "docs/gone.md": Trouble.NOWHERE,
        "docs/index.md": None,
        "docs/pipe.md": Trouble.PIPE,
        "docs/pipe.png": Trouble.PIPE,
    }
