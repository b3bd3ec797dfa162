"""``/data/graph*``: the concept graph, for the map of the site and for other people's programs.

The public files are described in docs/about/data.md, the others in docs/design/0008-graph.md.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import sqrt

from orjson import dumps

from build_tools.emit.data.graph_exchange import Node, gexf, graphml
from build_tools.emit.data.json_lines import json_lines
from build_tools.emit.data.stylesheet import topic_colours
from build_tools.emit.parts.citations import reference_url, short_name
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.text import plain_definition
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Status
from build_tools.model.graph import ConceptGraph
from build_tools.model.identifiers import ReferenceKey
from build_tools.model.vocabulary import Reference
from build_tools.stages.graph.costs import relation_costs
from build_tools.stages.graph.edges import concept_graph
from build_tools.stages.graph.layout import placed
from build_tools.stages.graph.measures import communities, degree_centrality

__all__ = ["PAGE", "graph_files"]

FORMAT = 1
PAGE = 128
"""Nodes of a file of details."""


@dataclass(frozen=True, slots=True)
class _Drawn:
    """The graph, and what every file says of its nodes."""

    context: Context
    graph: ConceptGraph
    nodes: Sequence[Node]
    definitions: Sequence[str]


def graph_files(context: Context) -> Iterable[Artifact]:
    """The files of the graph, worked out when the first of them is asked for."""
    site = context.site
    graph = concept_graph(site)
    entries = site.entries.values()
    columns = zip(
        entries,
        placed(graph, site.positions),
        degree_centrality(graph.neighbours),
        communities(graph.neighbours),
        strict=True,
    )
    definitions = [plain_definition(entry, site) for entry in entries]
    drawn = _Drawn(context, graph, tuple(columns), definitions)
    yield Artifact("data/graph-view.json", (_view(drawn),))
    yield from _details(drawn)
    yield Artifact("data/graph.json", _public(drawn))
    yield Artifact("data/graph.graphml", graphml(graph, drawn.nodes))
    yield Artifact("data/graph.gexf", gexf(graph, drawn.nodes))


def _view(drawn: _Drawn) -> bytes:
    """What the map needs before it draws, in columns."""
    graph, vocabularies = drawn.graph, drawn.context.site.vocabularies
    entries = drawn.context.site.entries.values()
    kinds = {key: at for at, key in enumerate(vocabularies.kinds)}
    statuses = {status: at for at, status in enumerate(Status)}
    relations = {key: at for at, key in enumerate(vocabularies.relations)}
    colours = topic_colours(drawn.context)
    costs = relation_costs(vocabularies.relations.values())
    value = {
        "format": FORMAT,
        "topics": [
            {
                "key": topic.key,
                "label": topic.label,
                "light": colours[topic.key][0],
                "dark": colours[topic.key][1],
            }
            for topic in vocabularies.topics.values()
        ],
        "kinds": [{"key": kind.key, "label": kind.label} for kind in vocabularies.kinds.values()],
        "statuses": list(statuses),
        "relations": [
            {
                "key": relation.key,
                "label": relation.label,
                "inverse": relation.inverse_label,
                "symmetric": relation.symmetric,
                "cost": costs[relation.key],
            }
            for relation in vocabularies.relations.values()
        ],
        "ids": graph.ids,
        "labels": [entry.term for entry in entries],
        "page": PAGE,
        "topic": list(graph.topic),
        "kind": [kinds[entry.kind] for entry in entries],
        "status": [statuses[entry.status] for entry in entries],
        "x": [position.x for _entry, position, *_ in drawn.nodes],
        "y": [position.y for _entry, position, *_ in drawn.nodes],
        "size": _sizes([centrality for _entry, _position, centrality, _ in drawn.nodes]),
        "importance": _importance(drawn),
        "edges": {
            "source": list(graph.source),
            "target": list(graph.target),
            "relation": [relations[link.relation] for link in graph.links],
        },
    }
    return dumps(value) + b"\n"


def _sizes(centrality: Sequence[float]) -> list[int]:
    """0 to 255, so that the area of a node's circle grows with its centrality."""
    most = max(centrality, default=0.0) or 1.0
    return [round(255 * sqrt(value / most)) for value in centrality]


def _importance(drawn: _Drawn) -> list[int]:
    """The nodes, those with most links first; of equals, those that more texts name."""
    named = drawn.context.site.mentioned_in
    graph = drawn.graph
    counts = zip(graph.neighbours, map(named.__getitem__, graph.ids), strict=True)
    ranked = [(len(linked), len(naming)) for linked, naming in counts]
    return sorted(range(len(ranked)), key=ranked.__getitem__, reverse=True)


def _details(drawn: _Drawn) -> Iterator[Artifact]:
    """What is shown of nodes and edges on demand, in pages of nodes."""
    graph = drawn.graph
    references = drawn.context.site.vocabularies.references
    told = cache(lambda key: _work(references[key]))  # the files cite the same works
    edge = 0
    for number, first in enumerate(range(0, len(graph.ids), PAGE)):
        end = first + PAGE
        after = bisect_left(graph.source, end, edge)
        stated = tuple(enumerate(graph.links[edge:after], edge))
        reasons = [(at, link.because) for at, link in stated if link.because]
        works: dict[ReferenceKey, int] = {}
        sources = [
            (at, [works.setdefault(key, len(works)) for key in link.sources])
            for at, link in stated
            if link.sources
        ]
        edge = after
        content = {
            "definitions": drawn.definitions[first:end],
            "reasons": reasons,
            "sources": sources,
            "works": list(map(told, works)),
        }
        yield Artifact(f"data/graph/{number}.json", (dumps(content), b"\n"))


def _work(reference: Reference) -> tuple[str, str, str]:
    return reference.key, short_name(reference), reference_url(reference)


def _public(drawn: _Drawn) -> Iterator[bytes]:
    """The documented file: one node, edge or list of mentions a line."""
    yield f'{{"format":{FORMAT},\n"nodes":[\n'.encode()
    yield from json_lines(map(_node, drawn.nodes))
    yield b'],\n"edges":[\n'
    yield from json_lines(_edges(drawn.graph))
    yield b'],\n"mentions":[\n'
    mentions = drawn.context.site.mentions
    # Short, since there are many more of them than links.
    yield from json_lines(list(mentions[name]) for name in drawn.graph.ids)
    yield b"]}\n"


def _node(node: Node) -> object:
    entry, (x, y), centrality, community = node
    return {
        "id": entry.id,
        "label": entry.term,
        "topic": entry.topic,
        "kind": entry.kind,
        "status": entry.status,
        "url": f"terms/{entry.id}/",
        "x": x,
        "y": y,
        "centrality": round(centrality, 6),
        "community": community,
    }


def _edges(graph: ConceptGraph) -> Iterator[object]:
    ids = graph.ids
    for source, (relation, target, because, sources) in zip(graph.source, graph.links, strict=True):
        yield {
            "source": ids[source],
            "target": target,
            "relation": relation,
            "because": because,
            "sources": sources,
        }
