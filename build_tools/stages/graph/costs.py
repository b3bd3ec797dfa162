"""What a step of an explanation costs: the less a link says, the dearer it is."""

from collections.abc import Iterable, Mapping

from build_tools.model.identifiers import RelationKey
from build_tools.model.vocabulary import Relation

__all__ = ["MENTION_COST", "prerequisite_relations", "relation_costs", "unspecific_relations"]

SPECIFIC_COST = 1.0
UNSPECIFIC_COST = 2.5
MENTION_COST = 4.0
"""Of a step from an entry to one that its prose names, or back."""

RELATED = "skos:related"


def unspecific_relations(relations: Iterable[Relation]) -> frozenset[RelationKey]:
    """Relations that say no more than that two entries bear on each other.

    Among the associative ones those that map to ``skos:related``, or all where none does.
    """
    associative = [relation for relation in relations if relation.associative]
    mapped = [relation for relation in associative if relation.skos == RELATED]
    return frozenset(relation.key for relation in mapped or associative)


def relation_costs(relations: Iterable[Relation]) -> Mapping[RelationKey, float]:
    """Of each relation, the cost of a step along or against it."""
    relations = tuple(relations)
    unspecific = unspecific_relations(relations)
    return {
        relation.key: UNSPECIFIC_COST if relation.key in unspecific else SPECIFIC_COST
        for relation in relations
    }


def prerequisite_relations(relations: Iterable[Relation]) -> frozenset[RelationKey]:
    """Relations whose target is to be understood first.

    They order entries without being a hierarchy: transitive, acyclic and not hierarchical.
    """
    return frozenset(
        relation.key
        for relation in relations
        if relation.transitive and relation.acyclic and not relation.hierarchical
    )
