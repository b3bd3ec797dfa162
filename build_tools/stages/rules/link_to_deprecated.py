"""A link leads to a deprecated entry.

Link to the entry that replaces it.
"""

from collections.abc import Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Status
from build_tools.model.glossary import Glossary
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.LINK_TO_DEPRECATED, Severity.WARNING)


def check(glossary: Glossary) -> Iterator[Finding]:
    """Look at the targets of all typed links of entries that are not deprecated themselves."""
    entries = glossary.entries
    deprecated = {name for name, entry in entries.items() if entry.status is Status.DEPRECATED}
    for entry in entries.values() if deprecated else ():
        if entry.status is Status.DEPRECATED:
            continue
        for index, link in enumerate(entry.links):
            if link.target in deprecated:
                target = entries[link.target]
                hint = (
                    f"link to '{target.replaced_by}' instead"
                    if target.replaced_by
                    else "link to another entry"
                )
                where = Place(entry.path, ("links", index, "target"))
                yield RULE.at(where, f"'{link.target}' is deprecated", hint)
