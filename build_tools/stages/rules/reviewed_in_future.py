"""An entry claims to have been reviewed on a day that has not come yet.

Check the year.
"""

from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.REVIEWED_IN_FUTURE, Severity.WARNING)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Compare with today, where today is known."""
    if entry.reviewed and facts.today and entry.reviewed > facts.today:
        where = Place(entry.path, ("reviewed",))
        yield RULE.at(
            where, f"{entry.reviewed.isoformat()} is in the future", "write the day of the review"
        )
