"""No entry and no page cites a reference.

This is information, not a fault: a bibliography may run ahead of the entries.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.UNUSED_REFERENCE, Severity.INFO)


def finding(path: str, index: int, key: str) -> Finding:
    """``index`` is the item's place in the file."""
    return RULE.at(Place(path, (index, "id")), f"nothing cites '{key}'", "cite it, or delete it")
