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
