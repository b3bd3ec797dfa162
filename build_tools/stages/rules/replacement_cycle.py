"""Retired entries replace each other in a circle.

The page of a retired entry sends its readers on to the one that replaces it. In a circle nobody
arrives: let one of them be replaced by an entry that is not retired, or restore one.
"""

from collections.abc import Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Status
from build_tools.model.glossary import Glossary
from build_tools.model.identifiers import EntryId
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.REPLACEMENT_CYCLE, Severity.ERROR)


def check(glossary: Glossary) -> Iterator[Finding]:
    """Each circle once, at its least entry: from any entry one way leads on, if any."""
    onward = {
        entry.id: entry.replaced_by
        for entry in glossary.entries.values()
        if entry.status is Status.DEPRECATED and entry.replaced_by
    }
    seen: set[EntryId] = set()
    for name in sorted(onward):
        way: dict[EntryId, int] = {}
        while name in onward and name not in seen:
            seen.add(name)
            way[name] = len(way)
            name = onward[name]  # noqa: PLW2901  # the next step
        if name in way:
            circle = list(way)[way[name] :]
            least = circle.index(min(circle))
            circle = [*circle[least:], *circle[:least], circle[least]]
            yield RULE.at(
                Place(glossary.entries[circle[0]].path, ("replaced_by",)),
                f"retired entries replace each other in a circle: {' → '.join(circle)}",
                "name an entry that is not retired in one of them",
            )
