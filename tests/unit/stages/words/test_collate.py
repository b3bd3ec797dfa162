import pytest

from build_tools.stages.words.collate import collation_key, initial


def test_without_regard_to_case_accents_and_punctuation() -> None:
    labels = [
        *("42", "Ähre", "apple", "apple-jack", "Apple pie"),
        *("'ask", "Éa", "éclair", "Zebra"),
    ]
    assert sorted(labels, key=collation_key) == labels
    keys = [collation_key(label)[0] for label in ("Ähre", "'ask", "apple-jack", "C++", "ﬁne")]
    assert keys == ["ahre", "ask", "apple jack", "c", "fine"]


def test_ties_are_broken_by_the_label() -> None:
    assert sorted(["resume", "résumé", "Resume"], key=collation_key) == [
        "Resume",
        "resume",
        "résumé",
    ]


@pytest.mark.parametrize(
    ("label", "letter"),
    [
        ("apple", "A"),
        ("'ask", "A"),
        ("Ähre", "A"),
        ("éclair", "E"),
        ("ßx", "S"),
        ("42", "0–9"),
        ("3D", "0–9"),
        ("++", "0–9"),
        ("", "0–9"),
        ("ωmega", "Ω"),
        ("中文", "中"),
    ],
)
def test_initials(label: str, letter: str) -> None:
    assert initial(label) == letter
