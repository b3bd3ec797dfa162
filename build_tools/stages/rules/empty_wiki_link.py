"""A wiki link names nothing.

Wrong: `[[ ]]`, `[[|text]]`

Right: `[[reward-model]]`, `[[reward-model|text]]`
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.EMPTY_WIKI_LINK, Severity.ERROR)


def finding(where: Place, _written: str) -> Finding:
    """``where`` is the link."""
    return RULE.at(where, "the link between '[[' and ']]' is empty", "put an entry's id there")
