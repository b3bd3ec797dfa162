import pytest

from build_tools.model.entry import Debate, DebatePosition, Entry, Link
from build_tools.model.identifiers import EntryId, KindKey, ReferenceKey, RelationKey, TopicKey

LEAST = Entry(
    id=EntryId("term"),
    path="glossary/entries/term.yml",
    term="Term",
    topic=TopicKey("t"),
    kind=KindKey("k"),
    definition="d",
)


@pytest.mark.parametrize(
    ("aliases", "abbreviation", "labels"),
    [
        ((), None, ("Term",)),
        (("One", "Two"), "T", ("Term", "One", "Two", "T")),
        (("T",), "T", ("Term", "T")),
        (("Term",), None, ("Term",)),
    ],
)
def test_labels_are_the_term_the_aliases_and_the_abbreviation_each_once(
    aliases: tuple[str, ...], abbreviation: str | None, labels: tuple[str, ...]
) -> None:
    entry = LEAST._replace(aliases=aliases, abbreviation=abbreviation)
    assert entry.labels == labels


def keys(text: str) -> tuple[ReferenceKey, ...]:
    return tuple(map(ReferenceKey, text))


def test_the_works_it_names_are_its_own_then_those_of_its_debate_then_those_of_its_links() -> None:
    links = (Link(RelationKey("r"), EntryId("x"), "", keys("ea")),)
    debate = Debate(
        "q",
        (
            DebatePosition("c", keys("cb")),
            DebatePosition("d"),
        ),
    )
    assert LEAST.references == ()
    assert LEAST._replace(links=links).references == keys("ea")
    whole = LEAST._replace(sources=keys("ba"), debate=debate, links=links)
    assert whole.references == keys("bace")
