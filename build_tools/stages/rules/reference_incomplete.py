"""A reference lacks its title, author or year.

Without these a reader cannot find the work. An editor counts as author.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.REFERENCE_INCOMPLETE, Severity.WARNING)


def finding(where: Place, key: str, missing: tuple[str, ...]) -> Finding:
    """``missing`` names what is not there."""
    return RULE.at(
        where,
        f"the reference '{key}' has no {' and no '.join(missing)}",
        "complete it from its source",
    )
