"""The file holds more than one YAML document.

A line of three dashes begins a new document. One file is one entry: move the rest to a file of
its own.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.SEVERAL_DOCUMENTS, Severity.ERROR)


def finding(where: tuple[str, Span]) -> Finding:
    """``where`` is the beginning of the second document."""
    return RULE.at(
        where, "a second document begins here", "keep one entry a file; remove the '---' line"
    )
