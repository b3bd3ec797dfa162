"""From a site to its concept graph."""

from build_tools.model.glossary import Site
from build_tools.model.graph import ConceptGraph

__all__ = ["concept_graph"]


def concept_graph(site: Site) -> ConceptGraph:
    """The typed links of all entries.

    Links of an entry to itself are no edges; those of a symmetric relation that both ends state
    become one, as the first of the two in the order of ids has it.
    """
    entries = site.entries
    rank = {name: at for at, name in enumerate(entries)}
    topics = {key: at for at, key in enumerate(site.vocabularies.topics)}
    symmetric = {key for key, item in site.vocabularies.relations.items() if item.symmetric}
    source, target, links = [], [], []
    near: list[list[int]] = [[] for _ in rank]
    seen = set()
    for at, entry in enumerate(entries.values()):
        for link in entry.links:
            other = rank[link.target]
            if other == at:
                continue
            if link.relation in symmetric:
                pair = (link.relation, other, at) if other < at else (link.relation, at, other)
                if pair in seen:
                    continue
                seen.add(pair)
            source.append(at)
            target.append(other)
            links.append(link)
            near[at].append(other)
            near[other].append(at)
    return ConceptGraph(
        tuple(rank),
        tuple([topics[entry.topic] for entry in entries.values()]),
        tuple(source),
        tuple(target),
        tuple(links),
        tuple([tuple(dict.fromkeys(nodes)) for nodes in near]),
    )
