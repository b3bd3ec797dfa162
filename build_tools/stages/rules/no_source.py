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
    """Sources of the entry, of its links and debate, and in its texts all count."""
    cited = entry.sources or any(link.sources for link in entry.links)
    if entry.debate:
        cited = cited or any(position.sources for position in entry.debate.positions)
    texts = (entry.body, entry.definition, entry.misconception or "", *entry.examples)
    if not (cited or any("[@" in text for text in texts)):
        yield RULE.at(
            Place(entry.path, ("term",)), "the entry cites no source", "add 'sources: [KEY]'"
        )
