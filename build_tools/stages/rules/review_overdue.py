"""An entry has not been reviewed for a long time.

Facts go stale. Read the entry against its sources, mend it, and write the day of the review. The
limit is the plugin's option `review_years`.
"""

from collections.abc import Iterator, Sequence
from datetime import date

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.REVIEW_OVERDUE, Severity.WARNING)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Compare with today, where today is known."""
    years = facts.settings.review_years
    if entry.reviewed and facts.today and _is_older(entry.reviewed, facts.today, years):
        where = Place(entry.path, ("reviewed",))
        unit = "year" if years == 1 else "years"
        message = f"the last review is more than {years} {unit} old"
        yield RULE.at(
            where, message, "read the entry against its sources and write the day of the review"
        )


def _is_older(day: date, today: date, years: int) -> bool:
    return (day.year + years, day.month, day.day) < (today.year, today.month, today.day)
