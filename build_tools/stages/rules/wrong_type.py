"""A value is of another type than the key wants.

YAML reads unquoted `no`, `1e3` and `2026-11-23` as a boolean, a number and a date. Where text is
meant, quote them; where a date is meant, write it as YYYY-MM-DD.

Wrong:

```yaml
term: 2026-11-23
reviewed: last week
```

Right:

```yaml
term: "2026-11-23"
reviewed: 2026-11-23
```
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place, Span
from build_tools.stages.rules.rule import Rule, subject
from build_tools.stages.words.nearest import suggestion

RULE = Rule(Code.WRONG_TYPE, Severity.ERROR)


def finding(
    where: Place | tuple[str, Span], key: str, wanted: str, found: str, written: str | None = None
) -> Finding:
    """``wanted`` and ``found`` name types in words; ``written`` is a plain scalar as it stands."""
    hint = ""
    if wanted == "text" and written is not None:
        hint = f'write "{written}" with quotation marks if you mean the text'
    elif wanted.startswith("a list"):
        hint = "write one item a line, each after '- '"
    return RULE.at(where, f"{subject(where, key)} wants {wanted}, not {found}", hint)


def not_a_key(where: tuple[str, Span], found: str) -> Finding:
    """``found`` says what stands where a key should."""
    return RULE.at(
        where, f"a key has to be text, not {found}", "quote text that begins with [ or {"
    )


def not_one_of(where: Place, key: str, text: str, allowed: tuple[str, ...]) -> Finding:
    """``text`` should have been one of ``allowed``."""
    hint = suggestion(text, allowed) or ""
    return RULE.at(where, f"'{key}' wants one of {', '.join(allowed)}, not '{text}'", hint)
