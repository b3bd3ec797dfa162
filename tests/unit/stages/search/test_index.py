"""The index as a whole; its parts have tests of their own."""

from typing import Any

import pytest

from build_tools.model.project import Project
from build_tools.model.search import IndexPart, SearchIndex
from build_tools.stages.search import index as module
from build_tools.stages.search.index import search_index_of
from tests.support.glossaries import entry_path, site_of

ENTRY = "term: {0}\ntopic: safety\nkind: concept\ndefinition: {1}\n"


def index(language: str = "en", **entries: str) -> SearchIndex:
    """Of entries by their names, each with its term, a bar and what follows its definition."""
    files: dict[str, str | bytes | None] = {}
    for name, text in entries.items():
        term, _, more = text.partition("|")
        files[entry_path(name)] = ENTRY.format(term, "Something like [[b|bees]].") + more
    files.setdefault(entry_path("b"), ENTRY.format("Bee", "An insect."))
    return search_index_of(site_of(files, Project(language=language)))


def part(found: SearchIndex, name: str) -> IndexPart:
    (only,) = (item for item in found.parts if item.name == name)
    return only


def words(found: SearchIndex) -> list[dict[str, Any]]:
    """The files of words."""
    return [file for file in part(found, "words").files if isinstance(file, dict)]


def stems(found: SearchIndex) -> list[str]:
    """The stems of all texts."""
    return [stem for file in words(found) for stem in file["stems"].split("\n")]


def test_rows_go_by_label_and_definitions_are_plain() -> None:
    found = index(z="Ant", a="Wasp")
    assert [entry.term for entry in found.entries] == ["Ant", "Bee", "Wasp"]
    assert found.definitions == ["Something like bees.", "An insect.", "Something like bees."]


@pytest.mark.parametrize(
    ("language", "stemmer", "stem"), [("en", "english", "insect"), ("xx", None, "insects")]
)
def test_texts_are_stemmed_as_the_language_wants(
    language: str, stemmer: str | None, stem: str
) -> None:
    found = index(language, a="Wasp|body: Of insects.\n")
    assert found.algorithm == stemmer
    assert stem in stems(found)


def test_remarks_are_not_looked_into() -> None:
    link = "links: [{relation: exploits, target: b, because: 'Of [[b]] and zebras.'}]\n"
    found = stems(index(a=f"Wasp|body: Of gnats.\n{link}"))
    assert "gnat" in found
    assert "zebra" not in found


def test_parts_come_in_their_order() -> None:
    assert [item.name for item in index().parts] == [
        *("labels", "prefixes", "words", "beginnings", "endings"),
    ]


@pytest.mark.parametrize(("most", "kept"), [(4, 3), (3, 3), (2, 2)])
def test_of_a_common_word_the_best_names_are_kept(
    most: int, kept: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "MOST_NAMES", most)
    found = index(a="Fly x", c="Fly y", d="Fly z")
    (file,) = words(found)
    at = file["words"].split("\n").index("fly")
    assert len(file["names"][at]["rows"]) == kept
