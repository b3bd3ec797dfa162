"""The file uses a YAML anchor or alias.

Anchors (`&name`) and aliases (`*name`) hide what an entry says and can expand to gigabytes.
Write the value out. Text that begins with `&` or `*` needs quotation marks.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.ANCHOR_OR_ALIAS, Severity.ERROR)


def finding(where: tuple[str, Span], written: str) -> Finding:
    """``written`` is the anchor or alias as it stands, with its ``&`` or ``*``."""
    what = f"alias '{written}'" if written.startswith("*") else f"anchor '{written}'"
    return RULE.at(
        where,
        f"the {what} is not allowed",
        "write the value out, or quote text that begins with & or *",
    )
