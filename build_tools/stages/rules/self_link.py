"""A link leads from an entry to itself.

Typed links connect two entries. Wiki links to the entry's own page are reported too, and an entry
that is to be replaced by itself.
"""

from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.SELF_LINK, Severity.ERROR)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Look at one entry's typed links."""
    for index, link in enumerate(entry.links):
        if link.target == entry.id:
            yield finding(Place(entry.path, ("links", index, "target")))


def finding(where: Place) -> Finding:
    """``where`` is the target."""
    return RULE.at(where, "this link leads to the entry itself", "delete it, or name another entry")
