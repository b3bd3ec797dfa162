r"""`[[` has no `]]` on the same line.

Wrong: `see [[reward-model for more`

Right: `see [[reward-model]] for more`

Where the brackets are meant as they stand, write `\[[`. In a table, where `|` parts the cells,
write `[[reward-model\|text]]`.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.UNTERMINATED_WIKI_LINK, Severity.ERROR)


def finding(where: Place, _written: str) -> Finding:
    """``where`` is the opening."""
    hint = "close it with ']]'; in a table write '[[id\\|text]]'; for the brackets alone '\\[['"
    return RULE.at(where, "'[[' is never closed", hint)
