import ctypes
import errno
import sys
from pathlib import Path

import pytest

from build_tools.adapters import write as module
from build_tools.adapters.write import discard, put_in_place, staging_folder, write
from build_tools.model.artifact import Artifact


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(params=["exchange", "two renames"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(module, "_exchange", lambda _first, _second: False)


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


def test_a_folder_to_build_in_is_fresh_and_beside_the_site(tmp_path: Path) -> None:
    site = tmp_path / "deep" / "site"
    staging = staging_folder(site)
    assert staging.parent == site.parent
    assert list(staging.iterdir()) == []
    (staging / "left").touch()
    assert list(staging_folder(site).iterdir()) == []


def test_what_dead_builds_left_is_removed_and_what_live_ones_have_is_not(tmp_path: Path) -> None:
    dead, alive, other = (
        tmp_path / f".{name}"
        for name in ("site.building-999999999", "site.building-1", "other.building-1")
    )
    for folder in (dead, alive, other):
        folder.mkdir()
    staging_folder(tmp_path / "site")
    assert not dead.exists()
    assert alive.exists()
    assert other.exists()


@pytest.mark.usefixtures("_way")
def test_the_first_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    staging = staging_folder(site)
    (staging / "new").write_text("new")
    put_in_place(staging, site)
    assert tree(tmp_path) == {"site/new": "new"}


@pytest.mark.usefixtures("_way")
def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "old").mkdir(parents=True)
    (site / "old" / "page").write_text("old")
    (site / ".nojekyll").write_text("")
    (site / ".both").write_text("old")
    (site / ".git" / "refs").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref")
    (site / ".link").symlink_to(".git")
    staging = staging_folder(site)
    (staging / "new").write_text("new")
    (staging / ".both").write_text("new")
    put_in_place(staging, site)
    assert tree(tmp_path) == {
        "site/new": "new",
        "site/.nojekyll": "",
        "site/.both": "new",
        "site/.git/HEAD": "ref",
    }
    assert list(tmp_path.iterdir()) == [site]
    assert (site / ".link").readlink() == Path(".git")


def test_a_failed_build_is_thrown_away(tmp_path: Path) -> None:
    staging = staging_folder(tmp_path / "site")
    (staging / "half").write_text("half")
    discard(staging)
    discard(staging)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left", ["junk", "999999999.old", "", "0x1"])
def test_what_names_no_process_is_left_by_the_dead(left: str, tmp_path: Path) -> None:
    folder = tmp_path / f".site.building-{left}"
    folder.mkdir()
    staging_folder(tmp_path / "site")
    assert not folder.exists()


class Library:
    """Stands for the system's, which may lack the call or refuse it."""

    def __init__(self, result: int | None, number: int = 0) -> None:
        self.number = number
        self.asked: list[tuple[object, ...]] = []

        def swap(*arguments: object) -> int | None:
            self.asked.append(arguments)
            return result

        if result is not None:
            self.renameat2 = self.renamex_np = swap


@pytest.mark.parametrize(
    ("library", "swapped"),
    [
        (Library(0), True),
        (Library(None), False),
        (Library(-1, errno.EINVAL), False),
        (Library(-1, errno.ENOSYS), False),
        (Library(-1, errno.ENOTSUP), False),
        (Library(-1, errno.EACCES), None),
    ],
)
@pytest.mark.parametrize(
    ("platform", "asked"),
    # At the working directory, and exchange: as the systems' headers have it.
    [("linux", (-100, b"a", -100, b"b", 2)), ("darwin", (b"a", b"b", 2))],
)
def test_where_folders_cannot_be_swapped_the_caller_is_told(
    library: Library,
    swapped: bool | None,
    platform: str,
    asked: tuple[object, ...],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    monkeypatch.setattr(ctypes, "get_errno", lambda: library.number)
    library.asked.clear()
    if swapped is None:
        with pytest.raises(OSError, match="could not replace the old one"):
            module._exchange(Path("a"), Path("b"))
    else:
        assert module._exchange(Path("a"), Path("b")) is swapped
    assert library.asked == ([asked] if hasattr(library, "renameat2") else [])


def test_on_another_system_folders_are_not_swapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert module._exchange(tmp_path / "a", tmp_path / "b") is False


def test_where_there_is_no_library_of_the_system_folders_are_not_swapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert module._exchange(tmp_path / "a", tmp_path / "b") is False
