"""The same input gives the same bytes, whoever builds, where, with what and how often."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.site.projects import (
    FIXTURES,
    BuiltSite,
    build,
    copy_of_this_project,
    environment,
    snapshot,
)


def differences(first: dict[str, str], second: dict[str, str]) -> list[str]:
    """Names of files that only one has, or that are not the same in both."""
    return sorted(name for name, _ in first.items() ^ second.items())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """This project as it is now."""
    return copy_of_this_project(tmp_path_factory.mktemp("project") / "concord")


@pytest.fixture(scope="module")
def expected(project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What ``concord build`` makes of it."""
    site = tmp_path_factory.mktemp("expected") / "site"
    return snapshot(build(project, site, PYTHONHASHSEED="1", TZ="America/Lima").folder)


def test_another_folder_and_hash_seed(
    project: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    """Of another depth, with a space in its path, and on the other side of the world."""
    other = tmp_path / "some where" / "else"
    shutil.copytree(project, other)
    site = build(other, tmp_path / "site", PYTHONHASHSEED="4711", TZ="Asia/Tokyo", LC_ALL="C")
    assert not differences(expected, snapshot(site.folder))


SUMS = {
    "one after another, as before Python 3.12": "reduce(add, items, start)",
    "exact": "fsum(items) + start if float in set(map(type, items)) else reduce(add, items, start)",
}


@pytest.mark.parametrize("version", SUMS)
def test_however_python_adds_up_fractions(
    version: str, project: Path, expected: dict[str, str], tmp_path: Path
) -> None:
    """``sum`` of floating-point numbers has its own way in each of several versions of Python."""
    (tmp_path / "sitecustomize.py").write_text(
        "import builtins\nfrom functools import reduce\nfrom math import fsum\n"
        "from operator import add\n\ndef summed(items, /, start=0):\n"
        f"    items = list(items)\n    return {SUMS[version]}\n\nbuiltins.sum = summed\n"
    )
    built = build(project, tmp_path / "site", PYTHONPATH=str(tmp_path))
    assert not differences(expected, snapshot(built.folder))


def test_one_worker_or_several(project: Path, expected: dict[str, str], tmp_path: Path) -> None:
    other = tmp_path / "project"
    shutil.copytree(project, other)
    config = other / "mkdocs.yml"
    text = config.read_text("utf-8")
    assert "- concord:\n" in text
    config.write_text(text.replace("- concord:\n", "- concord:\n      workers: 1\n"), "utf-8")
    assert not differences(expected, snapshot(build(other, tmp_path / "site").folder))


@pytest.mark.parametrize(
    "command", ["concord build", "mkdocs build", "python -m build_tools build"]
)
def test_every_command_builds_the_same(
    project: Path, expected: dict[str, str], tmp_path: Path, command: str
) -> None:
    arguments = [*command.split(), "--quiet", "--site-dir", str(tmp_path / "site")]
    done = subprocess.run(
        arguments, cwd=project, env=environment(), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert not differences(expected, snapshot(tmp_path / "site"))


def test_building_over_another_site_leaves_nothing_of_it(tmp_path: Path) -> None:
    project, site = tmp_path / "project", tmp_path / "site"
    shutil.copytree(FIXTURES / "foreign", project)
    fresh = snapshot(build(project, tmp_path / "fresh").folder)
    extra = project / "words" / "entries" / "leaf" / "zhu-cha.yml"
    shutil.copy(extra.with_name("gyokuro.yml"), extra)
    extra.write_text(extra.read_text("utf-8").replace("玉露", "珠茶"), "utf-8")
    (project / "pages" / "more.md").write_text("# More\n", "utf-8")
    assert (build(project, site).folder / "terms/zhu-cha/index.html").is_file()
    extra.unlink()
    (project / "pages" / "more.md").unlink()
    assert not differences(fresh, snapshot(build(project, site).folder))


def test_hidden_files_of_a_published_site_stay(tmp_path: Path) -> None:
    """``.nojekyll`` and ``.git`` belong to whoever publishes."""
    site = tmp_path / "site"
    build(FIXTURES / "foreign", site)
    (site / ".nojekyll").touch()
    (site / ".git").mkdir()
    (site / ".git" / "HEAD").write_text("ref: refs/heads/pages\n", "utf-8")
    (site / ".git" / "link").symlink_to("HEAD")
    build(FIXTURES / "foreign", site)
    assert (site / ".nojekyll").is_file()
    assert (site / ".git" / "HEAD").read_text("utf-8") == "ref: refs/heads/pages\n"


def test_nothing_says_when_or_where_it_was_built(real: BuiltSite) -> None:
    places = (str(real.project), str(real.folder), str(Path.home()))
    telling = [
        path.name
        for path in real.folder.rglob("*")
        if path.suffix in (".html", ".json", ".xml", ".css", ".txt")
        and any(place in path.read_text("utf-8") for place in places if place != "/")
    ]
    assert not telling
    assert not (real.folder / "sitemap.xml.gz").exists()  # MkDocs' own bears a time
