"""What a build reads, so that its site goes nowhere near."""

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

from build_tools.adapters.project import inherited
from build_tools.adapters.site.mounts import Mount, mounts
from build_tools.adapters.site.place import Place, Read, find_place, lies_in
from build_tools.adapters.theme.files import THEME, HostTheme
from build_tools.stages.inputs import ENTRIES

__all__ = ["HostConfig", "named_in", "place_of", "what_is_read"]

VERSIONS = (".git", ".hg", ".svn", ".bzr", ".jj", ".pijul", "_darcs", ".fslckout", "CVS")
"""Where a project's history lies: in its folder, or in one above."""


class HostConfig(Protocol):
    """What is needed of the host's configuration."""

    @property
    def config_file_path(self) -> str | None:
        """The file that it was read from."""

    @property
    def site_dir(self) -> str:
        """Where the site goes; absolute."""

    @property
    def docs_dir(self) -> str:
        """The folder of hand-written pages."""

    @property
    def theme(self) -> HostTheme:
        """The theme."""

    @property
    def hooks(self) -> Iterable[object]:
        """Names of scripts that take part in the build."""

    @property
    def watch(self) -> Iterable[str]:
        """What else is watched for changes."""

    @property
    def plugins(self) -> Mapping[str, object]:
        """All plugins, each with its options in ``config``."""

    @property
    def mdx_configs(self) -> Mapping[str, object]:
        """The options of Markdown's extensions."""


def place_of(config: HostConfig, project: Path, glossary: str) -> Place:
    """Where the site of ``project`` goes.

    Args:
        config: what its configuration says.
        project: its folder.
        glossary: the folder of its glossary, relative to it.

    Raises:
        SiteError: it must not go where it is to go.
    """
    options = [getattr(plugin, "config", None) for plugin in config.plugins.values()]
    named = named_in([*options, config.mdx_configs], project)
    table = mounts()
    read = what_is_read(config, project, glossary, table)
    return find_place(Path(config.site_dir), table, read, named)


def what_is_read(
    config: HostConfig, project: Path, glossary: str, table: tuple[Mount, ...]
) -> Iterator[Read]:
    """Everything that a build of ``project`` is known to read, what matters most first."""
    words, docs, theme = project / glossary, Path(config.docs_dir), config.theme.custom_dir
    yield Read("the project's folder", project, wholly=False)
    yield _folder("the glossary", words, project, table)
    yield Read("the glossary's entries", words / ENTRIES)
    yield Read("the folder of pages", docs)
    if config.config_file_path:
        file = Path(config.config_file_path)
        for path in (file, *inherited(file)):
            yield Read("the configuration", path)
    yield Read("the project's history", project / VERSIONS[0])  # even if it only comes to be
    for folder in (project, *project.absolute().parents):
        for name in VERSIONS:
            yield from _history(folder / name)
    for path in (*map(Path, config.theme.dirs), *(project / str(hook) for hook in config.hooks)):
        yield Read("what the site is built with", path)
    for path in map(Path, config.watch):
        yield _folder("what the configuration names", path, project, table)
    yield Read("Concord itself", THEME.parent)
    for prefix in (sys.prefix, sys.base_prefix):
        yield Read("Python", Path(prefix), wholly=False)
    for folder in (docs, *([Path(theme)] if theme else [])):
        for target in _linked(folder, project, table):
            yield _folder(f"what a link in {folder.name}/ leads to", target, project, table)
    for item in _items(words):
        if item.is_symlink():
            yield _folder("what a link in the glossary leads to", Path(item.path), project, table)


def _folder(what: str, path: Path, project: Path, table: tuple[Mount, ...]) -> Read:
    """A folder that may be the project's own, or hold it: a site may lie in such a one."""
    return Read(what, path, wholly=not lies_in(project, path, table))


def _history(folder: Path) -> Iterator[Read]:
    """A repository, and where Git keeps the rest of it when ``.git`` is a file."""
    what = "the project's history"
    if not os.path.lexists(folder):
        return
    yield Read(what, folder)
    kept = _named_by(folder, "gitdir:")
    if kept is None:
        return
    yield Read(what, kept)
    common = _named_by(kept / "commondir", "")
    if common is not None:
        yield Read(what, common)


def _named_by(file: Path, before: str) -> Path | None:
    """The path that a file of Git's holds."""
    try:
        text = file.read_text("utf-8", "surrogateescape") if file.is_file() else ""
    except OSError:
        return None
    named = text.removeprefix(before).strip() if text.startswith(before) else ""
    return file.parent / named if named else None


def named_in(options: object, folder: Path) -> Iterator[Path]:
    """The files and folders that somebody's options name, relative to ``folder``."""
    seen: set[int] = set()
    left = [options]
    while left:
        item = left.pop()
        if isinstance(item, str | os.PathLike):
            path = folder / item
            if item and os.path.lexists(path):
                yield path
        elif id(item) not in seen:
            seen.add(id(item))  # YAML may say one thing in many places
            if isinstance(item, Mapping):
                left += item.values()
            elif isinstance(item, list | tuple):
                left += item


def _linked(folder: Path, project: Path, table: tuple[Mount, ...]) -> Iterator[Path]:
    """Where the links below ``folder`` lead, and those in what they lead to: the host follows them."""
    left, seen = [folder], set()
    while left:
        here = left.pop()
        for item in _items(here):
            if item.is_symlink():
                target = Path(os.path.realpath(item.path))
                if target in seen:
                    continue
                seen.add(target)
                yield target
                if target.is_dir() and not lies_in(project, target, table):
                    left.append(target)
            elif item.is_dir(follow_symlinks=False):
                left.append(here / item.name)


def _items(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as items:
            return sorted(items, key=lambda item: item.name)
    except OSError:
        return []
