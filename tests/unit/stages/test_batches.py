"""Runs of items that together are all of them."""

from collections.abc import Iterator
from itertools import chain

import pytest

from build_tools.stages.batches import in_batches


@pytest.mark.parametrize(
    ("count", "sizes"),
    [(0, []), (1, [1]), (63, [63]), (64, [64]), (65, [64, 1]), (128, [64, 64]), (129, [64, 64, 1])],
)
def test_all_items_in_their_order(count: int, sizes: list[int]) -> None:
    batches = list(in_batches(range(count)))
    assert [len(batch) for batch in batches] == sizes
    assert list(chain.from_iterable(batches)) == list(range(count))


@pytest.mark.parametrize(("size", "sizes"), [(1, [1, 1, 1]), (2, [2, 1]), (3, [3]), (4, [3])])
def test_of_any_size(size: int, sizes: list[int]) -> None:
    assert [len(batch) for batch in in_batches("abc", size)] == sizes


def test_a_run_is_taken_only_when_it_is_asked_for() -> None:
    taken = []

    def items() -> Iterator[int]:
        for item in range(5):
            taken.append(item)
            yield item

    batches = in_batches(items(), 2)
    assert taken == []
    assert next(batches) == [0, 1]
    assert taken == [0, 1]
