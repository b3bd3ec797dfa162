"""A tab indents a line.

YAML is indented with spaces alone. Set your editor to insert spaces in `.yml` files.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.TAB_INDENTATION, Severity.ERROR)


def finding(where: tuple[str, Span]) -> Finding:
    """``where`` is the tab."""
    return RULE.at(where, "a tab indents this line", "indent with two spaces")
