"""Putting one folder in another's place."""

import ctypes
import errno
import os
import sys
from pathlib import Path

from build_tools.adapters.site.removal import remove

__all__ = ["exchange", "swap"]

ATTEMPTS = 100
"""Where builds do not wait for each other, another one may be quicker; not this often."""


def swap(new: Path, site: Path) -> None:
    """Put ``new`` where ``site`` is, if it is there; it is called ``new`` afterwards.

    Raises:
        OSError: it cannot be done; ``site`` is what it was.
    """
    for _ in range(ATTEMPTS):
        if _swapped(new, site):
            return
    raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(site))


def _swapped(new: Path, site: Path) -> bool:
    old = new.with_name(f"{new.name}.old")
    try:
        if exchange(new, site):
            return True
        # Without an exchange there is a moment between two renames; nothing can be half there.
        site.rename(old)
    except FileNotFoundError:
        return _renamed(new, site)
    try:
        done = _renamed(new, site)
    except OSError:
        old.rename(site)
        raise
    if done:
        old.rename(new)
    else:
        remove(old)
    return done


def _renamed(new: Path, site: Path) -> bool:
    """Whether ``new`` became ``site``; otherwise another build's was quicker."""
    try:
        new.rename(site)
    except OSError as error:
        if error.errno in (errno.ENOTEMPTY, errno.EEXIST):
            return False
        raise
    return True


def exchange(first: Path, second: Path) -> bool:
    """Swap two folders atomically, where the system can.

    That is ``renameat2(RENAME_EXCHANGE)`` on Linux and ``renamex_np(RENAME_SWAP)`` on macOS.

    Raises:
        FileNotFoundError: one of them is not there.
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
    if result and ctypes.get_errno() == errno.ENOENT:
        raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(second))
    return bool(result == 0)
