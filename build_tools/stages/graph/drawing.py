"""The map of a site: where its nodes stand, and which of them matter."""

from build_tools.model.glossary import Site
from build_tools.model.graph import ConceptGraph, Drawing, Node
from build_tools.stages.graph.costs import relation_costs
from build_tools.stages.graph.edges import concept_graph
from build_tools.stages.graph.layout import placed
from build_tools.stages.graph.measures import communities, degree_centrality

__all__ = ["drawing_of"]


def drawing_of(site: Site) -> Drawing:
    """The map. It is large, so that it is worked out when its files are made, and let go then."""
    graph = concept_graph(site)
    nodes = map(
        Node,
        site.entries.values(),
        placed(graph, site.positions),
        degree_centrality(graph.neighbours),
        communities(graph.neighbours),
    )
    costs = relation_costs(site.vocabularies.relations.values())
    return Drawing(graph, tuple(nodes), _importance(site, graph), costs)


def _importance(site: Site, graph: ConceptGraph) -> tuple[int, ...]:
    counts = zip(graph.neighbours, map(site.mentioned_in.__getitem__, graph.ids), strict=True)
    ranked = [(len(linked), len(naming)) for linked, naming in counts]
    return tuple(sorted(range(len(ranked)), key=ranked.__getitem__, reverse=True))
