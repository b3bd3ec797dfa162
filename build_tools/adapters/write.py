"""From artifacts to disk, all or nothing.

A site is built in a folder of its own beside the old one, which a rename replaces at the end::

    site/                     readers see this one, whole, until the very end
    .site.building-4711/      everything is written here first
"""

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Iterable
from itertools import chain
from pathlib import Path

from build_tools.model.artifact import Artifact
from build_tools.stages.batches import in_batches

__all__ = ["Written", "discard", "put_in_place", "staging_folder", "write"]

MADE_AHEAD = 32
"""Artifacts that are made before the first of them is written."""


class Written:
    """How much has been written."""

    def __init__(self, files: int = 0, size: int = 0) -> None:
        self.files = files
        self.size = size
        """In bytes."""

    def add(self, other: "Written") -> None:
        """Count what another process wrote too."""
        self.files += other.files
        self.size += other.size


def write(artifacts: Iterable[Artifact], folder: str) -> Written:
    """Write ``artifacts`` below ``folder``.

    Raises:
        ValueError: a path leaves the folder; nothing that content says can bring that about, so
            it is a bug.
    """
    written = Written()
    root = (
        os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        if os.open in os.supports_dir_fd
        else None
    )
    try:
        made: set[str] = set()
        # Made and written in turn, each would find the other's code and tables in the caches.
        for artifact in chain.from_iterable(in_batches(artifacts, MADE_AHEAD)):
            path = artifact.path
            if path.startswith("/") or ".." in path.split("/") or "\\" in path or "\0" in path:
                raise ValueError(f"{path!r} leaves the site's folder")
            parent = path.rpartition("/")[0]
            if parent and parent not in made:
                _make(folder, parent, made)
            descriptor = (
                os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666, dir_fd=root)
                if root is not None
                else os.open(
                    os.path.join(folder, path),
                    os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0),
                    0o666,
                )
            )
            try:
                for piece in artifact.pieces:
                    view = memoryview(piece)
                    while view:
                        view = view[os.write(descriptor, view) :]
                    written.size += len(piece)
            finally:
                os.close(descriptor)
            written.files += 1
    finally:
        if root is not None:
            os.close(root)
    return written


def _make(folder: str, parent: str, made: set[str]) -> None:
    try:
        os.mkdir(os.path.join(folder, parent))
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(os.path.join(folder, parent), exist_ok=True)
    made.add(parent)


def staging_folder(site: Path) -> Path:
    """A fresh, empty folder beside ``site`` to build in; those that dead builds left are removed."""
    site.parent.mkdir(parents=True, exist_ok=True)
    prefix = f".{site.name}.building-"
    for left in site.parent.glob(f"{prefix}*"):
        if not _is_alive(left.name.removeprefix(prefix)):
            shutil.rmtree(left, ignore_errors=True)
    staging = site.parent / f"{prefix}{os.getpid()}"
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir()
    return staging


def _is_alive(process: str) -> bool:
    if not process.isdigit() or int(process) == os.getpid():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def put_in_place(staging: Path, site: Path) -> None:
    """Replace ``site`` by ``staging`` in one step, and then delete what was there.

    Hidden files in the old folder (``.git``, ``.nojekyll``) go with the site, as MkDocs does it.
    """
    if not site.exists():
        staging.rename(site)
        return
    for item in site.iterdir():
        if item.name.startswith(".") and not (staging / item.name).exists():
            if item.is_dir() and not item.is_symlink():
                shutil.copytree(item, staging / item.name, symlinks=True)
            else:
                shutil.copy2(item, staging / item.name, follow_symlinks=False)
    if not _exchange(staging, site):
        # Without an atomic exchange there is a moment between two renames; nothing can be half there.
        old = staging.with_name(f"{staging.name}.old")
        site.rename(old)
        staging.rename(site)
        staging = old
    shutil.rmtree(staging, ignore_errors=True)


def _exchange(first: Path, second: Path) -> bool:
    """Swap two folders atomically, where the system can.

    That is ``renameat2(RENAME_EXCHANGE)`` on Linux and ``renamex_np(RENAME_SWAP)`` on macOS.
    """
    try:
        library = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "linux":
            at_working_directory, exchange = -100, 2
            result = library.renameat2(
                at_working_directory,
                os.fsencode(first),
                at_working_directory,
                os.fsencode(second),
                exchange,
            )
        elif sys.platform == "darwin":
            result = library.renamex_np(os.fsencode(first), os.fsencode(second), 2)
        else:
            return False
    except (OSError, AttributeError):
        return False
    if result and ctypes.get_errno() not in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        raise OSError(
            ctypes.get_errno(), "the finished site could not replace the old one", str(second)
        )
    return bool(result == 0)


def discard(staging: Path) -> None:
    """Delete what a failed build had written."""
    shutil.rmtree(staging, ignore_errors=True)
