"""From raw documents to entries: structure and everything that one entry can get wrong by itself."""

from collections.abc import Iterator
from sys import intern
from typing import NamedTuple

from build_tools.model.diagnostics import Finding
from build_tools.model.entry import Debate, DebatePosition, Entry, Link, Status
from build_tools.model.identifiers import (
    EntryId,
    KindKey,
    ReferenceKey,
    RelationKey,
    TopicKey,
    is_identifier,
)
from build_tools.model.source import Place, Pointer
from build_tools.model.text import EntryTexts, PackedReading
from build_tools.stages.prose.markdown import read_markdown
from build_tools.stages.prose.plain import read_prose
from build_tools.stages.prose.reading import Named, Reading
from build_tools.stages.rules import (
    empty_wiki_link,
    invalid_id,
    raw_html,
    remote_image,
    unsafe_url,
    unterminated_wiki_link,
    wrong_type,
)
from build_tools.stages.yaml.document import RawDocument, RawValue
from build_tools.stages.yaml.fields import Fields

__all__ = [
    "ENTRY_KEYS",
    "LINK_KEYS",
    "REQUIRED_KEYS",
    "Validated",
    "entry_id_of",
    "inspect_text",
    "prose_fields",
    "validate",
]

REQUIRED_KEYS = ("term", "topic", "kind", "definition")
ENTRY_KEYS = (
    *(
        "term",
        "aliases",
        "abbreviation",
        "topic",
        "kind",
        "definition",
        "body",
        "examples",
        "misconception",
    ),
    *("debate", "links", "sources", "status", "reviewed", "replaced_by", "former_ids"),
)
LINK_KEYS = ("relation", "target", "because", "sources")

_PROBLEMS = {
    "raw-html": raw_html.finding,
    "unsafe-url": unsafe_url.finding,
    "remote-image": remote_image.finding,
    "unterminated-wiki-link": unterminated_wiki_link.finding,
    "empty-wiki-link": empty_wiki_link.finding,
}


class Validated(NamedTuple):
    """What became of one document."""

    entry: Entry | None
    """``None`` when a required field is missing or unreadable."""
    named: tuple[Named, ...]
    texts: EntryTexts
    """The fields that :func:`prose_fields` reads, packed."""
    findings: tuple[Finding, ...]


def entry_id_of(path: str) -> str:
    """The id that a file's name says, checked or not."""
    return path.rsplit("/", 1)[-1].removesuffix(".yml").removesuffix(".yaml")


def validate(document: RawDocument) -> Validated:
    """Check the structure and the texts of one document."""
    findings: list[Finding] = []
    name = intern(entry_id_of(document.path))
    if not is_identifier(name):
        findings.append(invalid_id.finding(Place(document.path), name))
    fields = Fields(document.path, document.root, (), findings)
    fields.check_keys(ENTRY_KEYS, REQUIRED_KEYS)
    term, topic, kind, definition = (fields.text(key) for key in REQUIRED_KEYS)
    entry = Entry(
        id=EntryId(name),
        path=document.path,
        term=_label(term or ""),
        topic=TopicKey(intern(topic or "")),
        kind=KindKey(intern(kind or "")),
        definition=_one_line(definition or ""),
        aliases=tuple(map(_label, fields.texts("aliases"))),
        abbreviation=_label(fields.text("abbreviation") or "") or None,
        body=fields.text("body") or "",
        examples=fields.texts("examples"),
        misconception=fields.text("misconception"),
        debate=_debate(fields.mapping("debate")),
        links=_links(fields, document.root.get("links")),
        sources=_keys(fields, "sources"),
        status=_status(fields, findings),
        reviewed=fields.date("reviewed"),
        replaced_by=_entry_id(fields.text("replaced_by")),
        former_ids=_former_ids(fields, findings),
    )
    named: list[Named] = []
    readings = tuple(prose_fields(entry))
    for pointer, reading in readings:
        inspect_text(document.path, pointer, reading, named, findings)
    whole = bool(term and topic and kind and definition and is_identifier(name))
    texts = tuple(
        (pointer, PackedReading(reading.text, reading.headings)) for pointer, reading in readings
    )
    return Validated(entry if whole else None, tuple(named), texts, tuple(findings))


