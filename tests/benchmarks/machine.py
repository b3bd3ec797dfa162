"""What a run was measured on, without anything that changes from day to day, and what it needs."""

import os
import platform
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

__all__ = ["describe", "install"]


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


def install(name: str, package: str, is_there: Callable[[], object]) -> str | None:
    """Install a Debian package where that can be done; return why it is not there, or ``None``."""
    if is_there():
        return None
    command = ("apt-get", "install", "-y", "--no-install-recommends", package)
    advice = f"{name} is not installed; try `{' '.join(command)}` as root"
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return advice
    print(f"{name} is missing: installing it with apt-get", flush=True)
    installed = subprocess.run(
        command,
        env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
    )
    return None if installed.returncode == 0 and is_there() else advice


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        key, _, value = line.partition(":")
        if key.strip() == "model name":
            return value.strip()
    return platform.machine()
