"""Ids and levels of headings."""

import pytest

from build_tools.stages.prose.tags import HeadingLevels, slug


@pytest.mark.parametrize(
    ("levels", "moved"),
    [
        ("1", "2"),
        ("2", "2"),
        ("6", "2"),
        ("123", "234"),
        ("135", "234"),
        ("321", "222"),
        ("2332", "2332"),
        ("1234561", "2345662"),
    ],
)
def test_headings_begin_at_the_second_level_and_skip_none(levels: str, moved: str) -> None:
    found = HeadingLevels()
    assert "".join(str(found.moved(int(level))) for level in levels) == moved


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("How it works", "how-it-works"),
        ("  A -- b!  ", "a-b"),
        ("Über 3 Größen", "über-3-größen"),
        ("中文", "中文"),
        ("?!", "section"),
        ("", "section"),
        ("__config", "section-__config"),
        ("cite-1-2", "section-cite-1-2"),
        ("Citeable", "citeable"),
        ("Source 1", "section-source-1"),
        ("Source x", "source-x"),
    ],
)
def test_an_id_is_made_of_words_and_is_none_of_a_page_s_own(text: str, name: str) -> None:
    taken: set[str] = set()
    assert slug(text, taken) == name
    assert taken == {name}


def test_ids_stay_apart() -> None:
    taken = {"a", "b-2"}
    assert [slug(text, taken) for text in ("A", "a!", "b", "B", "B 2")] == [
        *("a-2", "a-3", "b", "b-3", "b-2-2")
    ]
