"""New entries on a map whose other entries keep their places."""

from math import dist

import pytest

from build_tools.model.graph import SQUARE, ConceptGraph, Position
from build_tools.model.identifiers import EntryId
from build_tools.stages.graph.newcomers import with_newcomers

CELL = 1_000.0


def graph(count: int, pairs: list[tuple[int, int]], topic: list[int] | None = None) -> ConceptGraph:
    near: list[list[int]] = [[] for _ in range(count)]
    for one, other in pairs:
        near[one].append(other)
        near[other].append(one)
    ids = tuple(EntryId(f"n{node}") for node in range(count))
    neighbours = tuple(tuple(nodes) for nodes in near)
    return ConceptGraph(ids, tuple(topic or [0] * count), (), (), (), neighbours)


def test_a_newcomer_stands_in_the_middle_of_its_neighbours() -> None:
    kept = {0: Position(10_000, 10_000), 1: Position(30_000, 20_000)}
    assert with_newcomers(graph(3, [(0, 2), (1, 2)]), kept, CELL) == {
        **kept,
        2: Position(20_000, 15_000),
    }


def test_a_taken_cell_is_left_for_the_nearest_free_one() -> None:
    kept = {0: Position(10_500, 10_500), 1: Position(30_000, 20_000)}
    place = with_newcomers(graph(3, [(0, 2)]), kept, CELL)[2]
    assert place != kept[0]
    assert dist(place, kept[0]) < 2 * CELL


def test_newcomers_that_are_linked_with_newcomers_alone_come_after_these() -> None:
    kept = {0: Position(10_000, 10_000), 1: Position(60_000, 60_000)}
    places = with_newcomers(graph(5, [(0, 4), (4, 3), (3, 2)]), kept, CELL)
    assert all(dist(places[node], kept[0]) < 4 * CELL for node in (2, 3, 4))


def test_without_neighbours_a_newcomer_goes_to_its_topic_or_to_the_middle() -> None:
    kept = {0: Position(10_000, 10_000), 1: Position(50_000, 50_000)}
    places = with_newcomers(graph(6, [(2, 3), (4, 5)], [0, 1, 1, 0, 2, 2]), kept, CELL)
    assert all(dist(places[node], kept[1]) < 3 * CELL for node in (2, 3))
    assert all(dist(places[node], (30_000, 30_000)) < 3 * CELL for node in (4, 5))


@pytest.mark.parametrize("linked", [False, True])
def test_a_crowd_is_placed_without_overlaps(linked: bool) -> None:
    count = 2_000
    pairs = [(0, node) for node in range(1, count)] if linked else []
    kept = {0: Position(0, SQUARE)}
    places = with_newcomers(graph(count, pairs), kept, CELL)
    cells = {(x // CELL, y // CELL) for x, y in places.values()}
    assert len(cells) == len(places) == count
    assert all(0 <= x <= SQUARE and 0 <= y <= SQUARE for x, y in places.values())


def test_a_full_square_takes_more() -> None:
    places = with_newcomers(graph(40, []), {0: Position(1, 1)}, SQUARE / 4)
    assert len(places) == 40


def test_of_several_newcomers_at_once_the_nearest_come_first_and_then_by_rank() -> None:
    # 3 and 4 hang on kept nodes, and 1 on both of them: its place is between theirs.
    kept = {0: Position(10_000, 10_000), 2: Position(40_000, 40_000)}
    pairs = [(0, 3), (2, 4), (3, 1), (4, 1)]
    places = with_newcomers(graph(5, pairs), kept, CELL)
    assert dist(places[3], kept[0]) < 2 * CELL
    assert dist(places[4], kept[2]) < 2 * CELL
    middle = ((places[3].x + places[4].x) / 2, (places[3].y + places[4].y) / 2)
    assert dist(places[1], middle) < 1


def test_of_newcomers_that_are_equally_near_the_first_by_rank_chooses_first() -> None:
    # Ranks that a set does not give in their order.
    kept = {0: Position(10_000, 10_000)}
    alone = with_newcomers(graph(2, [(0, 1)]), kept, CELL)
    assert with_newcomers(graph(9, [(0, 8), (0, 1)]), kept, CELL)[1] == alone[1]


def test_the_middle_of_neighbours_counts_newcomers_that_have_their_place_already() -> None:
    # 1 is placed at 0; then 2 goes between 0 and 1's neighbours that have places: 0, 1 and 3.
    kept = {0: Position(10_000, 10_000), 3: Position(70_000, 10_000)}
    places = with_newcomers(graph(4, [(0, 1), (0, 2), (1, 2), (2, 3)]), kept, CELL)
    xs = [places[node].x for node in (0, 1, 3)]
    assert abs(places[2].x - sum(xs) / 3) < 1


def test_a_part_without_places_grows_from_its_first_node_in_the_middle_of_its_topic() -> None:
    kept = {0: Position(10_000, 10_000), 1: Position(20_000, 30_000), 2: Position(90_000, 90_000)}
    places = with_newcomers(graph(5, [(3, 4)], [0, 0, 1, 0, 1]), kept, CELL)
    assert places[3] == Position(15_000, 20_000)
    assert 0 < dist(places[4], places[3]) < 2 * CELL


def test_newcomers_take_neither_a_cell_of_another_nor_leave_kept_ones() -> None:
    kept = {0: Position(10_500, 10_500)}
    places = with_newcomers(graph(9, [(0, node) for node in range(1, 9)]), kept, CELL)
    assert places[0] == kept[0]
    cells = {(int(x // CELL), int(y // CELL)) for x, y in places.values()}
    assert len(cells) == 9
    # Eight stand around the one: none is farther than the second ring.
    assert all(dist(place, kept[0]) < 3 * CELL for place in places.values())
