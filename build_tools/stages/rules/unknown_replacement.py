"""The replacement does not exist.

`replaced_by` is the id of the entry that takes the place of a deprecated one.
"""

from collections.abc import Iterable

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule
from build_tools.stages.words.nearest import suggestion

RULE = Rule(Code.UNKNOWN_REPLACEMENT, Severity.ERROR)


def finding(where: Place, name: str, known: Iterable[str]) -> Finding:
    """``known`` are the names that exist."""
    return RULE.at(where, f"unknown replacement '{name}'", suggestion(name, known))
