"""``/data/entry.schema.json``: what editors need to complete and check an entry while it is typed."""

import json
from collections.abc import Iterable, Mapping

from build_tools.emit.parts.context import Context
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Status
from build_tools.model.fields import ENTRY_FIELDS, Field, Shape, Vocabulary, required_in

__all__ = ["entry_schema", "entry_schema_file"]

JSON = dict[str, object]


def entry_schema_file(context: Context) -> Iterable[Artifact]:
    """The schema as a file."""
    text = json.dumps(entry_schema(context), ensure_ascii=False)
    yield Artifact("data/entry.schema.json", (text.encode() + b"\n",))


def entry_schema(context: Context) -> JSON:
    """A JSON Schema (draft 7, which every editor knows) that enumerates the project's names."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"An entry of {context.site.project.name}",
        **_mapping(ENTRY_FIELDS, _choices(context)),
        "if": {"properties": {"status": {"const": "deprecated"}}, "required": ["status"]},
        "then": {"required": ["replaced_by"]},
    }


def _choices(context: Context) -> Mapping[Vocabulary, JSON]:
    """Of each vocabulary, one name out of it."""
    site, vocabularies = context.site, context.site.vocabularies
    return {
        Vocabulary.ENTRIES: _names({entry.id: entry.term for entry in site.entries.values()}),
        Vocabulary.TOPICS: _names(
            {topic.key: topic.label for topic in vocabularies.topics.values()}
        ),
        Vocabulary.KINDS: _names({kind.key: kind.label for kind in vocabularies.kinds.values()}),
        Vocabulary.RELATIONS: _names(
            {item.key: item.definition or item.label for item in vocabularies.relations.values()}
        ),
        Vocabulary.REFERENCES: _names(
            {
                item.key: f"{item.title} ({item.year or 'undated'})"
                for item in vocabularies.references.values()
            }
        ),
    }


def _field(field: Field, choices: Mapping[Vocabulary, JSON]) -> JSON:
    """What a field may hold."""
    choice = choices[field.names] if field.names else {}
    match field.shape:
        case Shape.NAME:
            value = choice
        case Shape.NAMES:
            value = _list(choice)
        case Shape.LABELS | Shape.PROSES:
            value = _list({**_TEXT, "description": field.item})
        case Shape.FORMER_IDS:
            value = _list({"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"})
        case Shape.RECORD:
            # Its fields say what they are.
            return _mapping(field.fields, choices)
        case Shape.RECORDS:
            value = _list(_mapping(field.fields, choices))
        case Shape.STATUS:
            value = {"type": "string", "enum": [status.value for status in Status]}
        case Shape.DATE:
            value = {"type": "string", "format": "date"}
        case Shape.FLAG:
            value = {"type": "boolean"}
        case _:
            value = _TEXT
    return {**value, "description": field.meaning}


_TEXT: JSON = {"type": "string", "minLength": 1}


def _names(labels: Mapping[str, str]) -> JSON:
    """A closed choice.

    ``enumDescriptions`` is what editors show beside each name; the standard ignores it.
    """
    if not labels:
        return {"type": "string"}
    names = sorted(labels)
    return {"type": "string", "enum": names, "enumDescriptions": [labels[name] for name in names]}


def _list(items: JSON) -> JSON:
    return {"type": "array", "items": items}


def _mapping(fields: tuple[Field, ...], choices: Mapping[Vocabulary, JSON]) -> JSON:
    """A mapping, in which ``null`` is the same as a missing key."""
    values = {field.key: _field(field, choices) for field in fields}
    return {
        "type": "object",
        "properties": {
            field.key: values[field.key] if field.required else _nullable(values[field.key])
            for field in fields
        },
        "required": list(required_in(fields)),
        "additionalProperties": False,
    }


def _nullable(schema: JSON) -> JSON:
    nullable = {**schema, "type": [schema["type"], "null"]}
    for name, nothing in (("enum", None), ("enumDescriptions", "nothing")):
        values = schema.get(name)
        if isinstance(values, list):
            nullable[name] = [*values, nothing]
    return nullable
