"""Work spread over processes.

A forked child inherits everything that its parent has read, so that only results are sent, and
the function and its input need not be picklable. Where there is no fork, or one core, or little
to do, the work is done here.
"""

import os
import pickle
import sys
import traceback
from collections.abc import Callable, Sequence
from typing import TypeVar, cast

from build_tools.adapters.interrupts import end_at_once, undisturbed

__all__ = ["LEAST_ITEMS", "ForkingRunner", "usable_cores"]

A = TypeVar("A")
B = TypeVar("B")

LEAST_ITEMS = 1500
"""Items from which a second process pays for itself: for what is sent back, and for the memory that
is copied when either process touches it."""

MOST_ITEMS = 10_000
"""Items up to which it does: a large glossary fills hundreds of megabytes, and copying these takes
as long as it saves, and as much memory again."""


def usable_cores() -> int:
    """How many cores this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class ForkingRunner:
    """A :class:`build_tools.compiler.Runner` that forks."""

    def __init__(self, workers: int = 0) -> None:
        self._workers = (
            (workers or usable_cores()) if hasattr(os, "fork") and sys.platform != "darwin" else 1
        )

    def __call__(self, function: Callable[[Sequence[A]], B], items: Sequence[A], /) -> list[B]:
        """Apply ``function`` to as many runs of ``items`` as there are workers, in order.

        Raises:
            OSError: the system would not let a child do its work, or ended it.
            RuntimeError: a child failed; its own traceback is on standard error.
        """
        workers = min(self._workers, len(items) // LEAST_ITEMS + 1)
        if len(items) > MOST_ITEMS:
            workers = 1
        if workers <= 1:
            return [function(items)]
        size = -(-len(items) // workers)
        runs = [items[at : at + size] for at in range(0, len(items), size)]
        children: list[tuple[int, int]] = []
        try:
            # A child takes signals for its parent's until it has said otherwise, and a parent that
            # is ended meanwhile would not know of it.
            with undisturbed():
                children.extend(self._start(function, run) for run in runs[1:])
            results = [function(runs[0])]
            results += [cast("B", self._result(*child)) for child in children]
        except BaseException:
            for process, _pipe in children:
                _end(process)
            raise
        return results

    @staticmethod
    def _start(function: Callable[[Sequence[A]], B], run: Sequence[A]) -> tuple[int, int]:
        sys.stdout.flush()
        sys.stderr.flush()
        reading, writing = os.pipe()
        process = os.fork()
        if process:
            os.close(writing)
            return process, reading
        status = 1
        try:
            end_at_once()  # what ends the parent ends the child, and is not to be told twice
            os.close(reading)
            with os.fdopen(writing, "wb") as pipe:
                pickle.dump(_outcome(function, run), pipe, protocol=pickle.HIGHEST_PROTOCOL)
            status = 0
        except BaseException:  # noqa: BLE001  # a child reports and ends; it must not return
            # In one piece, so that those of several children do not interleave.
            sys.stderr.write(traceback.format_exc())
        finally:
            sys.stderr.flush()
            os._exit(status)  # no clean-up of what belongs to the parent

    @staticmethod
    def _result(process: int, reading: int) -> object:
        with os.fdopen(reading, "rb") as pipe:
            try:
                result = pickle.load(pipe)  # noqa: S301  # our own child wrote it
            except (EOFError, pickle.UnpicklingError):
                result = None
                failed = True
            else:
                failed = False
        _, status = os.waitpid(process, 0)
        if os.WIFSIGNALED(status):
            raise ChildProcessError(f"signal {os.WTERMSIG(status)} ended a worker process")
        if failed or status:
            raise RuntimeError("a worker process failed; its traceback stands above")
        if isinstance(result, OSError):
            raise result
        return result


def _outcome(function: Callable[[Sequence[A]], B], run: Sequence[A]) -> B | OSError:
    """What the system refuses is no mistake of the child's: the parent tells of it."""
    try:
        return function(run)
    except OSError as error:
        return error


def _end(process: int) -> None:
    try:
        os.kill(process, 15)
        os.waitpid(process, 0)
    except (ProcessLookupError, ChildProcessError):
        pass
