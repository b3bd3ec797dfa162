"""Which characters that nobody sees are reported, and where a script needs them."""

import unicodedata

import pytest

from build_tools.stages.words.invisible import INVISIBLE, strays

# By code points, so that these tests can be read.
ALWAYS = (
    *(
        0x00AD,
        0x034F,
        0x115F,
        0x1160,
        0x17B4,
        0x17B5,
        0x180B,
        0x180E,
        0x200B,
        0x200C,
        0x200D,
        0x200E,
    ),
    *(
        0x200F,
        0x061C,
        0x202A,
        0x202E,
        0x2060,
        0x2061,
        0x2062,
        0x2063,
        0x2064,
        0x2065,
        0x2066,
        0x206F,
    ),
    *(
        0x2800,
        0x3164,
        0xFE00,
        0xFE0E,
        0xFE0F,
        0xFEFF,
        0xFFA0,
        0xFFF0,
        0xFFF9,
        0xFFFB,
        0x13441,
        0x1BCA0,
    ),
    *(0x1D159, 0x1D173, 0x1D17A, 0xE0001, 0xE0020, 0xE0041, 0xE007F, 0xE0100, 0xE01EF, 0xE0FFF),
)


@pytest.mark.parametrize("point", ALWAYS, ids=hex)
def test_nothing_in_latin_needs_one(point: int) -> None:
    stray = chr(point)
    assert list(strays(f"Re{stray}ward")) == [(2, 3)]
    assert list(strays(f"{stray}Reward")) == [(0, 1)]
    assert list(strays(f"Reward{stray}")) == [(6, 7)]
    assert list(strays(stray)) == [(0, 1)]
    assert list(strays(f"Reward{stray * 3} hacking{stray}")) == [(6, 9), (17, 18)]


def test_every_format_character_is_seen_to() -> None:
    """Of general category Cf, all but those that show: signs that enclose numbers, and the like."""
    shown = {*range(0x600, 0x606), 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD}
    shown |= set(range(0x13430, 0x13440))
    points = [at for at in range(0x110000) if unicodedata.category(chr(at)) == "Cf"]
    assert [hex(at) for at in points if at not in shown and not INVISIBLE.match(chr(at))] == []


@pytest.mark.parametrize(
    "text",
    [
        "Reward hacking",
        "naïve Bayes’ café",
        "می\u200cخواهم",
        "خانه\u200cها",
        "کار\u200cبر",
        "نَ\u200cها",
        "ه\u200d",
        "क्\u200dष",
        "क्\u200cष",
        "র\u200d্য",
        "ശ\u0d4d\u200cശ",
        "ශ්\u200dරී",
        "ന്\u200d",
        "❤\ufe0f",
        "❤\ufe0e",
        "👩\u200d🔬",
        "👩🏽\u200d🔬",
        "👨\u200d👩\u200d👧\u200d👦",
        "🏳\ufe0f\u200d🌈",
        "👁\ufe0f\u200d🗨\ufe0f",
        "1\ufe0f\u20e3",
        "🇬🇧",
        "🏴" + "".join(chr(0xE0000 + ord(letter)) for letter in "gbsct") + "\U000e007f",
        "葛\U000e0100城",
        "ᠠ\u180b",
        "ᠨ\u180eᠠ",
        "א\u200f! (B)",
        "\u2813\u2811\u2800\u2813",
    ],
)
def test_what_a_script_needs_is_no_stray(text: str) -> None:
    assert list(strays(text)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("می \u200cخواهم", [(3, 4)]),
        ("می\u200c", [(2, 3)]),
        ("\u200cمی", [(0, 1)]),
        ("می\u200c\u200cخواهم", [(2, 4)]),
        ("می\u200bخواهم", [(2, 3)]),
        ("क\u200dष", [(1, 2)]),
        ("क्\u200d\u200dष", [(3, 4)]),
        ("a\u200d🔬", [(1, 2)]),
        ("🔬\u200d", [(1, 2)]),
        ("🔬\u200d\u200d🔬", [(1, 3)]),
        ("❤\ufe0f\ufe0f", [(2, 3)]),
        ("a\ufe0f", [(1, 2)]),
        ("1\ufe0f", [(1, 2)]),
        ("🏴\U000e0067\U000e0062", [(1, 2), (2, 3)]),
        ("葛\ufe0f", [(1, 2)]),
        ("\u200fאב", [(0, 1)]),
        ("ab\u200ecd", [(2, 3)]),
        ("\u2813\u2800", [(1, 2)]),
    ],
)
def test_beyond_what_a_script_needs(text: str, found: list[tuple[int, int]]) -> None:
    assert list(strays(text)) == found
