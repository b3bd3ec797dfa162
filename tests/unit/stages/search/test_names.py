"""The names of entries, by every key under which they are looked up."""

from collections.abc import Callable

import pytest

from build_tools.model.entry import Entry
from build_tools.model.identifiers import EntryId, KindKey, TopicKey
from build_tools.model.search import IndexPart
from build_tools.stages.search.names import (
    BEST,
    Name,
    beginnings,
    best_first,
    endings,
    labels,
    names_of,
    prefixes,
    sorted_names,
    spellings,
    words_in,
)


def entry(term: str, *aliases: str, abbreviation: str | None = None, former: str = "") -> Entry:
    return Entry(
        id=EntryId("x"),
        path="x.yml",
        term=term,
        topic=TopicKey("t"),
        kind=KindKey("k"),
        definition="D.",
        aliases=aliases,
        abbreviation=abbreviation,
        former_ids=(EntryId(former),) if former else (),
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (entry("Façade"), [("facade", "t")]),
        (entry("Reward hacking", "Reward gaming"), [("reward hacking", "t"), ("reward gaming", "a")]),
        (entry("A", "a", abbreviation="A"), [("a", "t")]),
        (entry("Thing", abbreviation="TH", former="old-thing"), [("thing", "t"), ("th", "b"), ("old thing", "f"), ("oldthing", "f")]),
        (entry("Fine-tuning"), [("fine tuning", "t"), ("finetuning", "t")]),
        (entry("Chain of thought"), [("chain of thought", "t"), ("cot", "T")]),
        # Initials that are an abbreviation already are not said twice.
        (entry("Chain of thought", abbreviation="CoT"), [("chain of thought", "t"), ("cot", "b")]),
        (entry("…"), []),
    ],
)  # fmt: skip
def test_names(given: Entry, expected: list[tuple[str, str]]) -> None:
    names = list(names_of(0, given, 0))
    own = [name.key for name in names if name.field.islower()]
    assert len(set(own)) == len(own), "but for initials, a key is said once"
    found = {(name.key, name.field) for name in names}
    assert found >= set(expected)
    assert {key for key, _field in found} == {key for key, _field in expected}


def numbered(count: int) -> list[Name]:
    return sorted_names(
        Name(f"word {number:05} end", f"Word {number:05} end", number, "t", number % 10, False)
        for number in range(count)
    )


def test_beginnings_that_files_share_have_their_best_names() -> None:
    names = numbered(3000)
    part = labels(names)
    files = list(part.files)
    assert len(files) == len(part.firsts) > 2
    shared = prefixes(best_first(names), part.firsts)
    [file] = shared.files
    assert isinstance(file, dict)
    keys = str(file["keys"]).split("\n")
    assert {"w", "word ", "word 0"} <= set(keys)
    lists = file["names"]
    assert isinstance(lists, list)
    ranks = lists[keys.index("w")]["ranks"]
    assert ranks == "9" * BEST


def test_words_lead_to_names_of_several_words_only() -> None:
    names = sorted_names([*numbered(2), Name("word", "Word", 7, "t", 0, False)])
    found = words_in(best_first(names))
    assert set(found) == {"word", "00000", "00001", "end"}
    assert [name.row for name in found["word"]] == [1, 0]  # the better connected one first


@pytest.mark.parametrize(
    ("part", "order"),
    [
        (beginnings, ["abbey", "abacus", "cab drivers", "drivers", "zebra"]),
        (endings, ["zebra", "drivers", "cab drivers", "abacus", "abbey"]),
    ],
)
def test_names_by_shape(part: Callable[..., IndexPart], order: list[str]) -> None:
    labels = ["zebra", "cab drivers", "abbey", "abacus"]
    names = sorted_names(Name(label, label, 0, "t", 0, False) for label in labels)
    [file] = part(spellings(names, words_in(best_first(names)))).files
    assert isinstance(file, dict)
    shown = str(file["labels"]).split("\n")
    assert shown == order  # with a word that is no name, but not with a short one


@pytest.mark.parametrize(
    ("term", "keys"),
    [
        ("Of thought", {"of thought"}),
        ("Chain of thought", {"chain of thought", "cot"}),
        ("Chain-of thought", {"chain of thought", "chainof thought", "cot"}),
    ],
)
def test_three_words_have_initials(term: str, keys: set[str]) -> None:
    assert {name.key for name in names_of(0, entry(term), 0)} == keys


@pytest.mark.parametrize("count", [29, 30, 31])
def test_thirty_names_of_a_beginning_are_kept(count: int) -> None:
    names = [
        Name(f"a{number:03}", f"A{number:03}", number, "t", 0, False) for number in range(count)
    ]
    [file] = prefixes(best_first(names), ["", "ab"]).files
    assert isinstance(file, dict)
    assert file["keys"] == "a"
    lists = file["names"]
    assert isinstance(lists, list)
    assert lists[0]["rows"] == list(range(min(count, 30)))


def test_a_name_that_is_the_beginning_itself_comes_first_however_many_are_better() -> None:
    names = [Name(f"a{number:03}", f"A{number:03}", number, "t", 9, False) for number in range(40)]
    names.append(Name("a", "A", 99, "T", 0, False))
    [file] = prefixes(best_first(names), ["", "ab"]).files
    assert isinstance(file, dict)
    lists = file["names"]
    assert isinstance(lists, list)
    assert lists[0]["rows"][:2] == [99, 0]
    assert len(lists[0]["rows"]) == 30


@pytest.mark.parametrize(("word", "kept"), [("abc", False), ("abcd", True)])
def test_words_of_four_letters_are_repaired(word: str, kept: bool) -> None:
    assert (word in {key for key, _name in spellings([], [word])}) is kept
