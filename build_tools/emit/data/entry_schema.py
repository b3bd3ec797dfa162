"""``/data/entry.schema.json``: what editors need to complete and check an entry while it is typed."""

import json
from collections.abc import Iterable, Mapping

from build_tools.emit.parts.context import Context
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Status
from build_tools.stages.validate import ENTRY_KEYS, LINK_KEYS, REQUIRED_KEYS

__all__ = ["entry_schema", "entry_schema_file"]

JSON = dict[str, object]


def entry_schema_file(context: Context) -> Iterable[Artifact]:
    """The schema as a file."""
    text = json.dumps(entry_schema(context), ensure_ascii=False)
    yield Artifact("data/entry.schema.json", (text.encode() + b"\n",))


def entry_schema(context: Context) -> JSON:
    """A JSON Schema (draft 7, which every editor knows) that enumerates the project's names."""
    vocabularies = context.site.vocabularies
    entry_ids = _names({entry.id: entry.term for entry in context.site.entries.values()})
    topics = _names({topic.key: topic.label for topic in vocabularies.topics.values()})
    kinds = _names({kind.key: kind.label for kind in vocabularies.kinds.values()})
    relations = _names(
        {item.key: item.definition or item.label for item in vocabularies.relations.values()}
    )
    references = _names(
        {
            item.key: f"{item.title} ({item.year or 'undated'})"
            for item in vocabularies.references.values()
        }
    )
    identifier: JSON = {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}
    sources = _list(references, "Keys of references.json")
    link: dict[str, JSON] = {
        "relation": {**relations, "description": "How this entry bears on the target"},
        "target": {**entry_ids, "description": "The id of the other entry"},
        "because": _text("One sentence that gives the reason"),
        "sources": sources,
    }
    position: dict[str, JSON] = {
        "claim": _text("Said so that its holders would accept it"),
        "sources": sources,
    }
    properties: dict[str, JSON] = {
        "term": _text("Preferred label"),
        "aliases": _list(_text("Another name"), "Alternative labels; abbreviations too"),
        "abbreviation": _text("Shown beside the term"),
        "topic": {**topics, "description": "The subject it is shelved under"},
        "kind": {**kinds, "description": "What sort of thing it is"},
        "definition": _text("One or two sentences, complete in themselves"),
        "body": _text("Markdown with [[id]] links and [@key] citations"),
        "examples": _list(_text("A concrete example"), "Concrete examples"),
        "misconception": _text("What people get wrong, and what is right"),
        "debate": _mapping(
            {
                "question": _text("What experts disagree on"),
                "positions": _list(_mapping(position, ("claim",)), "Each side"),
            },
            ("question", "positions"),
        ),
        "links": _list(
            _mapping({key: link[key] for key in LINK_KEYS}, ("relation", "target")),
            "Typed links, stated once",
        ),
        "sources": sources,
        "status": {
            "type": "string",
            "enum": [status.value for status in Status],
            "description": "How far the entry has come",
        },
        "reviewed": {
            "type": "string",
            "format": "date",
            "description": "Day of the last review, YYYY-MM-DD",
        },
        "replaced_by": {**entry_ids, "description": "For deprecated entries: what to read instead"},
        "former_ids": _list(identifier, "Ids it had before; each keeps a redirect"),
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": f"An entry of {context.site.project.name}",
        **_mapping({key: properties[key] for key in ENTRY_KEYS}, REQUIRED_KEYS),
        "if": {"properties": {"status": {"const": "deprecated"}}, "required": ["status"]},
        "then": {"required": ["replaced_by"]},
    }


def _text(description: str) -> JSON:
    return {"type": "string", "minLength": 1, "description": description}


def _names(labels: dict[str, str]) -> JSON:
    """A closed choice.

    ``enumDescriptions`` is what editors show beside each name; the standard ignores it.
    """
    if not labels:
        return {"type": "string"}
    names = sorted(labels)
    return {"type": "string", "enum": names, "enumDescriptions": [labels[name] for name in names]}


def _list(items: JSON, description: str) -> JSON:
    return {"type": "array", "items": items, "description": description}


def _mapping(properties: Mapping[str, JSON], required: Iterable[str]) -> JSON:
    """A mapping, in which ``null`` is the same as a missing key."""
    names = list(required)
    return {
        "type": "object",
        "properties": {
            key: value if key in names else _nullable(value) for key, value in properties.items()
        },
        "required": names,
        "additionalProperties": False,
    }


def _nullable(schema: JSON) -> JSON:
    nullable = {**schema, "type": [schema["type"], "null"]}
    for name, nothing in (("enum", None), ("enumDescriptions", "nothing")):
        values = schema.get(name)
        if isinstance(values, list):
            nullable[name] = [*values, nothing]
    return nullable
