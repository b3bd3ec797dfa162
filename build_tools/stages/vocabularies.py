"""The vocabularies of a project: topics, kinds, relations, hidden labels (YAML) and references."""

import json
import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar

from build_tools.model.diagnostics import Finding
from build_tools.model.fields import KIND_FIELDS, RELATION_FIELDS, TOPIC_FIELDS, keys_of
from build_tools.model.identifiers import (
    EntryId,
    KindKey,
    ReferenceKey,
    RelationKey,
    TopicKey,
    is_identifier,
    is_reference_key,
)
from build_tools.model.source import Place, Pointer, SourceFile, Span
from build_tools.model.vocabulary import (
    HIDDEN_LABELS,
    KINDS,
    REFERENCES,
    RELATIONS,
    TOPICS,
    Kind,
    Name,
    Reference,
    Relation,
    Topic,
    Vocabularies,
)
from build_tools.stages.prose.reading import Reading
from build_tools.stages.prose.urls import is_safe_url
from build_tools.stages.rules import (
    duplicate_key,
    invalid_id,
    json_syntax,
    missing_file,
    reference_incomplete,
    unsafe_url,
    wrong_type,
)
from build_tools.stages.texts import TextReader
from build_tools.stages.words.characters import FORBIDDEN, without_forbidden
from build_tools.stages.yaml.document import kind_of
from build_tools.stages.yaml.fields import Fields
from build_tools.stages.yaml.read import parse, text_of
from build_tools.stages.yaml.records import RecordReader

__all__ = ["read_vocabularies", "vocabulary_texts"]

_REQUIRED_FILES = (TOPICS, KINDS)

_TOPIC, _KIND, _RELATION = map(RecordReader, (TOPIC_FIELDS, KIND_FIELDS, RELATION_FIELDS))
_TOPIC_TEXTS, _KIND_TEXTS, _RELATION_TEXTS = map(
    TextReader, (TOPIC_FIELDS, KIND_FIELDS, RELATION_FIELDS)
)
_ARXIV = re.compile(
    r"(?:arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\Z", re.IGNORECASE
)
_DOI = re.compile(r"10\.\d{4,9}/\S+\Z")

LATEST_YEAR = 99_999
"""A number beyond it is a mistake, and more than programs can count on to read from JSON."""

T = TypeVar("T")


def read_vocabularies(
    folder: str, sources: Mapping[str, SourceFile]
) -> tuple[Vocabularies, tuple[Finding, ...]]:
    """Read all from ``sources`` (by path); ``folder`` is the glossary's, relative to the project.

    A missing file of topics or kinds is a finding; without any other file there are none of its kind.
    """
    findings = [
        missing_file.finding(f"{folder}/{name}")
        for name in _REQUIRED_FILES
        if f"{folder}/{name}" not in sources
    ]

    def table(name: str, read: Callable[[str, Fields], T]) -> dict[str, T]:
        source = sources.get(f"{folder}/{name}")
        return _table(source, read, findings) if source else {}

    topics = table(TOPICS, _topic)
    kinds = table(KINDS, _kind)
    relations = table(RELATIONS, _relation)
    references = sources.get(f"{folder}/{REFERENCES}")
    hidden = sources.get(f"{folder}/{HIDDEN_LABELS}")
    vocabularies = Vocabularies(
        topics={TopicKey(key): value for key, value in topics.items()},
        kinds={KindKey(key): value for key, value in kinds.items()},
        relations={RelationKey(key): value for key, value in relations.items()},
        references=_references(references, findings) if references else {},
        hidden_labels=_hidden_labels(hidden, findings) if hidden else {},
    )
    return vocabularies, tuple(findings)


def vocabulary_texts(vocabularies: Vocabularies) -> Iterator[tuple[str, Pointer, Reading]]:
    """Every text of topics, kinds and relations that may hold links and citations.

    Each comes with the name of its file and its place there.
    """
    for name, reader, records in (
        (TOPICS, _TOPIC_TEXTS, vocabularies.topics),
        (KINDS, _KIND_TEXTS, vocabularies.kinds),
        (RELATIONS, _RELATION_TEXTS, vocabularies.relations),
    ):
        for key, record in records.items():
            for pointer, reading in reader.texts_in(record, (key,)):
                yield name, pointer, reading


def _hidden_labels(source: SourceFile, findings: list[Finding]) -> dict[EntryId, tuple[str, ...]]:
    document, parse_findings = parse(source)
    findings += parse_findings
    root = document.root if document else {}
    fields = Fields(source.path, root, (), findings)
    return {EntryId(key): fields.texts(key) for key in root}


def _table(
    source: SourceFile, read: Callable[[str, Fields], T], findings: list[Finding]
) -> dict[str, T]:
    document, parse_findings = parse(source)
    findings += parse_findings
    table: dict[str, T] = {}
    for key, value in document.root.items() if document else ():
        place = Place(source.path, (key,), "key")
        if not is_identifier(key):
            findings.append(invalid_id.finding(place, key))
        elif not isinstance(value, dict):
            findings.append(
                wrong_type.finding(
                    place, key, "a mapping with 'label' and 'definition'", kind_of(value)
                )
            )
        else:
            table[key] = read(key, Fields(source.path, value, (key,), findings))
    return table


