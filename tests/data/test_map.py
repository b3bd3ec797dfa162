"""The map of the real glossary: places that are kept, near to what they are linked with."""

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from build_tools.emit.data.graph import graph_files
from build_tools.emit.parts.context import Context
from build_tools.model.glossary import Site
from build_tools.model.graph import ConceptGraph
from build_tools.stages.graph.drawing import drawing_of
from build_tools.stages.graph.edges import concept_graph
from build_tools.stages.graph.layout import placed, updated_positions
from tests.benchmarks.graph_layout import kept

ROOT = Path(__file__).parents[2]

SPRING = 0.302
"""Linked entries among the ten nearest in networkx's spring layout with seed 1, as measured by
``python -m tests.benchmarks.graph_layout`` with 260 entries (that needs numpy, which no test does)."""


@pytest.fixture(scope="module")
def graph(glossary_site: Site) -> ConceptGraph:
    return concept_graph(glossary_site)


@pytest.fixture(scope="module")
def files(glossary_site: Site) -> dict[str, bytes]:
    made = graph_files(Context(glossary_site), drawing_of(glossary_site))
    return {item.path: b"".join(item.pieces) for item in made}


def test_what_is_kept_stays(graph: ConceptGraph, glossary_site: Site) -> None:
    updated = updated_positions(graph, glossary_site.positions)
    known = glossary_site.positions.keys() & updated.keys()
    assert len(known) > 0.9 * len(updated), "concord layout keeps the places of new entries"
    assert {name: updated[name] for name in known} == {
        name: glossary_site.positions[name] for name in known
    }
    assert tuple(updated.values()) == placed(graph, glossary_site.positions), "as a build has it"


@pytest.mark.parametrize(
    ("places", "linked", "of_the_topic"),
    [
        (lambda graph, site: placed(graph, site.positions), 0.50, 0.60),
        (lambda graph, _site: placed(graph, {}), 0.33, 0.90),
        (lambda graph, _site: tuple(updated_positions(graph, {}).values()), 0.50, 0.60),
    ],
    ids=["kept", "quick", "careful"],
)
def test_neighbours_are_nearer_than_in_a_spring_layout(
    graph: ConceptGraph,
    glossary_site: Site,
    places: Callable[[ConceptGraph, Site], tuple[tuple[int, int], ...]],
    linked: float,
    of_the_topic: float,
) -> None:
    found = kept(graph, places(graph, glossary_site))
    assert found[0] > max(SPRING, linked)
    assert found[1] > of_the_topic


def test_every_run_and_hash_seed_gives_the_same_places() -> None:
    program = (
        "from pathlib import Path\n"
        "from build_tools.adapters.read import read_glossary\n"
        "from build_tools.compiler import compile_glossary\n"
        "from build_tools.model.project import Project\n"
        "from build_tools.stages.graph.edges import concept_graph\n"
        "from build_tools.stages.graph.layout import placed, updated_positions\n"
        "from build_tools.stages.graph.measures import communities\n"
        "site = compile_glossary(read_glossary(Path(), 'glossary'), Project()).site\n"
        "graph = concept_graph(site)\n"
        "half = dict(list(site.positions.items())[::2])\n"
        "found = updated_positions(graph, {}), placed(graph, {}), placed(graph, half)\n"
        "print(found, communities(graph.neighbours))\n"
    )
    answers = {
        subprocess.run(
            [sys.executable, "-c", program],
            cwd=ROOT,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "4711")
    }
    (answer,) = answers
    assert answer.count("Position(") > 260


@pytest.mark.parametrize(
    ("introduction", "found"),
    [
        ("## graph.json", lambda value: value),
        ("Of a node:", lambda value: value["nodes"][0]),
        ("Of an edge:", lambda value: value["edges"][0]),
    ],
)
def test_every_field_is_described(
    files: dict[str, bytes], introduction: str, found: Callable[[Any], dict[str, object]]
) -> None:
    text = (ROOT / "docs/about/data.md").read_text("utf-8").partition(introduction)[2]
    table = text[text.index("| Field |") :].partition("\n\n")[0]
    fields = [line.split("|")[1] for line in table.splitlines()[2:]]
    described = [name for field in fields for name in re.findall(r"`(\w+)`", field)]
    assert described == list(found(json.loads(files["data/graph.json"])))


@pytest.mark.parametrize("suffix", ["json", "graphml", "gexf"])
def test_every_file_has_the_links_of_the_glossary(
    files: dict[str, bytes], glossary_site: Site, suffix: str
) -> None:
    content = files[f"data/graph.{suffix}"]
    if suffix == "json":
        value = json.loads(content)
        nodes = [node["id"] for node in value["nodes"]]
        edges = [(edge["source"], edge["target"], edge["relation"]) for edge in value["edges"]]
        assert value["mentions"] == [list(row) for row in glossary_site.mentions.values()]
    else:
        read = nx.read_graphml if suffix == "graphml" else nx.read_gexf
        graph = read(BytesIO(content))
        nodes = list(graph.nodes)
        edges = [(one, other, link["relation"]) for one, other, link in graph.edges(data=True)]
    assert nodes == list(glossary_site.entries)
    assert Counter(edges) == Counter(
        (entry.id, link.target, link.relation)
        for entry in glossary_site.entries.values()
        for link in entry.links
    )
