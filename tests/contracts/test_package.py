"""What a package holds, and the version that it and all others state."""

import re
import shutil
import subprocess
import sys
import tomllib
from fnmatch import fnmatch
from pathlib import Path
from zipfile import ZipFile

import pytest
import yaml

from build_tools import __version__

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
NOT_OURS = ("__pycache__", ".mypy_cache", ".ruff_cache")


def files_of(folder: Path) -> set[str]:
    """What lies in ``build_tools``, but for what tools leave there."""
    return {
        path.relative_to(folder).as_posix()
        for path in (folder / "build_tools").rglob("*")
        if path.is_file() and not set(path.parts) & set(NOT_OURS)
    }


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this repository, built without a network in a copy of what it needs."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    ours = shutil.ignore_patterns(*NOT_OURS)
    shutil.copytree(ROOT / "build_tools", source / "build_tools", ignore=ours)
    for name in ("pyproject.toml", PROJECT["project"]["readme"], "LICENSE"):
        shutil.copy(ROOT / name, source)
    options = ("--no-deps", "--no-build-isolation", "--no-index", "--wheel-dir", str(folder))
    done = subprocess.run(
        [sys.executable, "-m", "pip", "wheel", "--quiet", *options, str(source)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    (built,) = folder.glob("*.whl")
    return built


def test_a_wheel_holds_every_file_of_the_package(wheel: Path) -> None:
    with ZipFile(wheel) as archive:
        packed = {name for name in archive.namelist() if name.startswith("build_tools/")}
    assert packed == files_of(ROOT)


@pytest.mark.parametrize("pattern", PROJECT["tool"]["setuptools"]["package-data"]["build_tools"])
def test_package_data_that_are_promised_exist(pattern: str) -> None:
    # A star of fnmatch also stands for slashes, as two stars of setuptools do.
    assert any(fnmatch(name, f"build_tools/{pattern}") for name in files_of(ROOT))


def test_every_folder_of_modules_is_a_package() -> None:
    folders = {path.parent for path in (ROOT / "build_tools").rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def test_types_are_promised_to_those_who_import_us() -> None:
    assert "Typing :: Typed" in PROJECT["project"]["classifiers"]
    assert (ROOT / "build_tools/py.typed").read_bytes() == b""


# -- the version


def test_the_version_is_read_from_one_place(wheel: Path) -> None:
    assert "version" not in PROJECT["project"]
    assert PROJECT["project"]["dynamic"] == ["version"]
    assert PROJECT["tool"]["setuptools"]["dynamic"]["version"] == {
        "attr": "build_tools.__version__"
    }
    assert wheel.name.startswith(f"concord_glossary-{__version__}-")


def test_the_program_says_its_version() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "build_tools", "--version"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout == f"concord {__version__}\n"


def test_it_is_cited_in_its_version() -> None:
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert cited["version"] == __version__


def released(changelog: str) -> list[str]:
    """The versions that have a section of their own, the newest first."""
    return re.findall(r"^## \[(\d[^\]]*)\]", changelog, re.MULTILINE)


def test_the_changelog_knows_no_newer_version() -> None:
    assert released("## [Unreleased]\n\n## [1.10.0] - 2026-01-02\n## [0.9.0] - x\n") == [
        *("1.10.0", "0.9.0")
    ]
    sections = released((ROOT / "CHANGELOG.md").read_text("utf-8"))
    # A release moves what is unreleased into a section and states its version in one commit.
    assert sections[:1] in ([], [__version__])


def test_no_other_file_states_the_version() -> None:
    stated = re.compile(rf"(?<![\w.]){re.escape(__version__)}(?![\w.]*\d)")
    ours = [ROOT / name for name in (*files_of(ROOT), "pyproject.toml", "Makefile", "README.md")]
    found = {
        path.relative_to(ROOT).as_posix()
        for path in (*ours, ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md"))
        if path.suffix not in (".js", ".LICENSE") and stated.search(path.read_text("utf-8"))
    }
    # The page of benchmarks says what was measured, then and for good.
    assert found - {"docs/about/benchmarks.md"} == {"build_tools/__init__.py"}


# -- those who cite it


def test_the_citation_file_is_what_it_should_be() -> None:
    """https://citation-file-format.github.io, version 1.2.0."""
    cited = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    assert {"cff-version", "message", "title", "authors"} <= cited.keys()
    assert cited["cff-version"] == "1.2.0"
    assert cited["type"] == "software"
    assert cited["license"] == PROJECT["project"]["license"]
    assert cited["keywords"] == PROJECT["project"]["keywords"]
    (holder,) = cited["authors"]
    assert f"Copyright (c) 2026 {holder['name']}\n" in (ROOT / "LICENSE").read_text("utf-8")
