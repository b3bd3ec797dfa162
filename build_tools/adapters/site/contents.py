"""Replacing what is in a folder, where the folder itself must stay.

A mount point cannot be renamed, nor can a folder whose parent may not be written to. Its files are
replaced one by one then, each in one step: pages last, so that a new page never asks for what is
not there yet, and then what is no longer part of the site is deleted. A reader sees every page all
the time, whole, though for a moment some are old and some are new. A build that is killed in that
moment leaves it at that, until the next one.
"""

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from build_tools.adapters.site.errors import SiteError, reason, shown
from build_tools.adapters.site.place import MARK, is_kept
from build_tools.adapters.site.removal import remove

__all__ = ["fill"]


def fill(site: Path, new: Path) -> None:
    """Give ``site`` the contents of ``new``; what is kept with a site stays.

    Raises:
        OSError: nothing was changed.
        SiteError: the site is part old, part new.
    """
    folders, files = _contents(new)
    # The mark comes first, so that even the beginning of a site is known for one.
    files.sort(key=lambda name: (name != MARK, name.endswith(".html"), name))
    changed = False
    try:
        for name in files[:1]:
            _move(new / name, site / name, new.name)
            changed = True
        for name in folders:
            _make(site / name)
        for name in files[1:]:
            _move(new / name, site / name, new.name)
        _delete_others(site, {_identity(site / name) for name in (*folders, *files)}, is_kept)
    except OSError as error:
        if not changed:
            raise
        raise SiteError(
            f"{shown(site)} could be replaced only in part ({reason(error)}): mend that, and build again"
        ) from None


def _contents(folder: Path) -> tuple[list[str], list[str]]:
    """The folders below ``folder``, outer ones first, and the files, relative to it."""
    folders, files = [], []
    left = [""]
    while left:
        here = left.pop()
        for item in _items(folder / here):
            name = f"{here}{item.name}"
            if item.is_dir(follow_symlinks=False):
                folders.append(name)
                left.append(f"{name}/")
            else:
                files.append(name)
    return folders, files


def _items(folder: Path) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as items:
        yield from list(items)


def _make(folder: Path) -> None:
    """Make a folder where there is none; a file or link in its place goes."""
    if folder.is_symlink() or not folder.is_dir():
        folder.unlink(missing_ok=True)
        folder.mkdir()


def _move(file: Path, target: Path, spare: str) -> None:
    """Put ``file`` where ``target`` is, in one step; between devices by a copy called ``spare``."""
    if target.is_dir() and not target.is_symlink():
        _delete(target)
    try:
        file.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        copy = target.with_name(spare)
        try:
            shutil.copyfile(file, copy, follow_symlinks=False)
            copy.replace(target)
        finally:
            copy.unlink(missing_ok=True)


def _identity(path: Path) -> tuple[int, int]:
    found = path.lstat()
    return found.st_dev, found.st_ino


def _delete_others(
    folder: Path, wanted: set[tuple[int, int]], stays: Callable[[str], bool]
) -> None:
    """Delete what is not ``wanted``, known by what it is: names may differ in their letters' case."""
    for item in _items(folder):
        path = Path(item.path)
        if stays(item.name):
            continue
        if _identity(path) not in wanted:
            _delete(path)
        elif item.is_dir(follow_symlinks=False):
            _delete_others(path, wanted, lambda _name: False)


def _delete(path: Path) -> None:
    if path.is_symlink() or not path.is_dir():
        path.unlink()
    elif not remove(path):
        raise OSError(errno.ENOTEMPTY, os.strerror(errno.ENOTEMPTY), str(path))
