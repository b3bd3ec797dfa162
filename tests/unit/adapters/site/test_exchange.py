import ctypes
import errno
import os
import sys
from pathlib import Path

import pytest

from build_tools.adapters.site import exchange as module
from build_tools.adapters.site.exchange import exchange, swap


@pytest.fixture
def new(tmp_path: Path) -> Path:
    folder = tmp_path / ".site.building-1"
    folder.mkdir()
    (folder / "page").write_text("new")
    return folder


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    folder.mkdir()
    (folder / "page").write_text("old")
    return folder


@pytest.fixture(params=["exchange", "two renames"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(module, "exchange", lambda _first, _second: False)


@pytest.mark.usefixtures("_way")
def test_both_change_places(new: Path, site: Path, tmp_path: Path) -> None:
    swap(new, site)
    assert (site / "page").read_text() == "new"
    assert (new / "page").read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [new, site]


def test_the_first_site(new: Path, tmp_path: Path) -> None:
    swap(new, tmp_path / "site")
    assert (tmp_path / "site" / "page").read_text() == "new"
    assert not new.exists()


@pytest.mark.usefixtures("_way")
def test_without_a_new_site_the_old_one_stays(site: Path, tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        swap(tmp_path / "nothing", site)
    assert (site / "page").read_text() == "old"
    assert list(tmp_path.iterdir()) == [site]


def test_what_cannot_be_renamed_is_told_and_left(
    new: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "exchange", lambda _first, _second: False)

    def busy(path: Path, target: Path) -> Path:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))

    monkeypatch.setattr(Path, "rename", busy)
    with pytest.raises(OSError, match="busy"):
        swap(new, site)
    assert (site / "page").read_text() == "old"


def test_a_second_rename_that_fails_takes_the_first_one_back(
    new: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "exchange", lambda _first, _second: False)
    rename = Path.rename

    def full(path: Path, target: Path) -> Path:
        if path == new:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(OSError, match="space"):
        swap(new, site)
    assert (site / "page").read_text() == "old"
    assert sorted(tmp_path.iterdir()) == [new, site]


def test_another_build_between_two_renames(
    new: Path, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where builds do not wait for each other: both sites are whole, and the later one stays."""
    monkeypatch.setattr(module, "exchange", lambda _first, _second: False)
    rename = Path.rename
    others = iter(["a"])

    def with_another(path: Path, target: Path) -> Path:
        renamed = rename(path, target)
        if path == site:
            for other in others:
                site.mkdir()
                (site / "page").write_text(other)
        return renamed

    monkeypatch.setattr(Path, "rename", with_another)
    swap(new, site)
    assert (site / "page").read_text() == "new"
    assert (new / "page").read_text() == "a"
    assert sorted(tmp_path.iterdir()) == [new, site]


def test_the_first_site_comes_when_another_has(
    new: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename
    site = tmp_path / "site"

    def after_another(path: Path, target: Path) -> Path:
        if not site.exists():
            site.mkdir()
            (site / "page").write_text("other")
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", after_another)
    swap(new, site)
    assert (site / "page").read_text() == "new"


def test_a_system_without_an_exchange(
    new: Path, site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "win32")
    assert not exchange(new, site)
    assert (site / "page").read_text() == "old"


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
        (Library(-1, errno.EACCES), False),
        (Library(-1, errno.ENOENT), None),
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
        with pytest.raises(FileNotFoundError):
            exchange(Path("a"), Path("b"))
    else:
        assert exchange(Path("a"), Path("b")) is swapped
    assert library.asked == ([asked] if hasattr(library, "renameat2") else [])


def test_on_another_system_folders_are_not_swapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    assert exchange(tmp_path / "a", tmp_path / "b") is False


def test_where_there_is_no_library_of_the_system_folders_are_not_swapped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(*_: object, **__: object) -> None:
        raise OSError

    monkeypatch.setattr(ctypes, "CDLL", missing)
    assert exchange(tmp_path / "a", tmp_path / "b") is False
