import errno
import io
import os
import signal
import sys
import time
import warnings
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from build_tools.adapters import parallel
from build_tools.adapters.interrupts import SIGNALS, end_by_exception
from build_tools.adapters.parallel import ForkingRunner, usable_cores

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")


@pytest.fixture(autouse=True)
def _small(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(parallel, "LEAST_ITEMS", 2)
    with warnings.catch_warnings():
        # Where other tests left threads, Python 3.12 warns of forks.
        warnings.filterwarnings("ignore", "This process .* is multi-threaded", DeprecationWarning)
        yield


def whereabouts(items: Sequence[int]) -> tuple[int, list[int]]:
    return os.getpid(), list(items)


@pytest.mark.parametrize("workers", [1, 2, 3, 7, 50])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 10, 101])
def test_runs_follow_each_other_and_are_all(workers: int, count: int) -> None:
    parts = ForkingRunner(workers)(whereabouts, range(count))
    assert [item for _process, items in parts for item in items] == list(range(count))
    assert len(parts) <= workers
    assert parts[0][0] == os.getpid()
    assert len({process for process, _items in parts}) == len(parts)


def test_what_is_given_need_not_be_picklable() -> None:
    def addition(items: Sequence[int]) -> int:
        return sum(items)

    assert sum(ForkingRunner(4)(addition, range(100))) == 4950


def test_large_results_come_back_whole() -> None:
    parts = ForkingRunner(3)(lambda items: [bytes(1_000_000) for _ in items], range(6))
    assert [len(part) for part in parts] == [2, 2, 2]


def test_few_items_are_done_here() -> None:
    assert ForkingRunner(8)(whereabouts, [1]) == [(os.getpid(), [1])]


def test_a_child_that_fails_fails_the_run(capfd: pytest.CaptureFixture[str]) -> None:
    parent = os.getpid()

    def fail(items: Sequence[int]) -> None:
        if os.getpid() != parent:
            raise ValueError("no good")

    with pytest.raises(RuntimeError, match="its traceback stands above"):
        ForkingRunner(3)(fail, range(30))
    assert "ValueError: no good" in capfd.readouterr().err


def test_a_child_that_dies_fails_the_run() -> None:
    parent = os.getpid()

    def die(items: Sequence[int]) -> None:
        if os.getpid() != parent:
            os._exit(3)

    with pytest.raises(RuntimeError):
        ForkingRunner(2)(die, range(30))


def test_what_the_system_refuses_a_child_is_told_by_its_parent(
    capfd: pytest.CaptureFixture[str],
) -> None:
    parent = os.getpid()

    def fail(items: Sequence[int]) -> None:
        if os.getpid() != parent:
            raise OSError(errno.ENOSPC, "No space left on device", "a/page")

    with pytest.raises(OSError, match="No space left on device: 'a/page'") as raised:
        ForkingRunner(3)(fail, range(30))
    assert raised.value.errno == errno.ENOSPC
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
def test_a_child_that_is_ended_says_nothing(number: int, capfd: pytest.CaptureFixture[str]) -> None:
    """Whatever its parent does about such a signal."""
    parent = os.getpid()
    handled = (signal.SIGTERM, signal.SIGHUP)
    before = [signal.signal(one, lambda _number, _frame: sys.exit("not me")) for one in handled]

    def end(items: Sequence[int]) -> None:
        if os.getpid() != parent:
            os.kill(os.getpid(), number)
            time.sleep(10)

    try:
        with pytest.raises(ChildProcessError, match=f"signal {int(number)} ended"):
            ForkingRunner(2)(end, range(30))
    finally:
        for one, handler in zip(handled, before, strict=True):
            signal.signal(one, handler)
    assert capfd.readouterr().err == ""


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_child_that_is_ended_as_it_begins_says_nothing(
    number: int, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """While its parent's handlers are still its own."""
    fork = os.fork

    def ended() -> int:
        process = fork()
        if not process:
            os.kill(os.getpid(), number)
        return process

    monkeypatch.setattr(os, "fork", ended)
    before = [signal.signal(one, signal.SIG_DFL) for one in SIGNALS]
    undo = end_by_exception()
    try:
        with pytest.raises(ChildProcessError, match=f"signal {int(number)} ended"):
            ForkingRunner(2)(len, range(30))
    finally:
        undo()
        for one, handler in zip(SIGNALS, before, strict=True):
            signal.signal(one, handler)
    assert capfd.readouterr().err == ""


def test_a_failure_here_leaves_no_child_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    parent = os.getpid()
    fork = os.fork
    children: list[int] = []

    def recorded() -> int:
        child = fork()
        children.append(child)
        return child

    monkeypatch.setattr(os, "fork", recorded)

    def fail(items: Sequence[int]) -> None:
        if os.getpid() == parent:
            raise ValueError("here")

    with pytest.raises(ValueError, match="here"):
        ForkingRunner(3)(fail, range(30))
    assert len(children) == 2
    for child in children:
        with pytest.raises(ChildProcessError):  # it was waited for already
            os.waitpid(child, os.WNOHANG)


def test_cores() -> None:
    assert usable_cores() >= 1


class Torn:
    """Ends the process while it is being sent."""

    def __reduce__(self) -> NoReturn:
        os._exit(0)


def test_a_child_that_dies_while_it_sends_fails_the_run() -> None:
    parent = os.getpid()

    def send(items: Sequence[int]) -> object:
        # More than a pipe holds: what has been sent by then begins well.
        return None if os.getpid() == parent else [b"x" * 1_000_000, Torn()]

    with pytest.raises(RuntimeError):
        ForkingRunner(2)(send, range(30))


@pytest.mark.parametrize("name", ["stdout", "stderr"])
def test_what_was_printed_before_is_printed_once(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (tmp_path / "printed").open("w") as stream:
        monkeypatch.setattr(sys, name, stream)
        stream.write("before")
        ForkingRunner(3)(lambda _items: getattr(sys, name).flush(), range(30))
    assert (tmp_path / "printed").read_text() == "before"


def test_tracebacks_of_several_children_do_not_interleave(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = os.getpid()

    def fail(items: Sequence[int]) -> None:
        if os.getpid() != parent:
            raise ValueError(f"no good: {items[0]}")

    record = tmp_path / "pieces"

    class Stream(io.StringIO):
        """Writes down how it is written to, across processes."""

        def write(self, text: str) -> int:
            with record.open("a") as file:
                file.write(repr(text) + "\n")
            return len(text)

    monkeypatch.setattr(sys, "stderr", Stream())
    with pytest.raises(RuntimeError):
        ForkingRunner(3)(fail, range(30))
    pieces = record.read_text().splitlines()
    assert 1 <= len(pieces) <= 2  # the first that is known to have failed ends the others
    assert all(
        piece.startswith("'Traceback") and "ValueError: no good" in piece for piece in pieces
    )


def test_what_a_child_begins_to_say_is_heard(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parent = os.getpid()
    with (tmp_path / "told").open("w") as stream:
        monkeypatch.setattr(sys, "stderr", stream)
        ForkingRunner(2)(
            lambda _items: None if os.getpid() == parent else stream.write("half a line"),
            range(30),
        )
    assert (tmp_path / "told").read_text() == "half a line"
