import unicodedata

import pytest

from build_tools.stages.words.joining import is_mark, is_virama, joins_after, joins_before


@pytest.mark.parametrize(
    ("letter", "before", "after"),
    [
        ("ب", True, True),
        ("ی", True, True),
        ("ا", True, False),
        ("ر", True, False),
        ("ء", False, False),
        ("ܒ", True, True),
        ("ᠠ", True, True),
        ("\ua872", False, True),
        ("a", False, False),
        ("ا\u0301"[1], False, False),
        ("", False, False),
    ],
)
def test_letters_that_join(letter: str, before: bool, after: bool) -> None:
    assert (joins_before(letter), joins_after(letter)) == (before, after)


def test_only_letters_join() -> None:
    joining = [chr(at) for at in range(0x110000) if joins_after(chr(at)) or joins_before(chr(at))]
    known = [letter for letter in joining if unicodedata.category(letter) != "Cn"]
    assert {unicodedata.category(letter)[0] for letter in known} <= {"L", "P", "N"}


def test_marks_and_viramas() -> None:
    assert is_mark("\u064e")
    assert not is_mark("ب")
    assert is_virama("\u094d")
    assert not is_virama("\u093c")
