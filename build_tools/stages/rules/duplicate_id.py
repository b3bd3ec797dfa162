"""Two files have the same id.

The folders below `entries/` only sort the files; the file's name alone is the id, so it must be
unique in all of them.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.DUPLICATE_ID, Severity.ERROR)


def finding(where: Place, name: str, other: str) -> Finding:
    """``other`` is the path of the file that has the id already."""
    return RULE.at(
        where, f"the id '{name}' is already used by {other}", "rename one of the two files"
    )
