"""The schema that ``/data/glossary.json`` obeys."""

from collections.abc import Iterable

__all__ = ["FORMAT", "JSON", "glossary_schema"]

FORMAT = 1
"""Version of the file's format; it rises when a reader of the old one would fail."""

JSON = dict[str, object]


def _object(properties: JSON, optional: Iterable[str] = ()) -> JSON:
    required = [key for key in properties if key not in set(optional)]
    return {
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": False,
    }


def glossary_schema() -> JSON:
    """The JSON Schema (2020-12) of the data file."""
    text: JSON = {"type": "string"}
    maybe: JSON = {"type": ["string", "null"]}
    flag: JSON = {"type": "boolean"}
    ids: JSON = {
        "type": "array",
        "items": {"type": "string", "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$"},
    }
    texts: JSON = {"type": "array", "items": text}

    def many(item: JSON) -> JSON:
        return {"type": "array", "items": item}

    link: JSON = {
        "relation": text,
        "label": text,
        "target": text,
        "target_term": text,
        "because": text,
        "sources": texts,
    }
    back: JSON = {
        "relation": text,
        "label": text,
        "source": text,
        "source_term": text,
        "because": text,
        "sources": texts,
    }
    debate = _object(
        {"question": text, "positions": many(_object({"claim": text, "sources": texts}))}
    )
    entry: JSON = {
        "id": text,
        "url": text,
        "term": text,
        "aliases": texts,
        "abbreviation": maybe,
        "topic": text,
        "kind": text,
        "definition": text,
        "body": text,
        "examples": texts,
        "misconception": maybe,
        "debate": {"anyOf": [{"type": "null"}, debate]},
        "links": many(_object(link)),
        "linked_from": many(_object(back)),
        "mentions": ids,
        "mentioned_in": ids,
        "sources": texts,
        "status": {"enum": ["draft", "reviewed", "deprecated"]},
        "reviewed": {"anyOf": [{"type": "null"}, {"type": "string", "format": "date"}]},
        "replaced_by": maybe,
        "former_ids": ids,
        "path": text,
    }
    topic = _object(
        {
            "id": text,
            "label": text,
            "definition": text,
            "entries": {"type": "integer", "minimum": 0},
        }
    )
    relation: JSON = {
        "id": text,
        "label": text,
        "inverse_label": text,
        "definition": text,
        "symmetric": flag,
        "transitive": flag,
        "acyclic": flag,
    }
    document: JSON = {
        "$schema": text,
        "format": {"const": FORMAT},
        "name": text,
        "description": text,
        "url": text,
        "topics": many(topic),
        "kinds": many(_object({"id": text, "label": text, "definition": text})),
        "relations": many(_object(relation)),
        "references": many({"type": "object", "required": ["id", "type", "title"]}),
        "entries": many(_object(entry)),
    }
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A glossary with its entries, links and references",
        **_object(document),
    }
