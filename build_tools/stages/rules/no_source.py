"""An entry cites no source.

A reader must be able to check what an entry says. List the keys of works in `references.json`
under `sources`, or cite them in the text with `[@key]`.
"""

from collections.abc import Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.NO_SOURCE, Severity.WARNING)


def check(entry: Entry, facts: Facts) -> Iterator[Finding]:
    """Sources of the entry, of its links and in its body all count."""
    if not (entry.sources or any(link.sources for link in entry.links) or "[@" in entry.body):
        yield RULE.at(
            Place(entry.path, ("term",)), "the entry cites no source", "add 'sources: [KEY]'"
        )
