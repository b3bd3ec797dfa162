"""A build replaces the folder that it writes to: never what is read, nor others' but by force."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.projects import FIXTURES, build, environment, execute, run, snapshot, write_project

ENTRY = "term: Tea\ntopic: t\nkind: k\ndefinition: A drink.\nsources: []\n"
MARK = ".built-by-concord"

Command = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a repository, beside another folder of somebody's."""
    folder = write_project(tmp_path / "all" / "project", {"entries/tea.yml": ENTRY})
    (folder / "docs" / "index.md").write_text("# Home\n", "utf-8")
    for path in (folder / ".git" / "HEAD", tmp_path / "all" / "other" / "notes.txt"):
        path.parent.mkdir()
        path.write_text("mine\n", "utf-8")
    return folder


def configure(project: Path, site: str) -> None:
    config = project / "mkdocs.yml"
    config.write_text(f"{config.read_text('utf-8')}site_dir: '{site}'\n", "utf-8")


def concord_with_option(project: Path, site: str, *more: str) -> subprocess.CompletedProcess[str]:
    return run("build", "--site-dir", site, *more, cwd=project)


def concord_with_configuration(
    project: Path, site: str, *more: str
) -> subprocess.CompletedProcess[str]:
    configure(project, site)
    return run("build", *more, cwd=project)


