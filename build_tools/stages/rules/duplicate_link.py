"""An entry states the same link twice.

Two links are the same when relation and target are.
"""

from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.DUPLICATE_LINK, Severity.ERROR)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Look at one entry's typed links."""
    first: dict[tuple[str, str], int] = {}
    for index, link in enumerate(entry.links):
        earlier = first.setdefault((link.relation, link.target), index)
        if earlier != index:
            message = (
                f"'{link.relation}' to '{link.target}' is already link {earlier + 1} of this entry"
            )
            yield RULE.at(
                Place(entry.path, ("links", index, "target")), message, "delete one of the two"
            )
