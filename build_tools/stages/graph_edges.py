"""From a site to its concept graph."""

from build_tools.model.glossary import Site
from build_tools.model.graph import ConceptGraph

__all__ = ["concept_graph"]


def concept_graph(site: Site) -> ConceptGraph:
    """The typed links of all entries; none leads from an entry to itself or is stated from both ends.

    Such links are errors (the rules ``self-link`` and ``link-stated-twice``), so that no site has one.
    """
    entries = site.entries
    rank = {name: at for at, name in enumerate(entries)}
    topics = {key: at for at, key in enumerate(site.vocabularies.topics)}
    source, target, links = [], [], []
    near: list[list[int]] = [[] for _ in rank]
    for at, entry in enumerate(entries.values()):
        for link in entry.links:
            other = rank[link.target]
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
