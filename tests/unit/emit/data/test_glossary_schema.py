"""What the schema of the data file lets pass; that the real file obeys it is in ``tests/contracts``."""

import json
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import jsonschema
import pytest

from build_tools.emit.data.glossary import glossary_json
from build_tools.emit.data.glossary_schema import FORMAT, glossary_schema
from build_tools.emit.parts.context import Context
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import texts_of

ENTRY = "term: {0}\ntopic: safety\nkind: concept\ndefinition: Something that is called {0}.\n"
LINK = "links: [{relation: exploits, target: b, because: So.}]\n"
DEBATE = "debate: {question: Is it?, positions: [{claim: Yes.}]}\n"
VALIDATOR = jsonschema.Draft202012Validator(glossary_schema())


def data() -> dict[str, Any]:
    files = {entry_path("a"): ENTRY.format("A") + LINK + DEBATE, entry_path("b"): ENTRY.format("B")}
    text = texts_of(glossary_json(Context(site_of(files))))["data/glossary.json"]
    value: dict[str, Any] = json.loads(text)
    return value


def mappings(value: Any) -> Iterator[dict[str, Any]]:
    """Every mapping in the file but references, which are CSL-JSON."""
    if isinstance(value, dict):
        yield value
        for key, item in value.items():
            if key != "references":
                yield from mappings(item)
    elif isinstance(value, list):
        for item in value:
            yield from mappings(item)


def test_it_is_a_schema_and_the_file_obeys_it() -> None:
    jsonschema.Draft202012Validator.check_schema(glossary_schema())
    VALIDATOR.validate(data())
    assert data()["format"] == FORMAT


def test_every_key_is_promised_and_no_other_may_be_there() -> None:
    count = 0
    for at, mapping in enumerate(mappings(data())):
        for key in (*mapping, "more"):
            value = deepcopy(data())
            changed = list(mappings(value))[at]
            if key == "more":
                changed[key] = "x"
            else:
                del changed[key]
            assert not VALIDATOR.is_valid(value), key
            count += 1
    assert count > 50


@pytest.mark.parametrize(
    ("change", "good"),
    [
        ({"reviewed": "2026-11-23"}, True),
        ({"reviewed": 2026}, False),
        ({"status": "final"}, False),
        ({"debate": None}, True),
        ({"debate": {}}, False),
        ({"abbreviation": None, "misconception": None, "replaced_by": None}, True),
        ({"term": None}, False),
        ({"mentions": ["Not An Id"]}, False),
        ({"aliases": [1]}, False),
    ],
)
def test_values_of_an_entry(change: dict[str, Any], good: bool) -> None:
    value = data()
    value["entries"][0] |= change
    assert VALIDATOR.is_valid(value) is good


def test_another_format_is_another_file() -> None:
    assert not VALIDATOR.is_valid({**data(), "format": FORMAT + 1})
