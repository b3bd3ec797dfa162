"""The schema that ``/data/glossary.json`` obeys."""

from collections.abc import Iterable, Iterator

from build_tools.model.entry import Status
from build_tools.model.fields import ENTRY_FIELDS, LINK_FIELDS, Field, Shape

__all__ = ["FORMAT", "JSON", "glossary_schema"]

FORMAT = 1
"""Version of the file's format; it rises when a reader of the old one would fail."""

JSON = dict[str, object]

_TEXT: JSON = {"type": "string"}
_FLAG: JSON = {"type": "boolean"}
_IDS: JSON = {"type": "array", "items": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"}}


def glossary_schema() -> JSON:
    """The JSON Schema (2020-12) of the data file."""
    topic: JSON = {
        "id": _TEXT,
        "label": _TEXT,
        "definition": _TEXT,
        "entries": {"type": "integer", "minimum": 0},
    }
    relation: JSON = {
        "id": _TEXT,
        "label": _TEXT,
        "inverse_label": _TEXT,
        "definition": _TEXT,
        "symmetric": _FLAG,
        "transitive": _FLAG,
        "acyclic": _FLAG,
    }
    document: JSON = {
        "$schema": _TEXT,
        "format": {"const": FORMAT},
        "name": _TEXT,
        "description": _TEXT,
        "url": _TEXT,
        "topics": _many(_object(topic)),
        "kinds": _many(_object({"id": _TEXT, "label": _TEXT, "definition": _TEXT})),
        "relations": _many(_object(relation)),
        "references": _many({"type": "object", "required": ["id", "type", "title"]}),
        "entries": _many(_object(dict(_entry()))),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A glossary with its entries, links and references",
        **_object(document),
    }


def _entry() -> Iterator[tuple[str, JSON]]:
    """An entry's fields, and what is derived of them."""
    yield from (("id", _TEXT), ("url", _TEXT))
    for field in ENTRY_FIELDS:
        if field.fields == LINK_FIELDS:
            yield "links", _many(_object(dict(_link("target"))))
            yield "linked_from", _many(_object(dict(_link("source"))))
            yield from (("mentions", _IDS), ("mentioned_in", _IDS))
        else:
            yield field.key, _field(field)
    yield "path", _TEXT


def _link(role: str) -> Iterator[tuple[str, JSON]]:
    """A link, from the end at which the other entry has the role."""
    for field in LINK_FIELDS:
        if field.key == "relation":
            yield from (("relation", _TEXT), ("label", _TEXT))
        elif field.key == "target":
            yield from ((role, _TEXT), (f"{role}_term", _TEXT))
        else:
            yield field.key, _field(field)


def _field(field: Field) -> JSON:
    """A field as it is exported; one that can have no value is there all the same."""
    match field.shape:
        case Shape.LABELS | Shape.PROSES | Shape.NAMES:
            return _many(_TEXT)
        case Shape.FORMER_IDS:
            return _IDS
        case Shape.STATUS:
            return {"enum": [status.value for status in Status]}
        case Shape.DATE:
            return {"anyOf": [{"type": "null"}, {"type": "string", "format": "date"}]}
        case Shape.RECORD:
            return {"anyOf": [{"type": "null"}, _record(field)]}
        case Shape.RECORDS:
            return _many(_record(field))
        case Shape.PARAGRAPH | Shape.MARKDOWN | Shape.REMARK:
            return _TEXT
        case _:
            return _TEXT if field.required else {"type": ["string", "null"]}


def _record(field: Field) -> JSON:
    return _object({inner.key: _field(inner) for inner in field.fields})


def _many(item: JSON) -> JSON:
    return {"type": "array", "items": item}


def _object(properties: JSON, optional: Iterable[str] = ()) -> JSON:
    required = [key for key in properties if key not in set(optional)]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }
