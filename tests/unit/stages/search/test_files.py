"""Sorted records are cut into files of bounded size, which keys lead to."""

import pytest

from build_tools.stages.search.files import cut, in_utf16_order


@pytest.mark.parametrize(
    ("keys", "limit", "expected"),
    [
        ([], 10, []),
        (["a"], 10, [(0, 1, "")]),
        (["a", "b", "c"], 10, [(0, 2, ""), (2, 3, "c")]),
        # One key stays in one file, however large.
        (["a", "a", "a", "b"], 10, [(0, 3, ""), (3, 4, "b")]),
        # The first key of a file is no longer than it must be to be told from the one before.
        (["carbon", "card", "care", "cart"], 10, [(0, 2, ""), (2, 4, "care")]),
        (["car", "car", "carbon"], 10, [(0, 2, ""), (2, 3, "carb")]),
        (["abc", "xyz"], 1, [(0, 1, ""), (1, 2, "x")]),
    ],
)
def test_cuts(keys: list[str], limit: int, expected: list[tuple[int, int, str]]) -> None:
    assert [tuple(item) for item in cut(keys, [5] * len(keys), limit)] == expected


def test_keys_are_sorted_as_javascript_compares() -> None:
    # U+FB50 is above the surrogates that U+10400 is written with, although its number is smaller.
    assert sorted(["\ufb50", "\U00010400", "a"], key=in_utf16_order) == [
        "a",
        "\U00010400",
        "\ufb50",
    ]
