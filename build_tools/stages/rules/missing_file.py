"""A file that every glossary needs is not there.

Beside `entries/` a glossary has `topics.yml`, `kinds.yml` and, where entries link or cite,
`relations.yml` and `references.json`.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.MISSING_FILE, Severity.ERROR)


def finding(path: str) -> Finding:
    """``path`` is the file that is missing."""
    return RULE.at(
        (path, Span()), "the file is missing", "create it, or check the plugin's 'glossary' option"
    )
