"""Nothing links to an entry.

No other entry's page leads to it: no typed link in either direction connects it, and no other
entry's text names it. Readers will not find it by browsing. Deprecated entries need no links.
"""

from collections.abc import Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Status
from build_tools.model.glossary import Site
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.UNLINKED_ENTRY, Severity.WARNING)


def check(site: Site) -> Iterator[Finding]:
    """Look for entries without connections and mentions."""
    for entry in site.entries.values():
        if (
            entry.status is not Status.DEPRECATED
            and not site.linked.connections[entry.id]
            and not site.mentioned_in[entry.id]
            and len(site.entries) > 1
        ):
            yield RULE.at(
                Place(entry.path, ("term",)),
                "nothing links to this entry",
                "link it with an entry it bears on",
            )
