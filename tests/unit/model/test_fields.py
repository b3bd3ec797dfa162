"""The table of fields is sound in itself; that all goes by it is in ``tests/contracts/test_fields.py``."""

from collections.abc import Iterator

import pytest

from build_tools.model.entry import Entry, Link
from build_tools.model.fields import (
    ENTRY_FIELDS,
    KIND_FIELDS,
    LINK_FIELDS,
    RELATION_FIELDS,
    REMARK_KEYS,
    TOPIC_FIELDS,
    Field,
    Shape,
    keys_of,
    required_in,
)

TABLES = (ENTRY_FIELDS, LINK_FIELDS, TOPIC_FIELDS, KIND_FIELDS, RELATION_FIELDS)


def all_fields(table: tuple[Field, ...]) -> Iterator[Field]:
    for field in table:
        yield field
        yield from all_fields(field.fields)


FIELDS = [field for table in TABLES for field in all_fields(table)]


@pytest.mark.parametrize("table", TABLES)
def test_no_key_stands_twice(table: tuple[Field, ...]) -> None:
    keys = keys_of(table)
    assert len(keys) == len(set(keys))
    assert set(required_in(table)) <= set(keys)


def test_what_an_entry_must_have() -> None:
    assert required_in(ENTRY_FIELDS) == ("term", "topic", "kind", "definition")
    assert keys_of(()) == required_in(()) == ()


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.key)
def test_a_field_is_declared_whole(field: Field) -> None:
    assert field.meaning
    assert not field.meaning.endswith(".")
    is_record = field.shape in (Shape.RECORD, Shape.RECORDS)
    assert bool(field.fields) == (field.record is not None) == is_record
    assert (field.names is not None) == (field.shape in (Shape.NAME, Shape.NAMES))


@pytest.mark.parametrize(
    "field", [field for field in FIELDS if field.record], ids=lambda field: field.key
)
def test_a_record_has_its_fields_as_attributes_in_their_order(field: Field) -> None:
    assert field.record
    assert field.record._fields == keys_of(field.fields)  # type: ignore[attr-defined]  # a named tuple


def test_entries_and_links_have_theirs() -> None:
    assert set(Entry._fields) - {"id", "path"} == set(keys_of(ENTRY_FIELDS))
    assert Link._fields == keys_of(LINK_FIELDS)


@pytest.mark.parametrize("shape", Shape)
def test_shapes_that_may_link_are_texts_and_lists_of_them(shape: Shape) -> None:
    texts = {"paragraph", "prose", "proses", "markdown", "remark"}
    assert shape.is_text == (shape.value in texts)


def test_remarks() -> None:
    assert {"because"} == REMARK_KEYS


def test_sections_have_ids_of_their_own() -> None:
    ids = [field.section.id for field in ENTRY_FIELDS if field.section]
    assert len(ids) == len(set(ids)) > 0
