"""A text is empty.

Give it a value, or delete the key.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule, subject

RULE = Rule(Code.EMPTY_VALUE, Severity.ERROR)


def finding(where: Place, key: str) -> Finding:
    """``key`` is the field."""
    return RULE.at(where, f"{subject(where, key)} is empty", "give it a value or delete it")
