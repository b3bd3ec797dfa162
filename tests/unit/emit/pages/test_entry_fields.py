"""Sections of a page that are fields of the entry."""

import pytest

from build_tools.emit.pages.entry_fields import field_sections
from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.text import TextRenderer
from build_tools.model.identifiers import EntryId
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import Element, parse_html

LEAST = "term: A\ntopic: safety\nkind: concept\ndefinition: What it is.\n"


def sections(more: str) -> list[tuple[str, str, Element]]:
    site = site_of({entry_path("a"): LEAST + more})
    context, entry, numbers = Context(site), site.entries[EntryId("a")], CitationNumbers()
    texts = TextRenderer(context, entry, numbers)
    found = field_sections(context, entry, texts, numbers)
    return [(name, heading, parse_html(content)) for name, heading, content in found]


def test_the_least_entry_has_none() -> None:
    assert sections("") == []


@pytest.mark.parametrize(
    ("examples", "heading"), [(["One."], "Example"), (["One.", "Two."], "Examples")]
)
def test_one_example_and_several(examples: list[str], heading: str) -> None:
    ((name, shown, content),) = sections(f"examples: {examples}\n")
    assert (name, shown) == ("examples", heading)
    assert [item.text for item in content.all("li")] == examples


def test_blank_lines_part_paragraphs() -> None:
    text = '"One.\\n\\nTwo.\\n\\n \\n\\nThree."'
    for more in (f"misconception: {text}\n", f"examples: [{text}]\n"):
        ((_name, _heading, content),) = sections(more)
        assert [item.text.strip() for item in content.all("p")] == ["One.", "Two.", "Three."]
    ((_name, _heading, content),) = sections("examples: [One.]\n")
    assert content.all("p") == []
    ((_name, _heading, content),) = sections("misconception: One.\n")
    assert [item.text for item in content.all("p")] == ["One."]


def test_sides_of_a_debate_have_their_sources() -> None:
    ((name, heading, content),) = sections(
        "debate: {question: Is it?, positions: [{claim: Yes., sources: [doe2020]}, {claim: No.}]}\n"
    )
    assert (name, heading) == ("debate", "Where experts disagree")
    assert content.one(class_="concord-question").text == "Is it?"
    assert [item.text for item in content.all(class_="concord-position")] == ["Yes.[1]", "No."]


def test_they_stand_in_the_order_of_the_table() -> None:
    found = sections(
        "debate: {question: Is it?, positions: [{claim: Yes.}]}\nmisconception: No.\nexamples: [E.]\n"
    )
    assert [name for name, _heading, _content in found] == ["examples", "misconception", "debate"]
