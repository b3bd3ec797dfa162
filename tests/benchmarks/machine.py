"""What a run was measured on, without anything that changes from day to day."""

import os
import platform
from pathlib import Path

__all__ = ["describe"]


def describe() -> str:
    """Return processor, cores, memory, system and Python in one line."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    cores = len(os.sched_getaffinity(0))
    parts = (
        _processor(),
        f"{cores} core{'' if cores == 1 else 's'}",
        f"{memory:.0f} GiB of memory",
        platform.freedesktop_os_release().get("PRETTY_NAME", platform.system()),
        f"Python {platform.python_version()}",
    )
    return ", ".join(parts)


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            return value.strip()
    return platform.machine()
