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
    for sign, hint in _HINTS.items():
        if sign in message:
            return RULE.at(where, message, hint)
    return RULE.at(where, message, "check quotation marks and indentation")


_HINTS = {
    "mapping values are not allowed": "quote text that contains ': ', and indent keys alike",
    "cannot start any token": "quote text that begins with @, ` or %",
    "scanning an alias": "quote text that begins with & or *",
    "scanning an anchor": "quote text that begins with & or *",
    "unknown escape": r"write \\ for a backslash, or use single quotation marks",
    "unexpected end of stream": "close it with the same mark",
    "expected ',' or": "close the bracket, or quote text that contains one",
}
"""What to do, by what the parser says."""
