"""What a file holds, or why that cannot be said: nothing here raises, or waits for anybody."""

import errno
import os
import stat
from typing import Final

from build_tools.model.source import Trouble

__all__ = ["kind_trouble", "read_file", "trouble_of"]

ENTRY_BYTES = 16 * 1024
"""What nearly every entry fits into."""

_READ: Final = (
    os.O_RDONLY
    | getattr(os, "O_BINARY", 0)
    | getattr(os, "O_NONBLOCK", 0)  # a pipe that nobody writes to would never open
    | getattr(os, "O_NOCTTY", 0)
)
_TROUBLES: Final = {
    errno.EACCES: Trouble.PERMISSION,
    errno.EPERM: Trouble.PERMISSION,
    errno.EISDIR: Trouble.FOLDER,
    errno.ENOTDIR: Trouble.NO_FOLDER,
    errno.ELOOP: Trouble.CIRCLE,
    errno.ENOENT: Trouble.VANISHED,
    errno.ENAMETOOLONG: Trouble.NAME_TOO_LONG,
    errno.EMFILE: Trouble.TOO_MANY_OPEN,
    errno.ENFILE: Trouble.TOO_MANY_OPEN,
    errno.EIO: Trouble.DISK,
    errno.ENXIO: Trouble.SOCKET,  # what Linux says when one opens a socket
    errno.EOPNOTSUPP: Trouble.SOCKET,  # what macOS says
}


def read_file(path: str, limit: int) -> tuple[bytes, str | None]:
    """The content of a file, and why there is none if there is none.

    Of a file that is longer than ``limit``, a byte more than that is read. What it is, is asked of
    the opened file: by its path it might be another one by then.
    """
    try:
        descriptor = os.open(path, _READ)
    except (OSError, ValueError) as error:
        return b"", trouble_of(error)
    try:
        trouble = kind_trouble(os.fstat(descriptor).st_mode)
        if trouble:
            return b"", trouble
        # Nearly every entry is read at once, and without a file object, which would cost as much.
        content = os.read(descriptor, ENTRY_BYTES)
        if len(content) == ENTRY_BYTES:
            with open(descriptor, "rb", closefd=False) as file:
                content += file.read(limit + 1 - ENTRY_BYTES)
    except OSError as error:
        return b"", trouble_of(error)
    finally:
        os.close(descriptor)
    return content, None


def kind_trouble(mode: int) -> Trouble | None:
    """Why what has this mode is not to be read; ``None`` for a file."""
    if stat.S_ISREG(mode):
        return None
    if stat.S_ISDIR(mode):
        return Trouble.FOLDER
    if stat.S_ISFIFO(mode):
        return Trouble.PIPE
    return Trouble.SOCKET if stat.S_ISSOCK(mode) else Trouble.DEVICE


def trouble_of(error: OSError | ValueError) -> str:
    """Why something cannot be read, by what the system said."""
    if not isinstance(error, OSError):  # a path that no system takes
        return str(error)
    said = error.strerror or str(error)
    return _TROUBLES.get(error.errno or 0) or f"{said[:1].lower()}{said[1:]}"
