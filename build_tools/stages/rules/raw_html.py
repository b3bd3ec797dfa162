"""A body holds raw HTML.

Bodies are Markdown, and an entry may never bring its own markup or script to the page. Use
Markdown instead. Where an angle bracket is meant as it stands, write it as code (`` `<b>` ``) or
as `&lt;`.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.RAW_HTML, Severity.ERROR)


def finding(where: Place, written: str) -> Finding:
    """``written`` is the markup."""
    shown = written if len(written) <= 40 else f"{written[:39]}…"
    return RULE.at(
        where, f"raw HTML '{shown}' is not allowed", "use Markdown, or write &lt; for a literal '<'"
    )
