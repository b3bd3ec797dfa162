"""The glossary has no entries.

An entry is a file in `entries/`, in the glossary's folder, whose name ends in `.yml`. A site without
entries never takes the place of one that has them. `concord new` begins an entry.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.NO_ENTRIES, Severity.ERROR)


def finding(path: str) -> Finding:
    """``path`` is the folder in which entries are looked for."""
    return RULE.at(
        (path, Span()),
        "there are no entries",
        "begin one with 'concord new TERM', or check the plugin's 'glossary' option",
    )
