"""``/data/graph*``: the concept graph, for the map of the site and for other people's programs.

The public files are described in docs/about/data.md, the others in docs/design/0008-graph.md.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from math import sqrt

from orjson import dumps

from build_tools.emit.data.graph_exchange import gexf, graphml
from build_tools.emit.data.json_lines import json_lines
from build_tools.emit.data.stylesheet import topic_colours
from build_tools.emit.parts.citations import reference_url, short_name
from build_tools.emit.parts.context import Context
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Status
from build_tools.model.graph import ConceptGraph, Drawing, Node
from build_tools.model.identifiers import ReferenceKey
from build_tools.model.vocabulary import Reference
from build_tools.stages.prose.plain_text import plain_definition

__all__ = ["PAGE", "graph_files"]

FORMAT = 1
PAGE = 128
"""Nodes of a file of details."""


def graph_files(context: Context, drawing: Drawing) -> Iterable[Artifact]:
    """The files of the graph."""
    yield Artifact("data/graph-view.json", (_view(context, drawing),))
    yield from _details(context, drawing.graph)
    yield Artifact("data/graph.json", _public(context, drawing))
    yield Artifact("data/graph.graphml", graphml(drawing.graph, drawing.nodes))
    yield Artifact("data/graph.gexf", gexf(drawing.graph, drawing.nodes))


def _view(context: Context, drawing: Drawing) -> bytes:
    """What the map needs before it draws, in columns."""
    graph, vocabularies = drawing.graph, context.site.vocabularies
    entries = context.site.entries.values()
    kinds = {key: at for at, key in enumerate(vocabularies.kinds)}
    statuses = {status: at for at, status in enumerate(Status)}
    relations = {key: at for at, key in enumerate(vocabularies.relations)}
    colours = topic_colours(context)
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
                "cost": drawing.costs[relation.key],
            }
            for relation in vocabularies.relations.values()
        ],
        "ids": graph.ids,
        "labels": [entry.term for entry in entries],
        "page": PAGE,
        "topic": list(graph.topic),
        "kind": [kinds[entry.kind] for entry in entries],
        "status": [statuses[entry.status] for entry in entries],
        "x": [node.position.x for node in drawing.nodes],
        "y": [node.position.y for node in drawing.nodes],
        "size": _sizes([node.centrality for node in drawing.nodes]),
        "importance": list(drawing.importance),
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


def _details(context: Context, graph: ConceptGraph) -> Iterator[Artifact]:
    """What is shown of nodes and edges on demand, in pages of nodes."""
    site = context.site
    references = site.vocabularies.references
    definitions = [plain_definition(entry, site) for entry in site.entries.values()]
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
            "definitions": definitions[first:end],
            "reasons": reasons,
            "sources": sources,
            "works": list(map(told, works)),
        }
        yield Artifact(f"data/graph/{number}.json", (dumps(content), b"\n"))


def _work(reference: Reference) -> tuple[str, str, str]:
    return reference.key, short_name(reference), reference_url(reference)


def _public(context: Context, drawing: Drawing) -> Iterator[bytes]:
    """The documented file: one node, edge or list of mentions a line."""
    yield f'{{"format":{FORMAT},\n"nodes":[\n'.encode()
    yield from json_lines(map(_node, drawing.nodes))
    yield b'],\n"edges":[\n'
    yield from json_lines(_edges(drawing.graph))
    yield b'],\n"mentions":[\n'
    mentions = context.site.mentions
    # Short, since there are many more of them than links.
    yield from json_lines(list(mentions[name]) for name in drawing.graph.ids)
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