def mkdocs(project: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return execute(sys.executable, "-m", "mkdocs", "build", *arguments, cwd=project)


def mkdocs_with_option(project: Path, site: str) -> subprocess.CompletedProcess[str]:
    return mkdocs(project, "--site-dir", site)


def mkdocs_with_configuration(project: Path, site: str) -> subprocess.CompletedProcess[str]:
    configure(project, site)
    return mkdocs(project)


COMMANDS = [
    concord_with_option,
    concord_with_configuration,
    mkdocs_with_option,
    mkdocs_with_configuration,
]


def refused(
    done: "subprocess.CompletedProcess[str]", tree: Path, before: dict[str, str], *words: str
) -> None:
    """It failed with a sentence, and nothing is other than it was."""
    said = done.stdout + done.stderr
    assert done.returncode == 1, said
    assert "Traceback" not in said
    for word in words:
        assert word in said
    after = snapshot(tree)
    changed = {name for name, _ in after.items() ^ before.items()} - {"project/mkdocs.yml"}
    # The host compiles a project's hooks before it asks anybody.
    assert not {name for name in changed if "__pycache__" not in name}


@pytest.mark.parametrize("command", COMMANDS)
@pytest.mark.parametrize("site", ["glossary", ".git", "../other"])
def test_what_is_there_is_not_lost(project: Path, command: Command, site: str) -> None:
    before = snapshot(project.parent)
    refused(command(project, site), project.parent, before, site.removeprefix("../"))


@pytest.mark.parametrize(
    "site",
    [
        *(".", "..", "/", "docs", "docs/site"),
        *("glossary/", "glossary/entries", "glossary/site", "site/../glossary", "./.git/site"),
    ],
)
def test_what_is_read_is_never_replaced(project: Path, site: str) -> None:
    before = snapshot(project.parent)
    refused(concord_with_option(project, site, "--force"), project.parent, before)


@pytest.mark.parametrize("target", ["glossary", "glossary/entries", "docs", ".", "..", ".git"])
@pytest.mark.parametrize("below", ["", "/new"])
def test_nor_through_a_link(project: Path, target: str, below: str) -> None:
    if below and target in (".", ".."):
        return
    (project / "public").symlink_to(target)
    before = snapshot(project.parent)
    done = concord_with_option(project, f"public{below}", "--force")
    refused(done, project.parent, before, "the site cannot go to")


def test_nor_what_links_in_the_pages_lead_to(project: Path) -> None:
    (project / "docs" / "more").symlink_to("../../other")
    before = snapshot(project.parent)
    done = concord_with_option(project, "../other", "--force")
    refused(done, project.parent, before, "what a link in docs/ leads to")


@pytest.mark.parametrize("site", ["theme", "theme/site", "hooks"])
def test_nor_what_the_configuration_names(project: Path, site: str) -> None:
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace(
        "{name: material,", "{name: material, custom_dir: theme,"
    )
    config.write_text(f"{text}hooks: [hooks/a.py]\n", "utf-8")
    for name in ("theme/main.html", "hooks/a.py"):
        (project / name).parent.mkdir()
        (project / name).write_text("", "utf-8")
    before = snapshot(project.parent)
    done = concord_with_option(project, site, "--force")
    refused(done, project.parent, before, "what the site is built with")


def test_nor_the_engine(project: Path) -> None:
    import build_tools

    engine = Path(build_tools.__file__).parent
    before = snapshot(engine)
    for site in (engine / "theme" / "site", engine / "adapters", engine):
        done = concord_with_option(project, str(site), "--force")
        assert done.returncode == 1
        assert "built with" in done.stderr or "Concord itself" in done.stderr
    assert {k: v for k, v in snapshot(engine).items() if "__pycache__" not in k} == {
        k: v for k, v in before.items() if "__pycache__" not in k
    }


def test_it_is_refused_before_anything_is_read(project: Path) -> None:
    (project / "glossary" / "entries" / "wrong.yml").write_text("term: [\n", "utf-8")
    done = concord_with_option(project, "glossary")
    assert done.returncode == 1
    assert "wrong.yml" not in done.stderr
    assert len(done.stderr.splitlines()) == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_a_site_may_be_built_again_and_again(project: Path, command: Command) -> None:
    for _ in range(2):
        done = command(project, "public/site")
        assert done.returncode == 0, done.stderr
        configuration = project / "mkdocs.yml"
        text = configuration.read_text("utf-8")
        configuration.write_text(text.replace("site_dir: 'public/site'\n", ""), "utf-8")
    assert (project / "public/site/terms/tea/index.html").is_file()
    assert (project / "public/site" / MARK).is_file()
    assert [path.name for path in (project / "public").iterdir()] == ["site"]


def test_an_empty_folder_and_a_fresh_checkout_are_taken(project: Path) -> None:
    (project / "site" / ".git").mkdir(parents=True)
    (project / "site" / ".git" / "HEAD").write_text("ref", "utf-8")
    assert concord_with_option(project, "site").returncode == 0
    assert (project / "site" / ".git" / "HEAD").read_text("utf-8") == "ref"


def test_force_replaces_what_somebody_else_made(project: Path) -> None:
    other = project.parent / "other"
    done = concord_with_option(project, "../other", "--force")
    assert done.returncode == 0, done.stderr
    assert not (other / "notes.txt").exists()
    assert (other / "index.html").is_file()
    assert concord_with_option(project, "../other").returncode == 0


def test_force_is_named_where_it_helps(project: Path) -> None:
    for command in (concord_with_option, mkdocs_with_option):
        done = command(project, "../other")
        assert done.returncode == 1
        said = done.stdout + done.stderr
        assert "notes.txt" in said
        assert "concord build --force" in said


def test_a_site_of_an_earlier_version_is_known(project: Path) -> None:
    """It bears no mark."""
    for command in (concord_with_option, mkdocs_with_option):
        assert command(project, "site").returncode == 0
        (project / "site" / MARK).unlink()
        done = command(project, "site")
        assert done.returncode == 0, done.stdout + done.stderr
        assert (project / "site" / MARK).is_file()


def test_the_mark_is_the_same_everywhere_and_no_page(project: Path, tmp_path: Path) -> None:
    site = build(project, tmp_path / "site").folder
    other = build(FIXTURES / "foreign", tmp_path / "other").folder
    assert (site / MARK).read_bytes() == (other / MARK).read_bytes()
    assert b"Concord" in (site / MARK).read_bytes()
    assert str(tmp_path).encode() not in (site / MARK).read_bytes()
    listed = [path for path in site.rglob("*") if path.is_file() and path.name != MARK]
    assert not [path for path in listed if MARK.encode() in path.read_bytes()]


def test_two_projects_side_by_side(project: Path) -> None:
    """One's site is nothing to the other."""
    shutil.copytree(project, project.parent / "second")
    for name, site in (("project", "../sites/a"), ("second", "../sites/b")):
        done = concord_with_option(project.parent / name, site)
        assert done.returncode == 0, done.stderr
    assert sorted(path.name for path in (project.parent / "sites").iterdir()) == ["a", "b"]
    done = concord_with_option(project, "../second")
    assert done.returncode == 1
    assert "--force" in done.stderr


def test_in_the_folder_of_the_site(project: Path) -> None:
    """Who works in it can go on working in it."""
    assert concord_with_option(project, "site").returncode == 0
    program = f"for i in 1 2; do {sys.executable} -m build_tools build --config ../mkdocs.yml; done"
    done = subprocess.run(
        ["/bin/sh", "-c", program],
        cwd=project / "site",
        env=environment(PYTHONPATH=str(Path(__file__).parents[2])),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.count("files written to ./") == 2, done.stderr
