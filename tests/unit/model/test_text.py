"""The door to packed text: what goes in comes out."""

import pytest

from build_tools.model.identifiers import EntryId
from build_tools.model.source import Pointer
from build_tools.model.text import (
    ASIDE,
    CITATION,
    HTML,
    LABELED_LINK,
    LINK,
    LINK_END,
    PROSE,
    PackedReading,
    PackedText,
    first_runs,
    linked_and_prose,
    packed,
    parts_of,
)

LETTERS = (HTML, PROSE, ASIDE, LINK, LABELED_LINK, LINK_END, CITATION)
TEXT = packed(
    [
        f"{PROSE}See ",
        f"{LINK}a",
        LINK_END,
        f"{HTML}<b>",
        f"{PROSE}or ",
        f"{LABELED_LINK}b",
        f"{ASIDE}that",
        LINK_END,
        f"{CITATION}x y",
    ]
)


def test_each_letter_means_one_thing() -> None:
    assert len(set(LETTERS)) == len(LETTERS)
    assert all(len(letter) == 1 for letter in LETTERS)


@pytest.mark.parametrize(
    "parts", [[], [PROSE], [f"{PROSE}a"], [f"{PROSE}P", f"{HTML}<p>"], [LINK_END, LINK_END]]
)
def test_parts_come_out_as_they_were_put_in(parts: list[str]) -> None:
    assert [letter + content for letter, content in parts_of(packed(parts))] == parts


def readings(*texts: PackedText) -> tuple[tuple[Pointer, PackedReading], ...]:
    return tuple(((f"field {at}",), PackedReading(text)) for at, text in enumerate(texts))


@pytest.mark.parametrize(
    ("texts", "firsts"),
    [
        ((), []),
        ((TEXT,), [0]),
        ((TEXT, TEXT), [0, 2]),
        ((packed([]), TEXT, packed([]), TEXT), [0, 0, 2, 2]),
        ((packed([f"{HTML}P", f"{ASIDE}P"]), packed([f"{HTML}x", f"{PROSE}y"]), TEXT), [0, 0, 1]),
    ],
)
def test_runs_are_numbered_over_all_texts(texts: tuple[PackedText, ...], firsts: list[int]) -> None:
    assert list(first_runs(readings(*texts)).values()) == firsts


def test_prose_and_links_are_numbered_alike() -> None:
    runs: list[str] = []
    links: list[tuple[int, EntryId]] = []
    numbers = []
    for text in (TEXT, packed([]), TEXT):
        numbers.append(len(runs))
        linked_and_prose(text, runs, links)
    assert runs == ["See ", "or "] * 2
    assert links == [(1, "a"), (2, "b"), (3, "a"), (4, "b")]
    assert numbers == list(first_runs(readings(TEXT, packed([]), TEXT)).values())
