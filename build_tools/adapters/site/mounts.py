"""What is mounted where.

A folder may be another one's twin without any link: mounted in two places (``mount --bind``, a
container's volumes). And a folder on which something is mounted cannot be renamed.
"""

import os
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Mount", "is_mount_point", "mounted_below", "mounts", "twin_of"]

TABLE = Path("/proc/self/mountinfo")
"""Linux's; elsewhere there is none, and what follows knows less."""

_ESCAPE = re.compile(rb"\\([0-7]{3})")


@dataclass(frozen=True, slots=True)
class Mount:
    """A line of the table; paths are texts, since they are compared often."""

    point: str
    device: str
    root: str
    """Which folder of the device's is mounted."""


def mounts() -> tuple[Mount, ...]:
    """All mounts; of two in one place, the later one is what is seen."""
    try:
        table = TABLE.read_bytes()
    except OSError:
        return ()
    lines = (line.split(b" ") for line in table.splitlines())
    return tuple(
        Mount(_path(fields[4]), os.fsdecode(fields[2]), _path(fields[3]))
        for fields in lines
        if len(fields) > 4
    )


def _path(field: bytes) -> str:
    return os.fsdecode(_ESCAPE.sub(lambda found: bytes((int(found[1], 8) & 255,)), field))


def is_mount_point(folder: Path) -> bool:
    """Whether something is mounted on ``folder``, a real path.

    ``os.path.ismount`` does not see a folder that is mounted from the same device.
    """
    return os.path.ismount(folder) or any(mount.point == str(folder) for mount in mounts())


def mounted_below(folder: Path) -> tuple[Path, ...]:
    """The mount points inside ``folder``, a real path."""
    inside = f"{folder}{os.sep}"
    return tuple(Path(mount.point) for mount in mounts() if mount.point.startswith(inside))


def twin_of(path: str, table: Iterable[Mount]) -> tuple[str, str] | None:
    """Where a real path lies on its device, which is the same for each place that shows it."""
    found, length = None, -1
    for mount in table:
        point = mount.point.rstrip("/")
        if len(point) >= length and (path == point or path.startswith(f"{point}/")):
            found, length = mount, len(point)
    return (found.device, found.root.rstrip("/") + path[length:] or "/") if found else None
