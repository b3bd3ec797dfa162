"""What ``docs/about/data.md`` says of GraphML and GEXF is so, and its examples run."""

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from build_tools.emit.data.graph import graph_files
from build_tools.emit.parts.context import Context
from build_tools.model.glossary import Site
from build_tools.stages.graph.drawing import drawing_of

PAGE = (Path(__file__).parents[2] / "docs/about/data.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)


@pytest.fixture(scope="module")
def folder(glossary_site: Site, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What a reader has who has downloaded every file of the graph."""
    folder = tmp_path_factory.mktemp("downloads")
    for item in graph_files(Context(glossary_site), drawing_of(glossary_site)):
        if item.path.count("/") == 1:
            (folder / Path(item.path).name).write_bytes(b"".join(item.pieces))
    return folder


def section(name: str) -> str:
    return PAGE.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize(
    ("name", "opened"),
    [("glossary.json", None), ("graph.json", '"graph.json"'), ("graph.graphml", '"graph.graphml"')],
)
def test_examples_are_of_their_file(name: str, opened: str | None) -> None:
    found = re.findall(r"^```python\n(.*?)^```", section(name), re.MULTILINE | re.DOTALL)
    assert [opened in it for it in found if opened] == ([True] if opened else [])


@pytest.mark.parametrize("example", EXAMPLES)
def test_examples_run_and_say_something(folder: Path, example: str) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error::DeprecationWarning", "-c", example],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip()


def test_attributes_of_graphml_are_those_described(folder: Path) -> None:
    root = ElementTree.parse(folder / "graph.graphml").getroot()  # noqa: S314  # ours
    declared = {
        side: [it.get("attr.name", "") for it in root if it.get("for") == side]
        for side in ("node", "edge")
    }
    found = re.search(r"Nodes have (.*?); edges have (.*?)\.", section("graph.graphml"))
    assert found is not None
    named = [re.findall(r"`(\w+)`", it) for it in found.groups()]
    assert list(map(sorted, named)) == [sorted(declared["node"]), sorted(declared["edge"])]


def test_gexf_has_what_is_told_of_it(folder: Path) -> None:
    """Directed, placed, each edge labelled by its relation, and what step 4 chooses among."""
    root = ElementTree.parse(folder / "graph.gexf").getroot()  # noqa: S314  # ours
    space, viz = "{http://www.gexf.net/1.2draft}", "{http://www.gexf.net/1.2draft/viz}"
    (graph,) = root.findall(f"{space}graph")
    assert graph.get("defaultedgetype") == "directed"
    nodes = graph.findall(f"{space}nodes/{space}node")
    edges = graph.findall(f"{space}edges/{space}edge")
    ids = [node.get("id") for node in nodes]
    assert len(ids) == len(set(ids)) > 200
    assert len({edge.get("id") for edge in edges}) == len(edges) > 500, "Gephi merges others"
    assert all(node.find(f"{viz}position") is not None and node.get("label") for node in nodes)
    for edge in edges:
        assert {edge.get("source"), edge.get("target")} <= set(ids)
        values = [it.get("value") for it in edge.iter(f"{space}attvalue")]
        assert edge.get("label") in values
    offered = {
        (side.get("class"), it.get("title"))
        for side in graph.findall(f"{space}attributes")
        for it in side
    }
    steps = section("graph.gexf")
    for side, title in (
        ("node", "topic"),
        ("node", "community"),
        ("node", "centrality"),
        ("edge", "relation"),
    ):
        assert (side, title) in offered
        assert f"`{title}`" in steps
