"""Words as the search sees them; that JavaScript does the same is in ``tests/contracts``."""

import pytest

from build_tools.stages.search.words import Stems, folded, key_of, stemmer_for, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", ""),
        ("RLHF", "rlhf"),
        ("Goodhart's law", "goodharts law"),
        ("Goodhart’s law", "goodharts law"),
        ("DON'T", "dont"),
        ("the models' end", "the models  end"),
        ("a-b_c/d", "a b c d"),
        ("Straße", "strasse"),
        ("ΣΊΣΥΦΟΣ", "σισυφοσ"),
        ("naïve café", "naive cafe"),
        ("ﬁne", "fine"),
        ("soft\u00adhyphen", "softhyphen"),
        ("हिन्दी", "हिन्दी"),
        ("٣ x²", "٣ x2"),
    ],
)
def test_folded(text: str, words: str) -> None:
    assert folded(text) == words


@pytest.mark.parametrize(
    ("text", "key"), [("", ""), (" A  b ", "a b"), ("A--b", "a b"), ("É-é", "e e"), ("?!", "")]
)
def test_a_label_is_looked_up_with_one_space_between_words(text: str, key: str) -> None:
    assert key_of(text) == key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("Reward model", ["reward", "model"]),
        ("中", ["中"]),
        ("中文", ["中", "文", "中文"]),
        ("中文字", ["中", "文", "字", "中文", "文字"]),
        ("ai中文ok", ["ai", "中", "文", "中文", "ok"]),
        ("時々", ["時", "々", "時々"]),
        ("naïve 中", ["naive", "中"]),
    ],
)
def test_words_and_pairs_of_a_script_without_spaces(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("language", "algorithm"),
    [
        ("en", "english"),
        ("EN", "english"),
        ("en-US", "english"),
        ("en_GB", "english"),
        ("de", "german"),
        ("eng", None),
        ("tlh", None),
        ("", None),
    ],
)
def test_a_language_has_its_stemmer(language: str, algorithm: str | None) -> None:
    assert stemmer_for(language) == algorithm


def test_words_of_one_stem_have_one_number() -> None:
    stems = Stems("english")
    assert [stems[word] for word in ("model", "models", "reward", "modelling")] == [0, 0, 1, 0]
    assert stems.names == ["model", "reward"]


def test_without_a_stemmer_each_word_is_its_own() -> None:
    stems = Stems(None)
    assert [stems[word] for word in ("model", "models", "model")] == [0, 1, 0]
    assert stems.names == ["model", "models"]
