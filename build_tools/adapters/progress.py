"""A progress bar for people who wait."""

import time
from typing import TextIO

__all__ = ["ProgressBar"]


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
