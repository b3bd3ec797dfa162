"""Words of texts, by stem, with what they say about each entry."""

import re

import pytest

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


@pytest.mark.parametrize(("count", "kept"), [(499, 499), (500, 500), (501, 500)])
def test_five_hundred_postings_at_most_are_kept(count: int, kept: int) -> None:
    texts = [("t", "", "zebra" if number < count else "other") for number in range(4000)]
    texts[0] = ("t", "zebra", "zebra")
    number, packed = index_of(*texts)["zebra"]
    assert number == count
    # Of equals, the first ones.
    assert [row for row, _letter in rows_of(packed)] == list(range(kept))


@pytest.mark.parametrize(("count", "listed"), [(150, True), (151, False)])
@pytest.mark.parametrize("rows", [200, 1000])
def test_a_word_of_more_than_a_share_of_a_thousand_is_left_out(
    rows: int, count: int, listed: bool
) -> None:
    texts = [("t", "", "zebra" if number < count else "other") for number in range(rows)]
    assert ("zebra" in index_of(*texts)) is listed


def test_distances_of_every_size_are_written_in_base_36() -> None:
    rows = (0, 35, 36 + 35, 36 * 36 + 36 + 35, 2 * 36 * 36 + 36 + 36)
    texts = [("t", "", "zebra" if number in rows else "other") for number in range(rows[-1] + 1)]
    packed = index_of(*texts)["zebra"][1]
    assert [row for row, _letter in rows_of(packed)] == list(rows)
    assert re.findall(r"[0-9a-z]+", packed) == ["0", "z", "10", "100", "101"]


def test_weights_are_letters_by_saturation_and_length() -> None:
    # Three texts of 10, 20 and 30 words, 20 on average: norms 0.84, 1.2 and 1.56.
    texts = [
        ("", "", " ".join([*["zebra"] * times, *["x"] * (length - times)]))
        for times, length in ((1, 10), (1, 20), (1, 30), (2, 10), (9, 30), (20, 20))
    ]
    letters = "".join(letter for _row, letter in rows_of(index_of(*texts)["zebra"][1]))
    average = 20
    norms = [1.2 * (1 - 0.6 + 0.6 * length / average) for length in (10, 20, 30, 10, 30, 20)]
    counts = (1, 1, 1, 2, 9, 20)
    assert letters == "".join(
        chr(65 + round(25 * count / (count + norm)))
        for count, norm in zip(counts, norms, strict=True)
    )


def test_words_of_a_label_count_six_times_and_of_a_definition_four() -> None:
    found = index_of(("zebra", "x", "y z"), ("y", "zebra", "x z"), ("x", "y", "z z"))
    # Of each the length is 6 + 4 + 2, as on average: the norm is 1.2.
    assert [letter for _row, letter in rows_of(found["zebra"][1])] == [
        chr(65 + round(25 * count / (count + 1.2))) for count in (6, 4)
    ]


def test_a_word_counts_up_to_a_thousand_times() -> None:
    found = [index_of(("t", "", "zebra " * times), ("t", "", "x")) for times in (1023, 1024, 5000)]
    assert {item["zebra"] for item in found} == {(1, "0Z")}
