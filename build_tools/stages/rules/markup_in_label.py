"""A label holds a link or a citation, which it shows as it is written.

The names of entries, topics, kinds and relations are plain text: they stand in links, lists and
drawings, where nothing can be linked. Cite a source in the definition, or list it under `sources`.

Wrong:

```yaml
term: Reward hacking [@amodei2016concrete]
```

Right:

```yaml
term: Reward hacking
sources: [amodei2016concrete]
```
"""

import re

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule, subject

RULE = Rule(Code.MARKUP_IN_LABEL, Severity.WARNING)

_MARKUP = re.compile(r"\[\[[^\[\]]+\]\]|\[@[^\[\]]+\]")


def finding(where: Place, key: str, text: str) -> Finding | None:
    """For a wiki link or a citation in the label ``text`` of the field ``key``, if there is one."""
    match = _MARKUP.search(text)
    if match is None:
        return None
    place = Place(where.path, where.pointer, start=match.start(), end=match.end())
    what = "a citation" if match[0].startswith("[@") else "a link"
    message = f"{subject(where, key)} is a label, in which '{match[0]}' is no {what[2:]}"
    return RULE.at(place, message, "write the label without it")
