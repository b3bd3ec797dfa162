"""From a place to a published site."""

import errno
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from build_tools.adapters.site import exchange, folder, lock
from build_tools.adapters.site.errors import SiteError
from build_tools.adapters.site.folder import Claim, Staging, claim, give_up, publish, stage
from build_tools.adapters.site.place import MARK, MARK_TEXT, Place


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "public" / "site"


@pytest.fixture
def _umask() -> Iterator[None]:
    before = os.umask(0o027)
    yield
    os.umask(before)


def tree(path: Path) -> dict[str, str]:
    return {
        item.relative_to(path).as_posix(): item.read_text()
        for item in sorted(path.rglob("*"))
        if item.is_file() and item.name != MARK
    }


def old(site: Path, **files: str) -> Path:
    """A site that was built before."""
    site.mkdir(parents=True)
    (site / MARK).write_bytes(MARK_TEXT)
    for name, text in (files or {"page": "old"}).items():
        (site / name).write_text(text)
    return site


def nothing(_text: str) -> None:
    """Say nothing."""


def begin(site: Path, *, force: bool = False) -> Staging:
    """A build that has written a page."""
    staging = stage(claim(Place(site, site), nothing), force=force)
    (staging.folder / "page").write_text("new")
    return staging


def build(site: Path, **options: bool) -> None:
    publish(begin(site, **options), nothing)


