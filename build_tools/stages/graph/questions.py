"""Questions about the concept graph that take more than one look, answered by networkx.

Nothing here is needed to build a page, and loading networkx costs 0.14 s: import this module where a
question is asked. networkx's graphs stay inside.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from math import fsum
from typing import TYPE_CHECKING

import networkx as nx

from build_tools.model.glossary import Site
from build_tools.model.graph import DefinitionOrder, Explanation, Step
from build_tools.model.identifiers import EntryId, RelationKey
from build_tools.stages.graph.costs import MENTION_COST, prerequisite_relations, relation_costs
from build_tools.stages.prose.plain_text import plain_text

__all__ = ["GraphQuestions", "definition_order"]

if TYPE_CHECKING:
    # The classes take parameters in the stubs only.
    _Directed = nx.DiGraph[EntryId]
    _Undirected = nx.Graph[EntryId]


class GraphQuestions:
    """Answers about one site; each graph is made when it is first needed."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._costs = relation_costs(site.vocabularies.relations.values())

    def components(self) -> tuple[tuple[EntryId, ...], ...]:
        """Sets of entries that typed links connect, the largest first, each in the order of ids."""
        graph: _Undirected = nx.Graph()
        graph.add_nodes_from(self._site.entries)
        graph.add_edges_from(self._links())
        found = (tuple(sorted(component)) for component in nx.connected_components(graph))
        return tuple(sorted(found, key=lambda component: (-len(component), component)))

    def reduced(self, relation: RelationKey) -> tuple[tuple[EntryId, EntryId], ...]:
        """The links of a transitive relation that do not follow from others, for drawing.

        Links of a cycle follow from each other; a relation with a cycle is returned whole.
        """
        links = sorted(set(self._links({relation})))
        graph: _Directed = nx.DiGraph(links)
        if not nx.is_directed_acyclic_graph(graph):
            return tuple(links)
        return tuple(sorted(nx.transitive_reduction(graph).edges))

    def prerequisites(self, name: EntryId) -> tuple[EntryId, ...]:
        """All that is to be understood before an entry, in an order to read it in.

        Each comes after its own prerequisites: in the order of how many layers of these it rests on,
        then of ids.
        """
        graph = self._prerequisites
        if name not in graph:
            return ()
        return self._reading_order(nx.descendants(graph, name) - {name})

    def unlocked(self, name: EntryId) -> tuple[EntryId, ...]:
        """The entries that name this one as a prerequisite, in an order to read them in."""
        graph = self._prerequisites
        if name not in graph:
            return ()
        return self._reading_order(set(graph.predecessors(name)) - {name})

    def explanations(
        self, source: EntryId, target: EntryId, most: int = 3
    ) -> tuple[Explanation, ...]:
        """How two entries connect: the cheapest path, and others that share no entry with it.

        After each answer its inner entries are closed, or its step when there are none. That is
        greedy, as the page's script is: the cheapest comes first, but the set need not be the
        cheapest. Links and mentions are followed in both directions. Of paths that cost the same,
        the page's script takes the same one: ``tests/contracts/graph_explanations.json``.
        """
        if source == target or not {source, target} <= self._steps.nodes:
            return ()
        found: list[Explanation] = []
        passed: set[EntryId] = set()
        direct: list[tuple[EntryId, EntryId]] = []
        while len(found) < most:
            steps = self._cheapest(source, target, nx.restricted_view(self._steps, passed, direct))
            if not steps:
                break
            found.append(Explanation(steps, fsum(map(self._cost, steps))))
            passed.update(step.source for step in steps[1:])
            if len(steps) == 1:
                direct += ((source, target), (target, source))
        return tuple(found)

    def _cheapest(self, source: EntryId, target: EntryId, graph: "_Undirected") -> tuple[Step, ...]:
        """The cheapest path (Dijkstra, 1959), or nothing; every step can be taken back.

        Wherever several would do, the last step but one is to the entry that is cheapest to reach,
        and of these to the first by id.
        """
        costs = nx.single_source_dijkstra_path_length(graph, source, weight="cost")
        if target not in costs:
            return ()
        steps: list[Step] = []
        while target != source:
            _cost, before = min(
                (costs[name], name)
                for name in graph.neighbors(target)
                if name in costs
                and costs[name] + graph.edges[name, target]["cost"] == costs[target]
            )
            steps.append(graph.edges[before, target]["step"])
            target = before
        return tuple(reversed(steps))

    def _cost(self, step: Step) -> float:
        return MENTION_COST if step.relation is None else self._costs[step.relation]

    def _links(
        self, relations: Collection[RelationKey] | None = None
    ) -> Iterator[tuple[EntryId, EntryId]]:
        for entry in self._site.entries.values():
            for link in entry.links:
                if relations is None or link.relation in relations:
                    yield entry.id, link.target

    @cached_property
    def _prerequisites(self) -> "_Directed":
        relations = prerequisite_relations(self._site.vocabularies.relations.values())
        graph: _Directed = nx.DiGraph()
        graph.add_edges_from(self._links(relations))
        return graph

    @cached_property
    def _depth(self) -> Mapping[EntryId, int]:
        graph = self._prerequisites
        return definition_order({name: list(graph.successors(name)) for name in graph}).depth

    def _reading_order(self, names: Collection[EntryId]) -> tuple[EntryId, ...]:
        return tuple(sorted(names, key=lambda name: (self._depth[name], name)))

    @cached_property
    def _steps(self) -> "_Directed":
        """Between any two entries the cheapest step, and the first stated of equals."""
        graph: _Directed = nx.DiGraph()
        graph.add_nodes_from(self._site.entries)
        for cost, step in chain.from_iterable(self._dearer_and_dearer()):
            if not graph.has_edge(step.source, step.target):
                graph.add_edge(step.source, step.target, cost=cost, step=step)
        return graph

    def _dearer_and_dearer(self) -> Iterator[Iterable[tuple[float, Step]]]:
        for cost in sorted(set(self._costs.values())):
            yield [
                (cost, step)
                for entry in self._site.entries.values()
                for link in entry.links
                if self._costs[link.relation] == cost
                for because in (plain_text(link.because, self._site.entries),)
                for step in (
                    Step(entry.id, link.target, link.relation, False, because),
                    Step(link.target, entry.id, link.relation, True, because),
                )
            ]
        ids = tuple(self._site.entries)
        yield [
            (MENTION_COST, step)
            for name, ranks in self._site.mentions.items()
            for other in (ids[rank] for rank in ranks)
            for step in (Step(name, other, None, False), Step(other, name, None, True))
        ]


def definition_order(used: Mapping[EntryId, Collection[EntryId]]) -> DefinitionOrder:
    """Which definitions explain each other, and how deep each entry rests on others.

    Args:
        used: of each entry, the entries whose labels its definition uses.
    """
    graph: _Directed = nx.DiGraph()
    graph.add_nodes_from(used)
    graph.add_edges_from((name, other) for name, others in used.items() for other in others)
    groups = nx.condensation(graph)
    depth: dict[int, int] = {}
    for group in reversed(list(nx.topological_sort(groups))):
        depth[group] = max((depth[below] + 1 for below in groups.successors(group)), default=0)
    members = {group: tuple(sorted(groups.nodes[group]["members"])) for group in groups}
    return DefinitionOrder(
        tuple(sorted(names for names in members.values() if len(names) > 1)),
        dict(sorted((name, depth[group]) for group, names in members.items() for name in names)),
    )
