"""Two entries have the same label.

A reader who looks for a label must find one entry. Preferred labels, aliases and abbreviations
are compared without regard to case, to characters that nobody sees, and to ways of writing one letter
with its accent. The message names the other place.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.LABEL_CONFLICT, Severity.ERROR)


def finding(where: Place, label: str, other_path: str, other_field: str) -> Finding:
    """``other_path`` and ``other_field`` say where the label stands already."""
    message = f"the label '{label}' is already the {other_field} of {other_path}"
    return RULE.at(
        where, message, "keep it in one of the two entries, or make one label more specific"
    )
