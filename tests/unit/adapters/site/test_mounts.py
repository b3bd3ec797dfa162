import os
from pathlib import Path

import pytest

from build_tools.adapters.site import mounts as module
from build_tools.adapters.site.mounts import (
    Mount,
    is_mount_point,
    mounted_below,
    mounts,
    twin_of,
)

TABLE = (
    b"22 27 0:21 / /proc rw,relatime - proc proc rw\n"
    b"27 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda rw\n"
    b"31 27 254:0 /home/me/a\\040b /srv/in\\134side rw - ext4 /dev/vda rw\n"
    b"32 27 0:40 / /srv/in\\134side/\\303\\251 rw - tmpfs none rw\n"
    b"garbage\n"
)


@pytest.fixture(autouse=True)
def _table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mountinfo").write_bytes(TABLE)
    monkeypatch.setattr(module, "TABLE", tmp_path / "mountinfo")


def test_the_table_is_read() -> None:
    assert mounts() == (
        Mount("/proc", "0:21", "/"),
        Mount("/", "254:0", "/"),
        Mount("/srv/in\\side", "254:0", "/home/me/a b"),
        Mount(f"/srv/in\\side/{os.fsdecode('é'.encode())}", "0:40", "/"),
    )


def test_without_a_table_there_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "TABLE", tmp_path / "nothing")
    assert mounts() == ()
    assert not is_mount_point(tmp_path)
    assert mounted_below(tmp_path) == ()
    assert twin_of(str(tmp_path), mounts()) is None


def test_mount_points() -> None:
    assert is_mount_point(Path("/srv/in\\side"))
    assert not is_mount_point(Path("/srv/in"))
    assert mounted_below(Path("/srv/in\\side")) == (Path("/srv/in\\side/é"),)
    assert mounted_below(Path("/srv/in")) == ()


@pytest.mark.parametrize(
    ("path", "twin"),
    [
        ("/", ("254:0", "/")),
        ("/home/me", ("254:0", "/home/me")),
        ("/proc", ("0:21", "/")),
        ("/procs", ("254:0", "/procs")),
        ("/srv/in\\side", ("254:0", "/home/me/a b")),
        ("/srv/in\\side/x/y", ("254:0", "/home/me/a b/x/y")),
        ("/srv/in\\side/é/x", ("0:40", "/x")),
    ],
)
def test_where_a_path_really_lies(path: str, twin: tuple[str, str]) -> None:
    assert twin_of(path, mounts()) == twin


def test_of_two_mounts_in_one_place_the_later_is_seen() -> None:
    table = (Mount("/a", "1:1", "/"), Mount("/a", "1:2", "/b"))
    assert twin_of("/a/c", table) == ("1:2", "/b/c")
