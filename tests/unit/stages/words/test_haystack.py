"""Texts and labels made ready to be compared."""

import pytest

from build_tools.stages.words.haystack import (
    RUN_END,
    Spelling,
    folded,
    is_unspaced,
    pattern_of,
    spelling_of,
)


@pytest.mark.parametrize(
    ("text", "haystack"),
    [
        ("", ""),
        ("an inverse reward model (RLHF).", "An Inverse Reward Model  Rlhf  "),
        ("don't-stop", "Don T Stop"),
        ("gpt-4o", "Gpt 4O"),
        ("ÉCOLE straße", "École Straße"),
        ("ﬁne ﬁ", "ﬁne ﬁ"),
        ("tea ﬁ tea", "Tea ﬁ Tea"),
        ("İstanbul", "İstanbul"),
        ("a中b", "A中B"),
        (f"one{RUN_END}two", f"One{RUN_END}Two"),
        (f"é{RUN_END}two", f"É{RUN_END}Two"),
    ],
)
def test_words_have_a_capital_and_whatever_is_none_is_a_space(text: str, haystack: str) -> None:
    assert folded(text) == haystack


@pytest.mark.parametrize("text", ["İstanbul", "ŉ ǰ ΐ", "ßeta", "Ǆ ǅ", "ﬀ", "ͅa", "a\u0307"])
def test_places_stay_whatever_the_letters(text: str) -> None:
    for around in ("", "x ", "İ"):
        whole = around + text + around
        assert len(folded(whole)) == len(whole)


@pytest.mark.parametrize(
    ("label", "pattern"),
    [
        ("reward model", "Reward Model "),
        ("RLHF", "Rlhf "),
        ("C++", "C "),
        (".NET", "Net "),
        ("?!", ""),
        ("", ""),
        ("中文", "中文"),
        ("中 a", "中 A "),
    ],
)
def test_a_pattern_ends_with_a_space_where_its_script_has_spaces(label: str, pattern: str) -> None:
    assert pattern_of(label) == pattern


@pytest.mark.parametrize(
    ("character", "unspaced"), [("a", False), ("é", False), ("-", False), ("中", True), ("ก", True)]
)
def test_scripts_without_spaces(character: str, unspaced: bool) -> None:
    assert is_unspaced(character) is unspaced


@pytest.mark.parametrize(
    ("label", "spelling"),
    [
        ("Reward model", None),
        ("reward", None),
        ("A", None),
        ("RLHF", Spelling(("RLHF",), "", "")),
        ("a CoT prompt", Spelling(("CoT",), "", "")),
        ("C++", Spelling((), "", "++")),
        (".NET", Spelling(("NET",), ".", "")),
        ("(a)", Spelling((), "(", ")")),
        ("Model A", None),
    ],
)
def test_what_a_label_wants_beyond_its_letters(label: str, spelling: Spelling | None) -> None:
    assert spelling_of(label) == spelling


@pytest.mark.parametrize(
    ("spelling", "text", "fits"),
    [
        (Spelling(("RLHF",), "", ""), "RLHF", True),
        (Spelling(("RLHF",), "", ""), "Rlhf", False),
        (Spelling(("RLHF", "CoT"), "", ""), "RLHF and CoT", True),
        (Spelling(("RLHF", "CoT"), "", ""), "RLHF and cot", False),
    ],
)
def test_words_with_capitals_inside_are_written_just_so(
    spelling: Spelling, text: str, fits: bool
) -> None:
    assert spelling.fits(text, 0, len(text)) is fits


@pytest.mark.parametrize(
    ("text", "first", "last", "fits"),
    [
        (".net++", 1, 4, True),
        ("a .net++ b", 3, 6, True),
        ("net++", 0, 3, False),
        (".net+", 1, 4, False),
        (".net", 1, 4, False),
        ("..net++", 2, 5, True),
    ],
)
def test_punctuation_stands_at_both_ends(text: str, first: int, last: int, fits: bool) -> None:
    assert Spelling((), ".", "++").fits(text, first, last) is fits
