"""Quality of the entries and their links that no single entry's check can see."""

from collections import Counter

from build_tools.compiler import Compilation
from build_tools.model.diagnostics import Severity
from build_tools.model.glossary import Site
from build_tools.model.identifiers import RelationKey

LEAST_ENTRIES = 260
LEAST_ENTRIES_A_TOPIC = 8
LEAST_LINKS = 900
LEAST_LINKS_AN_ENTRY = 3
"""Stated there or in another entry."""
MOST_RELATED = 0.15
LEAST_DEBATES = 15


def test_strict_check_is_clean(compilation: Compilation) -> None:
    found = [
        f"{item.path}:{item.code}: {item.message}"
        for item in compilation.diagnostics
        if item.severity in (Severity.ERROR, Severity.WARNING)
    ]
    assert not found, "\n".join([*found, "`concord check --strict` says how to mend each."])


def test_enough_entries_in_every_topic(glossary_site: Site) -> None:
    count = len(glossary_site.entries)
    assert count >= LEAST_ENTRIES, (
        f"{count} entries, wanted are {LEAST_ENTRIES}; write more (`concord new TERM`), and do not "
        "delete an entry: give it `status: deprecated` and `replaced_by`"
    )
    few = [
        f"glossary/topics.yml: {key} has {len(ids)} entries; add {LEAST_ENTRIES_A_TOPIC - len(ids)}"
        for key, ids in glossary_site.topic_entries.items()
        if len(ids) < LEAST_ENTRIES_A_TOPIC
    ]
    assert not few, "\n".join(few)


def test_enough_typed_links(glossary_site: Site) -> None:
    links = glossary_site.linked.links
    assert links >= LEAST_LINKS, (
        f"{links} typed links, wanted are {LEAST_LINKS}; add links to the entries that have few"
    )
    lonely = [
        f"{glossary_site.entries[name].path}: {len(found)} links; "
        f"add {LEAST_LINKS_AN_ENTRY - len(found)}"
        for name, found in glossary_site.linked.connections.items()
        if len(found) < LEAST_LINKS_AN_ENTRY
    ]
    assert not lonely, "\n".join(lonely)


def test_links_are_reasoned_and_specific(glossary_site: Site) -> None:
    stated = [(entry, link) for entry in glossary_site.entries.values() for link in entry.links]
    bare = [
        f"{e.path}: give `because` to the link to {k.target}" for e, k in stated if not k.because
    ]
    assert not bare, "\n".join(bare)
    vague = Counter(e.path for e, link in stated if link.relation == RelationKey("related"))
    share = vague.total() / len(stated)
    assert share < MOST_RELATED, (
        f"{share:.0%} of links are `related`, wanted are less than {MOST_RELATED:.0%}; name the "
        f"specific relation, or drop the link, first in {[path for path, _ in vague.most_common(5)]}"
    )


def test_debates_give_every_side_its_sources(glossary_site: Site) -> None:
    debates = [(e.path, e.debate) for e in glossary_site.entries.values() if e.debate]
    assert len(debates) >= LEAST_DEBATES, (
        f"{len(debates)} entries have a `debate`, wanted are {LEAST_DEBATES}; restore or add some"
    )
    poor = [
        f"{path}: a debate needs two positions, each with sources"
        for path, debate in debates
        if len(debate.positions) < 2 or not all(side.sources for side in debate.positions)
    ]
    assert not poor, "\n".join(poor)


def test_every_entry_has_a_source_and_an_example(glossary_site: Site) -> None:
    poor = [
        f"{entry.path}: add {what}"
        for entry in glossary_site.entries.values()
        for what, there in (("a source", entry.sources), ("an example", entry.examples))
        if not there
    ]
    assert not poor, "\n".join(poor)


def test_definitions_have_10_to_60_words(glossary_site: Site) -> None:
    wrong = [
        f"{entry.path}: the definition has {count} words; write 10 to 60"
        for entry in glossary_site.entries.values()
        if not 10 <= (count := len(entry.definition.split())) <= 60
    ]
    assert not wrong, "\n".join(wrong)
