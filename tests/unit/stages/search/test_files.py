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


def test_a_file_may_be_as_large_as_the_limit() -> None:
    assert [(item.start, item.stop) for item in cut(["a", "b", "c"], [4, 6, 1], 10)] == [
        (0, 2),
        (2, 3),
    ]
    assert [(item.start, item.stop) for item in cut(["a", "b"], [11, 1], 10)] == [(0, 1), (1, 2)]


def test_a_file_has_twelve_thousand_characters_at_most_where_nothing_else_is_said() -> None:
    assert [item.stop for item in cut(["a", "b", "c"], [6_000, 6_000, 1])] == [2, 3]
    assert [item.stop for item in cut(["a", "b", "c"], [6_000, 6_001, 1])] == [1, 3]


@pytest.mark.parametrize(
    ("key", "order"),
    [("\ud7ff", "\ud7ff"), ("\ue000", "\ue000"), ("a\U00010000", "a\ud800\udc00")],
)
def test_code_units(key: str, order: str) -> None:
    assert in_utf16_order(key) == order
