"""``/data/glossary.json``: the public data file, and the schema that it obeys."""

import json
from collections.abc import Iterable, Iterator

from build_tools.emit.context import Context
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Entry
from build_tools.model.glossary import Site
from build_tools.model.vocabulary import Name, Reference

__all__ = ["entry_value", "glossary_json", "glossary_schema", "reference_value"]

FORMAT = 1
"""Version of the file's format; it rises when a reader of the old one would fail."""

JSON = dict[str, object]


def glossary_json(context: Context) -> Iterable[Artifact]:
    """The data file and its schema."""
    yield Artifact("data/glossary.json", _pieces(context))
    yield Artifact(
        "data/glossary.schema.json", (json.dumps(glossary_schema(), indent=1).encode() + b"\n",)
    )


def _pieces(context: Context) -> Iterator[bytes]:
    """One entry a piece, one entry a line."""
    site = context.site
    vocabularies = site.vocabularies
    head: JSON = {
        "$schema": "glossary.schema.json",
        "format": FORMAT,
        "name": site.project.name,
        "description": site.project.description,
        "url": site.project.url,
        "topics": [
            {
                "id": topic.key,
                "label": topic.label,
                "definition": topic.definition,
                "entries": len(site.topic_entries[topic.key]),
            }
            for topic in vocabularies.topics.values()
        ],
        "kinds": [
            {"id": kind.key, "label": kind.label, "definition": kind.definition}
            for kind in vocabularies.kinds.values()
        ],
        "relations": [
            {
                "id": relation.key,
                "label": relation.label,
                "inverse_label": relation.inverse_label,
                "definition": relation.definition,
                "symmetric": relation.symmetric,
                "transitive": relation.transitive,
                "acyclic": relation.acyclic,
            }
            for relation in vocabularies.relations.values()
        ],
    }
    yield _dump(head)[:-1].encode() + b',\n"references": [\n'
    yield from _lines(
        _dump(reference_value(reference)) for reference in vocabularies.references.values()
    )
    yield b'],\n"entries": [\n'
    yield from _lines(_dump(entry_value(site, entry)) for entry in site.entries.values())
    yield b"]}\n"


def _lines(items: Iterable[str]) -> Iterator[bytes]:
    separator = ""
    for item in items:
        yield f"{separator}{item}".encode()
        separator = ",\n"
    yield b"\n"


_dump = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def entry_value(site: Site, entry: Entry) -> JSON:
    """One entry: what its file says, and what was derived from the others."""
    value: JSON = {
        "id": entry.id,
        "url": f"terms/{entry.id}/",
        "term": entry.term,
        "aliases": entry.aliases,
        "abbreviation": entry.abbreviation,
        "topic": entry.topic,
        "kind": entry.kind,
        "definition": entry.definition,
        "body": entry.body,
        "examples": entry.examples,
        "misconception": entry.misconception,
        "debate": None,
        "links": [],
        "linked_from": [],
        "mentions": site.mentions[entry.id],
        "mentioned_in": site.mentioned_in[entry.id],
        "sources": entry.sources,
        "status": entry.status.value,
        "reviewed": entry.reviewed.isoformat() if entry.reviewed else None,
        "replaced_by": entry.replaced_by,
        "former_ids": entry.former_ids,
        "path": entry.path,
    }
    if entry.debate:
        positions = [
            {"claim": position.claim, "sources": position.sources}
            for position in entry.debate.positions
        ]
        value["debate"] = {"question": entry.debate.question, "positions": positions}
    relations = site.vocabularies.relations
    value["links"] = [
        {
            "relation": link.relation,
            "label": relations[link.relation].label,
            "target": link.target,
            "target_term": site.entries[link.target].term,
            "because": link.because,
            "sources": link.sources,
        }
        for link in entry.links
    ]
    stated = {(link.relation, link.target) for link in entry.links}
    value["linked_from"] = [
        {
            "relation": connection.relation,
            "label": relations[connection.relation].inverse_label,
            "source": connection.other,
            "source_term": site.entries[connection.other].term,
            "because": connection.because,
            "sources": connection.sources,
        }
        for connection in site.linked.connections[entry.id]
        if connection.inverse or (connection.relation, connection.other) not in stated
    ]
    return value


def reference_value(reference: Reference) -> JSON:
    """A reference as CSL-JSON."""
    value: JSON = {
        "id": reference.key,
        "type": reference.type or "document",
        "title": reference.title,
    }
    if reference.authors:
        value["author"] = [_name(person) for person in reference.authors]
    if reference.year:
        value["issued"] = {"date-parts": [[reference.year]]}
    extra = {
        "container-title": reference.container,
        "publisher": reference.publisher,
        "volume": reference.volume,
        "issue": reference.issue,
        "page": reference.pages,
        "edition": reference.edition,
        "DOI": reference.doi,
        "URL": reference.url,
    }
    value |= {key: text for key, text in extra.items() if text}
    if reference.arxiv:
        value |= {"archive": "arXiv", "archive_location": reference.arxiv}
    return value


def _name(person: Name) -> JSON:
    if person.literal:
        return {"literal": person.literal}
    return (
        {"family": person.family, "given": person.given}
        if person.given
        else {"family": person.family}
    )


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
