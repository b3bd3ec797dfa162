"""From a site to its concept graph."""

from build_tools.model.entry import Link
from build_tools.model.glossary import Site
from build_tools.model.graph import ConceptGraph
from build_tools.stages.prose.plain_text import plain_text

__all__ = ["concept_graph"]


def concept_graph(site: Site) -> ConceptGraph:
    """The typed links of all entries, with their reasons as text alone.

    None leads from an entry to itself or is stated from both ends. Such links are errors (the rules ``self-link`` and ``link-stated-twice``), so that no site has one.
    """
    entries = site.entries
    rank = site.ranks
    topics = {key: at for at, key in enumerate(site.vocabularies.topics)}
    source: list[int] = []
    target: list[int] = []
    links: list[Link] = []
    near: list[list[int]] = [[] for _ in rank]
    for at, entry in enumerate(entries.values()):
        others = [rank[link.target] for link in entry.links]
        source += [at] * len(others)
        target += others
        links += [
            link
            if "[" not in link.because
            else link._replace(because=plain_text(link.because, entries))
            for link in entry.links
        ]
        near[at] += others
        for other in others:
            near[other].append(at)
    return ConceptGraph(
        tuple(rank),
        tuple([topics[entry.topic] for entry in entries.values()]),
        tuple(source),
        tuple(target),
        tuple(links),
        tuple([_distinct(nodes) for nodes in near]),
    )


def _distinct(nodes: list[int]) -> tuple[int, ...]:
    # Most pairs have one link, and to see that is cheaper than to order the nodes anew.
    return tuple(nodes if len(set(nodes)) == len(nodes) else dict.fromkeys(nodes))
