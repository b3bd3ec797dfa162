"""An entry cites no source.

A reader must be able to check what an entry says. List the keys of works in `references.json`
under `sources`, or cite them in the text with `[@key]`.
"""

from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.NO_SOURCE, Severity.WARNING)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Sources of the entry, of its links and debate, and in its texts all count."""
    cited = (
        entry.sources
        or any(link.sources for link in entry.links)
        or any(name.citation for name in named)
        or (entry.debate and any(position.sources for position in entry.debate.positions))
    )
    if not cited:
        yield RULE.at(
            Place(entry.path, ("term",)), "the entry cites no source", "add 'sources: [KEY]'"
        )
