"""Mappings read as the table of their fields says."""

import re
from collections.abc import Callable, Mapping
from sys import intern
from typing import Any, Final

from build_tools.model.entry import Status
from build_tools.model.fields import Field, Shape, keys_of, required_in
from build_tools.model.identifiers import EntryId, is_identifier
from build_tools.model.source import Place
from build_tools.stages.rules import invalid_id, invisible_character, markup_in_label, wrong_type
from build_tools.stages.yaml.document import RawMapping
from build_tools.stages.yaml.fields import Fields

__all__ = ["RecordReader"]

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\Z")


class RecordReader:
    """Reads the mappings that one table describes."""

    def __init__(self, table: tuple[Field, ...]) -> None:
        self._keys = keys_of(table)
        self._known = frozenset(self._keys)
        self._required = required_in(table)
        self._readers = tuple([(field.key, _reader(field)) for field in table])
        nothing = Fields("", {}, (), [])
        self._missing = tuple([read(nothing, key) for key, read in self._readers])
        self._ordinary = tuple(
            [
                (field.key, field.required, field.shape is Shape.NAMES, field.shape is Shape.NAME)
                for field in table
            ]
        )
        self._has_ordinary = all(
            field.shape in (Shape.NAME, Shape.NAMES, Shape.REMARK) for field in table
        )

    def values(self, fields: Fields) -> list[Any]:
        """The value of each field, in the order of the table; what is wrong goes to the findings.

        A field that is missing, or has a value of another type, is ``None``, or empty where its
        shape can be so.
        """
        present = fields.check_keys(self._keys, self._known, self._required)
        values = list(self._missing)
        for at, (key, read) in enumerate(self._readers):
            if key in present:
                values[at] = read(fields, key)
        return values

    def ordinary_values(self, mapping: RawMapping) -> list[Any] | None:
        """What :meth:`values` returns for a mapping without a mistake; ``None`` for any other.

        Only for tables of names and remarks. An entry states several links: that they are read so, and
        that plain remarks are passed over, saved 78 of 751 thousand instructions of reading it
        (cachegrind). A property test holds the two to one answer.
        """
        if not (self._has_ordinary and mapping.keys() <= self._known):
            return None
        values: list[Any] = []
        for key, required, is_list, is_name in self._ordinary:
            value = mapping.get(key)
            if isinstance(value, str) and not is_list:
                text = value.rstrip()
                if not text:
                    return None
                values.append(intern(text) if is_name else _on_one_line(text))
            elif isinstance(value, tuple) and is_list:
                names = [intern(name.rstrip()) for name in value if isinstance(name, str)]
                if len(names) < len(value) or "" in names:
                    return None
                values.append(tuple(names))
            elif value is None and not required:
                values.append(() if is_list else None if is_name else "")
            else:
                return None
        return values


def _reader(field: Field) -> Callable[[Fields, str], Any]:
    """What reads the values of a field."""
    if field.shape not in (Shape.RECORD, Shape.RECORDS):
        return _READERS[field.shape]
    reader = RecordReader(field.fields)
    record: Any = field.record  # which every field of these shapes has
    required = tuple(at for at, inner in enumerate(field.fields) if inner.required)

    def one(fields: Fields, key: str) -> Any:
        inner = fields.mapping(key)
        if inner is None:
            return None
        values = reader.values(inner)
        return record(
            *(value or "" if at in required else value for at, value in enumerate(values))
        )

    def several(fields: Fields, key: str) -> Any:
        found = []
        raw = fields.raw(key)
        if isinstance(raw, tuple):
            ordinary = [
                reader.ordinary_values(item) if type(item) is dict else None for item in raw
            ]
            if None not in ordinary:
                return tuple([record(*values) for values in ordinary if values])
        for inner in fields.mappings(key):
            values = reader.values(inner)
            for at in required:
                if not values[at]:
                    break
            else:
                found.append(record(*values))
        return tuple(found)

    return one if field.shape is Shape.RECORD else several


def _label(fields: Fields, key: str) -> str | None:
    text = fields.text(key)
    return _as_label(fields, key, text) if text else None


def _labels(fields: Fields, key: str) -> tuple[str, ...]:
    texts = fields.numbered(key, fields.texts(key))
    return tuple([_as_label(fields, key, text, index) for index, text in texts])


def _as_label(fields: Fields, key: str, text: str, *index: int) -> str:
    """A label on one line; ``index`` is its place in a list of them."""
    if "[" in text or not text.isascii():
        place = Place(fields.path, (*fields.pointer, key, *index))
        fields.report_if(markup_in_label.finding(place, key, text))
        for finding in invisible_character.findings(place, key, text):
            fields.report(finding)
    return " ".join(text.split())


def _paragraph(fields: Fields, key: str) -> str:
    """Line breaks become spaces, one for one, so that offsets into the text stay true."""
    return _on_one_line(fields.text(key) or "")


def _on_one_line(text: str) -> str:
    return text.replace("\n", " ") if "\n" in text else text


def _name(fields: Fields, key: str) -> str | None:
    text = fields.text(key)
    return intern(text) if text else None


def _names(fields: Fields, key: str) -> tuple[str, ...]:
    return tuple(map(intern, fields.texts(key)))


def _former_ids(fields: Fields, key: str) -> tuple[EntryId, ...]:
    good = []
    for index, name in fields.numbered(key, fields.texts(key)):
        if is_identifier(name):
            good.append(EntryId(name))
        else:
            fields.report(
                invalid_id.finding(Place(fields.path, (*fields.pointer, key, index)), name)
            )
    return tuple(good)


def _status(fields: Fields, key: str) -> Status:
    text = fields.text(key)
    if text is None:
        return Status.DRAFT
    try:
        return Status(text)
    except ValueError:
        fields.report(wrong_type.not_one_of(fields.place(key), key, text, tuple(Status)))
        return Status.DRAFT


def _colour(fields: Fields, key: str) -> str | None:
    colour = fields.text(key)
    if colour and not _COLOUR.match(colour):
        wanted = "a colour such as '#3f51b5'"
        fields.report(wrong_type.finding(fields.place(key), key, wanted, f"'{colour}'"))
        return None
    return colour


_READERS: Final[Mapping[Shape, Callable[[Fields, str], Any]]] = {
    Shape.LABEL: _label,
    Shape.LABELS: _labels,
    Shape.PARAGRAPH: _paragraph,
    Shape.PROSE: Fields.text,
    Shape.PROSES: Fields.texts,
    Shape.MARKDOWN: lambda fields, key: fields.text(key) or "",
    Shape.REMARK: _paragraph,
    Shape.NAME: _name,
    Shape.NAMES: _names,
    Shape.FORMER_IDS: _former_ids,
    Shape.STATUS: _status,
    Shape.DATE: Fields.date,
    Shape.FLAG: Fields.flag,
    Shape.COLOUR: _colour,
}
