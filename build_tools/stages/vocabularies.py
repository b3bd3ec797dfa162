"""The vocabularies of a project: topics, kinds, relations, hidden labels (YAML) and references."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from build_tools.model.diagnostics import Finding
from build_tools.model.fields import (
    KIND_FIELDS,
    RELATION_FIELDS,
    TOPIC_FIELDS,
    Vocabulary,
    keys_of,
)
from build_tools.model.identifiers import (
    EntryId,
    KindKey,
    ReferenceKey,
    RelationKey,
    TopicKey,
    is_identifier,
)
from build_tools.model.project import Settings
from build_tools.model.source import Place, Pointer, SourceFile
from build_tools.model.vocabulary import (
    HIDDEN_LABELS,
    KINDS,
    REFERENCES,
    RELATIONS,
    TOPICS,
    Kind,
    Reference,
    Relation,
    Topic,
    Vocabularies,
)
from build_tools.stages.prose.reading import Reading
from build_tools.stages.references import read_references
from build_tools.stages.rules import invalid_id, invisible_character, missing_file, wrong_type
from build_tools.stages.texts import TextReader
from build_tools.stages.yaml.document import kind_of
from build_tools.stages.yaml.fields import Fields
from build_tools.stages.yaml.read import parse
from build_tools.stages.yaml.records import RecordReader

__all__ = ["read_vocabularies", "vocabulary_texts"]

_REQUIRED_FILES = (TOPICS, KINDS)

_TOPIC, _KIND, _RELATION = map(RecordReader, (TOPIC_FIELDS, KIND_FIELDS, RELATION_FIELDS))
_TOPIC_TEXTS, _KIND_TEXTS, _RELATION_TEXTS = map(
    TextReader, (TOPIC_FIELDS, KIND_FIELDS, RELATION_FIELDS)
)

T = TypeVar("T")


def read_vocabularies(
    folder: str, sources: Mapping[str, SourceFile], unread: Iterable[Vocabulary] = ()
) -> tuple[Vocabularies, tuple[Finding, ...]]:
    """Read all of them.

    A missing file of topics or kinds is a finding; without any other file there are none of its kind.

    Args:
        folder: the glossary's, relative to the project.
        sources: what was read, by path.
        unread: what is known to lie where nothing reads it, so that it is not missed as well.
    """
    path_of = Settings(glossary=folder).path_of
    findings: list[Finding] = []
    unread = set(unread)

    def table(name: str, names: Vocabulary, read: Callable[[str, Fields], T]) -> dict[str, T]:
        path = path_of(name)
        found: dict[str, T] | None = {}
        if path in sources:
            found = _table(sources[path], read, findings)
        elif name in _REQUIRED_FILES:
            found = None
            if names not in unread:  # else what is wrong is said already
                findings.append(missing_file.finding(path))
        if found is None:
            unread.add(names)
        return found or {}

    topics = table(TOPICS, Vocabulary.TOPICS, _topic)
    kinds = table(KINDS, Vocabulary.KINDS, _kind)
    relations = table(RELATIONS, Vocabulary.RELATIONS, _relation)
    references: dict[ReferenceKey, Reference] | None = {}
    if path_of(REFERENCES) in sources:
        references = read_references(sources[path_of(REFERENCES)], findings)
    if references is None:
        unread.add(Vocabulary.REFERENCES)
    hidden = sources.get(path_of(HIDDEN_LABELS))
    vocabularies = Vocabularies(
        topics={TopicKey(key): value for key, value in topics.items()},
        kinds={KindKey(key): value for key, value in kinds.items()},
        relations={RelationKey(key): value for key, value in relations.items()},
        references=references or {},
        hidden_labels=_hidden_labels(hidden, findings) if hidden else {},
        unread=frozenset(unread),
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
    labels = {EntryId(key): fields.texts(key) for key in root}
    for key, texts in labels.items():
        for index, text in fields.numbered(key, texts):
            findings += invisible_character.findings(Place(source.path, (key, index)), key, text)
    return labels


def _table(
    source: SourceFile, read: Callable[[str, Fields], T], findings: list[Finding]
) -> dict[str, T] | None:
    """The records of a file by their keys; ``None`` when it cannot be read."""
    document, parse_findings = parse(source)
    findings += parse_findings
    if document is None:
        return None
    table: dict[str, T] = {}
    for key, value in document.root.items():
        place = Place(source.path, (key,), "key")
        if not is_identifier(key):
            findings.append(invalid_id.finding(place, key))
        elif isinstance(value, dict):
            table[key] = read(key, Fields(source.path, value, (key,), findings))
        else:
            wanted = "a mapping with 'label' and 'definition'"
            findings.append(wrong_type.finding(place, key, wanted, kind_of(value)))
            table[key] = read(key, Fields(source.path, {}, (key,), []))  # the name is known
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
