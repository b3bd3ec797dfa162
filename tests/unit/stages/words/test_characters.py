import pytest

from build_tools.stages.words.characters import FORBIDDEN, without_forbidden

INVISIBLE = [
    *("\x00", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9f"),
    *("\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\ufffe", "\uffff"),
    *("\ud800", "\udfff", "\r"),
]
VISIBLE = ["\t", "\n", "\r\n", " ", "\xa0", "é", "\u200b", "\u200d", "\ufe0f", "�", "😀", "中"]


@pytest.mark.parametrize("character", INVISIBLE)
def test_forbidden(character: str) -> None:
    assert FORBIDDEN.search(f"a{character}b")
    assert without_forbidden(f"a{character}b") == "a�b"


@pytest.mark.parametrize("character", VISIBLE)
def test_allowed(character: str) -> None:
    assert not FORBIDDEN.search(f"a{character}b")
    assert without_forbidden(f"a{character}b") == f"a{character}b"
