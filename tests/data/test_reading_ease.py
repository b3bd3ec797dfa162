"""Definitions stay as readable as their subject allows; `pytest -rP` shows the figures."""

import sys
from collections.abc import Callable
from statistics import median

import pytest

from build_tools.model.glossary import Site
from tests.data.reading_ease import flesch_reading_ease, syllables

LEAST_MEDIAN = 38.0
"""Flesch calls 30 to 50 "difficult"; the subject's own words ("interpretability") cost many points."""
WORST = 10


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("a", 1),
        ("the", 1),
        ("rule", 1),
        ("rules", 1),
        ("trained", 1),
        ("noted", 2),
        ("losses", 2),
        ("stages", 2),
        ("model", 2),
        ("example", 3),
        ("alignment", 3),
        ("probability", 5),
        ("hmm", 1),
    ],
)
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count


def test_simple_text_is_easier() -> None:
    easy = flesch_reading_ease("The cat sat on the mat. It was warm.")
    hard = flesch_reading_ease("Institutional accountability necessitates documentation.")
    assert easy == pytest.approx(206.835 - 1.015 * 9 / 2 - 84.6 * 9 / 9)
    assert hard < 0 < easy


def test_definitions(glossary_site: Site, record_property: Callable[[str, object], None]) -> None:
    scores = sorted(
        (round(flesch_reading_ease(entry.definition), 1), entry.path)
        for entry in glossary_site.entries.values()
    )
    middle = median(score for score, _path in scores)
    record_property("reading_ease_median", middle)
    record_property("reading_ease_worst", scores[:WORST])
    hardest = "".join(f"  {score:6.1f}  {path}\n" for score, path in scores[:WORST])
    sys.stdout.write(
        f"Flesch reading ease of definitions: median {middle:.1f}; hardest:\n{hardest}"
    )
    assert middle >= LEAST_MEDIAN, (
        f"definitions read too hard (median {middle:.1f}, wanted {LEAST_MEDIAN}); "
        f"shorten sentences and words in these first:\n{hardest}"
    )
