"""``/data/glossary.json``: the public data file."""

import json
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from json.encoder import encode_basestring as _text

from build_tools.emit.context import Context
from build_tools.emit.glossary_schema import FORMAT, JSON, glossary_schema
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Debate, Entry
from build_tools.model.glossary import Site
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
    yield _dump(head)[:-1].encode() + b',\n"references": [\n'
    yield from _lines(
        _dump(reference_value(reference)) for reference in vocabularies.references.values()
    )
    yield b'],\n"entries": [\n'
    links = _Links(site)
    yield from _lines(_entry(site, entry, links) for entry in site.entries.values())
    yield b"]}\n"


def _lines(items: Iterable[str]) -> Iterator[bytes]:
    """Items of a list, one a line, so many at a time that few are written."""
    rest = iter(items)
    separator = ""
    while some := list(islice(rest, MOST_LINES)):
        yield (separator + ",\n".join(some)).encode()
        separator = ",\n"
    yield b"\n"


MOST_LINES = 64


_dump = json.JSONEncoder(ensure_ascii=False, check_circular=False).encode


def _texts(items: Iterable[str]) -> str:
    return f"[{', '.join(map(_text, items))}]"


def _ids(items: Iterable[str]) -> str:
    """A list of ids, in which nothing needs escaping."""
    joined = '", "'.join(items)
    return f'["{joined}"]' if joined else "[]"


def _maybe(text: str | None) -> str:
    return "null" if text is None else _text(text)


class _Links:
    """The typed links of entries as JSON: what is the same for many of them is written once.

    A large glossary has ten ends of links to an entry.
    """

    def __init__(self, site: Site) -> None:
        self._connections = site.linked.connections
        self._ids = tuple(f'"{name}"' for name in site.entries)
        self._relations: dict[tuple[str, bool], str] = {}
        for key, relation in site.vocabularies.relations.items():
            for inverse, label in ((False, relation.label), (True, relation.inverse_label)):
                text = f'"relation": {_text(key)}, "label": {_text(label)}'
                self._relations[key, inverse] = text
        self._stated, self._derived = (
            {
                name: f'"{role}": "{name}", "{role}_term": {_text(entry.term)}'
                for name, entry in site.entries.items()
            }
            for role in ("target", "source")
        )

    def named(self, ranks: Sequence[int]) -> str:
        """Ids by rank, as a list."""
        return f"[{', '.join(map(self._ids.__getitem__, ranks))}]"

    def stated(self, entry: Entry) -> str:
        """The links that an entry states."""
        return ", ".join(
            [
                f'{{{self._relations[relation, False]}, {self._stated[target]}, "because": {_text(because)}, '
                f'"sources": {_texts(sources)}}}'
                for relation, target, because, sources in entry.links
            ]
        )

    def derived(self, entry: Entry) -> str:
        """The links that others state."""
        stated = {(link.relation, link.target) for link in entry.links}
        return ", ".join(
            [
                f'{{{self._relations[relation, True]}, {self._derived[other]}, "because": {_text(because)}, '
                f'"sources": {_texts(sources)}}}'
                for relation, inverse, other, because, sources in self._connections[entry.id]
                if inverse or (relation, other) not in stated
            ]
        )


def _entry(site: Site, entry: Entry, links: _Links) -> str:
    """One entry: what its file says, and what was derived from the others.

    Written without a dictionary to encode, which would take two thirds more time.
    """
    name = entry.id
    return (
        f'{{"id": "{name}", "url": "terms/{name}/", "term": {_text(entry.term)}, '
        f'"aliases": {_texts(entry.aliases)}, "abbreviation": {_maybe(entry.abbreviation)}, '
        f'"topic": "{entry.topic}", "kind": "{entry.kind}", "definition": {_text(entry.definition)}, '
        f'"body": {_text(entry.body)}, "examples": {_texts(entry.examples)}, '
        f'"misconception": {_maybe(entry.misconception)}, "debate": {_debate(entry.debate)}, '
        f'"links": [{links.stated(entry)}], "linked_from": [{links.derived(entry)}], '
        f'"mentions": {links.named(site.mentions[name])}, '
        f'"mentioned_in": {links.named(site.mentioned_in[name])}, '
        f'"sources": {_texts(entry.sources)}, "status": "{entry.status}", '
        f'"reviewed": {_maybe(entry.reviewed.isoformat() if entry.reviewed else None)}, '
        f'"replaced_by": {_maybe(entry.replaced_by)}, "former_ids": {_ids(entry.former_ids)}, '
        f'"path": {_text(entry.path)}}}'
    )


def _debate(debate: Debate | None) -> str:
    if debate is None:
        return "null"
    positions = [
        {"claim": position.claim, "sources": position.sources} for position in debate.positions
    ]
    return _dump({"question": debate.question, "positions": positions})


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
