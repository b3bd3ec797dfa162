"""Texts are long enough to explain and short enough to be read."""

from collections.abc import Iterable

import pytest

from build_tools.model.glossary import Site
from build_tools.model.source import SourceFile
from tests.data.prose import DRAWING, FRONT_MATTER, Text, chapters, words

BODY = range(120, 301)
STORY = range(150, 301)
CHAPTER = range(600, 1001)
"""Words, without markers, citations and the labels of drawings."""


def misfits(texts: Iterable[Text], wanted: range) -> list[str]:
    """A line for each text that is too short or too long."""
    return [
        f"{text.path}: {text.field} has {count} words; "
        f"{'shorten' if count > wanted[-1] else 'extend'} it to {wanted[0]}–{wanted[-1]}"
        for text in texts
        if (count := len(words(DRAWING.sub("", text.content)))) not in wanted
    ]


@pytest.mark.parametrize(
    ("count", "advice"),
    [(119, "extend"), (120, ""), (300, ""), (301, "shorten")],
)
def test_misfits_are_noticed(count: int, advice: str) -> None:
    content = "[[word|word]] [@key] <svg><text>more words</text></svg> " * count
    found = misfits([Text("a.yml", "body", content)], BODY)
    assert [line.split("; ")[1].split()[0] for line in found] == [advice] * bool(advice)


def test_bodies(glossary_site: Site) -> None:
    texts = [Text(entry.path, "body", entry.body) for entry in glossary_site.entries.values()]
    found = misfits(texts, BODY)
    assert not found, "\n".join(found)


def test_topic_stories(glossary_site: Site) -> None:
    topics = glossary_site.vocabularies.topics.values()
    found = misfits(
        [Text("glossary/topics.yml", f"{t.key}: story", t.story) for t in topics], STORY
    )
    assert not found, "\n".join(found)


def test_chapters(pages: tuple[SourceFile, ...]) -> None:
    texts = [
        Text(page.path, "the chapter", FRONT_MATTER.sub("", page.content.decode()))
        for page in chapters(pages)
    ]
    found = misfits(texts, CHAPTER)
    assert not found, "\n".join(found)
