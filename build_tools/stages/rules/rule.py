"""What every rule module shares."""

from dataclasses import dataclass
from datetime import date

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.project import Settings
from build_tools.model.source import Place, Span

__all__ = ["Facts", "Rule", "subject"]


@dataclass(frozen=True, slots=True)
class Rule:
    """One thing that can be wrong. Its module's docstring is its manual page."""

    code: Code
    severity: Severity

    def at(self, where: Place | tuple[str, Span], message: str, hint: str = "") -> Finding:
        """A finding of this rule."""
        return Finding(self.code, self.severity, where, message, hint)


@dataclass(frozen=True, slots=True)
class Facts:
    """What a rule may know beside the entries."""

    settings: Settings
    today: date | None = None
    """``None`` switches off the rules that need a calendar."""


def subject(where: Place | tuple[str, Span], key: str) -> str:
    """What a message about the value of ``key`` speaks of: the value, or one of its items."""
    is_item = isinstance(where, Place) and where.pointer and isinstance(where.pointer[-1], int)
    return f"an item of '{key}'" if is_item else f"'{key}'"
