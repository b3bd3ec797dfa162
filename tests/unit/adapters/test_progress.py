import io
import os

import pytest

from build_tools.adapters.progress import STEP, ProgressBar, watched


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setattr(ProgressBar, "AFTER", 0.0)
    return Terminal()


def test_a_bar_is_drawn_and_taken_away(terminal: Terminal) -> None:
    bar = ProgressBar(terminal)
    bar.show("writing pages", 500, 1000)
    assert terminal.getvalue() == f"\r\x1b[2Kwriting pages {'█' * 15}{'░' * 15} 500/1,000"
    bar.clear()
    assert terminal.getvalue().endswith("\r\x1b[2K")


@pytest.mark.parametrize(("done", "total"), [(0, 0), (5, 5), (0, 7)])
def test_the_bar_has_one_width(terminal: Terminal, done: int, total: int) -> None:
    ProgressBar(terminal).show("x", done, total)
    text = terminal.getvalue()
    assert text.count("█") + text.count("░") == ProgressBar.WIDTH


def test_nothing_is_drawn_when_it_is_not_wanted(terminal: Terminal) -> None:
    bar = ProgressBar(terminal, enabled=False)
    bar.show("x", 1, 2)
    bar.clear()
    assert terminal.getvalue() == ""


def test_nothing_is_drawn_where_nobody_looks() -> None:
    stream = io.StringIO()
    ProgressBar(stream).show("x", 1, 2)
    assert stream.getvalue() == ""


def test_nothing_is_drawn_for_work_that_is_soon_done() -> None:
    stream = Terminal()
    bar = ProgressBar(stream)
    bar.show("x", 1, 2)
    bar.clear()
    assert stream.getvalue() == ""


@pytest.mark.parametrize(
    ("count", "told"),
    [(0, []), (1, [0]), (STEP, [0]), (STEP + 1, [0, STEP]), (2 * STEP + 1, [0, STEP, 2 * STEP])],
)
def test_items_are_counted_now_and_then(count: int, told: list[int]) -> None:
    shown: list[tuple[int, int]] = []
    items = watched(range(count), 7, lambda done, total: shown.append((done, total)), os.getpid())
    assert list(items) == list(range(count))
    assert shown == [(done, 7) for done in told]


def test_other_processes_count_in_silence() -> None:
    shown: list[int] = []
    assert list(watched("ab", 2, lambda done, _total: shown.append(done), os.getpid() + 1)) == [
        "a",
        "b",
    ]
    assert shown == []


def test_a_bar_is_taken_away_once(terminal: Terminal) -> None:
    bar = ProgressBar(terminal)
    bar.show("x", 1, 2)
    bar.clear()
    shown = terminal.getvalue()
    bar.clear()
    assert terminal.getvalue() == shown
    bar.show("x", 2, 2)
    bar.clear()
    assert terminal.getvalue().count("\r\x1b[2K") == 4


def test_what_is_drawn_is_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[str] = []

    class Buffered(Terminal):
        def flush(self) -> None:
            seen.append(self.getvalue())

    monkeypatch.setattr(ProgressBar, "AFTER", 0.0)
    stream = Buffered()
    bar = ProgressBar(stream)
    bar.show("x", 1, 2)
    assert seen[-1:] == [stream.getvalue()]
    bar.clear()
    assert seen[-1:] == [stream.getvalue()]
