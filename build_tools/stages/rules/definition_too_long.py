"""A definition is longer than a reader takes in at a glance.

One or two sentences are enough; the rest belongs in `body`. The limit is the second number of the
plugin's option `definition_words`.
"""

from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.DEFINITION_TOO_LONG, Severity.WARNING)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Count the words between white space."""
    most = facts.settings.definition_words[1]
    text = entry.definition
    if text.isascii() and text.count(" ") + text.count("\t") < most:
        return  # nearly always, and counted sooner
    count = len(text.split())
    if count > most:
        where = Place(entry.path, ("definition",))
        yield RULE.at(
            where,
            f"the definition has {count} words; at most {most} read well",
            "move details to 'body'",
        )
