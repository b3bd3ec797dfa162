"""Deleting folders, and nothing that they lead to."""

import os
import shutil
from contextlib import suppress
from pathlib import Path

__all__ = ["remove"]


def remove(folder: Path) -> bool:
    """Delete a folder with all that is in it, as far as it can be; links are not followed.

    Returns:
        Whether it is gone.
    """
    shutil.rmtree(folder, ignore_errors=True)
    if os.path.lexists(folder):
        # Folders that may not be written to can be, once their owner says so.
        _open_up(folder)
        shutil.rmtree(folder, ignore_errors=True)
    return not os.path.lexists(folder)


def _open_up(folder: Path) -> None:
    with suppress(OSError):
        if folder.is_symlink():
            return
        folder.chmod(0o700)
        for item in list(os.scandir(folder)):
            if item.is_dir(follow_symlinks=False):
                _open_up(Path(item.path))
