"""The file is not UTF-8.

Every file is read as UTF-8. A byte that cannot be UTF-8 usually means that an editor saved the
file in another encoding, such as Latin-1 or UTF-16. Save it again as UTF-8.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.NOT_UTF8, Severity.ERROR)


def finding(where: tuple[str, Span], byte: int) -> Finding:
    """``byte`` is the first one that cannot stand where it does."""
    return RULE.at(where, f"byte 0x{byte:02x} is not valid UTF-8 here", "save the file as UTF-8")
