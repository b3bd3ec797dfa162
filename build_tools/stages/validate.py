"""From raw documents to entries: structure and everything that one entry can get wrong by itself."""

from operator import attrgetter, itemgetter
from sys import intern
from typing import NamedTuple

from build_tools.model.diagnostics import Finding
from build_tools.model.entry import Entry
from build_tools.model.fields import ENTRY_FIELDS, keys_of, required_in
from build_tools.model.identifiers import EntryId, is_identifier
from build_tools.model.source import Place
from build_tools.model.text import EntryTexts, Named, PackedReading
from build_tools.stages.rules import invalid_id
from build_tools.stages.texts import TextReader, inspect_text
from build_tools.stages.yaml.document import RawDocument
from build_tools.stages.yaml.fields import Fields
from build_tools.stages.yaml.records import RecordReader

__all__ = ["ENTRY_TEXTS", "Validated", "entry_id_of", "validate"]

_READER = RecordReader(ENTRY_FIELDS)
_required_values = attrgetter(*required_in(ENTRY_FIELDS))
_in_order = itemgetter(
    *(keys_of(ENTRY_FIELDS).index(name) for name in Entry._fields if name not in ("id", "path"))
)
"""The values of the table, in the order of an entry's attributes."""
ENTRY_TEXTS = TextReader(ENTRY_FIELDS)


class Validated(NamedTuple):
    """What became of one document."""

    entry: Entry | None
    """``None`` when a required field is missing or unreadable."""
    named: tuple[Named, ...]
    texts: EntryTexts
    findings: tuple[Finding, ...]


def entry_id_of(path: str) -> str:
    """The id that a file's name says, checked or not."""
    return path.rsplit("/", 1)[-1].removesuffix(".yml").removesuffix(".yaml")


def validate(document: RawDocument) -> Validated:
    """Check the structure and the texts of one document."""
    path = document.path
    findings: list[Finding] = []
    name = EntryId(intern(entry_id_of(path)))
    whole = is_identifier(name)
    if not whole:
        findings.append(invalid_id.finding(Place(path), name))
    values = _READER.values(Fields(path, document.root, (), findings))
    entry = Entry(name, path, *_in_order(values))
    named: list[Named] = []
    texts = []
    for pointer, reading in ENTRY_TEXTS.texts_in(entry):
        if reading.names or reading.problems:
            inspect_text(path, pointer, reading, named, findings)
        texts.append((pointer, PackedReading(reading.text, reading.headings)))
    whole = whole and all(_required_values(entry))
    return Validated(entry if whole else None, tuple(named), tuple(texts), tuple(findings))
