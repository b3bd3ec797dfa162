"""The public data files obey the schemas that stand beside them, with the real glossary."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from build_tools.adapters.project import read_project
from build_tools.adapters.read import read_glossary, read_pages
from build_tools.compiler import compile_glossary
from build_tools.emit.data.entry_schema import entry_schema, entry_schema_file
from build_tools.emit.data.glossary import glossary_json
from build_tools.emit.parts.context import Context
from build_tools.model.fields import ENTRY_FIELDS, required_in
from build_tools.model.source import SourceFile
from tests.support.glossaries import compile_files, entry_path

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def sources() -> tuple[SourceFile, ...]:
    return read_glossary(ROOT, read_project(ROOT / "mkdocs.yml").settings.glossary)


@pytest.fixture(scope="module")
def context(sources: tuple[SourceFile, ...]) -> Context:
    project = read_project(ROOT / "mkdocs.yml")
    pages = read_pages(ROOT, project.docs)
    site = compile_glossary(sources, project, pages=pages).site
    assert site is not None, "the glossary has errors; to see them: concord check"
    return Context(site)


@pytest.fixture(scope="module")
def files(context: Context) -> dict[str, Any]:
    artifacts = (*glossary_json(context), *entry_schema_file(context))
    return {item.path: json.loads(b"".join(item.pieces)) for item in artifacts}


@pytest.fixture(scope="module")
def good(context: Context) -> dict[str, Any]:
    """An entry with what it must have, in the names of the real vocabularies."""
    vocabularies = context.site.vocabularies
    return {
        "term": "A term",
        "topic": next(iter(vocabularies.topics)),
        "kind": next(iter(vocabularies.kinds)),
        "definition": "Something.",
    }


@pytest.fixture(scope="module")
def link(context: Context) -> dict[str, Any]:
    """A link, likewise."""
    relation = next(iter(context.site.vocabularies.relations))
    return {"relation": relation, "target": next(iter(context.site.entries))}


@pytest.fixture(scope="module")
def validator(files: dict[str, Any]) -> jsonschema.Draft7Validator:
    schema = files["data/entry.schema.json"]
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def test_glossary_json_obeys_its_schema(files: dict[str, Any]) -> None:
    schema = files["data/glossary.schema.json"]
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(files["data/glossary.json"])


def test_glossary_json_has_everything_resolved(files: dict[str, Any], context: Context) -> None:
    data = files["data/glossary.json"]
    entries = {entry["id"]: entry for entry in data["entries"]}
    assert list(entries) == list(context.site.entries)
    for entry in entries.values():
        for link in entry["links"]:
            assert entries[link["target"]]["term"] == link["target_term"]
            back = [
                item
                for item in entries[link["target"]]["linked_from"]
                if (item["relation"], item["source"]) == (link["relation"], entry["id"])
            ]
            assert len(back) == 1
            assert back[0]["because"] == link["because"]
    assert sum(len(entry["links"]) for entry in entries.values()) == context.site.linked.links
    keys = {reference["id"] for reference in data["references"]}
    assert {key for entry in entries.values() for key in entry["sources"]} <= keys


def test_glossary_json_has_an_entry_a_line(context: Context) -> None:
    artifact = next(iter(glossary_json(context)))
    lines = b"".join(artifact.pieces).decode().split("\n")
    assert sum(line.startswith('{"id":"') and '"linked_from"' in line for line in lines) == len(
        context.site.entries
    )


def test_the_schema_of_entries_accepts_the_real_ones(
    sources: tuple[SourceFile, ...], validator: jsonschema.Draft7Validator
) -> None:
    count = 0
    for source in sources:
        if "/entries/" in source.path:
            value = yaml.load(source.content, Loader=yaml.CBaseLoader)  # noqa: S506  # text alone
            errors = [error.message for error in validator.iter_errors(value)]
            assert not errors, source.path
            count += 1
    assert count > 40


@pytest.mark.parametrize(
    "change",
    [
        {"term": None},
        {"term": ""},
        {"term": 5},
        {"defintion": "x"},
        {"topic": "alignmnt"},
        {"kind": "x"},
        {"aliases": "x"},
        {"aliases": [1]},
        {"sources": ["nobody1900"]},
        {"status": "final"},
        {"status": "deprecated"},
        {"former_ids": ["Not An Id"]},
        {"debate": {"question": "x"}},
        {"debate": {"question": "x", "positions": [{"sources": []}]}},
    ],
)
def test_the_schema_of_entries_refuses_bad_ones(
    change: dict[str, Any], good: dict[str, Any], validator: jsonschema.Draft7Validator
) -> None:
    assert validator.is_valid(good)
    assert not validator.is_valid({**good, **change})


@pytest.mark.parametrize(
    "change",
    [{"relation": None}, {"target": None}, {"relation": "x"}, {"target": "gone"}, {"why": "x"}],
)
def test_the_schema_of_entries_refuses_bad_links(
    change: dict[str, Any],
    good: dict[str, Any],
    link: dict[str, Any],
    validator: jsonschema.Draft7Validator,
) -> None:
    assert validator.is_valid({**good, "links": [link]})
    assert not validator.is_valid({**good, "links": [{**link, **change}]})


@pytest.mark.parametrize("missing", required_in(ENTRY_FIELDS))
def test_the_schema_of_entries_wants_what_the_compiler_wants(
    missing: str, good: dict[str, Any], validator: jsonschema.Draft7Validator
) -> None:
    for entry in ({**good, missing: None}, {key: good[key] for key in good if key != missing}):
        assert not validator.is_valid(entry)
        text = yaml.safe_dump(entry)
        assert "missing-key" in compile_files({entry_path("a"): text}).codes


@pytest.mark.parametrize("key", [field.key for field in ENTRY_FIELDS if not field.required])
def test_null_is_the_same_as_a_missing_key(
    key: str, good: dict[str, Any], validator: jsonschema.Draft7Validator
) -> None:
    assert validator.is_valid({**good, key: None})
    entry = {**good, "topic": "safety", "kind": "concept", key: None}
    compiled = compile_files({entry_path("a"): yaml.safe_dump(entry)})
    assert compiled.compilation.site is not None


def test_the_schema_of_a_glossary_without_anything() -> None:
    site = compile_files({}).compilation.site
    assert site is not None
    schema = entry_schema(Context(site))
    jsonschema.Draft7Validator.check_schema(schema)
