"""Two entries claim the same former id.

A redirect can lead to one place only.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.FORMER_ID_CLAIMED_TWICE, Severity.ERROR)


def finding(where: Place, name: str, other: str) -> Finding:
    """``other`` is the path of the entry that claims it too."""
    return RULE.at(
        where, f"the former id '{name}' is already claimed by {other}", "keep it in one of the two"
    )
