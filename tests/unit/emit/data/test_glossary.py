"""What the public data file says of an entry and a reference; its schema is held in ``tests/contracts``."""

import json
from typing import Any

import pytest

from build_tools.emit.data.glossary import glossary_json, reference_value
from build_tools.emit.parts.context import Context
from build_tools.model.identifiers import ReferenceKey
from build_tools.model.vocabulary import Name, Reference
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import texts_of

ENTRY = "term: {0}\ntopic: safety\nkind: concept\ndefinition: Something that is called {0}.\n"
FILES = {
    entry_path("a"): ENTRY.format("Alpha")
    + "links:\n"
    + "  - {relation: exploits, target: b, because: So., sources: [doe2020]}\n"
    + "  - {relation: related, target: b}\n"
    + "debate: {question: Is it?, positions: [{claim: Yes.}]}\n",
    entry_path("b"): ENTRY.format("Beta") + "body: Of [[a]].\nreviewed: 2026-11-23\n",
}


def data() -> dict[str, Any]:
    value: dict[str, Any] = json.loads(
        texts_of(glossary_json(Context(site_of(FILES))))["data/glossary.json"]
    )
    return value


def test_a_link_is_told_at_both_of_its_ends() -> None:
    first, second = data()["entries"]
    assert [(it["relation"], it["target"], it["target_term"]) for it in first["links"]] == [
        ("exploits", "b", "Beta"),
        ("related", "b", "Beta"),
    ]
    assert first["linked_from"] == []
    assert second["links"] == []
    assert second["linked_from"] == [
        {
            "relation": "related",
            "label": "is related to",
            "source": "a",
            "source_term": "Alpha",
            "because": "",
            "sources": [],
        },
        {
            "relation": "exploits",
            "label": "is exploited by",
            "source": "a",
            "source_term": "Alpha",
            "because": "So.",
            "sources": ["doe2020"],
        },
    ]


def test_texts_mentions_and_what_is_missing() -> None:
    first, second = data()["entries"]
    assert (first["mentioned_in"], second["mentions"]) == (["b"], ["a"])
    assert first["debate"] == {
        "question": "Is it?",
        "positions": [{"claim": "Yes.", "sources": []}],
    }
    assert (first["reviewed"], second["reviewed"]) == (None, "2026-11-23")
    assert second["debate"] is None
    assert second["body"] == "Of [[a]]."


def test_vocabularies_are_told_too() -> None:
    value = data()
    assert [(it["id"], it["entries"]) for it in value["topics"]] == [
        ("alignment", 0),
        ("safety", 2),
    ]
    assert [it["id"] for it in value["kinds"]] == ["concept", "failure-mode"]
    assert [it["inverse_label"] for it in value["relations"]] == [
        "has as a kind",
        "is related to",
        "is exploited by",
    ]
    assert [it["id"] for it in value["references"]] == ["doe2020"]


@pytest.mark.parametrize(
    ("fields", "more"),
    [
        ({}, {}),
        ({"type": ""}, {"type": "document"}),
        ({"year": 2020}, {"issued": {"date-parts": [[2020]]}}),
        (
            {"authors": (Name("Doe", "Jane"), Name("Roe"), Name(literal="Names Board"))},
            {
                "author": [
                    {"family": "Doe", "given": "Jane"},
                    {"family": "Roe"},
                    {"literal": "Names Board"},
                ]
            },
        ),
        ({"arxiv": "2001.01234"}, {"archive": "arXiv", "archive_location": "2001.01234"}),
        (
            {"container": "C", "pages": "1-2", "doi": "10.1/x", "url": "https://a.org"},
            {"container-title": "C", "page": "1-2", "DOI": "10.1/x", "URL": "https://a.org"},
        ),
    ],
)
def test_a_reference_is_csl_json(fields: dict[str, Any], more: dict[str, Any]) -> None:
    reference = Reference(ReferenceKey("x"), **{"type": "book", "title": "T", **fields})
    assert reference_value(reference) == {"id": "x", "type": "book", "title": "T", **more}
