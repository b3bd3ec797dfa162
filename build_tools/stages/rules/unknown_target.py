"""The link target does not exist.

The `target` of a link is the id of an entry: the name of its file without `.yml`.
"""

from collections.abc import Iterable

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule
from build_tools.stages.words.nearest import suggestion

RULE = Rule(Code.UNKNOWN_TARGET, Severity.ERROR)


def finding(where: Place, name: str, known: Iterable[str]) -> Finding:
    """``known`` are the names that exist."""
    return RULE.at(where, f"unknown link target '{name}'", suggestion(name, known))
