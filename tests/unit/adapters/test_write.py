import errno
import os
from pathlib import Path

import pytest

from build_tools.adapters.write import write
from build_tools.model.artifact import Artifact


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def open_files() -> int:
    """How many this process has; 0 where nobody can tell."""
    table = Path("/proc/self/fd")
    return len([*table.iterdir()]) if table.exists() else 0


def test_pieces_are_written_one_after_the_other(tmp_path: Path) -> None:
    artifacts = [
        Artifact("a.txt", (b"one ", b"", b"two")),
        Artifact("b/c/d.txt", (piece for piece in (b"x", b"y"))),
        Artifact("b/e.txt", ()),
        Artifact("é/中.txt", (b"z",)),
    ]
    written = write(artifacts, str(tmp_path))
    assert tree(tmp_path) == {"a.txt": "one two", "b/c/d.txt": "xy", "b/e.txt": "", "é/中.txt": "z"}
    assert (written.files, written.size) == (4, 10)


def test_what_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("longer than before")
    write([Artifact("a", (b"short",))], str(tmp_path))
    assert tree(tmp_path) == {"a": "short"}


@pytest.mark.parametrize("path", ["/a", "../a", "a/../../b", "a/..", "a\\b", "a\0b"])
def test_nothing_leaves_the_folder(path: str, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(ValueError, match="leaves the site's folder"):
        write([Artifact(path, (b"x",))], str(tmp_path / "site"))
    assert tree(tmp_path) == {}


def test_a_disk_that_is_full_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int, _data: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "write", full)
    before = open_files()
    with pytest.raises(OSError, match="No space"):
        write([Artifact("a", (b"x",))], str(tmp_path))
    assert open_files() == before
