import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from build_tools.adapters.site import lock as module
from build_tools.adapters.site.errors import SiteError
from build_tools.adapters.site.lock import Lock, release, take


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".site-lock"


@pytest.fixture
def said() -> list[str]:
    return []


@pytest.fixture
def held(file: Path) -> Iterator[Lock]:
    lock = take(file, make=True, say=lambda _text: None)
    assert lock is not None
    yield lock
    release(lock)


def test_a_lock_leaves_nothing(file: Path, said: list[str]) -> None:
    for _ in range(2):
        lock = take(file, make=True, say=said.append)
        assert lock is not None
        assert file.is_file()
        release(lock)
        assert not file.exists()
    assert said == []


def test_a_lock_that_is_not_there_is_not_made(file: Path, said: list[str]) -> None:
    assert take(file, make=False, say=said.append) is None
    assert not file.exists()


@pytest.mark.parametrize("make", [True, False])
def test_the_second_waits_and_says_so_once(file: Path, said: list[str], make: bool) -> None:
    first = take(file, make=True, say=said.append)
    assert first is not None
    timer = threading.Timer(0.5, release, [first])
    timer.start()
    second = take(file, make=make, say=said.append)
    timer.join()
    assert (second is not None) is make  # the first has deleted the file
    assert len(said) == 1
    assert "waiting" in said[0]
    assert str(file) in said[0]
    if second:
        release(second)
    assert not file.exists()


@pytest.mark.usefixtures("held")
def test_nobody_waits_for_ever(file: Path, said: list[str]) -> None:
    with pytest.raises(SiteError, match="another build has held"):
        take(file, make=True, say=said.append, longest_wait=0.2)
    assert file.exists()


def test_a_lock_file_that_a_dead_build_left_stops_nobody(file: Path, said: list[str]) -> None:
    file.write_text("")
    lock = take(file, make=True, say=said.append)
    assert lock is not None
    assert said == []
    release(lock)
    assert not file.exists()


def test_a_child_holds_the_lock_of_its_parent(file: Path, said: list[str]) -> None:
    """Workers of a killed build go on writing for a while: who comes next must wait for them."""
    lock = take(file, make=True, say=said.append)
    assert lock is not None
    copy = os.dup(lock.descriptor)
    os.close(lock.descriptor)
    with pytest.raises(SiteError):
        take(file, make=True, say=said.append, longest_wait=0.2)
    os.close(copy)
    second = take(file, make=True, say=said.append)
    assert second is not None
    release(second)


@pytest.mark.parametrize(
    "number", [errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL, errno.EBADF]
)
def test_where_there_are_no_locks_nobody_waits(
    file: Path, said: list[str], number: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(module, "_lock", refuse)
    assert take(file, make=True, say=said.append) is None
    assert not file.exists()


def test_other_errors_are_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_descriptor: int) -> None:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr(module, "_lock", refuse)
    with pytest.raises(OSError, match="Input/output"):
        take(file, make=True, say=lambda _text: None)


@pytest.mark.parametrize("kind", ["link", "folder"])
def test_a_lock_is_a_file(file: Path, tmp_path: Path, kind: str) -> None:
    if kind == "link":
        (tmp_path / "victim").write_text("mine")
        file.symlink_to("victim")
    else:
        file.mkdir()
    with pytest.raises(OSError, match=r"links|directory"):
        take(file, make=True, say=lambda _text: None)


def test_a_pipe_in_its_place_does_not_hang(file: Path) -> None:
    os.mkfifo(file)
    lock = take(file, make=True, say=lambda _text: None)
    assert lock is not None
    release(lock)


def test_a_lock_of_somebody_else_is_only_read(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file.write_text("")
    opened = os.open

    def refuse(path: Path, flags: int, mode: int = 0o777) -> int:
        if flags & os.O_RDWR:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return opened(path, flags, mode)

    monkeypatch.setattr(os, "open", refuse)
    lock = take(file, make=True, say=lambda _text: None)
    assert lock is not None
    release(lock)
    with pytest.raises(PermissionError):
        take(file.with_name("none"), make=True, say=lambda _text: None)
    assert take(file.with_name("none"), make=False, say=lambda _text: None) is None
