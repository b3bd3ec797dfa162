import pytest

from build_tools.stages.words.likeness import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Reward Hacking", "reward hacking"),
        ("Reward", "Re\u00adward"),
        ("Reward", "Re\u200b\u2060ward\ufeff"),
        ("می\u200cخواهم", "میخواهم"),
        ("❤\ufe0f", "❤"),
        ("Café", "Cafe\u0301"),
        ("CAFÉ", "cafe\u0301"),
        ("e\u034f\u0301", "é"),
        ("Straße", "STRASSE"),
        ("ΐ", "\u1fd3"),
        ("a\u2063 b", "a b"),
        ("Å", "\u212b"),
    ],
)
def test_alike(one: str, other: str) -> None:
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("R²", "R2"),
        ("resume", "résumé"),
        ("Reward", "Rеward"),
        ("👩\u200d🔬", "👩"),
        ("a b", "ab"),
    ],
)
def test_not_alike(one: str, other: str) -> None:
    assert skeleton(one) != skeleton(other)


@pytest.mark.parametrize("label", ["İstanbul", "ǰ", "ᾳ\u0301", "\u0345\u0301", "ﬃ", "ß\u00ad"])
def test_what_is_alike_has_one_skeleton(label: str) -> None:
    assert skeleton(skeleton(label)) == skeleton(label)
