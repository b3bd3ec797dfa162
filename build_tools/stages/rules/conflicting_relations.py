"""One pair of entries has a hierarchical and an associative relation.

Where one concept is broader than the other, they cannot also be merely related or contrasted:
the SKOS reference keeps the two apart (rule S27). Which relations are hierarchical and which are
associative stands in `relations.yml`; by default those that are transitive and acyclic, and those
that are symmetric.
"""

from collections.abc import Iterator

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.glossary import Glossary
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.CONFLICTING_RELATIONS, Severity.ERROR)


def check(glossary: Glossary) -> Iterator[Finding]:
    """Look at the pairs that more than one link connects."""
    relations = glossary.vocabularies.relations
    hierarchical: dict[tuple[str, ...], tuple[str, str]] = {}
    associative: list[tuple[tuple[str, ...], Place, str]] = []
    for entry in glossary.entries.values():
        for index, link in enumerate(entry.links):
            pair = tuple(sorted((entry.id, link.target)))
            relation = relations[link.relation]
            if relation.hierarchical:
                hierarchical.setdefault(pair, (link.relation, entry.path))
            elif relation.associative:
                associative.append((pair, Place(entry.path, ("links", index)), link.relation))
    for both, where, relation_key in associative:
        if both in hierarchical:
            other, path = hierarchical[both]
            message = (
                f"'{both[0]}' and '{both[1]}' are '{relation_key}' here and '{other}' in {path}"
            )
            yield RULE.at(where, message, "keep the one that says more")
