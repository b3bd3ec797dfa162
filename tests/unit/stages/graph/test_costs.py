"""What a relation says, and what a step along it costs for that."""

from typing import Any

import pytest

from build_tools.model.identifiers import RelationKey
from build_tools.model.vocabulary import Relation
from build_tools.stages.graph.costs import (
    MENTION_COST,
    SPECIFIC_COST,
    UNSPECIFIC_COST,
    prerequisite_relations,
    relation_costs,
    unspecific_relations,
)
from tests.support.glossaries import site_of


def relation(key: str, **fields: Any) -> Relation:
    return Relation(RelationKey(key), key, f"{key} of", **fields)


SPECIFIC = relation("s")
ASSOCIATIVE = relation("a", associative=True)
MAPPED = relation("m", associative=True, skos="skos:related")
MAPPED_ONLY = relation("o", skos="skos:related")
CLOSE = relation("c", associative=True, skos="skos:closeMatch")


def test_the_less_is_said_the_dearer() -> None:
    assert SPECIFIC_COST < UNSPECIFIC_COST < MENTION_COST


@pytest.mark.parametrize(
    ("relations", "unspecific"),
    [
        ((), ""),
        ((SPECIFIC,), ""),
        ((SPECIFIC, ASSOCIATIVE), "a"),
        ((SPECIFIC, ASSOCIATIVE, CLOSE), "ac"),
        ((SPECIFIC, ASSOCIATIVE, MAPPED), "m"),
        ((MAPPED, CLOSE), "m"),
        ((MAPPED_ONLY, ASSOCIATIVE), "a"),
    ],
)
def test_what_says_no_more_than_that_two_bear_on_each_other(
    relations: tuple[Relation, ...], unspecific: str
) -> None:
    costs = relation_costs(relations)
    assert unspecific_relations(relations) == set(unspecific)
    assert costs == {
        item.key: UNSPECIFIC_COST if item.key in unspecific else SPECIFIC_COST for item in relations
    }


@pytest.mark.parametrize("transitive", [False, True])
@pytest.mark.parametrize("acyclic", [False, True])
@pytest.mark.parametrize("hierarchical", [False, True])
def test_what_is_to_be_understood_first(
    transitive: bool, acyclic: bool, hierarchical: bool
) -> None:
    item = relation("r", transitive=transitive, acyclic=acyclic, hierarchical=hierarchical)
    wanted = {"r"} if transitive and acyclic and not hierarchical else set()
    assert prerequisite_relations([item]) == wanted


def test_as_vocabularies_have_them() -> None:
    relations = site_of(
        {
            "glossary/relations.yml": "a: {label: a, symmetric: true}\n"
            "b: {label: b, symmetric: true, skos: 'skos:related'}\nc: {label: c}\n"
            "d: {label: d, transitive: true, acyclic: true, hierarchical: false}\n"
            "e: {label: e, transitive: true, acyclic: true}\n"
        }
    ).vocabularies.relations
    assert relation_costs(relations.values()) == {"a": 1, "b": 2.5, "c": 1, "d": 1, "e": 1}
    assert prerequisite_relations(relations.values()) == {"d"}
