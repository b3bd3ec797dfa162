"""The document is not a mapping of keys to values.

Wrong:

```yaml
- Reward hacking
- Goodhart's law
```

Right:

```yaml
term: Reward hacking
topic: alignment
```
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.NOT_A_MAPPING, Severity.ERROR)


def finding(where: tuple[str, Span], found: str) -> Finding:
    """``found`` says what the document is instead."""
    return RULE.at(
        where,
        f"expected a mapping of keys to values, found {found}",
        "write 'key: value', one a line, such as 'term: Reward hacking'",
    )
