"""Ending a build from outside."""

import signal
import threading
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

__all__ = ["end_at_once", "end_by_exception"]

SIGNALS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


def end_by_exception() -> Callable[[], None]:
    """Let signals that end a process raise ``SystemExit``, so that it can clear up after itself.

    Signals that somebody else handles, or that are ignored, are left alone.

    Returns:
        What undoes it.
    """
    if threading.current_thread() is not threading.main_thread():
        return lambda: None
    ours = [number for number in SIGNALS if signal.getsignal(number) is signal.SIG_DFL]
    for number in ours:
        signal.signal(number, _end)

    def undo() -> None:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)

    return undo


def end_at_once() -> None:
    """Let signals end this process at once, as a child of one that clears up after both.

    Those that are ignored stay so.
    """
    for number in (signal.SIGINT, *SIGNALS):
        if callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    raise SystemExit(128 + number)  # as shells count it
