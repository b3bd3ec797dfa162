"""Python and JavaScript fold, split and stem alike: the index is written in one, read in the other."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from Stemmer import Stemmer

from build_tools.stages.search.words import STEMMERS, key_of, words_of
from tests.contracts.test_javascript import NODE, ROOT

CORPUS = Path(__file__).with_name("search_corpus.txt")
LINES = CORPUS.read_text(encoding="utf-8").split("\n")
ALGORITHMS = sorted(set(STEMMERS.values()))


@cache
def answers_of_javascript() -> tuple[dict[str, Any], ...]:
    run = subprocess.run(
        [*NODE, str(ROOT / "tests/js/tokens.mjs"), str(CORPUS), *ALGORITHMS],
        check=True,
        capture_output=True,
        text=True,
    )
    return tuple(json.loads(run.stdout))


def test_the_corpus_is_large() -> None:
    assert len(LINES) >= 400
    assert len(answers_of_javascript()) == len(LINES)


def test_keys_are_the_same() -> None:
    python = {line: key_of(line) for line in LINES}
    javascript = {
        line: answer["key"] for line, answer in zip(LINES, answers_of_javascript(), strict=True)
    }
    assert javascript == python


def test_words_are_the_same() -> None:
    python = {line: sorted(words_of(line), key=_units) for line in LINES}
    javascript = {
        line: answer["words"] for line, answer in zip(LINES, answers_of_javascript(), strict=True)
    }
    assert javascript == python


@pytest.mark.parametrize("algorithm", ALGORITHMS)
def test_stems_are_the_same(algorithm: str) -> None:
    stemmer = Stemmer(algorithm)
    at = ALGORITHMS.index(algorithm)
    python = {line: sorted(map(stemmer.stemWord, words_of(line)), key=_units) for line in LINES}
    javascript = {
        line: answer["stems"][at]
        for line, answer in zip(LINES, answers_of_javascript(), strict=True)
    }
    assert javascript == python


def _units(word: str) -> bytes:
    return word.encode("utf-16-be")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Façade", "facade"),
        ("STRASSE", "strasse"),
        ("Straße", "strasse"),
        ("ﬁne-tuning", "fine tuning"),
        ("Goodhart’s law", "goodharts law"),
        ("Σίσυφος", "σισυφοσ"),
        ("لْتَّعَلُّم", "لتعلم"),
        ("Ёлка", "елка"),
        ("A/B_test (v2)", "a b test v2"),
        ("…", ""),
    ],
)
def test_keys(text: str, key: str) -> None:
    assert key_of(text) == key


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("強化学習", ["強", "化", "学", "習", "強化", "化学", "学習"]),
        ("AI安全", ["ai", "安", "全", "安全"]),
        ("강화 학습", [key_of("강화"), key_of("학습")]),
        ("Reward hacking", ["reward", "hacking"]),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words
