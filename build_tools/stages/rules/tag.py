"""The file uses a YAML tag.

A tag (`!name` or `!!type`) asks the reader to turn a value into something else. Nothing is ever
turned into anything here. Text that begins with `!` needs quotation marks.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.TAG, Severity.ERROR)


def finding(where: tuple[str, Span], name: str) -> Finding:
    """``name`` is the tag."""
    return RULE.at(
        where, f"the tag '{name}' is not allowed", "remove it, or quote text that begins with !"
    )
