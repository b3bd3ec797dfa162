"""A mapping has a key that means nothing here.

Keys are checked so that a slip of the finger is never silently ignored.

Wrong:

```yaml
alias: [Reward gaming]
```

Right:

```yaml
aliases: [Reward gaming]
```
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule
from build_tools.stages.words.nearest import suggestion

RULE = Rule(Code.UNKNOWN_KEY, Severity.ERROR)


def finding(where: Place, key: str, known: tuple[str, ...]) -> Finding:
    """``known`` are the keys that are meant here."""
    hint = suggestion(key, known) or f"the keys here are {', '.join(known)}"
    return RULE.at(where, f"unknown key '{key}'", hint)
