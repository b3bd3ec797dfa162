"""The reference does not exist.

References are the `id`s in `references.json`. Use one of them, or add the item there first.
"""

from collections.abc import Iterable

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule
from build_tools.stages.words.nearest import suggestion

RULE = Rule(Code.UNKNOWN_REFERENCE, Severity.ERROR)


def finding(where: Place, name: str, known: Iterable[str]) -> Finding:
    """``known`` are the names that exist."""
    return RULE.at(where, f"unknown reference '{name}'", suggestion(name, known))
