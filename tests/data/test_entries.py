"""Quality of the entries and their links that no single entry's check can see."""

from collections import Counter

from build_tools.compiler import Compilation
from build_tools.model.diagnostics import Severity
from build_tools.model.glossary import Site
from build_tools.model.identifiers import RelationKey

LEAST_ENTRIES = 260
LEAST_LINKS = 900
LEAST_DEBATES = 15


def test_strict_check_is_clean(compilation: Compilation) -> None:
    found = [
        f"{item.path}:{item.code}: {item.message}"
        for item in compilation.diagnostics
        if item.severity in (Severity.ERROR, Severity.WARNING)
    ]
    assert not found, "\n".join([*found, "`concord check --strict` says how to mend each."])


def test_enough_entries_in_every_topic(glossary_site: Site) -> None:
    assert len(glossary_site.entries) >= LEAST_ENTRIES
    few = {key: len(ids) for key, ids in glossary_site.topic_entries.items() if len(ids) < 8}
    assert not few, f"glossary/topics.yml: topics with fewer than 8 entries: {few}; add some"


def test_enough_typed_links(glossary_site: Site) -> None:
    assert glossary_site.linked.links >= LEAST_LINKS
    lonely = [
        f"{glossary_site.entries[name].path}: {len(found)} links, add {3 - len(found)}"
        for name, found in glossary_site.linked.connections.items()
        if len(found) < 3
    ]
    assert not lonely, "\n".join(lonely)


def test_links_are_reasoned_and_specific(glossary_site: Site) -> None:
    stated = [(entry, link) for entry in glossary_site.entries.values() for link in entry.links]
    bare = [
        f"{e.path}: give `because` to the link to {k.target}" for e, k in stated if not k.because
    ]
    assert not bare, "\n".join(bare)
    share = Counter(link.relation for _entry, link in stated)[RelationKey("related")] / len(stated)
    assert share < 0.15, f"{share:.0%} of links are `related`; name the specific relation"


def test_debates_give_every_side_its_sources(glossary_site: Site) -> None:
    debates = [(e.path, e.debate) for e in glossary_site.entries.values() if e.debate]
    assert len(debates) >= LEAST_DEBATES
    poor = [
        f"{path}: a debate needs two positions, each with sources"
        for path, debate in debates
        if len(debate.positions) < 2 or not all(side.sources for side in debate.positions)
    ]
    assert not poor, "\n".join(poor)


def test_every_entry_has_a_source_and_an_example(glossary_site: Site) -> None:
    poor = [
        f"{entry.path}: add {'an example' if entry.sources else 'a source'}"
        for entry in glossary_site.entries.values()
        if not (entry.sources and entry.examples)
    ]
    assert not poor, "\n".join(poor)


def test_definitions_have_10_to_60_words(glossary_site: Site) -> None:
    wrong = [
        f"{entry.path}: the definition has {count} words, wanted are 10 to 60"
        for entry in glossary_site.entries.values()
        if not 10 <= (count := len(entry.definition.split())) <= 60
    ]
    assert not wrong, "\n".join(wrong)
