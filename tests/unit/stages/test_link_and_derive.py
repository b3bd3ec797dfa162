"""Both ends of every link, and the indexes that pages are made of."""

import pytest

from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId
from tests.support.glossaries import entry_path, site_of

A = EntryId("a")
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


def connections(site: Site, name: str) -> list[tuple[str, bool, str, str]]:
    return [
        (item.relation, item.inverse, item.other, item.because)
        for item in site.linked.connections[EntryId(name)]
    ]


def test_connections_are_in_the_order_of_relations_then_direction_then_label(site: Site) -> None:
    assert connections(site, "a") == [
        ("broader", False, "c", ""),
        ("related", False, "c", "Second."),
        ("exploits", False, "b", "First."),
        ("exploits", True, "b", ""),
    ]
    assert connections(site, "b") == [
        ("related", False, "c", ""),
        ("exploits", False, "c", ""),
        ("exploits", False, "a", ""),
        ("exploits", True, "a", "First."),
    ]


def test_a_symmetric_link_reads_alike_from_both_ends(site: Site) -> None:
    assert connections(site, "c") == [
        ("broader", True, "a", ""),
        ("related", False, "b", ""),
        ("related", False, "a", "Second."),
        ("exploits", True, "b", ""),
    ]


def test_every_link_counts_once(site: Site) -> None:
    assert site.linked.links == 6


def test_reasons_and_sources_are_at_both_ends(site: Site) -> None:
    (back,) = (
        item for item in site.linked.connections[EntryId("b")] if item.inverse and item.other == A
    )
    assert (back.because, back.sources) == ("First.", ("doe2020",))


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


def test_former_ids_lead_to_their_entry() -> None:
    files = {
        entry_path("b"): FILES[entry_path("b")].partition("links:")[0] + "former_ids: [x, w]\n"
    }
    site = site_of(files)
    assert list(site.linked.glossary.redirects.items()) == [("w", "b"), ("x", "b")]
