"""The file is not well-formed YAML.

The commonest causes are a colon followed by a space inside unquoted text, a missing quotation
mark, and lines that are not indented alike.

Wrong:

```yaml
term: Alignment: the problem
```

Right:

```yaml
term: "Alignment: the problem"
```
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.YAML_SYNTAX, Severity.ERROR)


def finding(where: tuple[str, Span], problem: str, context: str | None = None) -> Finding:
    """``problem`` and ``context`` are the parser's words."""
    message = f"{context}: {problem}" if context else problem
    hint = "check quotation marks and indentation"
    if "mapping values are not allowed" in problem:
        hint = "quote text that contains ': '"
    return RULE.at(where, message, hint)
