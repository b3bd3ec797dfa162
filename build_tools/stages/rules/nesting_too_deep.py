"""Values are nested more than twenty levels deep.

No entry needs more than five levels. Deeper nesting is a mistake, or an attack on the build.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.NESTING_TOO_DEEP, Severity.ERROR)


MAXIMUM_DEPTH = 20


def finding(where: tuple[str, Span]) -> Finding:
    """``where`` is the first value that lies too deep."""
    return RULE.at(where, f"nested more than {MAXIMUM_DEPTH} levels deep", "flatten the value")