def prose_fields(entry: Entry) -> Iterator[tuple[Pointer, Reading]]:
    """Every text of an entry that may hold links, citations and mentions, in the page's order."""
    yield ("definition",), read_prose(entry.definition)
    yield ("body",), read_markdown(entry.body)
    for index, example in enumerate(entry.examples):
        yield ("examples", index), read_prose(example)
    if entry.misconception:
        yield ("misconception",), read_prose(entry.misconception)
    if entry.debate:
        yield ("debate", "question"), read_prose(entry.debate.question)
        for index, position in enumerate(entry.debate.positions):
            yield ("debate", "positions", index, "claim"), read_prose(position.claim)


def inspect_text(
    path: str, pointer: Pointer, reading: Reading, named: list[Named], findings: list[Finding]
) -> None:
    """Add the names that a text uses and what is wrong with it."""
    named += [
        Named(used.name, used.citation, pointer, used.start, used.end) for used in reading.names
    ]
    for problem in reading.problems:
        place = Place(path, pointer, start=problem.start, end=problem.end)
        findings.append(_PROBLEMS[problem.kind](place, problem.detail))


def _one_line(text: str) -> str:
    """Line breaks become spaces, one for one, so that offsets into the text stay true."""
    return text.replace("\n", " ") if "\n" in text else text


def _label(text: str) -> str:
    return " ".join(text.split())


def _entry_id(text: str | None) -> EntryId | None:
    return EntryId(text) if text else None


def _keys(fields: Fields, key: str) -> tuple[ReferenceKey, ...]:
    return tuple([ReferenceKey(intern(text)) for text in fields.texts(key)])


def _debate(fields: Fields | None) -> Debate | None:
    if fields is None:
        return None
    fields.check_keys(("question", "positions"), ("question", "positions"))
    positions = []
    for position in fields.mappings("positions"):
        position.check_keys(("claim", "sources"), ("claim",))
        claim = position.text("claim")
        if claim:
            positions.append(DebatePosition(claim, _keys(position, "sources")))
    return Debate(fields.text("question") or "", tuple(positions))


def _links(fields: Fields, raw: "RawValue | None") -> tuple[Link, ...]:
    """The typed links. A field at a time is read, and complained of, only where one is unusual."""
    ordinary = [_ordinary_link(item) for item in raw] if isinstance(raw, tuple) else [None]
    if None in ordinary:
        ordinary = [_link(item) for item in fields.mappings("links")]
    return tuple([link for link in ordinary if link])


def _ordinary_link(item: "RawValue") -> Link | None:
    """A link that is complete and without a mistake; ``None`` for any other."""
    if not isinstance(item, dict):
        return None
    relation, target, because = item.get("relation"), item.get("target"), item.get("because")
    if not (isinstance(relation, str) and isinstance(target, str) and isinstance(because, str)):
        return None
    relation, target, because = relation.rstrip(), target.rstrip(), because.rstrip()
    if not (relation and target and because):
        return None
    keys: tuple[ReferenceKey, ...] = ()
    if len(item) > 3:
        sources = item.get("sources")
        if len(item) > len(LINK_KEYS) or not isinstance(sources, tuple):
            return None
        keys = tuple(
            [
                ReferenceKey(intern(key.rstrip()))
                for key in sources
                if isinstance(key, str) and key.strip()
            ]
        )
        if len(keys) < len(sources):
            return None
    return Link(RelationKey(intern(relation)), EntryId(intern(target)), _one_line(because), keys)


def _link(fields: Fields) -> Link | None:
    fields.check_keys(LINK_KEYS, ("relation", "target"))
    relation, target = fields.text("relation"), fields.text("target")
    link = Link(
        RelationKey(relation or ""),
        EntryId(target or ""),
        _one_line(fields.text("because") or ""),
        _keys(fields, "sources"),
    )
    return link if relation and target else None


def _status(fields: Fields, findings: list[Finding]) -> Status:
    text = fields.text("status")
    if text is None:
        return Status.DRAFT
    try:
        return Status(text)
    except ValueError:
        findings.append(
            wrong_type.not_one_of(fields.place("status"), "status", text, tuple(Status))
        )
        return Status.DRAFT


def _former_ids(fields: Fields, findings: list[Finding]) -> tuple[EntryId, ...]:
    good = []
    for index, name in enumerate(fields.texts("former_ids")):
        if is_identifier(name):
            good.append(EntryId(name))
        else:
            findings.append(invalid_id.finding(Place(fields.path, ("former_ids", index)), name))
    return tuple(good)
