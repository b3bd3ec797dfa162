"""The indexes and orders that pages are made of."""

import pytest

from build_tools.model.glossary import Glossary, Site
from build_tools.model.identifiers import EntryId
from build_tools.model.project import Project
from build_tools.model.vocabulary import Vocabularies
from build_tools.stages.derive import derive
from build_tools.stages.link import link
from tests.support.glossaries import entry_path, site_of

FILES = {
    "glossary/relations.yml": """
broader: {label: is a kind of, inverse_label: has as a kind}
related: {label: is related to, symmetric: true}
exploits: {label: exploits, inverse_label: is exploited by}
""",
    entry_path("a"): """
term: Zeta
aliases: [Äpfel, apples]
abbreviation: Z
topic: alignment
kind: concept
definition: Something that names [[c]] and then Beta.
examples: [Beta again.]
sources: [doe2020]
links:
  - {relation: exploits, target: b, because: First., sources: [doe2020]}
  - {relation: related, target: c, because: Second.}
  - {relation: broader, target: c}
""",
    entry_path("b"): """
term: Beta
topic: alignment
kind: concept
definition: Something that names nothing else at all.
links:
  - {relation: related, target: c}
  - {relation: exploits, target: c}
  - {relation: exploits, target: a}
""",
    entry_path("c"): """
term: alpha
topic: safety
kind: concept
definition: Something that names Beta, and Zeta, and itself, alpha.
debate: {question: Is it so?, positions: [{claim: It is., sources: [doe2020]}]}
""",
}


@pytest.fixture(scope="module")
def site() -> Site:
    return site_of(FILES)


def test_mentions_and_their_inverse(site: Site) -> None:
    ids = tuple(site.entries)
    mentions, mentioned_in = (
        {name: tuple(ids[rank] for rank in ranks) for name, ranks in found.items()}
        for found in (site.mentions, site.mentioned_in)
    )
    assert mentions == {"a": ("c", "b"), "b": (), "c": ("b", "a")}
    assert mentioned_in == {"a": ("c",), "b": ("c", "a"), "c": ("a",)}


def test_labels_are_collated_and_say_which_is_preferred(site: Site) -> None:
    assert [tuple(label) for label in site.labels] == [
        ("alpha", "c", True),
        ("Äpfel", "a", False),
        ("apples", "a", False),
        ("Beta", "b", True),
        ("Z", "a", False),
        ("Zeta", "a", True),
    ]


def test_topics_hold_their_entries_by_label_even_if_there_are_none(site: Site) -> None:
    assert site.topic_entries == {"alignment": ("b", "a"), "safety": ("c",)}
    assert site_of({}).topic_entries == {"alignment": (), "safety": ()}


def test_who_cites_a_reference(site: Site) -> None:
    assert site.citing == {"doe2020": ("c", "a")}


def test_entries_that_name_nothing_have_empty_places(site: Site) -> None:
    name = EntryId("b")
    assert (len(site.mentions[name]), len(site.definition_uses[name])) == (0, 0)
    assert [tuple(site.entries)[rank] for rank in site.definition_uses[EntryId("a")]] == ["b", "c"]


def test_of_no_entries_there_is_nothing() -> None:
    nothing = link(Glossary({}, Vocabularies(), {}))
    site = derive(Project(name="Words"), nothing, {})
    assert site.project.name == "Words"
    assert (site.labels, site.citing, dict(site.mentions), dict(site.ranks)) == ((), {}, {}, {})
