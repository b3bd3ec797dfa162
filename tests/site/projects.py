"""Projects to build, the commands that build them, and what they leave on disk."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import quote

import yaml

from tests.site.page import Page, parse

__all__ = [
    "FIXTURES",
    "HOSTILE_FOLDER",
    "ROOT",
    "BuiltSite",
    "build",
    "copy_of_this_project",
    "environment",
    "execute",
    "hostile_project",
    "run",
    "snapshot",
    "write_project",
]

ROOT = Path(__file__).parents[2]
FIXTURES = Path(__file__).parent / "fixtures"

HOSTILE_FOLDER = "\"><script>window.__pwned='folder'<script> #?%41&b"
"""A folder of entries may have any name; this one cannot be checked out everywhere."""


class Tags(yaml.SafeLoader):
    """Reads configurations whatever tags they use."""


Tags.add_multi_constructor("", lambda _loader, _suffix, _node: None)


@dataclass(frozen=True)
class BuiltSite:
    """A project and the site that was built of it."""

    project: Path
    folder: Path

    @cached_property
    def config(self) -> Any:
        return yaml.load((self.project / "mkdocs.yml").read_text("utf-8"), Loader=Tags)  # noqa: S506  # a safe loader

    @property
    def url(self) -> str:
        """Where it is to be published, ending in a slash."""
        url: str = self.config["site_url"]
        return url.rstrip("/") + "/"

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every page by its path in the site."""
        return {
            path.relative_to(self.folder).as_posix(): parse(path)
            for path in sorted(self.folder.rglob("*.html"))
        }

    @cached_property
    def files(self) -> frozenset[str]:
        """Every file by its path in the site."""
        every = (path for path in self.folder.rglob("*") if path.is_file())
        return frozenset(path.relative_to(self.folder).as_posix() for path in every)

    def page(self, url: str) -> Page:
        """The page at a URL relative to the root, ``terms/``."""
        return self.pages[f"{url}index.html"]

    def entry(self, name: str) -> Page:
        return self.page(f"terms/{name}/")

    @cached_property
    def data(self) -> Any:
        """``/data/glossary.json``."""
        return json.loads((self.folder / "data/glossary.json").read_bytes())

    @cached_property
    def entries(self) -> dict[str, Any]:
        """The entries of the data file by id."""
        return {entry["id"]: entry for entry in self.data["entries"]}

    def absolute(self, path: str) -> str:
        """The URL of a file of the site."""
        return self.url + quote(path.removesuffix("index.html"))


def environment(**more: str) -> dict[str, str]:
    """What a command runs in: no colours, no progress bar, and the tools of this interpreter."""
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    fixed = {"PATH": path, "CI": "1", "NO_COLOR": "1", "NO_MKDOCS_2_WARNING": "1"}
    # Without its byte code, a command compiles all of itself before it begins.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return {**inherited, **fixed, **more}


def run(
    *arguments: str | Path, cwd: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m build_tools`` as a user would, from any folder."""
    return execute(sys.executable, "-m", "build_tools", *arguments, cwd=cwd, **variables)


def execute(
    *command: str | Path, cwd: Path | None = None, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run any command, from any folder."""
    return subprocess.run(
        list(map(str, command)),
        cwd=cwd or ROOT,
        env=environment(**variables),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def build(project: Path, site: Path, *arguments: str, **variables: str) -> BuiltSite:
    """Build a site, which must succeed."""
    config = project / "mkdocs.yml"
    done = run("build", "--config", config, "--site-dir", site, *arguments, cwd=None, **variables)
    assert done.returncode == 0, done.stdout + done.stderr
    return BuiltSite(project, site)


def copy_of_this_project(folder: Path) -> Path:
    """This repository's content and configuration, without its code."""
    code = ("build_tools", "tests", "requirements", "site", "build", "dist", "*.egg-info", ".*")
    shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(*code))
    return folder


def hostile_project(folder: Path) -> Path:
    """The project of ``fixtures/hostile`` with its entries in a folder of a hostile name."""
    shutil.copytree(FIXTURES / "hostile", folder)
    entries = folder / "glossary" / "entries"
    (entries / "plain").rename(entries / HOSTILE_FOLDER)
    return folder


_CONFIG = """\
site_name: A glossary
site_url: https://glossary.example.org/
theme: {name: material, font: false}
plugins: [concord]
"""


def write_project(folder: Path, files: dict[str, str]) -> Path:
    """A project with these files, paths relative to its glossary, and a configuration."""
    texts = {"topics.yml": "t: {label: T, definition: D}\n"}
    texts |= {"kinds.yml": "k: {label: K, definition: D}\n"} | files
    (folder / "docs").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(_CONFIG, encoding="utf-8")
    for name, text in texts.items():
        path = folder / "glossary" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def snapshot(folder: Path) -> dict[str, str]:
    """Every file below ``folder`` with a digest of its bytes; empty folders count too."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            found[name] = f"link to {path.readlink()}"
        elif path.is_file():
            found[name] = hashlib.sha256(path.read_bytes()).hexdigest()
        elif not any(path.iterdir()):
            found[name] = "empty folder"
    return found
