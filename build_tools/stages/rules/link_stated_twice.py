"""Both entries state the same symmetric link.

A link is stated once, in either of the two entries; the other page shows it by itself.
"""

from collections.abc import Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.glossary import Glossary
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.LINK_STATED_TWICE, Severity.ERROR)


def check(glossary: Glossary) -> Iterator[Finding]:
    """Look for pairs of entries that state one symmetric relation from both sides."""
    relations = glossary.vocabularies.relations
    symmetric = {key for key, relation in relations.items() if relation.symmetric}
    stated: dict[tuple[str, ...], str] = {}
    for entry in glossary.entries.values():
        for index, link in enumerate(entry.links):
            if link.relation not in symmetric or link.target == entry.id:
                continue
            key = (link.relation, *sorted((entry.id, link.target)))
            other = stated.setdefault(key, entry.path)
            if other != entry.path:
                message = f"'{link.relation}' to '{link.target}' is already stated in {other}"
                yield RULE.at(
                    Place(entry.path, ("links", index)),
                    message,
                    "state it in one of the two entries",
                )
