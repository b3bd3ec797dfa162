"""Prose between markup: where it comes from, and what is special in it."""

import pytest

from build_tools.stages.prose.reading import Problem, UsedName
from build_tools.stages.prose.runs import Run, RunCollector, run_parts


def run(text: str, *, escaped: frozenset[int] = frozenset(), origin: int = 0) -> Run:
    return Run(text, (0,), (origin,), escaped)


def test_places_count_from_the_event_that_they_are_in() -> None:
    found = Run("abcdef", (0, 2, 4), (10, 20, 30), frozenset())
    assert [found.origin(at) for at in range(6)] == [10, 11, 20, 21, 30, 31]


def collected(document: str, *ranges: tuple[int, int]) -> Run:
    """The run of the texts at some ranges of bytes."""
    collector = RunCollector(document)
    encoded = document.encode()
    for start, end in ranges:
        span = {"start": start, "end": end}
        collector.waiting.append((encoded[start:end].decode(), span))
    return collector.take()


@pytest.mark.parametrize(
    ("document", "ranges", "wanted"),
    [
        ("abc", [(0, 3)], Run("abc", (0,), (0,), frozenset())),
        (r"a\[b", [(0, 1), (2, 4)], Run("a[b", (0, 1), (0, 2), frozenset({1}))),
        ("a\n  b", [(0, 2), (4, 5)], Run("a\nb", (0, 2), (0, 4), frozenset())),
        (r"é\[中", [(0, 2), (3, 7)], Run("é[中", (0, 1), (0, 2), frozenset({1}))),
        (r"\[", [(1, 2)], Run("[", (0,), (1,), frozenset({0}))),
        ("[", [(0, 1)], Run("[", (0,), (0,), frozenset())),
    ],
)
def test_events_become_one_run(document: str, ranges: list[tuple[int, int]], wanted: Run) -> None:
    assert collected(document, *ranges) == wanted


def test_the_next_run_begins_empty() -> None:
    collector = RunCollector("ab")
    collector.waiting.append(("a[", {"start": 0, "end": 1}))
    assert collector.has_bracket()
    assert collector.take_text() == "a["
    assert collector.take_text() == ""
    assert not collector.has_bracket()
    collector.waiting += [("a", {"start": 0, "end": 1}), ("b", {"start": 1, "end": 2})]
    assert not collector.has_bracket()


@pytest.mark.parametrize("order", [(0, 2, 5, 6), (6, 5, 2, 0), (5, 0, 6, 2)])
def test_bytes_are_counted_as_characters_in_any_order(order: tuple[int, ...]) -> None:
    collector = RunCollector("é中x")
    wanted = {0: 0, 2: 1, 5: 2, 6: 3}
    assert [collector.character(byte) for byte in order] == [wanted[byte] for byte in order]


@pytest.mark.parametrize("letter", ["P", "p"])
def test_prose_begins_with_the_letter_that_is_asked_for(letter: str) -> None:
    parts, names, problems = run_parts(run("a [@b; @c] d", origin=5), letter)
    assert parts == [f"{letter}a ", "Cb c", f"{letter} d"]
    assert names == [UsedName("b", True, 8, 10), UsedName("c", True, 12, 14)]
    assert problems == []


@pytest.mark.parametrize(("text", "parts"), [("", []), ("[@b]", ["Cb"]), ("x", ["Px"])])
def test_the_smallest_runs(text: str, parts: list[str]) -> None:
    found, names, problems = run_parts(run(text), "P")
    assert found == parts
    assert [name.name for name in names] == ["b"] * (text == "[@b]")
    assert problems == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("[[a", Problem("unterminated-wiki-link", 0, 2, "[[")),
        ("x [[]]", Problem("empty-wiki-link", 2, 6, "[[]]")),
        ("[[ ]]", Problem("empty-wiki-link", 0, 5, "[[ ]]")),
        ("[[|x]]", Problem("empty-wiki-link", 0, 6, "[[|x]]")),
    ],
)
def test_links_that_markdown_did_not_find_whole(text: str, problem: Problem) -> None:
    assert run_parts(run(text), "P")[2] == [problem]


@pytest.mark.parametrize(("text", "escaped"), [("[@b]", 0), ("[[a", 0), ("[[a", 1)])
def test_what_a_backslash_makes_literal_is_prose(text: str, escaped: int) -> None:
    found = run_parts(run(text, escaped=frozenset({escaped})), "P")
    assert found == ([f"P{text}"], [], [])


def test_behind_what_is_literal_citations_and_links_are_found_again() -> None:
    parts, names, problems = run_parts(run("[@a] [@b] [[ [[", escaped=frozenset({0, 10})), "P")
    assert parts == ["P[@a] ", "Cb", "P [[ [["]
    assert [name.name for name in names] == ["b"]
    assert problems == [Problem("unterminated-wiki-link", 13, 15, "[[")]
