"""A former id is the id of an entry that exists.

A former id becomes a redirect, which cannot stand where a page stands.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.FORMER_ID_IN_USE, Severity.ERROR)


def finding(where: Place, name: str) -> Finding:
    """``name`` is the former id."""
    return RULE.at(
        where,
        f"the former id '{name}' is the id of an entry",
        "delete it here, or rename that entry",
    )
