"""Text is broken into lines that fit, as far as that can be known without its font."""

import pytest

from build_tools.emit.parts.text_width import SQUEEZED, shortened, width_of, wrapped


@pytest.mark.parametrize(
    ("text", "width", "most", "lines"),
    [
        ("", 60, 3, []),
        ("  one \n two ", 60, 3, ["one two"]),
        ("one two three", 45, 3, ["one two", "three"]),
        ("one two three", 20, 3, ["one", "two", "three"]),
        ("state-of-the-art", 50, 3, ["state-of-", "the-art"]),
        ("state-of-the-art", 50, 1, ["state-o…"]),
        ("one two three four", 45, 2, ["one two", "three f…"]),
        ("alignment", 30, 4, ["alig-", "nment"]),
        ("alignmentalignment", 30, 2, ["alig-", "nm…"]),
        ("abc alignmentalignment", 30, 3, ["abc", "alig-", "nm…"]),
    ],
)
def test_lines(text: str, width: float, most: int, lines: list[str]) -> None:
    found = list(wrapped(text, width, 10, most))
    assert found == lines
    assert all(width_of(line, 10) <= width * SQUEEZED for line in found)


def test_what_fits_is_not_shortened() -> None:
    assert shortened("three four", width_of("three four", 10), 10) == "three four"
    assert shortened("three four", width_of("three four", 10) - 0.1, 10).endswith("…")
    assert shortened("w", 1, 10) == "w…", "something is shown in any case"


def test_wide_characters_are_wider() -> None:
    assert width_of("W", 10) > width_of("a", 10) > width_of("i", 10)
    assert width_of("深", 10) == 10


@pytest.mark.parametrize(("more", "lines"), [(0, 1), (-0.001, 2)])
def test_words_that_fill_a_line_exactly_stand_on_it(more: float, lines: int) -> None:
    width = width_of("one two", 1) + 1e-9 + more
    assert len(wrapped("one two", width, 1, 9)) == lines


@pytest.mark.parametrize("text", ["one two", "one two three", "alignment of words"])
def test_what_fits_to_the_hundredth_fits(text: str) -> None:
    # In this size a hundredth of an em is one: nothing is rounded.
    assert list(wrapped(text, width_of(text, 100), 100, 9)) == [text]
    assert shortened(f"{text} and more", width_of(f"{text}…", 100), 100) == f"{text}…"


@pytest.mark.parametrize("more", [0, -0.001])
def test_a_word_is_broken_when_it_would_be_squeezed_too_much(more: float) -> None:
    width = width_of("alignment", 1) / SQUEEZED + 1e-9 + more
    assert (len(wrapped("alignment", width, 1, 9)) == 1) is (more == 0)


@pytest.mark.parametrize(("more", "text"), [(0, "nnnn…"), (-0.001, "nnn…")])
def test_as_many_characters_as_fit_exactly(more: float, text: str) -> None:
    width = 4 * width_of("n", 1) + width_of("…", 1) + 1e-9 + more
    assert shortened("n" * 9, width, 1) == text


@pytest.mark.parametrize(("most", "lines"), [(3, ["one", "two", "three"]), (2, ["one", "two…"])])
def test_lines_up_to_the_most_are_left_alone(most: int, lines: list[str]) -> None:
    assert list(wrapped("one two three", 30, 10, most)) == lines


def test_a_character_that_fills_the_line_to_its_end_is_shown() -> None:
    # Ideographs are as wide as they are high, so that sums of them are exact.
    width = 3 + width_of("…", 1)
    assert width - width_of("…", 1) == 3
    assert shortened("深" * 9, width, 1) == "深深深…"
