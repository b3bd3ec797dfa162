"""Readers see the old site or the new one, whole, whatever happens to a build."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.projects import (
    FIXTURES,
    build,
    copy_of_this_project,
    environment,
    run,
    snapshot,
    write_project,
)

ENTRY = "term: Tea\ntopic: t\nkind: k\ndefinition: A drink.\nsources: []\n"


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """This project as it is, and with a change that shows on every page."""
    before = copy_of_this_project(tmp_path_factory.mktemp("before") / "project")
    after = Path(shutil.copytree(before, tmp_path_factory.mktemp("after") / "project"))
    config = after / "mkdocs.yml"
    text = config.read_text("utf-8")
    config.write_text(text.replace("site_name: ", "site_name: Changed ", 1), "utf-8")
    return before, after


@pytest.fixture(scope="module")
def project(projects: tuple[Path, Path]) -> Path:
    """What is to be published."""
    return projects[1]


@pytest.fixture(scope="module")
def published(projects: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What readers see before."""
    return build(projects[0], tmp_path_factory.mktemp("published") / "site").folder


@pytest.fixture(scope="module")
def before(published: Path) -> dict[str, str]:
    return snapshot(published)


@pytest.fixture(scope="module")
def after(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    return snapshot(build(project, tmp_path_factory.mktemp("after") / "site").folder)


@pytest.fixture
def site(published: Path, tmp_path: Path) -> Path:
    """A published site that is about to be replaced."""
    return Path(shutil.copytree(published, tmp_path / "public" / "site"))


def start(project: Path, site: Path) -> subprocess.Popen[bytes]:
    """A build in a process group of its own, so that its workers can be killed with it."""
    command = [sys.executable, "-m", "build_tools", "build", "--quiet"]
    options = ["--config", str(project / "mkdocs.yml"), "--site-dir", str(site)]
    return subprocess.Popen(
        [*command, *options],
        cwd=Path(__file__).parents[2],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )


def kill(process: subprocess.Popen[bytes], whole_group: bool = True) -> None:
    """``kill -9``; a build that has already ended is left alone."""
    if process.poll() is None:
        if whole_group:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    process.wait()


def wait_for_workers(site: Path) -> None:
    """Until nobody writes where a killed build was writing."""
    folder = staging(site)
    seen = -1
    while folder and seen != (seen := len(list(folder.rglob("*")))):
        time.sleep(0.1)


def leftovers(site: Path) -> list[str]:
    return sorted(path.name for path in site.parent.iterdir() if path != site)


def staging(site: Path) -> Path | None:
    """Where a build of ``site`` is writing, if one is."""
    return next(site.parent.glob(f".{site.name}.*"), None)


MOMENTS: dict[str, Callable[[Path], bool]] = {
    "the folder is there": Path.is_dir,
    "MkDocs has copied its files": lambda folder: (folder / "assets" / "javascripts").is_dir(),
    "MkDocs has written a page": lambda folder: (folder / "index.html").is_file(),
    "the data are being written": lambda folder: (folder / "data" / "glossary.json").is_file(),
    "entries are being written": lambda folder: len([*(folder / "terms").iterdir()]) > 20,
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_killed_when(
    moment: str, project: Path, site: Path, before: dict[str, str], after: dict[str, str]
) -> None:
    process = start(project, site)
    has_come = MOMENTS[moment]
    deadline = time.monotonic() + 60
    while process.poll() is None and time.monotonic() < deadline:
        folder = staging(site)
        try:
            if folder is not None and has_come(folder):
                break
        except FileNotFoundError:
            pass
        time.sleep(0.0005)
    kill(process)
    assert snapshot(site) in (before, after)
    if process.returncode:  # otherwise the build was quicker than we were
        assert process.returncode == -signal.SIGKILL
    build(project, site)
    assert snapshot(site) == after
    assert leftovers(site) == []


def test_killed_again_and_again(
    project: Path, site: Path, before: dict[str, str], after: dict[str, str]
) -> None:
    """At moments that nobody chose, and without its workers, which may go on a while."""
    started = time.monotonic()
    build(project, site.with_name("other"))
    whole = time.monotonic() - started
    shutil.rmtree(site.with_name("other"))
    for share in (0.3, 0.6, 0.8, 0.9, 1.0):
        process = start(project, site)
        time.sleep(whole * share)
        kill(process, whole_group=False)
        assert snapshot(site) in (before, after), share
        wait_for_workers(site)
    build(project, site)
    assert snapshot(site) == after
    assert leftovers(site) == []


def test_killed_before_there_was_a_site(project: Path, tmp_path: Path) -> None:
    site = tmp_path / "public" / "site"
    process = start(project, site)
    while process.poll() is None and not staging(site):
        time.sleep(0.001)
    kill(process)
    assert not site.exists()
    build(project, site)
    assert leftovers(site) == []


def test_two_builds_at_once(project: Path, site: Path, after: dict[str, str]) -> None:
    processes = [start(project, site), start(project, site)]
    while any(process.poll() is None for process in processes):
        assert (site / "index.html").is_file()  # for readers, there is a site all the time
    assert [process.wait() for process in processes] == [0, 0]
    assert snapshot(site) == after
    assert leftovers(site) == []


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a project of one good entry, and its site."""
    folder = tmp_path_factory.mktemp("good")
    project = write_project(folder / "project", {"entries/tea.yml": ENTRY})
    build(project, folder / "public" / "site")
    return folder


@pytest.fixture
def small(good: Path, tmp_path: Path) -> tuple[Path, Path]:
    """The project and its site, both to be changed at will."""
    shutil.copytree(good, tmp_path, dirs_exist_ok=True)
    return tmp_path / "project", tmp_path / "public" / "site"


def test_an_error_leaves_the_site_as_it_was(small: tuple[Path, Path]) -> None:
    project, site = small
    good = snapshot(site)
    (project / "glossary/entries/wrong.yml").write_text(ENTRY + "colour: green\n", "utf-8")
    (project / "glossary/entries/worse.yml").write_text("term: [\n", "utf-8")
    done = run("build", "--config", project / "mkdocs.yml", "--site-dir", site)
    assert done.returncode == 1
    assert "glossary/entries/wrong.yml:6:1: error:" in done.stderr
    assert "[unknown-key]" in done.stderr
    assert "glossary/entries/worse.yml:" in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(site) == good
    assert leftovers(site) == []


def test_quiet_prints_errors_all_the_same(small: tuple[Path, Path]) -> None:
    project, site = small
    (project / "glossary/entries/tea.yml").write_text(ENTRY + "colour: green\n", "utf-8")
    done = run("build", "--quiet", "--config", project / "mkdocs.yml", "--site-dir", site)
    assert done.returncode == 1
    assert "[unknown-key]" in done.stderr


def test_a_warning_stops_a_strict_build_alone(small: tuple[Path, Path]) -> None:
    project, site = small
    good = snapshot(site)
    entry = project / "glossary/entries/tea.yml"
    entry.write_text(entry.read_text("utf-8").replace("A drink.", "Another drink."), "utf-8")
    arguments = ("build", "--config", project / "mkdocs.yml", "--site-dir", site)
    strict = run(*arguments, "--strict")
    assert strict.returncode == 1
    assert "warning:" in strict.stderr
    assert "[no-source]" in strict.stderr
    assert snapshot(site) == good
    assert leftovers(site) == []
    lenient = run(*arguments)
    assert lenient.returncode == 0
    assert "[no-source]" in lenient.stderr
    assert snapshot(site) != good


@pytest.mark.parametrize(
    ("file", "text", "message"),
    [
        ("docs/index.md", "# Home\n\n[[nothing]]\n", "[unknown-wiki-link]"),
        ("mkdocs.yml", "site_name: A\nplugins: [concord: {glosary: words}]\n", "glosary"),
        ("mkdocs.yml", "site_name: A\nplugins: []\n", "does not list the plugin"),
        ("mkdocs.yml", "site_name: [\n", "cannot be read"),
        (
            "mkdocs.yml",
            "site_name: A\nplugins: [concord]\ntheme: {name: null, custom_dir: theme}\n",
            "no place for",
        ),
    ],
    ids=["page", "unknown option", "no plugin", "no YAML", "theme without slots"],
)
def test_other_mistakes_leave_it_too(
    small: tuple[Path, Path], file: str, text: str, message: str
) -> None:
    project, site = small
    good = snapshot(site)
    (project / "theme").mkdir()
    (project / "theme" / "main.html").write_text("<html>{{ page.content }}</html>", "utf-8")
    (project / file).write_text(text, "utf-8")
    done = run("build", "--config", project / "mkdocs.yml", "--site-dir", site)
    assert done.returncode in (1, 2)
    assert message in done.stderr
    assert "Traceback" not in done.stderr
    assert snapshot(site) == good
    assert leftovers(site) == []


def test_a_theme_that_fails_leaves_it_too(small: tuple[Path, Path]) -> None:
    project, site = small
    good = snapshot(site)
    (project / "theme").mkdir()
    (project / "theme" / "main.html").write_text("{{ nothing.at.all() }}", "utf-8")
    config = project / "mkdocs.yml"
    config.write_text(
        config.read_text("utf-8").replace(
            "{name: material,", "{name: material, custom_dir: theme,"
        ),
        "utf-8",
    )
    assert run("build", "--config", config, "--site-dir", site).returncode == 1
    assert snapshot(site) == good
    assert leftovers(site) == []


@pytest.mark.parametrize("program", ["build_tools", "mkdocs"])
def test_a_strict_host_that_warns_leaves_it_too(small: tuple[Path, Path], program: str) -> None:
    """MkDocs counts its warnings when all is written."""
    project, site = small
    good = snapshot(site)
    (project / "docs" / "more.md").write_text("# More\n\n[nothing](nothing.md)\n", "utf-8")
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "strict: true\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", program, "build", "--site-dir", str(site)],
        cwd=project,
        env=environment(PYTHONPATH=str(Path(__file__).parents[2])),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "the build is strict and there are warnings" in done.stdout + done.stderr
    assert snapshot(site) == good
    assert leftovers(site) == []


def test_site_dir_of_the_configuration_is_where_it_goes(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(FIXTURES / "foreign", project)
    config = project / "mkdocs.yml"
    config.write_text(config.read_text("utf-8") + "site_dir: public\n", "utf-8")
    done = run("build", cwd=project)
    assert done.returncode == 0, done.stderr
    assert "6 entries" in done.stdout
    assert (project / "public" / "terms" / "sencha" / "index.html").is_file()
