"""The kind does not exist.

Kinds are the keys of `kinds.yml`. Use one of them, or add the new kind there first.
"""

from collections.abc import Iterable

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule
from build_tools.stages.words.nearest import choice

RULE = Rule(Code.UNKNOWN_KIND, Severity.ERROR)


def finding(where: Place, name: str, known: Iterable[str]) -> Finding:
    """``known`` are the names that exist."""
    return RULE.at(where, f"unknown kind '{name}'", choice(name, known))
