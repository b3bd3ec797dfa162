"""A typed link gives no reason.

One sentence under `because` says why the link holds. It is what makes a concept map worth
reading, and what a reviewer can check.

```yaml
links:
  - relation: exploits
    target: reward-model
    because: The learner finds outputs that the model scores higher than a person would.
```
"""

from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.LINK_WITHOUT_REASON, Severity.WARNING)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Look at one entry's typed links."""
    for index, link in enumerate(entry.links):
        if not link.because:
            where = Place(entry.path, ("links", index))
            yield RULE.at(
                where,
                f"the link to '{link.target}' gives no reason",
                "add 'because: …' with one sentence",
            )
