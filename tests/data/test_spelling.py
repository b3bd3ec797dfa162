"""One spelling, American, and no misspelt word."""

import csv
import re
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
from spellchecker import SpellChecker

from build_tools.model.glossary import Site
from build_tools.model.source import SourceFile
from tests.data.prose import ALIASES, Text, plain, program_texts, reader_texts

ROOT = Path(__file__).parents[2]
PAIRS = Path(__file__).with_name("spelling_pairs.tsv")
WORDS = Path(__file__).with_name("words.txt")
PROGRAM_WORDS = Path(__file__).with_name("program_words.txt")
TOKEN = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
QUOTATION = re.compile(r"“[^”]*”|(?<!\w)\"(?:[^\"\n]|\n(?!\n))*\"(?!\w)")
NAME = re.compile(r"(?<=[a-z,;(] )[A-Z]\w*")
"""A capital inside a sentence: Centre for the Governance of AI."""


class Texts(NamedTuple):
    """Texts that are checked together."""

    all: tuple[Text, ...]
    words: Path
    """The list of words that the dictionary lacks and that these texts use."""
    other_words: frozenset[str]
    """Words of other texts, which need not be listed again."""


@cache
def dictionary() -> frozenset[str]:
    """The common words of English in lower case, mostly in American spelling."""
    return frozenset(SpellChecker(language="en").word_frequency.words())


@cache
def american() -> dict[str, str]:
    """The American spelling of each British one."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        return {row["british"]: row["american"] for row in csv.DictReader(file, delimiter="\t")}


def lines_of(words: Path) -> list[str]:
    return words.read_text(encoding="utf-8").splitlines()


def tokens(text: str) -> list[str]:
    """The words of a text without a possessive ending."""
    return [word.removesuffix("'s") for word in TOKEN.findall(text.replace("’", "'"))]


def british(texts: Iterable[Text], pairs: Mapping[str, str]) -> list[str]:
    """A line for each British word outside quotations, names and aliases."""
    return [
        f"{text.path}: {text.field}: {word} is British; write {pairs[word.lower()]}"
        for text in texts
        if text.field != ALIASES
        for word in dict.fromkeys(tokens(NAME.sub(" ", plain(QUOTATION.sub(" ", text.content)))))
        if word.lower() in pairs
    ]


def unknown(text: Text, names: frozenset[str]) -> list[str]:
    """The words that the dictionary lacks, but for names, abbreviations in capitals and letters."""
    allowed = american().keys() if text.field == ALIASES else ()
    return [
        word
        for word in dict.fromkeys(tokens(plain(text.content)))
        if len(word) > 1
        and not word.isupper()
        and word not in names
        and word.lower() not in dictionary()
        and word.lower() not in allowed
    ]


def listed(word: str, extra: frozenset[str]) -> str:
    """The line of the word list that allows a word: itself, or its form inside a sentence."""
    return next((form for form in (word, word[:1].lower() + word[1:]) if form in extra), "")


def cited_names(site: Site) -> frozenset[str]:
    """The names of authors, which texts may use."""
    return frozenset(
        word
        for reference in site.vocabularies.references.values()
        for name in reference.authors
        for word in TOKEN.findall(f"{name.family} {name.given} {name.literal}")
    )


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("Its behaviour changes.", ["behaviour"]),
        ("Behaviour changes.", ["Behaviour"]),
        ("[[a|Modelling]] a [[behaviour|behavior]].", ["Modelling"]),
        ('He wrote "the behaviour of models" there.', []),
        ("He wrote “the behaviour of models” there.", []),
        ("The Centre for the Study, in the Labour Centre.", []),
        ('An unclosed " mark.\n\nIts behaviour "here".', ["behaviour"]),
        ("Its behavior is analyzed.", []),
    ],
)
def test_british_words_are_noticed(content: str, found: list[str]) -> None:
    pairs = american()
    lines = british([Text("a.yml", "body", content)], pairs)
    assert lines == [
        f"a.yml: body: {word} is British; write {pairs[word.lower()]}" for word in found
    ]


def test_an_alias_may_be_british_but_not_misspelt() -> None:
    alias = Text("a.yml", ALIASES, "Emergent behaviour; Emergent beahviour")
    assert not british([alias], american())
    assert unknown(alias, frozenset()) == ["beahviour"]


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("A model recieves rewards.", ["recieves"]),
        ("Recieves the model’s rewards, `recieves` nothing.", ["Recieves"]),
        ("Bostrom and Bostrum, RLHF and x.", ["Bostrum"]),
        ("[[recieves|It]] doesn't [@recieves], see [that](https://recieves.org).", []),
    ],
)
def test_misspelt_words_are_noticed(content: str, found: list[str]) -> None:
    assert unknown(Text("a.yml", "body", content), frozenset({"Bostrom"})) == found


def test_pairs_are_sound() -> None:
    pairs = american()
    assert len(pairs) >= 150
    assert list(pairs) == sorted(pairs), f"{PAIRS.name}: sort the lines"
    both = sorted(pairs.keys() & set(pairs.values()))
    assert not both, f"{PAIRS.name}: {both} stand on both sides; drop those rows"


@pytest.fixture(scope="module", params=["readers", "program"])
def texts(
    request: pytest.FixtureRequest, glossary_site: Site, pages: tuple[SourceFile, ...]
) -> Texts:
    """The texts for readers, and those about the program, which may use the words of both lists."""
    if request.param == "readers":
        return Texts(reader_texts(glossary_site, pages), WORDS, frozenset())
    return Texts(program_texts(ROOT, pages), PROGRAM_WORDS, frozenset(lines_of(WORDS)))


def test_one_variety(texts: Texts) -> None:
    found = british(texts.all, american())
    assert not found, "\n".join(found)


def test_no_word_is_misspelt(texts: Texts, glossary_site: Site) -> None:
    names = cited_names(glossary_site)
    extra = texts.other_words.union(lines_of(texts.words))
    found = [
        f"{text.path}: {text.field}: mend {word}, or add it to tests/data/{texts.words.name}"
        for text in texts.all
        for word in unknown(text, names)
        if not listed(word, extra)
    ]
    assert not found, "\n".join(found)


def test_the_word_list_is_tidy(texts: Texts, glossary_site: Site) -> None:
    lines = lines_of(texts.words)
    assert lines == sorted(set(lines)), f"tests/data/{texts.words.name}: sort it, each word once"
    names = cited_names(glossary_site)
    used = {
        listed(word, frozenset(lines))
        for text in texts.all
        for word in unknown(text, names)
        if not listed(word, texts.other_words)
    }
    unused = [line for line in lines if line not in used]
    assert not unused, f"tests/data/{texts.words.name}: drop what no text uses: {unused}"
