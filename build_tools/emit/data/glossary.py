"""``/data/glossary.json``: the public data file."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from orjson import dumps

from build_tools.emit.data.glossary_schema import FORMAT, JSON, glossary_schema
from build_tools.emit.data.json_lines import json_lines
from build_tools.emit.parts.context import Context
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Entry
from build_tools.model.fields import ENTRY_FIELDS, Field, Shape
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId, ReferenceKey, RelationKey
from build_tools.model.vocabulary import Name, Reference

__all__ = ["glossary_json", "reference_value"]


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
    yield dumps(head)[:-1] + b',\n"references":[\n'
    yield from json_lines(map(reference_value, vocabularies.references.values()))
    yield b'],\n"entries":[\n'
    names = _Names(site)
    yield from json_lines(_entry(site, entry, names) for entry in site.entries.values())
    yield b"]}\n"


class _Names:
    """What entries are called, where another one speaks of them."""

    def __init__(self, site: Site) -> None:
        self.connections = site.linked.connections
        self.ids = tuple(site.entries)
        self.terms = {name: entry.term for name, entry in site.entries.items()}
        self.relations = {
            (key, inverse): label
            for key, relation in site.vocabularies.relations.items()
            for inverse, label in ((False, relation.label), (True, relation.inverse_label))
        }

    def named(self, ranks: Sequence[int]) -> list[EntryId]:
        """Ids by rank."""
        ids = self.ids
        return [ids[rank] for rank in ranks]

    def stated(self, entry: Entry) -> list[JSON]:
        """The links that an entry states."""
        return [
            self._link("target", (relation, False), target, because, sources)
            for relation, target, because, sources in entry.links
        ]

    def derived(self, entry: Entry) -> list[JSON]:
        """The links that others state."""
        stated = {(link.relation, link.target) for link in entry.links}
        return [
            self._link("source", (relation, True), other, because, sources)
            for relation, inverse, other, because, sources in self.connections[entry.id]
            if inverse or (relation, other) not in stated
        ]

    def _link(
        self,
        role: str,
        relation: tuple[RelationKey, bool],
        other: EntryId,
        because: str,
        sources: Sequence[ReferenceKey],
    ) -> JSON:
        """A link, from the end at which ``other`` has the role."""
        return {
            "relation": relation[0],
            "label": self.relations[relation],
            role: other,
            f"{role}_term": self.terms[other],
            "because": because,
            "sources": sources,
        }


def _entry(site: Site, entry: Entry, names: _Names) -> JSON:
    """One entry: what its file says, and what was derived from the others."""
    name = entry.id
    value: JSON = {"id": name, "url": f"terms/{name}/"}
    for key, export in _EXPORTED:
        if export is None:
            value[key] = getattr(entry, key)
        elif key == "links":
            value["links"] = names.stated(entry)
            value["linked_from"] = names.derived(entry)
            value["mentions"] = names.named(site.mentions[name])
            value["mentioned_in"] = names.named(site.mentioned_in[name])
        else:
            value[key] = export(getattr(entry, key))
    value["path"] = entry.path
    return value


def _exporter(field: Field) -> Callable[[Any], Any] | None:
    """What makes JSON of a field's value; ``None`` where orjson can do it."""
    if not field.fields:
        return None
    inner = [(item.key, _exporter(item)) for item in field.fields]

    def mapping(record: Any) -> Any:
        return record and {
            key: export(getattr(record, key)) if export else getattr(record, key)
            for key, export in inner
        }

    return mapping if field.shape is Shape.RECORD else lambda records: [*map(mapping, records)]


_EXPORTED = tuple((field.key, _exporter(field)) for field in ENTRY_FIELDS)


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