@pytest.fixture(params=["exchange", "two renames", "mount point", "busy", "no locks"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """How the new site comes into its place."""

    def busy(path: Path, _target: Path) -> Path:
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))

    def no_locks(_descriptor: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    if request.param in ("two renames", "busy"):
        monkeypatch.setattr(exchange, "exchange", lambda _first, _second: False)
    if request.param == "mount point":
        monkeypatch.setattr(folder, "is_mount_point", Path.is_dir)
    if request.param == "busy":
        monkeypatch.setattr(Path, "rename", busy)
    if request.param == "no locks":
        monkeypatch.setattr(lock, "_lock", no_locks)
    return str(request.param)


def test_the_first_site(site: Path) -> None:
    build(site)
    assert tree(site.parent) == {"site/page": "new"}
    assert (site / MARK).read_bytes() == MARK_TEXT
    assert list(site.parent.iterdir()) == [site]


@pytest.mark.usefixtures("way")
def test_a_new_site_takes_the_place_of_the_old_one(site: Path) -> None:
    old(site, page="old", gone="old")
    staging = begin(site)
    assert tree(site)["page"] == "old"
    publish(staging, nothing)
    assert tree(site.parent) == {"site/page": "new"}
    assert list(site.parent.iterdir()) == [site]
    assert sorted(item.name for item in site.iterdir()) == [MARK, "page"]
    build(site)
    assert tree(site.parent) == {"site/page": "new"}


@pytest.mark.usefixtures("way")
def test_hidden_files_go_with_it(site: Path, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "secret").write_text("mine")
    old(site)
    (site / ".nojekyll").write_text("")
    (site / ".git" / "refs").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref")
    (site / ".git" / "hook").write_text("#!")
    (site / ".git" / "hook").chmod(0o750)
    (site / ".link").symlink_to(tmp_path / "elsewhere")
    (site / ".git" / "out").symlink_to(tmp_path / "elsewhere")
    build(site)
    assert tree(site.parent) == {
        "site/page": "new",
        "site/.nojekyll": "",
        "site/.git/HEAD": "ref",
        "site/.git/hook": "#!",
    }
    assert (site / ".link").readlink() == tmp_path / "elsewhere"
    assert (site / ".git" / "out").is_symlink()
    assert (site / ".git" / "refs").is_dir()
    assert (site / ".git" / "hook").stat().st_mode & 0o777 == 0o750
    assert tree(tmp_path / "elsewhere") == {"secret": "mine"}


@pytest.mark.usefixtures("way")
def test_pipes_and_sockets_hang_nobody(site: Path) -> None:
    old(site)
    for name in ("pipe", ".pipe", ".git/pipe"):
        (site / name).parent.mkdir(exist_ok=True)
        os.mkfifo(site / name)
    build(site)
    assert tree(site) == {"page": "new"}


@pytest.mark.usefixtures("way")
def test_a_failed_build_leaves_nothing(site: Path) -> None:
    old(site)
    before = tree(site.parent)
    staging = begin(site)
    give_up(staging)
    assert tree(site.parent) == before
    assert list(site.parent.iterdir()) == [site]
    assert sorted(item.name for item in site.iterdir()) == [MARK, "page"]


def test_it_leaves_no_folder_that_was_made_for_it(site: Path, tmp_path: Path) -> None:
    give_up(claim(Place(site, site), nothing))
    assert list(tmp_path.iterdir()) == []
    claimed = claim(Place(site, site), nothing)
    (site.parent / "mine").touch()
    give_up(claimed)
    assert list(tmp_path.rglob("*")) == [site.parent, site.parent / "mine"]


# -- what others left


def test_what_dead_builds_left_is_removed(site: Path) -> None:
    """Whatever process they were; and nothing that only looks like it."""
    old(site)
    dead = ("1", "999999999", str(os.getpid()), "4711.old", "0123456789abcdef")
    mine = ("notes", "x.building-0123456789abcdef", "0123456789abcdef.txt", "")
    for name in (*dead, *mine):
        (site.parent / f".site.building-{name}").mkdir()
    (site.parent / ".other.building-1").mkdir()
    (site.parent / ".site.building-2").symlink_to(site)
    (site.parent / ".site.building-3").write_text("mine")
    build(site)
    assert sorted(item.name for item in site.parent.iterdir()) == sorted(
        [
            *(f".site.building-{name}" for name in mine),
            *(".other.building-1", ".site.building-2", ".site.building-3", "site"),
        ]
    )


def test_without_locks_only_old_folders_count_as_left(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "take", lambda *_arguments, **_options: None)
    old(site)
    young, forgotten = (site.parent / f".site.building-{number}" for number in (1, 2))
    for path in (young, forgotten):
        path.mkdir()
    long_ago = time.time() - 2 * folder.FORGOTTEN
    os.utime(forgotten, (long_ago, long_ago))
    build(site)
    assert sorted(site.parent.iterdir()) == [young, site]


def test_a_build_whose_folder_was_taken_for_left_fails(site: Path) -> None:
    """It never publishes what is left of it."""
    old(site)
    staging = begin(site)
    staging.folder.rename(site.parent / ".site.building-0123456789abcdef")
    with pytest.raises(SiteError, match="No such file"):
        publish(staging, nothing)
    assert tree(site) == {"page": "old"}
    give_up(staging)


# -- two at once


def test_the_second_waits_for_the_first(site: Path) -> None:
    said: list[str] = []
    first = begin(site)
    (held,) = first.claim.locks
    timer = threading.Timer(0.5, lock.release, [held])
    timer.start()
    second = claim(Place(site, site), said.append)
    timer.join()
    assert len(said) == 1
    assert "waiting" in said[0]
    give_up(second)


def test_sites_beside_each_other_do_not_wait(site: Path) -> None:
    first, second = begin(site), begin(site.with_name("site2"))
    publish(first, nothing)
    publish(second, nothing)
    assert tree(site.parent) == {"site/page": "new", "site2/page": "new"}


def test_who_writes_in_the_folder_and_who_swaps_it_wait_too(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As when a container sees as a mount point what its host sees as a folder."""
    old(site)
    monkeypatch.setattr(lock, "LONGEST_WAIT", 0.2)
    take = lock.take

    def only_within(path: Path, **options: Any) -> object:
        if path.parent == site.parent:
            raise PermissionError(errno.EACCES, "Permission denied", str(path))
        return take(path, **options)

    monkeypatch.setattr(folder, "take", only_within)
    container = claim(Place(site, site), nothing)
    assert container.within
    monkeypatch.setattr(
        folder, "take", lambda path, **options: take(path, longest_wait=0.2, **options)
    )
    with pytest.raises(SiteError, match="another build has held"):
        claim(Place(site, site), nothing)
    give_up(container)
    give_up(claim(Place(site, site), nothing))
    assert list(site.parent.iterdir()) == [site]


@pytest.mark.parametrize("other", ["swap", "rename"])
def test_two_without_locks_are_both_whole(
    site: Path, other: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "take", lambda *_arguments, **_options: None)
    if other == "rename":
        monkeypatch.setattr(exchange, "exchange", lambda _first, _second: False)
    stagings = [begin(site) for _ in range(3)]
    for number, staging in enumerate(stagings):
        (staging.folder / "page").write_text(str(number))
    for number, staging in enumerate(stagings):
        publish(staging, nothing)
        assert tree(site) == {"page": str(number)}
    assert list(site.parent.iterdir()) == [site]


# -- modes


@pytest.mark.usefixtures("_umask")
def test_a_new_folder_is_what_the_umask_makes_it(site: Path) -> None:
    build(site)
    assert stat.S_IMODE(site.stat().st_mode) == 0o750
    assert stat.S_IMODE((site / MARK).stat().st_mode) == 0o640


@pytest.mark.usefixtures("_umask", "way")
@pytest.mark.parametrize("mode", [0o755, 0o700, 0o2775, 0o711, 0o555])
def test_an_old_folder_keeps_its_mode(site: Path, mode: int) -> None:
    old(site).chmod(mode)
    staging = begin(site)
    assert stat.S_IMODE(staging.folder.stat().st_mode) & 0o007 in (0, mode & 0o007)
    publish(staging, nothing)
    assert stat.S_IMODE(site.stat().st_mode) == mode


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() != 0, reason="needs root")
@pytest.mark.usefixtures("way")
def test_an_old_folder_keeps_its_owner(site: Path) -> None:
    os.chown(old(site), 1234, 4321)
    site.chmod(0o2750)
    build(site)
    assert (site.stat().st_uid, site.stat().st_gid) == (1234, 4321)
    assert stat.S_IMODE(site.stat().st_mode) == 0o2750
    assert (site / "page").stat().st_gid == 4321


# -- what is refused


def test_other_things_are_not_replaced(site: Path) -> None:
    site.mkdir(parents=True)
    (site / "notes").write_text("mine")
    claimed = claim(Place(site, site), nothing)
    with pytest.raises(SiteError, match="--force"):
        stage(claimed, force=False)
    give_up(claimed)
    assert tree(site.parent) == {"site/notes": "mine"}
    build(site, force=True)
    assert tree(site) == {"page": "new"}


def test_what_came_while_it_was_built_is_not_replaced(site: Path) -> None:
    staging = begin(site)
    site.mkdir()
    (site / "notes").write_text("mine")
    with pytest.raises(SiteError, match="--force"):
        publish(staging, nothing)
    give_up(staging)
    assert tree(site.parent) == {"site/notes": "mine"}


@pytest.mark.usefixtures("way")
@pytest.mark.parametrize("point", ["uploads", "terms/deep"])
def test_what_is_mounted_in_a_site_is_not_deleted(
    site: Path, point: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    old(site)
    (site / point).mkdir(parents=True)
    monkeypatch.setattr(folder, "mounted_below", lambda _folder: (site / point,))
    claimed = claim(Place(site, site), nothing)
    with pytest.raises(SiteError, match="is a mount point in the site's folder"):
        stage(claimed, force=True)
    give_up(claimed)


SYSTEM = {
    "disk full": (errno.ENOSPC, "No space left on device"),
    "quota": (errno.EDQUOT, "quota"),
    "broken disk": (errno.EIO, "Input/output error"),
    "too many files": (errno.EMFILE, "Too many open files"),
    "no permission": (errno.EACCES, "Permission denied"),
    "read-only": (errno.EROFS, "Read-only file system"),
}


@pytest.mark.parametrize("name", SYSTEM)
@pytest.mark.parametrize("what", ["mkdir", "write_bytes", "chmod", "iterdir"])
def test_what_the_system_refuses_is_one_line(
    site: Path, name: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    number, text = SYSTEM[name]
    old(site)
    done = getattr(Path, what)

    def refuse(path: Path, *arguments: object, **options: object) -> object:
        if path == site.parent or path.name.startswith((".site.building-", MARK)):
            raise OSError(number, os.strerror(number), str(path))
        return done(path, *arguments, **options)

    monkeypatch.setattr(Path, what, refuse)
    claimed = claim(Place(site, site), nothing)
    staging: list[Staging] = []

    def build_all() -> None:
        staging.append(stage(claimed, force=False))
        publish(staging[0], nothing)

    with pytest.raises(SiteError, match=text) as raised:
        build_all()
    assert str(raised.value).startswith(f"the site cannot be written to {site}: ")
    assert "\n" not in str(raised.value)
    monkeypatch.undo()
    give_up(staging[0] if staging else claimed)
    assert tree(site) == {"page": "old"}
    assert list(site.parent.iterdir()) == [site]


@pytest.mark.parametrize("part", ["n" * 200, "n" * 240, "é" * 120])
def test_long_names(site: Path, part: str) -> None:
    site = site.with_name(part)
    for _ in range(2):
        build(site)
    assert tree(site) == {"page": "new"}
    assert list(site.parent.iterdir()) == [site]


def test_a_name_that_is_too_long(site: Path) -> None:
    with pytest.raises(SiteError, match="too long"):
        claim(Place(site / ("n" * 300) / "site", site / ("n" * 300) / "site"), nothing)
    assert not site.parent.exists()


def test_a_file_above_it(site: Path) -> None:
    site.parent.mkdir()
    site.write_text("mine")
    with pytest.raises(SiteError, match="cannot be written"):
        claim(Place(site / "deep" / "er", site / "deep" / "er"), nothing)
    assert site.read_text() == "mine"


def test_what_cannot_be_deleted_is_said(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    old(site)
    staging = begin(site)
    monkeypatch.setattr(folder, "remove", lambda _folder: False)
    publish(staging, said.append)
    assert tree(site) == {"page": "new"}
    assert said == [f"{staging.folder} could not be deleted; the next build will try again"]


def test_a_process_that_works_in_the_folder_is_left_in_it(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise the next command in it would say that there is no such folder."""
    for place in (old(site), site / "terms"):
        place.mkdir(exist_ok=True)
        monkeypatch.chdir(place)
        staging = begin(site)
        (staging.folder / "terms").mkdir()
        publish(staging, nothing)
        assert Path.cwd() == place
        assert tree(Path(os.path.relpath(site))) == {"page": "new"}


# -- signals

SCRIPT = """\
import os, signal, sys
from pathlib import Path
from build_tools.adapters.site.folder import claim, give_up, stage
from build_tools.adapters.site.place import Place

site = Path(sys.argv[1])
claimed = claim(Place(site, site), print)
staging = stage(claimed, force=False)
try:
    os.kill(os.getpid(), getattr(signal, sys.argv[2]))
finally:
    give_up(staging)
"""


def python(script: str, *arguments: str) -> "subprocess.CompletedProcess[str]":
    """A process of its own: in the tests' own one, other threads may take its signals."""
    return subprocess.run(
        [sys.executable, "-c", script, *arguments],
        cwd=Path(__file__).parents[4],
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_a_build_that_is_ended_clears_up(site: Path, name: str, code: int) -> None:
    done = python(SCRIPT, str(site), name)
    assert (done.returncode, done.stderr) == (code, "")
    assert not site.parent.exists()


INTERRUPTED = """
import os, signal, sys
from pathlib import Path
from build_tools.adapters.site import folder
from build_tools.adapters.site.folder import claim, give_up, publish, stage
from build_tools.adapters.site.place import Place

site = Path(sys.argv[1])
staging = stage(claim(Place(site, site), print), force=False)
(staging.folder / "page").write_text("new")
swap = folder.swap

def with_signal(new, place):
    os.kill(os.getpid(), signal.SIGINT)
    swap(new, place)
    print("replaced")

folder.swap = with_signal
try:
    publish(staging, print)
except KeyboardInterrupt:
    print("interrupted")
finally:
    give_up(staging)
"""


def test_signals_wait_until_the_site_is_whole(site: Path) -> None:
    old(site)
    done = python(INTERRUPTED, str(site))
    assert (done.stdout.split(), done.stderr) == (["replaced", "interrupted"], "")
    assert tree(site) == {"page": "new"}
    assert list(site.parent.iterdir()) == [site]


def test_a_claim_that_fails_holds_nothing(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = signal.getsignal(signal.SIGTERM)

    def full(*_arguments: object, **_options: object) -> Claim:
        raise OSError(errno.ENOSPC, "No space left on device", "x")

    monkeypatch.setattr(folder, "take", full)
    with pytest.raises(SiteError, match="No space left on device: x"):
        claim(Place(site, site), nothing)
    assert signal.getsignal(signal.SIGTERM) is before
    assert not site.parent.exists()
