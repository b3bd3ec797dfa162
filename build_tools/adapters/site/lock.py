"""One build of a site at a time.

A build locks a file beside the site, and deletes it when it ends. The lock is the system's own
(``flock``), not the file: it is gone with the process that holds it, however that ends, and it
holds between containers, which count their processes for themselves.

Where there are no such locks (Windows, some network file systems) builds do not wait for each
other. Each still writes into a folder of its own and puts it in place in one step, so that what
readers see is whole; the build that ends last is what they see.
"""

import errno
import os
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from build_tools.adapters.site.errors import SiteError, shown

__all__ = ["LONGEST_WAIT", "Lock", "release", "take"]

LONGEST_WAIT = 600
"""Seconds that a build waits for another one."""
BETWEEN_LOOKS = 0.1

_NO_LOCKS = frozenset(
    (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EINVAL, errno.EBADF)
)

try:
    import fcntl

    def _lock(descriptor: int) -> None:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

except ImportError:

    def _lock(descriptor: int) -> None:
        raise OSError(errno.ENOSYS, "this system has no flock", descriptor)


@dataclass(frozen=True, slots=True)
class Lock:
    """A lock that is held."""

    path: Path
    descriptor: int
    """Processes that are forked inherit it: while one of them writes, the lock is held."""


def take(
    path: Path, *, make: bool, say: Callable[[str], None], longest_wait: float = LONGEST_WAIT
) -> Lock | None:
    """Hold the lock ``path``; ``None`` where there is none.

    Args:
        path: its file.
        make: whether to make the file if it is not there.
        say: told once, if another build holds it.
        longest_wait: in seconds.

    Raises:
        OSError: the file cannot be made or opened.
        SiteError: another build has held it for too long.
    """
    until = time.monotonic() + longest_wait
    told = False
    while True:
        descriptor = _opened(path, make)
        if descriptor is None:
            return None
        try:
            _lock(descriptor)
        except OSError as error:
            os.close(descriptor)
            if error.errno in _NO_LOCKS:
                if make:
                    with suppress(OSError):
                        path.unlink()
                return None
            if error.errno not in (errno.EWOULDBLOCK, errno.EAGAIN, errno.EACCES):
                raise
        else:
            if _is_still(path, descriptor):
                return Lock(path, descriptor)
            os.close(descriptor)  # who held it has deleted the file
            continue
        if time.monotonic() > until:
            raise SiteError(
                f"another build has held {shown(path)} for {longest_wait:.0f} seconds; let it"
                " end, or end it, and build again"
            )
        if not told:
            say(f"another build holds {shown(path)}; waiting for it to end")
            told = True
        time.sleep(BETWEEN_LOOKS)


def _opened(path: Path, make: bool) -> int | None:
    # Never through a link, and never waiting for the other end of a pipe.
    careful = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        return os.open(path, os.O_RDWR | careful | (os.O_CREAT if make else 0), 0o666)
    except FileNotFoundError:
        if make:
            raise
        return None
    except PermissionError:
        # Somebody else's, in a folder that many write to.
        try:
            return os.open(path, os.O_RDONLY | careful)
        except FileNotFoundError:
            if not make:
                return None
        raise


def _is_still(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.lstat(), os.fstat(descriptor))
    except FileNotFoundError:
        return False


def release(lock: Lock) -> None:
    """Let others build."""
    if _is_still(lock.path, lock.descriptor):
        with suppress(OSError):  # it is somebody else's; a lock is no less free for its file
            lock.path.unlink()
    os.close(lock.descriptor)
