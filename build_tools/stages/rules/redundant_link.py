"""A link states what other links already imply.

If A is broader than B and B is broader than C, A is broader than C without saying so. Which
relations are `transitive` stands in `relations.yml`.
"""

from collections.abc import Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.glossary import Glossary
from build_tools.model.identifiers import EntryId
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.REDUNDANT_LINK, Severity.WARNING)


def check(glossary: Glossary) -> Iterator[Finding]:
    """For each link of a transitive relation, look for a longer way to its target."""
    for relation in glossary.vocabularies.relations.values():
        if not relation.transitive or relation.symmetric:
            continue
        successors = {
            entry.id: tuple(link.target for link in entry.links if link.relation == relation.key)
            for entry in glossary.entries.values()
        }
        height = _heights(successors)
        for entry in glossary.entries.values():
            targets = successors[entry.id]
            for index, link in enumerate(entry.links):
                if link.relation != relation.key or len(targets) < 2:
                    continue
                way = _way(
                    successors, height, [t for t in targets if t != link.target], link.target
                )
                if way:
                    message = (
                        f"'{relation.key}' to '{link.target}' already follows by way of '{way}'"
                    )
                    yield RULE.at(
                        Place(entry.path, ("links", index)), message, "delete the direct link"
                    )


def _heights(successors: dict[EntryId, tuple[EntryId, ...]]) -> dict[EntryId, int]:
    """The length of the longest way down from each node; nodes on circles have none."""
    waiting = {node: len(targets) for node, targets in successors.items()}
    above: dict[EntryId, list[EntryId]] = {}
    for node, targets in successors.items():
        for target in targets:
            above.setdefault(target, []).append(node)
    ready = [node for node, count in waiting.items() if not count]
    height = dict.fromkeys(ready, 0)
    for node in ready:
        for parent in above.get(node, ()):
            height[parent] = max(height.get(parent, 0), height[node] + 1)
            waiting[parent] -= 1
            if not waiting[parent]:
                ready.append(parent)
    return {node: height[node] for node in ready}


def _way(
    successors: dict[EntryId, tuple[EntryId, ...]],
    height: dict[EntryId, int],
    starts: list[EntryId],
    goal: EntryId,
) -> EntryId | None:
    """The one of ``starts`` from which ``goal`` can be reached; only nodes higher than it can."""
    if goal not in height:
        return None
    for start in starts:
        seen = {start}
        stack = [start]
        while stack:
            node = stack.pop()
            if node == goal:
                return start
            if height.get(node, 0) <= height[goal]:
                continue
            fresh = [target for target in successors[node] if target not in seen]
            seen.update(fresh)
            stack += fresh
    return None
