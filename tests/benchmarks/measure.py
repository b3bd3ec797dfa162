"""Run one command and say what it cost: CPU, wall time and memory of all its processes.

Linux only. CPU is exact: the kernel adds it up for each process and all that it has
waited for, and processes that outlive their parent are handed to this one. The sum of
memory over the processes is sampled and may miss a short peak; the largest process's
own peak is exact.
"""

import contextlib
import ctypes
import os
import resource
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["Usage", "measure"]

_PR_SET_CHILD_SUBREAPER = 36
"""From the kernel's prctl.h: orphans below this process become its children."""
_SAMPLE_SECONDS = 0.05
_SAMPLE_SHARE = 20
"""Sampling holds up what it looks at: it rests this many times longer than it works."""
_PATIENCE_SECONDS = 10.0
"""How long a process may outlive the command that started it."""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command cost, with all the processes that it started."""

    exit_code: int
    cpu_seconds: float
    """User and system time."""
    wall_seconds: float
    largest_process_bytes: int
    """The highest resident memory that any one process had."""
    all_processes_bytes: int
    """The highest sum over all processes at one moment, shared pages counted once."""
    output: str
    """What the command printed."""


def measure(command: Sequence[str], *, folder: Path, environment: Mapping[str, str]) -> Usage:
    """Run `command` in `folder` to its end."""
    _adopt_orphans()
    with tempfile.TemporaryFile() as printed:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=printed,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        memory = _MemorySampler(process.pid)
        try:
            memory.start()
            _, status, used = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
        except BaseException:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
            raise
        finally:
            memory.stop()
        # Popen has not waited itself and would otherwise warn, or wait for another.
        process.returncode = os.waitstatus_to_exitcode(status)
        usages = [used, *_reap_group(process.pid)]
        printed.seek(0)
        output = printed.read().decode("utf-8", errors="replace")
    return Usage(
        exit_code=process.returncode,
        cpu_seconds=sum(usage.ru_utime + usage.ru_stime for usage in usages),
        wall_seconds=wall,
        largest_process_bytes=max(usage.ru_maxrss for usage in usages) * 1024,
        all_processes_bytes=memory.peak_bytes,
        output=output,
    )


def _adopt_orphans() -> None:
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def _reap_group(group: int) -> Iterator[resource.struct_rusage]:
    """Wait for what is left of a process group, and stop what does not end."""
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while True:
        try:
            pid, _, used = os.wait4(-group, os.WNOHANG)
        except ChildProcessError:
            return
        if pid:
            yield used
            continue
        if time.monotonic() > deadline:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(group, signal.SIGKILL)
        time.sleep(0.01)


class _MemorySampler(threading.Thread):
    """Keeps the highest sum of proportional set sizes of a process and those below it."""

    def __init__(self, root: int) -> None:
        super().__init__(daemon=True)
        self.peak_bytes = 0
        self._root = root
        self._ended = threading.Event()

    def run(self) -> None:
        pause = _SAMPLE_SECONDS
        while not self._ended.wait(pause):
            start = time.perf_counter()
            self.peak_bytes = max(self.peak_bytes, sum(map(_proportional_bytes, self._pids())))
            spent = time.perf_counter() - start
            pause = max(_SAMPLE_SECONDS, spent * _SAMPLE_SHARE)

    def stop(self) -> None:
        """End the sampling; the peak then stands."""
        self._ended.set()
        self.join()

    def _pids(self) -> Iterator[int]:
        waiting = [self._root]
        while waiting:
            pid = waiting.pop()
            yield pid
            waiting += _children(pid)


def _children(pid: int) -> list[int]:
    found: list[int] = []
    # A process may end at any moment: what it no longer has is not counted.
    with contextlib.suppress(OSError):
        for thread in Path(f"/proc/{pid}/task").iterdir():
            with contextlib.suppress(OSError):
                found += map(int, (thread / "children").read_text(encoding="ascii").split())
    return found


def _proportional_bytes(pid: int) -> int:
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0
