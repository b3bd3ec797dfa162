"""The file is not well-formed JSON, or is not a list of CSL-JSON items.

`references.json` is a list of CSL-JSON items, each a JSON object with an `id`.

```json
[{"id": "amodei2016concrete", "type": "article", "title": "Concrete Problems in AI Safety"}]
```
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place, Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.JSON_SYNTAX, Severity.ERROR)


def finding(where: Place | tuple[str, Span], problem: str) -> Finding:
    """``problem`` says what is wrong."""
    return RULE.at(where, problem, "references.json is a list of CSL-JSON items")
