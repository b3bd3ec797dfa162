"""A URL has a scheme that could run script.

Only `http`, `https` and `mailto` URLs and relative ones are allowed.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.UNSAFE_URL, Severity.ERROR)


def finding(where: Place, url: str) -> Finding:
    """``url`` is as the author wrote it."""
    shown = url if len(url) <= 60 else f"{url[:59]}…"
    return RULE.at(where, f"the URL {shown!r} is not safe", "use an http, https or mailto URL")
