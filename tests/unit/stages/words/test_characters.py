import pytest

from build_tools.stages.words.characters import FLAGS, FORBIDDEN, without_forbidden

INVISIBLE = [
    *("\x00", "\x08", "\x0b", "\x0c", "\x1b", "\x7f", "\x85", "\x9f"),
    *("\u2028", "\u2029", "\u202a", "\u202e", "\u2066", "\u2069", "\ufeff", "\ufffe", "\uffff"),
    *("\ud800", "\udfff", "\r", "\u206a", "\u206f", "\ufdd0", "\ufdef", "\ufff9", "\ufffb"),
    *("\U0001fffe", "\U0002ffff", "\U000e0001", "\U000e0041", "\U000e007f", "\U0010ffff"),
]
VISIBLE = ["\t", "\n", "\r\n", " ", "\xa0", "é", "\u200b", "\u200d", "\ufe0f", "�", "😀", "中"]
VISIBLE += ["\u2060", "\ufdcf", "\ufdf0", "\ufffc", "\U00020000", "\U000e0100", "\U0010fffd"]


@pytest.mark.parametrize("character", INVISIBLE)
def test_forbidden(character: str) -> None:
    assert FORBIDDEN.search(f"a{character}b")
    assert without_forbidden(f"a{character}b") == "a�b"


@pytest.mark.parametrize("character", VISIBLE)
def test_allowed(character: str) -> None:
    assert not FORBIDDEN.search(f"a{character}b")
    assert without_forbidden(f"a{character}b") == f"a{character}b"


@pytest.mark.parametrize("name", ["gbeng", "gbsct", "gbwls"])
def test_tags_make_flags_and_nothing_else(name: str) -> None:
    tags = "".join(chr(0xE0000 + ord(letter)) for letter in name)
    flag = f"\U0001f3f4{tags}\U000e007f"
    assert flag in FLAGS
    assert not FORBIDDEN.search(f"a{flag}b{flag}")
    assert without_forbidden(f"a{flag}{tags}") == f"a{flag}{'�' * 5}"
    assert without_forbidden(flag[:-1]) == f"\U0001f3f4{'�' * 5}"
    assert without_forbidden(flag[1:]) == "�" * 6
