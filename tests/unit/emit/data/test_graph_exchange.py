"""GraphML and GEXF as text; that networkx reads them is in ``test_graph.py``."""

from collections.abc import Callable, Iterable, Iterator
from xml.etree import ElementTree as ET

import pytest

from build_tools.emit.data import graph_exchange as module
from build_tools.emit.data.graph_exchange import gexf, graphml
from build_tools.model.entry import Entry, Link
from build_tools.model.graph import SQUARE, ConceptGraph, Node, Position
from build_tools.model.identifiers import EntryId, KindKey, RelationKey, TopicKey

Writer = Callable[[ConceptGraph, Iterable[Node]], Iterator[bytes]]


def path_of(count: int) -> tuple[ConceptGraph, list[Node]]:
    """Nodes of which each is linked with the next."""
    ids = tuple(EntryId(f"n{at}") for at in range(count))
    links = tuple(Link(RelationKey("near"), name, 'It\'s <so> & "so".') for name in ids[1:])
    near = tuple(
        tuple(other for other in (at - 1, at + 1) if 0 <= other < count) for at in range(count)
    )
    graph = ConceptGraph(
        ids, (0,) * count, tuple(range(count - 1)), tuple(range(1, count)), links, near
    )
    nodes = [
        Node(
            Entry(name, f"{name}.yml", f'<{name}> & "co"', TopicKey("t"), KindKey("k"), "d"),
            Position(at, SQUARE - at),
            1 / 3,
            at,
        )
        for at, name in enumerate(ids)
    ]
    return graph, nodes


@pytest.mark.parametrize("write", [graphml, gexf])
@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 5])
def test_however_many_pieces_the_file_is_whole(
    write: Writer, count: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    graph, nodes = path_of(count)
    whole = b"".join(write(graph, nodes))
    monkeypatch.setattr(module, "_PIECE", 2)
    assert b"".join(write(graph, nodes)) == whole
    tags = [item.tag.rpartition("}")[2] for item in ET.fromstring(whole).iter()]  # noqa: S314  # ours
    assert (tags.count("node"), tags.count("edge")) == (count, max(0, count - 1))


def test_texts_are_escaped_in_both() -> None:
    graph, nodes = path_of(2)
    root = ET.fromstring(b"".join(graphml(graph, nodes)))  # noqa: S314  # ours
    data = {item.get("key", ""): item.text for item in root.iter() if item.tag.endswith("data")}
    assert data["label"] == '<n1> & "co"'
    assert data["because"] == 'It\'s <so> & "so".'
    root = ET.fromstring(b"".join(gexf(graph, nodes)))  # noqa: S314  # ours
    labels = [item.get("label") for item in root.iter() if item.tag.endswith("node")]
    assert labels == ['<n0> & "co"', '<n1> & "co"']


def test_what_is_up_is_down_in_graphml_alone() -> None:
    graph, nodes = path_of(2)
    text = b"".join(graphml(graph, nodes)).decode()
    assert f'<data key="x">1</data><data key="y">{SQUARE - 1}</data>' in text
    assert '<viz:position x="1" y="1" z="0"/>' in b"".join(gexf(graph, nodes)).decode()


def test_shares_have_six_digits() -> None:
    graph, nodes = path_of(1)
    assert '"centrality">0.333333<' in b"".join(graphml(graph, nodes)).decode()
    assert 'for="centrality" value="0.333333"' in b"".join(gexf(graph, nodes)).decode()
