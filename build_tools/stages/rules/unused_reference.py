"""No entry and no page cites a reference.

This is information, not a fault: a bibliography may run ahead of the entries.
"""

from collections.abc import Collection, Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.glossary import Site
from build_tools.model.source import Place
from build_tools.model.vocabulary import REFERENCES
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.UNUSED_REFERENCE, Severity.INFO)


def check(site: Site, cited: Collection[str]) -> Iterator[Finding]:
    """``cited`` are the keys that texts of entries, vocabularies and pages cite."""
    path = site.project.settings.path_of(REFERENCES)
    for index, key in enumerate(site.vocabularies.references):
        if key not in site.citing and key not in cited:
            yield RULE.at(
                Place(path, (index, "id")), f"nothing cites '{key}'", "cite it, or delete it"
            )