def _topic(key: str, fields: Fields) -> Topic:
    label, definition, story, colour = _TOPIC.values(fields)
    return Topic(TopicKey(key), label or key, definition, story, colour)


def _kind(key: str, fields: Fields) -> Kind:
    label, definition = _KIND.values(fields)
    return Kind(KindKey(key), label or key, definition)


def _relation(key: str, fields: Fields) -> Relation:
    values = dict(zip(keys_of(RELATION_FIELDS), _RELATION.values(fields), strict=True))
    label = values["label"] or key
    inverse = values["inverse_label"] or f"{label} (inverse)"
    symmetric, transitive, acyclic, hierarchical, associative = (
        values[name]
        for name in ("symmetric", "transitive", "acyclic", "hierarchical", "associative")
    )
    return Relation(
        RelationKey(key),
        label,
        label if symmetric else inverse,
        values["definition"],
        bool(symmetric),
        bool(transitive),
        bool(acyclic),
        hierarchical=bool(transitive and acyclic) if hierarchical is None else hierarchical,
        associative=bool(symmetric) if associative is None else associative,
        colour=values["colour"],
        skos=values["skos"],
    )


def _references(source: SourceFile, findings: list[Finding]) -> dict[ReferenceKey, Reference]:
    path = source.path
    content = text_of(source)
    if isinstance(content, Finding):
        findings.append(content)
        return {}
    try:
        items = json.loads(content)
    except json.JSONDecodeError as error:
        where = Span(error.lineno, error.colno, error.lineno, error.colno + 1)
        findings.append(json_syntax.finding((path, where), error.msg[:1].lower() + error.msg[1:]))
        return {}
    except RecursionError:
        findings.append(json_syntax.finding((path, Span()), "nested too deeply"))
        return {}
    except ValueError:
        findings.append(json_syntax.finding((path, Span()), "a number has too many digits"))
        return {}
    if not isinstance(items, list):
        findings.append(json_syntax.finding((path, Span()), "expected a list of items"))
        return {}
    references: dict[ReferenceKey, Reference] = {}
    for index, item in enumerate(items):
        key = item.get("id") if isinstance(item, dict) else None
        if not isinstance(key, str) or not is_reference_key(key) or FORBIDDEN.search(key):
            problem = "an item needs an 'id' without spaces, brackets, quotation marks and the like"
            findings.append(json_syntax.finding(Place(path, (index, "id")), problem))
        elif key in references:
            findings.append(duplicate_key.again(Place(path, (index, "id")), key))
        else:
            references[ReferenceKey(key)] = _reference(
                path, index, ReferenceKey(key), item, findings
            )
    return references


def _reference(
    path: str, index: int, key: ReferenceKey, item: Mapping[str, Any], findings: list[Finding]
) -> Reference:
    def text(name: str) -> str:
        value = item.get(name)
        if value is None:  # more often than not
            return ""
        good = value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
        return without_forbidden(good)

    year, doi = _year(item), text("DOI")
    reference = Reference(
        key,
        type=text("type"),
        title=text("title"),
        authors=_names(item.get("author")) or _names(item.get("editor")),
        year=year,
        container=text("container-title"),
        publisher=text("publisher"),
        volume=text("volume"),
        issue=text("issue"),
        pages=text("page"),
        doi=doi if _DOI.match(doi) else "",
        arxiv=_arxiv(item),
        url=text("URL"),
        edition=text("edition"),
    )
    missing = tuple(
        name
        for name, value in (
            ("title", reference.title),
            ("author", reference.authors),
            ("year", year),
        )
        if not value
    )
    if missing:
        findings.append(reference_incomplete.finding(Place(path, (index,)), key, missing))
    if not is_safe_url(reference.url):
        findings.append(unsafe_url.finding(Place(path, (index, "URL")), reference.url))
    return reference


def _year(item: Mapping[str, Any]) -> int | None:
    issued = item.get("issued")
    try:
        year = int(issued["date-parts"][0][0])  # type: ignore[index]  # anything may stand there
    except (TypeError, KeyError, IndexError, ValueError, OverflowError):
        return None
    return year if abs(year) <= LATEST_YEAR else None


def _names(value: object) -> tuple[Name, ...]:
    if not isinstance(value, list):
        return ()
    names = []
    for item in value:
        if isinstance(item, dict):
            parts = (item.get("family"), item.get("given"), item.get("literal"))
            family, given, literal = (
                without_forbidden(part) if isinstance(part, str) else "" for part in parts
            )
            particle = item.get("non-dropping-particle")
            if isinstance(particle, str) and particle:
                family = f"{particle} {family}"
            if family or literal:
                names.append(Name(family, given, literal))
    return tuple(names)


def _arxiv(item: Mapping[str, Any]) -> str:
    for name in ("archive_location", "number"):
        value = item.get(name)
        match = _ARXIV.match(value) if isinstance(value, str) else None
        if match and str(item.get("archive", "arXiv")).lower() == "arxiv":
            return match[1]
    return ""
