"""What every Python process that tries mutants does first: Python looks for this module by itself.

It tells which functions are called, if ``MUTANT_CALLS`` names a file to tell it to, and it keeps a
mutant of ``os.kill(process, 0)`` from reaching anybody else's process.
"""

import os
import signal
import sys
import threading
from types import FrameType

__all__ = ["trace"]

_VARIABLE = "MUTANT_CALLS"
_CODE = f"{os.environ.get('MUTANT_ROOT', '')}/build_tools/"

_kill = os.kill


def _kill_own(process: int, number: int) -> None:
    if number not in (0, signal.SIGKILL, signal.SIGTERM) or process <= 1:
        raise PermissionError(f"a mutant would send signal {number} to {process}")
    if number and os.getsid(process) != os.getsid(0):
        raise PermissionError(f"a mutant would end {process}")
    _kill(process, number)


os.kill = _kill_own


_ENOUGH = 50_000
"""After so many calls of nothing new, what a test still calls is taken to be known."""

_seen: set[int] = set()
_files: dict[str, int] = {}


def trace(path: str) -> None:
    """Append each function called from now on to a file, and have child processes do so too.

    A function is told once, as its file and first line.
    """
    os.environ[_VARIABLE] = path
    _seen.clear()
    if path not in _files:
        _files[path] = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
    file, known = _files[path], 0

    def note(frame: FrameType, event: str, argument: object) -> None:
        nonlocal known
        code = frame.f_code
        if id(code) not in _seen:
            known = 0
            _seen.add(id(code))
            if code.co_filename.startswith(_CODE):
                name = code.co_filename.removeprefix(_CODE)
                line = 0 if code.co_name == "<module>" else code.co_firstlineno
                os.write(file, f"build_tools/{name}:{line}\n".encode())
        known += 1
        if known > _ENOUGH:
            sys.settrace(None)

    threading.settrace(note)
    sys.settrace(note)


if _VARIABLE in os.environ:
    trace(os.environ[_VARIABLE])
