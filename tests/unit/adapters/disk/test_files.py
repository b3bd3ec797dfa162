"""What cannot be read, and why. Permissions are no hindrance to root, so that the system's word is made up."""

import errno
import os
import socket
from pathlib import Path

import pytest

from build_tools.adapters.disk.files import ENTRY_BYTES, kind_trouble, read_file, trouble_of
from build_tools.model.source import Trouble

LIMIT = 3 * ENTRY_BYTES


@pytest.mark.parametrize(
    "size",
    [0, 1, ENTRY_BYTES - 1, ENTRY_BYTES, ENTRY_BYTES + 1, 2 * ENTRY_BYTES, LIMIT - 1, LIMIT],
)
def test_a_file_of_any_size(tmp_path: Path, size: int) -> None:
    content = os.urandom(size)
    (tmp_path / "a").write_bytes(content)
    assert read_file(str(tmp_path / "a"), LIMIT) == (content, None)


@pytest.mark.parametrize("more", [1, 2, 100_000])
def test_of_a_larger_one_a_byte_more(tmp_path: Path, more: int) -> None:
    (tmp_path / "a").write_bytes(b"a" * (LIMIT + more))
    assert read_file(str(tmp_path / "a"), LIMIT) == (b"a" * (LIMIT + 1), None)


def test_what_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)  # a socket's name has to be short
    os.mkfifo("pipe")
    Path("circle").symlink_to("circle")
    Path("nowhere").symlink_to("gone")
    Path("to-pipe").symlink_to("pipe")
    Path("file").touch()
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("socket")
        found = {
            name: read_file(name, LIMIT)
            for name in (".", "pipe", "to-pipe", "circle", "nowhere", "gone", "socket", "file/a")
        }
    assert {name: trouble for name, (_content, trouble) in found.items()} == {
        ".": Trouble.FOLDER,
        "pipe": Trouble.PIPE,
        "to-pipe": Trouble.PIPE,
        "circle": Trouble.CIRCLE,
        "nowhere": Trouble.VANISHED,
        "gone": Trouble.VANISHED,
        "socket": Trouble.SOCKET,
        "file/a": Trouble.NO_FOLDER,
    }
    assert {content for content, _trouble in found.values()} == {b""}


def test_devices_and_impossible_names() -> None:
    assert read_file(os.devnull, LIMIT) == (b"", Trouble.DEVICE)
    assert read_file("a" * 5000, LIMIT) == (b"", Trouble.NAME_TOO_LONG)
    content, trouble = read_file("a\0b", LIMIT)
    assert content == b""
    assert trouble is not None
    assert "null" in trouble


@pytest.mark.parametrize(
    ("number", "trouble"),
    [
        (errno.EACCES, "permission denied"),
        (errno.EPERM, "permission denied"),
        (errno.EIO, "the disk reports an error"),
        (errno.EMFILE, "too many files are open"),
        (errno.ENFILE, "too many files are open"),
        (errno.ENOENT, "it was gone when its turn came"),
        (errno.ENXIO, "it is a socket"),
        (errno.ESTALE, "stale file handle"),
    ],
)
@pytest.mark.parametrize("call", ["open", "read", "fstat"])
def test_what_the_system_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, number: int, trouble: str
) -> None:
    (tmp_path / "a").write_bytes(b"a")

    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    with monkeypatch.context() as patch:  # else pytest cannot read either
        patch.setattr(os, call, fail)
        found = read_file(str(tmp_path / "a"), LIMIT)
    assert found == (b"", trouble)


def test_a_file_that_breaks_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond what is read at once."""
    (tmp_path / "a").write_bytes(b"a" * LIMIT)
    read = os.read

    def gone(descriptor: int, size: int) -> bytes:
        content = read(descriptor, size)
        os.truncate(tmp_path / "a", ENTRY_BYTES)
        return content

    monkeypatch.setattr(os, "read", gone)
    assert read_file(str(tmp_path / "a"), LIMIT) == (b"a" * ENTRY_BYTES, None)


def test_no_file_stays_open(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "a").write_bytes(b"a" * LIMIT)
    before = os.dup(0)
    for name in ("a", "pipe", ".", "gone"):
        read_file(str(tmp_path / name), LIMIT)
    after = os.dup(0)
    os.close(before)
    os.close(after)
    assert after == before + 1


def test_kinds() -> None:
    assert kind_trouble(0o100644) is None
    assert kind_trouble(0o060644) is Trouble.DEVICE


def test_an_error_without_a_number() -> None:
    assert trouble_of(OSError("Some words")) == "some words"
