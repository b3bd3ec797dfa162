"""Folders that are not plain folders: links, mount points, full disks, and what may not be written.

Either the site is there, whole, or one line says why not; nothing half-built is left.
"""

import os
import shlex
import shutil
import signal
import stat
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.site.projects import ROOT, environment, execute, run, snapshot, write_project

ENTRY = "term: Tea\ntopic: t\nkind: k\ndefinition: A drink.\nsources: []\n"
MARK = ".built-by-concord"


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("source") / "project"
    return write_project(folder, {"entries/tea.yml": ENTRY})


@pytest.fixture(scope="module")
def expected(source: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The site in a plain folder."""
    site = tmp_path_factory.mktemp("expected") / "site"
    assert run(*build_in(source, site)).returncode == 0
    return snapshot(site)


@pytest.fixture
def public(tmp_path: Path) -> Path:
    """A folder for sites."""
    folder = tmp_path / "public"
    folder.mkdir()
    return folder


def build_in(project: Path, site: Path) -> tuple[str, ...]:
    return ("build", "--quiet", "--config", str(project / "mkdocs.yml"), "--site-dir", str(site))


def built(source: Path, site: Path) -> None:
    done = run(*build_in(source, site))
    assert (done.returncode, done.stderr) == (0, ""), done.stderr


def says(done: "subprocess.CompletedProcess[str]", *words: str) -> None:
    """It failed with one line that holds these words."""
    assert done.returncode == 1, done.stdout + done.stderr
    (line,) = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    for word in words:
        assert word in line


def as_mkdocs(source: Path, site: Path) -> "subprocess.CompletedProcess[str]":
    options = ["--config-file", str(source / "mkdocs.yml"), "--site-dir", str(site)]
    return subprocess.run(
        [*(sys.executable, "-m", "mkdocs", "build", "--quiet"), *options],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def as_concord(source: Path, site: Path) -> "subprocess.CompletedProcess[str]":
    return run(*build_in(source, site))


both = pytest.mark.parametrize("command", [as_concord, as_mkdocs])
Command = Callable[[Path, Path], "subprocess.CompletedProcess[str]"]


# -- links


def test_a_link_stays_one_and_the_site_goes_where_it_leads(
    source: Path, public: Path, expected: dict[str, str]
) -> None:
    (public / "real").mkdir()
    (public / "site").symlink_to("real")
    (public / "again").symlink_to("site")
    for name in ("site", "again"):
        built(source, public / name)
        (public / "real" / "index.html").write_text("changed")
        built(source, public / name)
        assert snapshot(public / "real") == expected
    assert (public / "site").readlink() == Path("real")
    assert (public / "again").readlink() == Path("site")
    assert sorted(path.name for path in public.iterdir()) == ["again", "real", "site"]


@both
@pytest.mark.parametrize("below", ["", "deep/er"])
def test_links_to_nothing_and_in_circles(
    source: Path, public: Path, command: Command, below: str
) -> None:
    (public / "nothing").symlink_to("not/there")
    (public / "one").symlink_to("two")
    (public / "two").symlink_to("one")
    before = snapshot(public)
    says(command(source, public / "nothing" / below), "is a link to not/there, which is not there")
    says(command(source, public / "one" / below), "symbolic links")
    assert snapshot(public) == before


# -- files and names


@both
def test_files_and_pipes_are_no_folders(source: Path, public: Path, command: Command) -> None:
    (public / "file").write_text("mine")
    os.mkfifo(public / "pipe")
    for name in ("file", "pipe", "file/below"):
        says(command(source, public / name), "is not a folder")
    assert (public / "file").read_text() == "mine"


@both
def test_names_that_are_too_long(source: Path, public: Path, command: Command) -> None:
    for site in (public / ("n" * 300), public / ("n" * 300) / "site", public / "n" / ("n" * 300)):
        says(command(source, site), "File name too long")
    assert not list(public.iterdir())


def test_a_name_that_is_nearly_too_long(
    source: Path, public: Path, expected: dict[str, str]
) -> None:
    for _ in range(2):
        built(source, public / ("n" * 255))
    assert snapshot(public / ("n" * 255)) == expected
    assert len(list(public.iterdir())) == 1


# -- what may not be written


@pytest.fixture(scope="module")
def unprivileged() -> list[str]:
    """What a command begins with so that modes mean something to it: to root they do not."""
    if os.getuid() != 0:
        return []
    before = ["setpriv", "--bounding-set=-all", "--inh-caps=-all"]
    if not shutil.which("setpriv") or subprocess.run([*before, "true"], check=False).returncode:
        pytest.skip("this is root, who may write everywhere")
    return before


def with_modes(
    before: list[str], source: Path, site: Path, /, **modes: int
) -> "subprocess.CompletedProcess[str]":
    """Build while folders beside and above the site have these modes."""
    folders = {site.parent / name if name != "parent" else site.parent: name for name in modes}
    old = {folder: stat.S_IMODE(folder.stat().st_mode) for folder in folders}
    for folder, name in sorted(folders.items(), reverse=True):
        folder.chmod(modes[name])
    done = execute(*before, sys.executable, "-m", "build_tools", *build_in(source, site))
    for folder, mode in old.items():
        folder.chmod(mode)
    return done


def test_where_nobody_may_write(source: Path, public: Path, unprivileged: list[str]) -> None:
    site = public / "site"
    done = with_modes(unprivileged, source, site, parent=0o555)
    says(done, "Permission denied")
    assert not list(public.iterdir())
    site.mkdir()
    says(with_modes(unprivileged, source, site, parent=0o555, site=0o555), "Permission denied")
    says(with_modes(unprivileged, source, site, site=0), "Permission denied")
    says(with_modes(unprivileged, source, site / "deep", parent=0), "Permission denied")
    assert list(public.rglob("*")) == [site]


def test_a_folder_in_one_that_may_not_be_written_to(
    source: Path, public: Path, unprivileged: list[str], expected: dict[str, str]
) -> None:
    """Its contents are replaced."""
    site = public / "site"
    site.mkdir()
    for _ in range(2):
        done = with_modes(unprivileged, source, site, parent=0o555)
        assert (done.returncode, done.stderr) == (0, "")
        assert snapshot(site) == expected
        (site / "gone.html").write_text("old")
        (site / "index.html").write_text("old")
    assert list(public.iterdir()) == [site]


def test_an_old_site_whose_folders_may_not_be_written_to(
    source: Path, public: Path, unprivileged: list[str], expected: dict[str, str]
) -> None:
    site = public / "site"
    built(source, site)
    (site / "gone").mkdir()
    (site / "gone" / "page").write_text("old")
    (site / "gone").chmod(0o555)
    done = with_modes(unprivileged, source, site, site=0o555)
    assert (done.returncode, done.stderr) == (0, "")
    assert snapshot(site) == expected
    assert list(public.iterdir()) == [site]


def test_a_parent_that_nobody_can_change(
    source: Path, public: Path, expected: dict[str, str]
) -> None:
    """Not even root, so that it is the same for everyone who runs this."""
    site = public / "site"
    site.mkdir()
    if subprocess.run(["chattr", "+i", str(public)], capture_output=True, check=False).returncode:
        pytest.skip("no file can be made immutable here")
    try:
        for _ in range(2):
            built(source, site)
        refused = run(*build_in(source, public / "other"))
    finally:
        subprocess.run(["chattr", "-i", str(public)], check=True)
    says(refused, "Operation not permitted")
    assert snapshot(site) == expected
    assert list(public.iterdir()) == [site]


@pytest.mark.parametrize("mode", [0o755, 0o700, 0o2775])
def test_a_site_keeps_its_mode_and_a_new_one_obeys_the_umask(
    source: Path, public: Path, mode: int
) -> None:
    site = public / "site"
    before = os.umask(0o022)
    try:
        built(source, site)
        assert stat.S_IMODE(site.stat().st_mode) == 0o755
        for path in site.rglob("*"):
            assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644), path
        site.chmod(mode)
        built(source, site)
    finally:
        os.umask(before)
    assert stat.S_IMODE(site.stat().st_mode) == mode


# -- mount points


@pytest.fixture(scope="module")
def _mounts() -> None:
    command = ["unshare", "-m", "mount", "-t", "tmpfs", "none", "/mnt"]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except FileNotFoundError:
        pytest.skip("there is no unshare")
    if done.returncode:
        pytest.skip("nothing may be mounted here")


def mounted(*lines: str) -> "subprocess.CompletedProcess[str]":
    """Run a script whose mounts are its own."""
    return execute("unshare", "-m", "sh", "-ec", "\n".join(lines))


def command(source: Path, site: Path) -> str:
    return shlex.join([sys.executable, "-m", "build_tools", *build_in(source, site)])


@pytest.mark.usefixtures("_mounts")
@pytest.mark.parametrize("kind", ["-t tmpfs none", "--bind {}"])
def test_a_mount_point(source: Path, tmp_path: Path, expected: dict[str, str], kind: str) -> None:
    """A volume's files are replaced; a folder mounted from the same disk is one like any other."""
    site, volume, out = tmp_path / "site", tmp_path / "volume", tmp_path / "out"
    site.mkdir()
    volume.mkdir()
    done = mounted(
        f"mount {kind.format(volume)} {site}",
        f"mkdir {site}/lost+found",
        command(source, site),
        f"mkdir {site}/gone && echo old > {site}/gone/page && echo old > {site}/index.html",
        f"echo kept > {site}/.nojekyll && ln -s / {site}/link && mkfifo {site}/pipe",
        command(source, site),
        f"ls -A {tmp_path} && cp -a {site} {out}",
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split() == ["site", "volume"]
    assert snapshot(out) == {
        **expected,
        ".nojekyll": snapshot(out)[".nojekyll"],
        "lost+found": "empty folder",
    }


@pytest.mark.usefixtures("_mounts")
def test_a_folder_mounted_twice_is_seen_through(source: Path, tmp_path: Path) -> None:
    project = Path(shutil.copytree(source, tmp_path / "project"))
    before = snapshot(project)
    for folder in ("glossary", "glossary/entries", "docs", "."):
        (tmp_path / "public").mkdir(exist_ok=True)
        for site in ("public", "public/site"):
            if folder == "." and site != "public":
                continue
            done = mounted(
                f"mount --bind {project / folder} {tmp_path / 'public'}",
                f"{command(project, tmp_path / site)} --force",
            )
            says(done, "the site cannot go to")
    assert snapshot(project) == before


@pytest.mark.usefixtures("_mounts")
def test_what_is_mounted_in_a_site_is_not_deleted(source: Path, public: Path) -> None:
    site, uploads = public / "site", public / "uploads"
    built(source, site)
    before = snapshot(site)
    uploads.mkdir()
    (uploads / "picture").write_text("mine")
    (site / "uploads").mkdir()
    done = mounted(f"mount --bind {uploads} {site}/uploads", command(source, site))
    says(done, "is a mount point in the site's folder")
    assert (uploads / "picture").read_text() == "mine"
    (site / "uploads").rmdir()
    assert snapshot(site) == before


# -- full disks


@pytest.mark.usefixtures("_mounts")
@pytest.mark.parametrize(
    ("size", "site"),
    [("4k", "disk"), ("64k", "disk/site"), ("500k", "disk"), ("1m", "disk/deep/er/site")],
)
def test_a_full_disk(source: Path, tmp_path: Path, site: str, size: str) -> None:
    (tmp_path / "disk").mkdir()
    done = mounted(
        f"mount -t tmpfs -o size={size} none {tmp_path}/disk",
        f"{command(source, tmp_path / site)} && exit 9",
        f"ls -A {tmp_path}/disk && exit 1",
    )
    says(done, "No space left on device")
    assert done.stdout == ""


@pytest.mark.usefixtures("_mounts")
@pytest.mark.parametrize("site", ["disk", "disk/site"])
def test_a_disk_that_is_full_before_the_second_site(
    source: Path, tmp_path: Path, site: str, expected: dict[str, str]
) -> None:
    """The first one stays whole."""
    (tmp_path / "disk").mkdir()
    done = mounted(
        f"mount -t tmpfs -o size=5m none {tmp_path}/disk",
        command(source, tmp_path / site),
        f"head -c 5m /dev/zero > {tmp_path}/disk/.ballast 2>/dev/null || true",
        f"{command(source, tmp_path / site)} && exit 9",
        f"rm {tmp_path}/disk/.ballast && cp -a {tmp_path}/disk {tmp_path}/out && exit 1",
    )
    says(done, "No space left on device")
    out = tmp_path / "out" / Path(site).relative_to("disk")
    assert snapshot(out) == expected


@pytest.mark.usefixtures("_mounts")
def test_a_full_disk_when_several_processes_write(tmp_path: Path) -> None:
    entries = {f"entries/e{i}.yml": ENTRY.replace("Tea", f"Tea {i}") for i in range(1600)}
    project = write_project(tmp_path / "project", entries)
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("[concord]", "[concord: {workers: 2}]"), "utf-8")
    (tmp_path / "disk").mkdir()
    done = mounted(
        f"mount -t tmpfs -o size=24m none {tmp_path}/disk",
        f"{command(project, tmp_path / 'disk' / 'site')} && exit 9",
        f"ls -A {tmp_path}/disk && exit 1",
    )
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert done.stderr.splitlines()[-1].startswith("concord: No space left on device")
    assert done.stdout == ""


# -- interrupts


@pytest.fixture(scope="module")
def slow(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose build takes long enough to be interrupted, in two processes."""
    entries = {f"entries/e{i}.yml": ENTRY.replace("Tea", f"Tea {i}") for i in range(1600)}
    project = write_project(tmp_path_factory.mktemp("slow") / "project", entries)
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("[concord]", "[concord: {workers: 2}]"), "utf-8")
    return project


@pytest.fixture
def start(slow: Path, public: Path) -> Iterator[Callable[[str], "subprocess.Popen[str]"]]:
    """Begins a build, and returns when it has begun to write entries."""
    begun: list[subprocess.Popen[str]] = []
    config, site = str(slow / "mkdocs.yml"), str(public / "site")

    def started(program: str) -> "subprocess.Popen[str]":
        option = "--config" if program == "build_tools" else "--config-file"
        arguments = ("build", "--quiet", option, config, "--site-dir", site)
        process = subprocess.Popen(
            [sys.executable, "-m", program, *arguments],
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
        )
        begun.append(process)
        until = time.monotonic() + 60
        while time.monotonic() < until and process.poll() is None:
            if any(public.glob(".site.building-*/terms/e1*")):
                break
            time.sleep(0.002)
        return process

    yield started
    for process in begun:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.mark.parametrize(
    ("program", "number", "send"),
    [
        ("build_tools", signal.SIGINT, os.kill),
        ("build_tools", signal.SIGINT, os.killpg),
        ("build_tools", signal.SIGTERM, os.kill),
        ("build_tools", signal.SIGTERM, os.killpg),
        ("build_tools", signal.SIGHUP, os.killpg),
        ("mkdocs", signal.SIGINT, os.killpg),
        ("mkdocs", signal.SIGTERM, os.kill),
    ],
)
def test_an_interrupted_build_leaves_nothing(
    start: Callable[[str], "subprocess.Popen[str]"],
    public: Path,
    program: str,
    number: int,
    send: Callable[[int, int], None],
) -> None:
    """Whether the process alone is told to end (``os.kill``) or its workers too."""
    process = start(program)
    send(process.pid, number)
    said, _ = process.communicate(timeout=30)
    assert process.returncode in (1, 128 + number)
    assert "Traceback" not in said
    assert not list(public.iterdir())
