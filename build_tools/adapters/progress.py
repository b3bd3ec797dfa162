"""A progress bar for people who wait."""

import os
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TextIO, TypeVar

__all__ = ["ProgressBar", "watched"]

T = TypeVar("T")

STEP = 256
"""Items between two reports of progress."""


def watched(
    items: Iterable[T], total: int, show: Callable[[int, int], None], process: int
) -> Iterator[T]:
    """The same items, with a report now and then of how many of ``total`` are done.

    Only ``process`` reports: children do their share in silence, since one bar is enough.
    """
    for done, item in enumerate(items):
        if done % STEP == 0 and os.getpid() == process:
            show(done, total)
        yield item


class ProgressBar:
    """A bar on a terminal, once the work has taken a second; nothing anywhere else."""

    WIDTH = 30
    """Characters."""
    AFTER = 1.0
    """Seconds of work after which it appears."""

    def __init__(self, stream: TextIO, *, enabled: bool = True) -> None:
        self._stream = stream
        self._enabled = enabled and stream.isatty()
        self._started = time.perf_counter()
        self._shown = False

    def show(self, what: str, done: int, total: int) -> None:
        """Draw ``done`` of ``total``."""
        if not self._enabled or time.perf_counter() - self._started < self.AFTER:
            return
        filled = self.WIDTH * done // max(total, 1)
        bar = "█" * filled + "░" * (self.WIDTH - filled)
        self._write(f"{what} {bar} {done:,}/{total:,}")
        self._shown = True

    def clear(self) -> None:
        """Take the bar away."""
        if self._shown:
            self._write("")
            self._shown = False

    def _write(self, text: str) -> None:
        self._stream.write(f"\r\x1b[2K{text}")
        self._stream.flush()
