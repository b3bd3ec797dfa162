"""One mapping has the same key twice.

YAML readers disagree on which of the two counts, so neither is taken silently.

Wrong:

```yaml
aliases: [Reward gaming]
aliases: [Gaming the reward]
```

Right:

```yaml
aliases: [Reward gaming, Gaming the reward]
```
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place, Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.DUPLICATE_KEY, Severity.ERROR)


def finding(where: tuple[str, Span], key: str, first_line: int) -> Finding:
    """``first_line`` is where the key stood first."""
    return RULE.at(
        where, f"the key '{key}' is already set in line {first_line}", "keep one of the two"
    )


def again(where: Place, key: str) -> Finding:
    """``key`` is the ``id`` of an earlier item of the same list."""
    return RULE.at(where, f"the id '{key}' is already used in this file", "keep one of the two")
