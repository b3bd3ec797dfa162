"""The relation does not exist.

Relations are the keys of `relations.yml`. Use one of them, or add the new relation there first.
"""

from collections.abc import Iterable

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule
from build_tools.stages.words.nearest import choice

RULE = Rule(Code.UNKNOWN_RELATION, Severity.ERROR)


def finding(where: Place, name: str, known: Iterable[str]) -> Finding:
    """``known`` are the names that exist."""
    return RULE.at(where, f"unknown relation '{name}'", choice(name, known))
