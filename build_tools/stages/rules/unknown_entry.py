"""Hidden labels are given for an entry that does not exist.

The keys of `hidden_labels.yml` are ids of entries: names of their files without `.yml`.
"""

from collections.abc import Iterable

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule
from build_tools.stages.words.nearest import suggestion

RULE = Rule(Code.UNKNOWN_ENTRY, Severity.ERROR)


def finding(where: Place, name: str, known: Iterable[str]) -> Finding:
    """``known`` are the names that exist."""
    return RULE.at(where, f"unknown entry '{name}'", suggestion(name, known))
