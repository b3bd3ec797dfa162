"""The file holds nothing.

An entry needs at least `term`, `topic`, `kind` and `definition`. A file with only comments or
white space holds nothing either. Fill it, or delete it.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.EMPTY_FILE, Severity.ERROR)


def finding(path: str) -> Finding:
    """``path`` is the file."""
    return RULE.at(
        (path, Span()),
        "the file is empty",
        "fill it or delete it; an entry needs at least term, topic, kind and definition",
    )
