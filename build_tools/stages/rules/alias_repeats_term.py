"""The entry's own term stands among its aliases, or an alias stands twice.

Aliases are other names. They are compared without regard to case, to characters that nobody sees, and to
ways of writing one letter with its accent.

Wrong:

```yaml
term: Reward hacking
aliases: [reward hacking]
```

Right:

```yaml
term: Reward hacking
aliases: [Reward gaming]
```
"""

from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule
from build_tools.stages.words.likeness import skeleton

RULE = Rule(Code.ALIAS_REPEATS_TERM, Severity.WARNING)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Compare an entry's aliases with its term and with each other."""
    seen = {skeleton(entry.term): "the entry's own term"}
    for index, alias in enumerate(entry.aliases):
        folded = skeleton(alias)
        what = seen.get(folded)
        if what:
            yield RULE.at(
                Place(entry.path, ("aliases", index)), f"the alias '{alias}' is {what}", "delete it"
            )
        seen.setdefault(folded, "listed already")
