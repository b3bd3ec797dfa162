"""Where entries stand on the map: evenly, by topic, the same every time, and kept."""

from collections.abc import Sequence
from hashlib import sha256
from itertools import pairwise
from math import dist

import pytest

from build_tools.model.entry import Link
from build_tools.model.graph import SQUARE, ConceptGraph, Position
from build_tools.model.identifiers import EntryId, RelationKey
from build_tools.model.source import SourceFile
from build_tools.stages.graph import layout
from build_tools.stages.graph.layout import placed, updated_positions
from build_tools.stages.graph.measures import communities, modularity
from build_tools.stages.graph.positions import positions_text, read_positions
from build_tools.stages.graph.regions import first_placement
from tests.support.glossaries import compile_files, entry_path, site_of


def rings(topics: int, size: int) -> ConceptGraph:
    """Topics that are rings, each linked with the next by one edge."""
    pairs = [
        (ring * size + at, ring * size + (at + 1) % size)
        for ring in range(topics)
        for at in range(size)
    ] + [(ring * size, (ring + 1) % topics * size) for ring in range(topics if topics > 1 else 0)]
    return graph_of([node // size for node in range(topics * size)], pairs)


def graph_of(topic: Sequence[int], pairs: Sequence[tuple[int, int]]) -> ConceptGraph:
    """Nodes by their topics, and a link for each pair."""
    near: list[list[int]] = [[] for _ in topic]
    for one, other in pairs:
        near[one].append(other)
        near[other].append(one)
    ids = tuple(EntryId(f"n{node:04}") for node in range(len(topic)))
    links = tuple(Link(RelationKey("related"), ids[other], "") for _one, other in pairs)
    return ConceptGraph(
        ids,
        tuple(topic),
        tuple(one for one, _other in pairs),
        tuple(other for _one, other in pairs),
        links,
        tuple(tuple(dict.fromkeys(nodes)) for nodes in near),
    )


GRAPH = rings(4, 12)
DIGESTS = ["7c3e5235", "2adb503c"]
UNEQUAL_DIGESTS = ["d9f43ee2", "188f0c44", "d455924d", "9a34ce2a", "d455924d"]


@pytest.mark.parametrize("graph", [rings(0, 0), rings(1, 1), rings(1, 3), GRAPH, rings(70, 5)])
def test_every_node_has_its_own_place_in_the_square(graph: ConceptGraph) -> None:
    positions = placed(graph, {})
    assert len(positions) == len(set(positions)) == len(graph.ids)
    assert all(0 <= x <= SQUARE and 0 <= y <= SQUARE for x, y in positions)


def test_topics_are_regions() -> None:
    points = first_placement(GRAPH.topic, GRAPH.neighbours)
    for node, point in enumerate(points):
        nearest = min(
            (other for other in range(48) if other != node),
            key=lambda other: dist(point, points[other]),
        )
        assert GRAPH.topic[nearest] == GRAPH.topic[node]


def test_a_careful_placement_brings_neighbours_near_and_keeps_nodes_apart() -> None:
    positions = tuple(updated_positions(GRAPH, {}).values())
    linked = [
        dist(positions[a], positions[b]) for a, b in zip(GRAPH.source, GRAPH.target, strict=True)
    ]
    pairs = [dist(a, b) for at, a in enumerate(positions) for b in positions[:at]]
    assert sum(linked) / len(linked) < 0.5 * sum(pairs) / len(pairs)
    assert min(pairs) > 0.4 * SQUARE / len(positions) ** 0.5


def test_every_version_of_python_gives_the_same_bits() -> None:
    """Measured with 3.11, 3.12 and 3.13; it changes when the way of placing does, and then alone."""
    graph = rings(7, 40)
    found = placed(graph, {}), tuple(updated_positions(graph, {}).values())
    digests = [sha256(repr(list(map(tuple, places))).encode()).hexdigest()[:8] for places in found]
    assert digests == DIGESTS


def test_kept_positions_stay_and_a_new_node_goes_near_its_neighbours() -> None:
    kept = dict(updated_positions(GRAPH, {}))
    name = GRAPH.ids[5]
    del kept[name]
    positions = placed(GRAPH, kept | {EntryId("gone"): Position(1, 1)})
    assert {
        key: value for key, value in zip(GRAPH.ids, positions, strict=True) if key != name
    } == kept
    beside = [positions[node] for node in GRAPH.neighbours[5]]
    middle = sum(p.x for p in beside) / len(beside), sum(p.y for p in beside) / len(beside)
    assert dist(positions[5], middle) < 0.2 * SQUARE
    assert updated_positions(GRAPH, kept)[name] == positions[5]


def test_a_few_kept_positions_are_no_picture() -> None:
    few = {GRAPH.ids[0]: Position(7, 7)}
    assert placed(GRAPH, few) == placed(GRAPH, {})


def test_many_new_nodes_without_known_neighbours_are_placed() -> None:
    graph = rings(2, 30)
    kept = {name: Position(at * 1000, 500) for at, name in enumerate(graph.ids[:30])}
    positions = placed(graph, kept)
    assert len(set(positions)) == 60


def test_positions_are_read_as_they_were_written() -> None:
    positions = {EntryId("b"): Position(3, 4), EntryId("a"): Position(0, SQUARE)}
    text = positions_text(positions)
    assert text == '{"format": 1, "positions": {\n"a": [0, 65535],\n"b": [3, 4]\n}}\n'
    assert read_positions(SourceFile("positions.json", text.encode())) == (positions, ())
    files: dict[str, str | bytes | None] = {
        "glossary/positions.json": text,
        entry_path(
            "a"
        ): "term: A\ntopic: alignment\nkind: concept\ndefinition: Something that is.\n",
    }
    assert site_of(files).positions == positions


@pytest.mark.parametrize(
    "text",
    [
        "{",
        "[]",
        "[" * 100_000,
        '{"format": 2, "positions": {}}',
        '{"format": 1}',
        '{"format": 1, "positions": {"a": [1]}}',
        '{"format": 1, "positions": {"a": [1, 65536]}}',
        '{"format": 1, "positions": {"a": [1, -1]}}',
        '{"format": 1, "positions": {"a": [1, 2.5]}}',
        '{"format": 1, "positions": {"a": [true, 2]}}',
        b"\xff",
    ],
)
def test_bad_positions_are_reported(text: str | bytes) -> None:
    compiled = compile_files({"glossary/positions.json": text})
    assert compiled.compilation.site is None
    assert compiled.codes[0] in ("json-syntax", "not-utf8")


def test_communities_are_found() -> None:
    found = communities(GRAPH.neighbours)
    assert modularity(GRAPH.neighbours, found) > 0.6
    assert modularity(GRAPH.neighbours, GRAPH.topic) == pytest.approx(0.673, abs=0.001)


def test_two_that_are_too_near_make_way_for_each_other() -> None:
    least = layout._spacing(2)
    near = [(30_000.0, 30_000.0), (30_000.0 + least / 2, 30_000.0)]
    one, other = layout._separated(near, 1)
    assert dist(one, other) == pytest.approx(least, abs=1)
    assert (one.x + other.x) / 2 == pytest.approx(30_000 + least / 4, abs=1)
    assert one.y == other.y == 30_000


def test_two_in_one_spot_part_from_its_middle() -> None:
    least = layout._spacing(2)
    one, other = layout._separated([(30_000.0, 30_000.0)] * 2, 1)
    assert dist(one, other) == pytest.approx(least, abs=10)
    assert (one.x + other.x) / 2 == pytest.approx(30_000, abs=1)
    assert (one.y + other.y) / 2 == pytest.approx(30_000, abs=1)


def test_two_that_are_far_enough_stay() -> None:
    least = layout._spacing(2)
    far = [(30_000.0, 30_000.0), (30_000.0 + least, 30_000.0)]
    assert [tuple(place) for place in layout._separated(far, 1)] == [
        (round(x), round(y)) for x, y in far
    ]


def test_a_row_that_is_too_dense_makes_way_in_several_passes() -> None:
    least = layout._spacing(3)
    row = [(30_000.0 + at * least / 4, 30_000.0) for at in range(3)]
    passes = [sorted(layout._separated(row, count)) for count in (0, 1, 2, 200)]
    ends = [places[-1].x - places[0].x for places in passes]
    assert ends == sorted(set(ends))
    gaps = [dist(one, other) for one, other in pairwise(passes[-1])]
    assert gaps == pytest.approx([least, least], abs=2)


def unequal() -> ConceptGraph:
    """Topics of 1 to 34 nodes, linked unequally, with nodes that nothing links."""
    topic = [rank for rank, size in enumerate((1, 34, 3, 21, 5, 13, 8)) for _ in range(size)]
    count = len(topic)
    pairs = {(min(at, at * at % count), max(at, at * at % count)) for at in range(0, count, 2)}
    return graph_of(topic, [(one, other) for one, other in sorted(pairs) if one != other])


def test_unequal_topics_lie_where_they_lay() -> None:
    """As of the equal ones: it changes when the way of placing does, and then alone."""
    graph = unequal()
    kept = dict(zip(graph.ids[::2], placed(graph, {})[::2], strict=True))
    found = (
        [(round(x, 3), round(y, 3)) for x, y in first_placement(graph.topic, graph.neighbours)],
        placed(graph, {}),
        placed(graph, kept),
        tuple(updated_positions(graph, {}).values()),
        tuple(updated_positions(graph, kept).values()),
    )
    digests = [sha256(repr(list(map(tuple, places))).encode()).hexdigest()[:8] for places in found]
    assert digests == UNEQUAL_DIGESTS


def test_around_a_cell_are_the_nine() -> None:
    cells = {(column, row): [column * 10 + row] for column in range(5) for row in range(5)}
    assert sorted(layout._around(cells, 2, 2)) == [11, 12, 13, 21, 22, 23, 31, 32, 33]
    assert sorted(layout._around(cells, 0, 4)) == [3, 4, 13, 14]
