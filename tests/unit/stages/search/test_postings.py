"""Words of texts, by stem, with what they say about each entry."""

import re

from build_tools.stages.search import postings as search_texts
from build_tools.stages.search.postings import TextIndex


def rows_of(packed: str) -> list[tuple[int, str]]:
    found = []
    row = 0
    for digits, letter in re.findall(r"([0-9a-z]+)([A-Z])", packed):
        row += int(digits, 36)
        found.append((row, letter))
    return found


def index_of(*texts: tuple[str, str, str]) -> dict[str, tuple[int, str]]:
    index = TextIndex("english")
    for label, definition, body in texts:
        index.add((label,), definition, body)
    return index.words()


def test_forms_of_a_word_are_one() -> None:
    found = index_of(("Hacks", "To hack.", "Hacking, hacked."), ("Other", "Nothing.", ""))
    assert found["hack"][0] == 1
    assert "hacking" not in found


def test_names_say_more_than_definitions_and_those_more_than_bodies() -> None:
    found = index_of(("zebra", "x y", "p q"), ("a", "zebra y", "p q"), ("a", "x y", "zebra q"))
    letters = [letter for _row, letter in rows_of(found["zebra"][1])]
    assert letters == sorted(letters, reverse=True)
    assert len(set(letters)) == 3


def test_rows_are_distances() -> None:
    texts = [("zebra" if number in (0, 1, 50) else "other", "", "") for number in range(60)]
    assert [row for row, _letter in rows_of(index_of(*texts)["zebra"][1])] == [0, 1, 50]


def test_long_lists_keep_the_best() -> None:
    rows = 9 * search_texts.MOST
    texts = [
        ("t", "zebra" if number == 7 else "", "zebra" if number % 8 == 0 else f"w{number}")
        for number in range(rows)
    ]
    count, packed = index_of(*texts)["zebra"]
    kept = [row for row, _letter in rows_of(packed)]
    assert count > search_texts.MOST == len(kept)
    assert 7 in kept


def test_a_project_without_a_stemmer() -> None:
    index = TextIndex(None)
    index.add(("Hacks",), "機械学習", "")
    assert {"hacks", "機械", "学"} <= set(index.words())
