"""The data files of the graph: each other's equals, and readable by networkx."""

import json
from collections.abc import Callable, Iterable
from io import BytesIO

import networkx as nx
import pytest

from build_tools.emit.data.graph import PAGE, graph_files
from build_tools.emit.parts.context import Context
from build_tools.model.artifact import Artifact
from build_tools.model.glossary import Site
from build_tools.stages.graph.drawing import drawing_of
from tests.support.glossaries import entry_path, site_of

FILES: dict[str, str | bytes | None] = {
    entry_path("a"): (
        'term: "<A> & \\"co\\""\ntopic: alignment\nkind: concept\nstatus: reviewed\n'
        "definition: Something like [[b|a bee]] [@doe2020].\n"
        'links:\n  - {relation: exploits, target: b, because: "It\'s <so> & \\"so\\".", sources: [doe2020]}\n'
        "  - {relation: related, target: b}\n"
    ),
    entry_path(
        "b"
    ): "term: Beta\ntopic: safety\nkind: failure-mode\ndefinition: Something that is.\n",
    entry_path("c"): "term: Gamma\ntopic: safety\nkind: concept\ndefinition: Something that is.\n",
}


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {item.path: b"".join(item.pieces) for item in _graph_files(site_of(FILES))}


def _graph_files(site: Site) -> Iterable[Artifact]:
    return graph_files(Context(site), drawing_of(site))


def test_the_public_file_says_all(files: dict[str, bytes]) -> None:
    value = json.loads(files["data/graph.json"])
    assert list(value) == ["format", "nodes", "edges", "mentions"]
    first = value["nodes"][0]
    position = first.pop("x"), first.pop("y")
    assert all(0 <= at <= 65535 for at in position)
    assert first == {
        "id": "a",
        "label": '<A> & "co"',
        "topic": "alignment",
        "kind": "concept",
        "status": "reviewed",
        "url": "terms/a/",
        "centrality": 0.5,
        "community": 0,
    }
    because = 'It\'s <so> & "so".'
    assert value["edges"] == [
        {
            "source": "a",
            "target": "b",
            "relation": "exploits",
            "because": because,
            "sources": ["doe2020"],
        },
        {"source": "a", "target": "b", "relation": "related", "because": "", "sources": []},
    ]
    assert value["mentions"] == [[1], [], []], "by node, the nodes that its prose names"


def test_the_page_s_file_is_in_columns(files: dict[str, bytes]) -> None:
    view = json.loads(files["data/graph-view.json"])
    nodes = json.loads(files["data/graph.json"])["nodes"]
    for column in ("x", "y"):
        assert view[column] == [node[column] for node in nodes]
    assert view["ids"] == ["a", "b", "c"]
    assert [view["topics"][at]["key"] for at in view["topic"]] == ["alignment", "safety", "safety"]
    assert [view["kinds"][at]["key"] for at in view["kind"]] == [
        "concept",
        "failure-mode",
        "concept",
    ]
    assert [view["statuses"][at] for at in view["status"]] == ["reviewed", "draft", "draft"]
    assert view["size"] == [255, 255, 0]
    assert view["importance"] == [1, 0, 2], "of equals first the one that is mentioned"
    keys = [relation["key"] for relation in view["relations"]]
    assert view["edges"]["source"] == [0, 0]
    assert view["edges"]["target"] == [1, 1]
    assert [keys[at] for at in view["edges"]["relation"]] == ["exploits", "related"]
    costs = {relation["key"]: relation["cost"] for relation in view["relations"]}
    assert costs == {"broader": 1, "related": 2.5, "exploits": 1}
    assert view["page"] == PAGE


def test_details_are_in_pages_of_nodes() -> None:
    count = PAGE + 2
    many: dict[str, str | bytes | None] = {
        entry_path(f"n{at:04}"): (
            f"term: Name {at:04}\ntopic: safety\nkind: concept\ndefinition: Something number {at}.\n"
            f"links:\n  - {{relation: exploits, target: n{(at + 1) % count:04}, because: Reason {at}.}}\n"
        )
        for at in range(count)
    }
    files = {item.path: b"".join(item.pieces) for item in _graph_files(site_of(many))}
    pages = [json.loads(files[f"data/graph/{number}.json"]) for number in (0, 1)]
    assert "data/graph/2.json" not in files
    assert [len(page["definitions"]) for page in pages] == [PAGE, 2]
    assert pages[1]["definitions"][0] == f"Something number {PAGE}."
    assert pages[1]["reasons"] == [[PAGE, f"Reason {PAGE}."], [PAGE + 1, f"Reason {PAGE + 1}."]]


@pytest.mark.parametrize(("path", "read"), [("graphml", nx.read_graphml), ("gexf", nx.read_gexf)])
def test_exchange_files_are_read_by_networkx(
    files: dict[str, bytes], path: str, read: Callable[[BytesIO], "nx.MultiDiGraph[str]"]
) -> None:
    graph = read(BytesIO(files[f"data/graph.{path}"]))
    assert graph.is_directed()
    assert graph.is_multigraph()
    assert list(graph.nodes) == ["a", "b", "c"]
    assert graph.nodes["a"]["label"] == '<A> & "co"'
    assert graph.nodes["b"]["kind"] == "failure-mode"
    assert graph.nodes["a"]["centrality"] == 0.5
    found = [(a, b, data["relation"]) for a, b, data in graph.edges(data=True)]
    assert found == [("a", "b", "exploits"), ("a", "b", "related")]
    node = json.loads(files["data/graph.json"])["nodes"][0]
    if path == "graphml":
        reasons = [data["because"] for _a, _b, data in graph.edges(data=True)]
        assert reasons == ['It\'s <so> & "so".', ""]
        assert (graph.nodes["a"]["x"], graph.nodes["a"]["y"]) == (node["x"], node["y"])
    else:
        assert graph.nodes["a"]["viz"]["position"]["y"] == 65535 - node["y"]


def test_an_empty_glossary_has_an_empty_graph() -> None:
    files = {item.path: b"".join(item.pieces) for item in _graph_files(site_of({}))}
    assert json.loads(files["data/graph.json"]) == {
        "format": 1,
        "nodes": [],
        "edges": [],
        "mentions": [],
    }
    assert json.loads(files["data/graph-view.json"])["ids"] == []
    assert len(nx.read_graphml(BytesIO(files["data/graph.graphml"]))) == 0
