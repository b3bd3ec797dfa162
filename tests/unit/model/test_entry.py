import pytest

from build_tools.model.entry import Entry
from build_tools.model.identifiers import EntryId, KindKey, TopicKey


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
    entry = Entry(
        id=EntryId("term"),
        path="glossary/entries/term.yml",
        term="Term",
        topic=TopicKey("t"),
        kind=KindKey("k"),
        definition="d",
        aliases=aliases,
        abbreviation=abbreviation,
    )
    assert entry.labels == labels
