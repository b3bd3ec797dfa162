"""What stays with a site when another one takes its place."""

import shutil
import stat
from collections.abc import Callable
from pathlib import Path

from build_tools.adapters.site.place import is_kept

__all__ = ["copy_kept"]


def copy_kept(site: Path, new: Path, is_ours: Callable[[str], bool]) -> None:
    """Copy the hidden files of ``site`` to ``new``, but for those that it has already.

    Links are copied as links. Pipes, sockets and devices hold nothing and are left out.

    Args:
        site: the old folder.
        new: the new one.
        is_ours: whether a file of this name is a build's own.

    Raises:
        OSError: something could not be copied.
    """
    for item in site.iterdir():
        target = new / item.name
        if not is_kept(item.name) or is_ours(item.name) or target.is_symlink() or target.exists():
            continue
        if item.is_dir() and not item.is_symlink():
            shutil.copytree(item, target, symlinks=True, copy_function=_copy)
        else:
            _copy(str(item), str(target))


def _copy(source: str, target: str) -> None:
    kind = Path(source).lstat().st_mode
    if stat.S_ISREG(kind) or stat.S_ISLNK(kind):
        shutil.copy2(source, target, follow_symlinks=False)
