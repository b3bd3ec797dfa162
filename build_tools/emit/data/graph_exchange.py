"""The concept graph as GraphML and GEXF, for Gephi, networkx and other tools.

GraphML has the reasons of links too; GEXF is for looking at and has what a drawing shows. Both are
written as text: an element tree of a large graph costs more than all the rest of a build.
"""

from collections.abc import Iterable, Iterator

from build_tools.emit.parts.html import escape
from build_tools.model.graph import SQUARE, ConceptGraph, Node
from build_tools.stages.batches import in_batches

__all__ = ["gexf", "graphml"]

_PIECE = 2_000
"""Nodes or edges of one piece of the file."""

_ATTRIBUTES = (
    ("topic", "string"),
    ("kind", "string"),
    ("status", "string"),
    ("centrality", "double"),
    ("community", "int"),
)
"""Of nodes, with the names of their types in GraphML; positions and labels have their own ways."""


def graphml(graph: ConceptGraph, nodes: Iterable[Node]) -> Iterator[bytes]:
    """GraphML 1.0; ``y`` grows downwards, as on the map."""
    keys = "".join(
        f'<key id="{name}" for="node" attr.name="{name}" attr.type="{type_}"/>\n'
        for name, type_ in (("label", "string"), *_ATTRIBUTES, ("x", "int"), ("y", "int"))
    ) + "".join(
        f'<key id="{name}" for="edge" attr.name="{name}" attr.type="string"/>\n'
        for name in ("relation", "because")
    )
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
        f'{keys}<graph id="concepts" edgedefault="directed">\n'
    ).encode()
    yield from _pieces(
        f'<node id="{entry.id}"><data key="label">{escape(entry.term)}</data>'
        f'<data key="topic">{entry.topic}</data><data key="kind">{entry.kind}</data>'
        f'<data key="status">{entry.status}</data><data key="centrality">{share:.6f}</data>'
        f'<data key="community">{group}</data><data key="x">{x}</data><data key="y">{y}</data></node>\n'
        for entry, (x, y), share, group in nodes
    )
    ids = graph.ids
    yield from _pieces(
        f'<edge source="{ids[source]}" target="{target}"><data key="relation">{relation}</data>'
        f'<data key="because">{escape(because)}</data></edge>\n'
        for source, (relation, target, because, _sources) in zip(
            graph.source, graph.links, strict=True
        )
    )
    yield b"</graph>\n</graphml>\n"


def gexf(graph: ConceptGraph, nodes: Iterable[Node]) -> Iterator[bytes]:
    """GEXF 1.2; ``y`` grows upwards, as Gephi has it."""
    attributes = "".join(
        f'<attribute id="{name}" title="{name}" type="{"integer" if type_ == "int" else type_}"/>\n'
        for name, type_ in _ATTRIBUTES
    )
    yield (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<gexf xmlns="http://www.gexf.net/1.2draft" xmlns:viz="http://www.gexf.net/1.2draft/viz" version="1.2">\n'
        '<graph mode="static" defaultedgetype="directed">\n'
        f'<attributes class="node" mode="static">\n{attributes}</attributes>\n'
        '<attributes class="edge" mode="static">\n'
        '<attribute id="relation" title="relation" type="string"/>\n</attributes>\n<nodes>\n'
    ).encode()
    yield from _pieces(
        f'<node id="{entry.id}" label="{escape(entry.term)}"><attvalues>'
        f'<attvalue for="topic" value="{entry.topic}"/><attvalue for="kind" value="{entry.kind}"/>'
        f'<attvalue for="status" value="{entry.status}"/><attvalue for="centrality" value="{share:.6f}"/>'
        f'<attvalue for="community" value="{group}"/></attvalues>'
        f'<viz:position x="{x}" y="{SQUARE - y}" z="0"/></node>\n'
        for entry, (x, y), share, group in nodes
    )
    yield b"</nodes>\n<edges>\n"
    ids = graph.ids
    relations = {link.relation for link in graph.links}
    ends = {
        key: f'" label="{key}"><attvalues><attvalue for="relation" value="{key}"/></attvalues></edge>\n'
        for key in relations
    }
    yield from _pieces(
        f'<edge id="{number}" source="{ids[source]}" target="{link.target}{ends[link.relation]}'
        for number, (source, link) in enumerate(zip(graph.source, graph.links, strict=True))
    )
    yield b"</edges>\n</graph>\n</gexf>\n"


def _pieces(lines: Iterator[str]) -> Iterator[bytes]:
    return ("".join(piece).encode() for piece in in_batches(lines, _PIECE))
