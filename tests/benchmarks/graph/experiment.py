"""One drawing of one graph in one browser: what each part of it costs."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.benchmarks.graph.browser import Measured, open_browser
from tests.browser.serving import serve

__all__ = ["FRAMES", "Measurement", "Movement", "measure"]

FRAMES = 60
_PAN_PIXELS = 16
_ZOOM = 1.04
_PATIENCE_SECONDS = 30.0
_FEWEST_FRAMES = 5


@dataclass(frozen=True, slots=True)
class Movement:
    """What a movement of several steps cost, two frames of the browser each."""

    frames_ms: tuple[float, ...]
    """CPU of each step; of fewer steps where they took too long."""
    rest_ms: float
    """CPU after the last, until all was as it should be."""

    @property
    def median_ms(self) -> float:
        """Of a step."""
        return median(self.frames_ms)

    @property
    def mean_ms(self) -> float:
        """Of a step, with what was left to do after the last."""
        return (sum(self.frames_ms) + self.rest_ms) / len(self.frames_ms)


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one drawing cost."""

    drawing: str
    nodes: int
    edges: int
    script_bytes: int
    """Gzipped."""
    first_ms: float
    """CPU from running the script, the data being there, to the picture."""
    idle: Movement
    """Steps in which nothing moves: what measuring itself costs."""
    pan: Movement
    zoom: Movement


def measure(
    drawing: str, folder: Path, *, nodes: int, edges: int, script_bytes: int, picture: Path | None
) -> Measurement:
    """Draw ``graph.json`` in ``folder`` with the script beside it; keep a picture if that is asked."""
    with serve(folder) as address, open_browser() as browser:
        browser.page.set_default_timeout(120_000)
        browser.page.goto(f"{address}page.html")
        browser.page.evaluate("benchmark.fetch('graph.json')")
        browser.settle()
        before = browser.cpu_ms()
        browser.page.evaluate("benchmark.draw('./drawing.js')")
        browser.settle()
        first = browser.cpu_ms() - before
        if picture:
            browser.page.screenshot(path=picture)
        half = FRAMES // 2
        return Measurement(
            drawing=drawing,
            nodes=nodes,
            edges=edges,
            script_bytes=script_bytes,
            first_ms=first,
            idle=_move(browser, "rest", [0.0] * FRAMES),
            pan=_move(browser, "pan", [_PAN_PIXELS] * half + [-_PAN_PIXELS] * half),
            zoom=_move(browser, "zoom", [_ZOOM] * half + [1 / _ZOOM] * half),
        )


def _move(browser: Measured, what: str, values: Sequence[float]) -> Movement:
    frames: list[float] = []
    browser.settle()
    before = browser.cpu_ms()
    deadline = time.monotonic() + _PATIENCE_SECONDS
    for value in values:
        if len(frames) >= _FEWEST_FRAMES and time.monotonic() > deadline:
            break
        browser.page.evaluate(f"benchmark.step('{what}', {value})")
        now = browser.cpu_ms()
        frames.append(now - before)
        before = now
    browser.settle()
    return Movement(tuple(frames), browser.cpu_ms() - before)
