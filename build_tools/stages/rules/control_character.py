"""The file holds a control or bidirectional-override character.

Such characters are invisible and can make text read differently from what it says (Boucher and
Anderson, "Trojan Source", 2021). Delete the character; the message gives its code point.
"""

import unicodedata

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place, Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.CONTROL_CHARACTER, Severity.ERROR)


def finding(where: Place | tuple[str, Span], character: str) -> Finding:
    """``character`` is the offender."""
    name = unicodedata.name(character, "control character").lower()
    return RULE.at(
        where, f"U+{ord(character):04X} ({name}) is not allowed", "delete the invisible character"
    )
