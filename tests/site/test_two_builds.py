"""Two builds of one site at once: both end with a whole one."""

import fcntl
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.site.projects import ROOT, build, environment, snapshot, write_project

ENTRY = "term: Tea {}\ntopic: t\nkind: k\ndefinition: A drink.\nsources: []\n"
SITE_LOCK = ".site-lock"
WITHOUT_LOCKS = (
    "import sys; sys.modules['fcntl'] = None; from build_tools.__main__ import run; run()"
)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Of enough pages for two builds to meet while they write."""
    entries = {f"entries/e{i}.yml": ENTRY.format(i) for i in range(400)}
    return write_project(tmp_path_factory.mktemp("project") / "project", entries)


@pytest.fixture(scope="module")
def expected(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return snapshot(build(project, tmp_path_factory.mktemp("expected") / "site").folder)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return tmp_path / "public" / "site"


def start(
    project: Path, site: Path, *options: str, before: Sequence[str] = (), module: bool = True
) -> "subprocess.Popen[str]":
    program = ("-m", "build_tools") if module else ("-c", WITHOUT_LOCKS)
    arguments = ("build", "--config", str(project / "mkdocs.yml"), "--site-dir", str(site))
    return subprocess.Popen(
        [*before, sys.executable, *program, *arguments, *options],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )


def leftovers(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir() if path != site)


def test_in_containers(project: Path, site: Path, expected: dict[str, str]) -> None:
    """Each of which counts its processes from one."""
    alone = ["unshare", "--pid", "--fork", "--kill-child"]
    if not shutil.which("unshare") or subprocess.run([*alone, "true"], check=False).returncode:
        pytest.skip("no namespaces can be made here")
    for _ in range(3):
        builds = [start(project, site, "--quiet", before=alone) for _ in range(2)]
        for process in builds:
            process.communicate(timeout=120)
        assert [process.returncode for process in builds] == [0, 0]
        assert snapshot(site) == expected
        assert leftovers(site) == []


@pytest.mark.parametrize("there", [False, True], ids=["the first site", "a later one"])
def test_where_there_are_no_locks(
    project: Path, site: Path, expected: dict[str, str], there: bool
) -> None:
    if there:
        build(project, site)
    builds = [start(project, site, "--quiet", module=False) for _ in range(3)]
    seen = False
    while any(process.poll() is None for process in builds):
        seen = seen or (site / "index.html").is_file()
        assert not seen or (site / "index.html").is_file()
        time.sleep(0.005)
    for process in builds:
        out, problems = process.communicate()
        assert (out or "", problems) == ("", "")
        assert process.returncode == 0
    assert snapshot(site) == expected
    assert leftovers(site) == []


def test_the_second_says_what_it_waits_for(project: Path, site: Path) -> None:
    site.parent.mkdir()
    lock = site.with_name(SITE_LOCK)
    descriptor = os.open(lock, os.O_RDWR | os.O_CREAT)
    fcntl.flock(descriptor, fcntl.LOCK_EX)
    process = start(project, site)
    assert process.stderr is not None
    line = process.stderr.readline()
    assert line == f"another build holds {lock}; waiting for it to end\n"
    assert process.poll() is None
    assert leftovers(site) == [SITE_LOCK]
    os.close(descriptor)
    process.communicate(timeout=120)
    assert process.returncode == 0
    assert (site / "index.html").is_file()
    assert leftovers(site) == []


def test_what_is_published_last_was_read_last(project: Path, tmp_path: Path) -> None:
    """A build that began later has read what was changed in between, and must not be overtaken."""
    changed = Path(shutil.copytree(project, tmp_path / "project"))
    site = tmp_path / "public" / "site"
    first = start(changed, site, "--quiet")
    while first.poll() is None and not site.with_name(SITE_LOCK).exists():
        time.sleep(0.005)
    second = start(changed, site, "--quiet")
    while first.poll() is None:
        time.sleep(0.005)
    (changed / "docs" / "late.md").write_text("# Changed at the last moment\n", "utf-8")
    for process in (first, second):
        process.communicate(timeout=120)
        assert process.returncode == 0
    assert "Changed at the last moment" in (site / "late" / "index.html").read_text("utf-8")
