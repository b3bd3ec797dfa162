"""A label holds a character that nobody sees.

Spaces of no width, soft hyphens, fillers, marks of direction and the like make two labels that look
alike, and a label that nobody finds by typing it. The message gives the code point; delete the
character.

Where a script needs it, such a character is right: joiners and non-joiners in Arabic and Indic scripts
(Persian *می‌خواهم*), in emoji of several parts, selectors behind an emoji, an ideograph or a Mongolian
letter, marks of direction beside punctuation in a label of two directions. Labels that differ only in
these are still a `label-conflict`.
"""

import unicodedata
from collections.abc import Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule, subject
from build_tools.stages.words.characters import FORBIDDEN
from build_tools.stages.words.invisible import strays

RULE = Rule(Code.INVISIBLE_CHARACTER, Severity.ERROR)


def finding(where: Place, key: str, text: str, start: int, end: int) -> Finding:
    """For the run of one such character from ``start`` to ``end`` in the label ``text``."""
    character = text[start]
    name = unicodedata.name(character, "")
    times = f" {end - start} times" if end - start > 1 else ""
    return RULE.at(
        Place(where.path, where.pointer, start=start, end=end),
        f"{subject(where, key)} holds U+{ord(character):04X}{name and f' {name}'}{times},"
        " which nobody sees",
        "delete it",
    )


def findings(where: Place, key: str, text: str) -> Iterator[Finding]:
    """For all of them in the label ``text`` of the field ``key``."""
    for start, end in strays(text):
        if not FORBIDDEN.match(text, start):  # which no text may hold, and that is reported
            yield finding(where, key, text, start, end)
