"""A relation that must not run in circles does.

If A is broader than B, B cannot be broader than A, by any detour. The message prints the whole
circle. Which relations are `acyclic` stands in `relations.yml`.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.glossary import Glossary
from build_tools.model.identifiers import EntryId
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.RELATION_CYCLE, Severity.ERROR)


def check(glossary: Glossary) -> Iterator[Finding]:
    """Report circles until the rest has none; each link is in at most one reported circle."""
    for relation in glossary.vocabularies.relations.values():
        if not relation.acyclic:
            continue
        successors = {
            entry.id: [
                link.target
                for link in entry.links
                if link.relation == relation.key and link.target != entry.id
            ]
            for entry in glossary.entries.values()
        }
        for cycle in itertools.islice(cycles(successors), MOST_CYCLES):
            entry = glossary.entries[cycle[0]]
            index = next(
                i
                for i, k in enumerate(entry.links)
                if (k.relation, k.target) == (relation.key, cycle[1])
            )
            message = f"'{relation.key}' runs in a circle: {' → '.join(cycle)}"
            yield RULE.at(
                Place(entry.path, ("links", index)),
                message,
                "remove or turn round one of these links",
            )


def cycles(successors: Mapping[EntryId, Sequence[EntryId]]) -> Iterator[tuple[EntryId, ...]]:
    """Circles, each closed (its first node stands at its end too) and begun at its least node.

    Depth-first search with an explicit stack: an edge to a node on the stack closes a circle.
    Nothing is looked at twice, so the search is linear.
    """
    finished: set[EntryId] = set()
    for root in sorted(successors):
        path: list[EntryId] = []
        on_path: dict[EntryId, int] = {}
        stack = [(root, iter(successors[root]))] if root not in finished else []
        while stack:
            node, rest = stack[-1]
            if node not in on_path:
                on_path[node] = len(path)
                path.append(node)
            for target in rest:
                if target in on_path:
                    circle = path[on_path[target] :]
                    least = circle.index(min(circle))
                    circle = circle[least:] + circle[:least]
                    yield (*circle, circle[0])
                elif target not in finished and target in successors:
                    stack.append((target, iter(successors[target])))
                    break
            else:
                stack.pop()
                path.pop()
                del on_path[node]
                finished.add(node)


MOST_CYCLES = 100
"""Circles reported for one relation; mending these makes the others visible."""
