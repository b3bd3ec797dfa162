"""How well the map keeps neighbours, against networkx's spring layout.

    python -m tests.benchmarks.graph_layout [PROJECT]

For each entry with links: the share of those that it is linked with (of ten, if there are more) among
the ten entries that are nearest on the map. Also the share of these ten that are of its topic.
networkx needs numpy for the comparison, which nothing else here does.
"""

import sys
import time
from collections.abc import Sequence
from math import dist
from pathlib import Path

from build_tools.adapters.read import read_glossary
from build_tools.compiler import compile_glossary
from build_tools.model.graph import ConceptGraph
from build_tools.model.project import Project
from build_tools.stages.graph.edges import concept_graph
from build_tools.stages.graph.layout import placed, updated_positions

NEAREST = 10
SAMPLE = 2_000
"""Entries that are looked at in a larger glossary."""


def kept(graph: ConceptGraph, places: Sequence[Sequence[float]]) -> tuple[float, float]:
    """The two shares, each a mean over entries."""
    nodes = range(0, len(graph.ids), max(1, len(graph.ids) // SAMPLE))
    linked, same = [], []
    for node in nodes:
        others = (other for other in range(len(graph.ids)) if other != node)
        nearest = sorted(others, key=lambda other: dist(places[node], places[other]))[:NEAREST]
        near = graph.neighbours[node]
        if near:
            linked.append(len(set(near) & set(nearest)) / min(NEAREST, len(near)))
        same.append(sum(graph.topic[node] == graph.topic[other] for other in nearest) / NEAREST)
    return sum(linked) / len(linked), sum(same) / len(same)


def spring(graph: ConceptGraph) -> Sequence[Sequence[float]]:
    """The placement that networkx makes with seed 1."""
    import networkx as nx

    drawn: nx.Graph[int] = nx.Graph()
    drawn.add_nodes_from(range(len(graph.ids)))
    drawn.add_edges_from(
        (node, other) for node, near in enumerate(graph.neighbours) for other in near
    )
    places = nx.spring_layout(drawn, seed=1)
    return [tuple(places[node]) for node in range(len(graph.ids))]


def main(folder: str = ".") -> None:
    """Print a table."""
    site = compile_glossary(read_glossary(Path(folder), "glossary"), Project()).site
    if site is None:
        sys.exit("the glossary has errors")
    graph = concept_graph(site)
    print(f"{len(graph.ids)} entries, {len(graph.source)} links")
    print(
        "| placement | linked among 10 nearest | of the topic | CPU s |\n| --- | --- | --- | --- |"
    )
    for label, place in (
        ("positions.json", lambda: placed(graph, site.positions) if site.positions else ()),
        ("in a build without positions", lambda: placed(graph, {})),
        ("careful, anew", lambda: tuple(updated_positions(graph, {}).values())),
        ("networkx spring, seed 1", lambda: spring(graph)),
    ):
        start = time.process_time()
        try:
            places = place()
        except ImportError:
            print(f"| {label} | needs numpy | | |")
            continue
        seconds = time.process_time() - start
        if places:
            linked, same = kept(graph, places)
            print(f"| {label} | {linked:.3f} | {same:.3f} | {seconds:.3f} |")


if __name__ == "__main__":
    main(*sys.argv[1:])
