"""Retired entries replace each other in a circle.

The page of a retired entry sends its readers on to the one that replaces it. In a circle nobody
arrives: let one of them be replaced by an entry that is not retired, or restore one.
"""

from collections.abc import Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Status
from build_tools.model.glossary import Glossary
from build_tools.model.source import Place
from build_tools.stages.rules.relation_cycle import cycles
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.REPLACEMENT_CYCLE, Severity.ERROR)


def check(glossary: Glossary) -> Iterator[Finding]:
    """Each circle once: from any entry at most one way leads on."""
    onward = {
        entry.id: (entry.replaced_by,)
        for entry in glossary.entries.values()
        if entry.status is Status.DEPRECATED and entry.replaced_by
    }
    for cycle in cycles(onward):
        yield RULE.at(
            Place(glossary.entries[cycle[0]].path, ("replaced_by",)),
            f"retired entries replace each other in a circle: {' → '.join(cycle)}",
            "name an entry that is not retired in one of them",
        )
