"""One pair of entries has a hierarchical and an associative relation.

Where one concept is broader than the other, they cannot also be merely related or contrasted:
the SKOS reference keeps the two apart (rule S27). Which relations are hierarchical and which are
associative stands in `relations.yml`; by default those that are transitive and acyclic, and those
that are symmetric.
"""

from collections.abc import Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry, Link
from build_tools.model.glossary import Glossary
from build_tools.model.identifiers import EntryId
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.CONFLICTING_RELATIONS, Severity.ERROR)


def check(glossary: Glossary) -> Iterator[Finding]:
    """Look at the pairs that more than one link connects."""
    relations = glossary.vocabularies.relations
    broader = {key for key, relation in relations.items() if relation.hierarchical}
    related = {key for key, relation in relations.items() if relation.associative} - broader
    hierarchical: dict[tuple[EntryId, EntryId], tuple[str, str]] = {}
    associative: list[tuple[Entry, int, Link]] = []
    for entry in glossary.entries.values():
        for index, link in enumerate(entry.links):
            if link.relation in broader:
                pair = _pair(entry.id, link.target)
                hierarchical.setdefault(pair, (link.relation, entry.path))
            elif link.relation in related:
                associative.append((entry, index, link))
    for entry, index, link in associative:
        one, second = pair = _pair(entry.id, link.target)
        if pair in hierarchical:
            other, path = hierarchical[pair]
            message = f"'{one}' and '{second}' are '{link.relation}' here and '{other}' in {path}"
            where = Place(entry.path, ("links", index))
            yield RULE.at(where, message, "keep the one that says more")


def _pair(one: EntryId, other: EntryId) -> tuple[EntryId, EntryId]:
    return (one, other) if one < other else (other, one)
