"""What the four vocabularies become; their mistakes are in ``tests/cases``."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from build_tools.model.identifiers import ReferenceKey, RelationKey, TopicKey
from build_tools.model.source import SourceFile
from build_tools.model.vocabulary import Name, Reference, Relation, Topic, Vocabularies
from build_tools.stages.vocabularies import read_vocabularies

NO_DATES: tuple[object, ...] = ([[]], [], [["x"]], [[None]], [[{}]], 5, None)


def read(**files: str) -> Vocabularies:
    names = {"references": "words/references.json"}
    sources = {}
    for name, text in files.items():
        path = names.get(name, f"words/{name}.yml")
        sources[path] = SourceFile(path, text.encode())
    return read_vocabularies("words", sources)[0]


def reference(**fields: Any) -> Reference:
    return read(references=json.dumps([{"id": "x", **fields}])).references[ReferenceKey("x")]


def test_topics() -> None:
    topics = read(
        topics='b: {label: B, definition: "[[x]]", story: "# S\\nt", colour: "#A0b1C2"}\n'
        "a: {label: A, definition: d}\n"
    ).topics
    assert list(topics.values()) == [
        Topic(TopicKey("b"), "B", "[[x]]", "# S\nt", "#A0b1C2"),
        Topic(TopicKey("a"), "A", "d"),
    ]


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("{label: is}", Relation(RelationKey("r"), "is", "is (inverse)")),
        ("{label: is, inverse_label: si}", Relation(RelationKey("r"), "is", "si")),
        (
            "{label: is, symmetric: true, inverse_label: si}",
            Relation(RelationKey("r"), "is", "is", symmetric=True, associative=True),
        ),
        (
            "{label: is, symmetric: true, associative: false}",
            Relation(RelationKey("r"), "is", "is", symmetric=True),
        ),
        (
            "{label: is, transitive: true, acyclic: true}",
            Relation(
                RelationKey("r"),
                *("is", "is (inverse)"),
                transitive=True,
                acyclic=True,
                hierarchical=True,
            ),
        ),
        (
            "{label: is, transitive: true, acyclic: true, hierarchical: false, definition: d,"
            ' colour: "#000000", skos: "skos:broader"}',
            Relation(
                RelationKey("r"),
                *("is", "is (inverse)", "d"),
                transitive=True,
                acyclic=True,
                colour="#000000",
                skos="skos:broader",
            ),
        ),
    ],
)
def test_relations(text: str, relation: Relation) -> None:
    assert read(relations=f"r: {text}").relations == {"r": relation}


def test_a_whole_reference() -> None:
    found = reference(
        type="article-journal",
        title="On Terms",
        author=[{"family": "Doe", "given": "Jane"}, {"literal": "Names Board"}],
        issued={"date-parts": [[2020, 5, 1]]},
        **{"container-title": "Journal"},
        publisher="Press",
        volume=3,
        issue="4",
        page="1–9",
        DOI="10.1000/182",
        URL="https://example.org/",
        archive="arXiv",
        archive_location="2001.01234v2",
        edition="2nd",
    )
    assert found == Reference(
        ReferenceKey("x"),
        "article-journal",
        "On Terms",
        (Name("Doe", "Jane"), Name(literal="Names Board")),
        2020,
        "Journal",
        "Press",
        *("3", "4", "1–9", "10.1000/182", "2001.01234", "https://example.org/"),
        edition="2nd",
    )


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"editor": [{"family": "Roe"}]}, (Name("Roe"),)),
        ({"author": [], "editor": [{"family": "Roe"}]}, (Name("Roe"),)),
        (
            {"author": [{"family": "Berg", "non-dropping-particle": "van den"}]},
            (Name("van den Berg"),),
        ),
        ({"author": [{"given": "J."}, "Doe", {}, 5, {"family": 3}]}, ()),
        ({"author": "Doe"}, ()),
        ({"author": [{"family": "D\u202eoe"}]}, (Name("D�oe"),)),
    ],
)
def test_authors(fields: Mapping[str, Any], names: tuple[Name, ...]) -> None:
    assert reference(**fields).authors == names


@pytest.mark.parametrize(
    ("issued", "year"),
    [
        ({"date-parts": [[2020]]}, 2020),
        ({"date-parts": [["2020", "5"]]}, 2020),
        *(({"date-parts": parts}, None) for parts in NO_DATES),
        ({"raw": "2020"}, None),
        ("2020", None),
        (None, None),
        ([], None),
        ({"date-parts": [[float("inf")]]}, None),
        ({"date-parts": [[float("nan")]]}, None),
        ({"date-parts": [[-350]]}, -350),
        ({"date-parts": [[10**20]]}, None),
    ],
)
def test_years(issued: object, year: int | None) -> None:
    assert reference(issued=issued).year == year


@pytest.mark.parametrize(
    ("fields", "doi", "arxiv"),
    [
        ({"DOI": "10.1000/182"}, "10.1000/182", ""),
        ({"DOI": "https://doi.org/10.1000/182"}, "", ""),
        ({"DOI": "javascript:x"}, "", ""),
        ({"number": "arXiv:2001.01234", "archive": "arXiv"}, "", "2001.01234"),
        ({"number": "arXiv:cs/0101001"}, "", "cs/0101001"),
        ({"archive_location": "hep-th/9901001"}, "", "hep-th/9901001"),
        ({"archive_location": "2001.01234", "archive": "bioRxiv"}, "", ""),
        ({"number": "12"}, "", ""),
    ],
)
def test_identifiers_of_works(fields: Mapping[str, str], doi: str, arxiv: str) -> None:
    found = reference(**fields)
    assert (found.doi, found.arxiv) == (doi, arxiv)


def test_surrogates_cannot_reach_a_page() -> None:
    assert reference(title="a\ud800b").title == "a�b"
    assert reference(title="\ud83d\ude00").title == "😀"


def test_a_large_bibliography_is_read_whole() -> None:
    items = [{"id": f"x{number}", "title": "t" * 100} for number in range(5000)]
    assert len(read(references=json.dumps(items)).references) == 5000


@pytest.mark.parametrize(
    ("year", "read"), [(99_999, 99_999), (100_000, None), (-99_999, -99_999), (-100_000, None)]
)
def test_a_year_has_five_digits_at_most(year: int, read: int | None) -> None:
    assert reference(issued={"date-parts": [[year]]}).year == read
