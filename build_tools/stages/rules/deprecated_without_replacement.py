"""A deprecated entry does not say what replaces it.

The page of a retired entry stays for ever and tells its readers where to go on.

```yaml
status: deprecated
replaced_by: specification-gaming
```
"""

from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry, Status
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.DEPRECATED_WITHOUT_REPLACEMENT, Severity.ERROR)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Look at one entry."""
    if entry.status is Status.DEPRECATED and entry.replaced_by is None:
        where = Place(entry.path, ("status",))
        yield RULE.at(
            where,
            "deprecated without 'replaced_by'",
            "add 'replaced_by: ID' with the entry to read instead",
        )
