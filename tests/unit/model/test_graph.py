"""The picture's square."""

import pytest

from build_tools.model.graph import SQUARE, inside


@pytest.mark.parametrize(
    ("coordinate", "place"),
    [
        (-1.0, 0),
        (-0.4, 0),
        (0.0, 0),
        (0.6, 1),
        (1.0, 1),
        (SQUARE - 0.6, SQUARE - 1),
        (float(SQUARE), SQUARE),
        (SQUARE + 0.4, SQUARE),
        (1e300, SQUARE),
    ],
)
def test_the_nearest_whole_number_in_it(coordinate: float, place: int) -> None:
    assert inside(coordinate) == place
