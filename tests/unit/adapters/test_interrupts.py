import os
import signal
import threading
from collections.abc import Iterator

import pytest

from build_tools.adapters.interrupts import SIGNALS, end_at_once, end_by_exception


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = {number: signal.getsignal(number) for number in SIGNALS}
    for number in SIGNALS:
        signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.mark.parametrize("number", SIGNALS)
def test_a_signal_becomes_an_exception_until_it_is_undone(number: int) -> None:
    undo = end_by_exception()
    with pytest.raises(SystemExit) as raised:
        os.kill(os.getpid(), number)
    assert raised.value.code == 128 + number
    undo()
    assert signal.getsignal(number) is signal.SIG_DFL


@pytest.mark.parametrize("handler", [signal.SIG_IGN, lambda _number, _frame: None])
def test_what_somebody_else_handles_is_left_alone(handler: signal.Handlers) -> None:
    signal.signal(signal.SIGHUP, handler)
    undo = end_by_exception()
    assert signal.getsignal(signal.SIGHUP) is handler
    assert signal.getsignal(signal.SIGTERM) is not signal.SIG_DFL
    undo()
    assert signal.getsignal(signal.SIGHUP) is handler


def test_in_another_thread_nothing_is_done() -> None:
    thread = threading.Thread(target=end_by_exception)
    thread.start()
    thread.join()
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


def test_a_child_ends_at_once_but_for_what_is_ignored() -> None:
    before = signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGHUP, signal.SIG_IGN)
    undo = end_by_exception()
    try:
        end_at_once()
        assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
        assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGINT, before)
        undo()
