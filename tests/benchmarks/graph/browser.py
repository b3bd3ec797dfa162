"""A browser whose CPU is counted, that of all its processes: script, raster and compositor.

Linux only. Time comes from the scheduler's counters of every thread, in nanoseconds; those of
``/proc/PID/stat`` are too coarse for one frame.
"""

import contextlib
import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page, ViewportSize, sync_playwright

__all__ = ["Measured", "open_browser"]

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",  # WebGL without a graphics processor
    "--disable-background-networking",
)
_SIZE: ViewportSize = {"width": 1280, "height": 800}
_QUIET_MS = 15.0
_SLICE_SECONDS = 0.1
_QUIET_SLICES = 3


class Measured:
    """A page and the CPU of the browser that shows it."""

    def __init__(self, page: Page, browser: int) -> None:
        self.page = page
        self._browser = browser

    def cpu_ms(self) -> float:
        """What the browser has used since it was started."""
        return sum(map(_thread_ms, _threads(self._browser)))

    def settle(self, most_seconds: float = 30.0) -> None:
        """Wait until the browser has next to nothing to do, or as long as is said."""
        deadline = time.monotonic() + most_seconds
        quiet, before = 0, self.cpu_ms()
        while quiet < _QUIET_SLICES and time.monotonic() < deadline:
            time.sleep(_SLICE_SECONDS)
            now = self.cpu_ms()
            quiet = quiet + 1 if now - before < _QUIET_MS else 0
            before = now


@contextmanager
def open_browser() -> Iterator[Measured]:
    """Start a browser of its own, with one empty page."""
    executable = os.environ.get("CHROMIUM") or shutil.which("chromium")
    with sync_playwright() as playwright:
        others = set(_browsers())
        browser = playwright.chromium.launch(executable_path=executable, args=list(_ARGUMENTS))
        # Its helpers look like it for a moment, but come after what they descend from.
        process = next(process for process in _browsers() if process not in others)
        try:
            yield Measured(browser.new_page(viewport=_SIZE), process)
        finally:
            browser.close()


def _browsers() -> Iterator[int]:
    """The browsers below this process; their helpers have a type."""
    for process in _descendants(os.getpid()):
        with contextlib.suppress(OSError):
            command = Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0")
            if b"--remote-debugging-pipe" in command and not any(
                part.startswith(b"--type=") for part in command
            ):
                yield process


def _descendants(root: int) -> Iterator[int]:
    waiting = [root]
    while waiting:
        process = waiting.pop()
        yield process
        for thread in _tasks(process):
            # A thread may end at any moment: what it no longer has is not counted.
            with contextlib.suppress(OSError):
                waiting += map(int, (thread / "children").read_text(encoding="ascii").split())


def _threads(root: int) -> Iterator[Path]:
    for process in _descendants(root):
        yield from _tasks(process)


def _tasks(process: int) -> list[Path]:
    with contextlib.suppress(OSError):
        return list(Path(f"/proc/{process}/task").iterdir())
    return []


def _thread_ms(thread: Path) -> float:
    with contextlib.suppress(OSError):
        return int((thread / "schedstat").read_text(encoding="ascii").split()[0]) / 1e6
    return 0.0
