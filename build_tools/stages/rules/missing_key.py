"""A required key is missing.

An entry needs `term`, `topic`, `kind` and `definition`; a link needs `relation` and `target`; a
position in a debate needs `claim`.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.MISSING_KEY, Severity.ERROR)


def finding(where: Place, key: str) -> Finding:
    """``key`` is the missing one."""
    return RULE.at(where, f"the key '{key}' is missing", f"add '{key}: …'")
