"""Mappings read as a table says, quickly and carefully; what is wrong with which words is in ``tests/cases``."""

from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.diagnostics import Finding
from build_tools.model.entry import Status
from build_tools.model.fields import ENTRY_FIELDS, LINK_FIELDS, Field, Shape, keys_of
from build_tools.stages.yaml.document import NULL, RawMapping, RawScalar, RawValue
from build_tools.stages.yaml.fields import Fields
from build_tools.stages.yaml.records import RecordReader


class Pair(NamedTuple):
    """What the records of these tests become."""

    must: str
    may: tuple[str, ...] = ()


PAIR = (Field("must", Shape.PROSE, "m", required=True), Field("may", Shape.NAMES, "m"))


def read(table: tuple[Field, ...], mapping: RawMapping) -> tuple[list[Any], list[str]]:
    """The values, and the codes of what was found."""
    findings: list[Any] = []
    values = RecordReader(table).values(Fields("a.yml", mapping, (), findings))
    return values, [item.code.value for item in findings]


def one(shape: Shape, value: RawValue) -> tuple[Any, list[str]]:
    is_record = shape in (Shape.RECORD, Shape.RECORDS)
    field = Field("k", shape, "m", fields=PAIR * is_record, record=Pair if is_record else None)
    (found,), codes = read((field,), {"k": value})
    return found, codes


@pytest.mark.parametrize(
    ("shape", "nothing"),
    [
        (Shape.LABEL, None),
        (Shape.LABELS, ()),
        (Shape.PARAGRAPH, ""),
        (Shape.PROSE, None),
        (Shape.PROSES, ()),
        (Shape.MARKDOWN, ""),
        (Shape.REMARK, ""),
        (Shape.NAME, None),
        (Shape.NAMES, ()),
        (Shape.FORMER_IDS, ()),
        (Shape.STATUS, Status.DRAFT),
        (Shape.DATE, None),
        (Shape.FLAG, None),
        (Shape.COLOUR, None),
        (Shape.RECORD, None),
        (Shape.RECORDS, ()),
    ],
)
def test_nothing_and_what_is_of_another_type(shape: Shape, nothing: Any) -> None:
    assert one(shape, NULL) == (nothing, [])
    other: RawValue = RawScalar("number", "5")
    assert one(shape, other) == (nothing, ["wrong-type"])


def test_every_shape_has_a_reader() -> None:
    assert all(one(shape, NULL)[1] == [] for shape in Shape)


@pytest.mark.parametrize(
    ("shape", "value", "found"),
    [
        (Shape.LABEL, " A\n b ", "A b"),
        (Shape.LABELS, (" A\n b ", "c"), ("A b", "c")),
        (Shape.PARAGRAPH, " A\nb\n", " A b"),
        (Shape.REMARK, "A\nb", "A b"),
        (Shape.PROSE, "A\n\nb\n", "A\n\nb"),
        (Shape.PROSES, ("A\nb ", "c"), ("A\nb", "c")),
        (Shape.MARKDOWN, "# A\n", "# A"),
        (Shape.NAME, "a ", "a"),
        (Shape.NAMES, ("a", "b "), ("a", "b")),
        (Shape.FORMER_IDS, ("a", "b-c"), ("a", "b-c")),
        (Shape.STATUS, "reviewed", Status.REVIEWED),
        (Shape.DATE, "2026-11-23", date(2026, 11, 23)),
        (Shape.FLAG, RawScalar("boolean", "False"), False),
        (Shape.COLOUR, "#0aF9b3", "#0aF9b3"),
        (Shape.RECORD, {"must": "x"}, Pair("x")),
        (
            Shape.RECORDS,
            ({"must": "x", "may": ("a",)}, {"must": "y"}),
            (Pair("x", ("a",)), Pair("y")),
        ),
    ],
)
def test_good_values(shape: Shape, value: RawValue, found: Any) -> None:
    assert one(shape, value) == (found, [])


@pytest.mark.parametrize(
    ("shape", "value", "left", "codes"),
    [
        (Shape.LABEL, "A [[b]]", "A [[b]]", ["markup-in-label"]),
        (Shape.LABELS, ("A", "[@b]"), ("A", "[@b]"), ["markup-in-label"]),
        (Shape.FORMER_IDS, ("a", "B"), ("a",), ["invalid-id"]),
        (Shape.STATUS, "final", Status.DRAFT, ["wrong-type"]),
        (Shape.COLOUR, "#0af", None, ["wrong-type"]),
        (Shape.COLOUR, "#0aF9b3 x", None, ["wrong-type"]),
        (Shape.COLOUR, "red", None, ["wrong-type"]),
        (Shape.RECORD, {}, Pair(""), ["missing-key"]),
        (Shape.RECORD, {"must": "x", "more": "y"}, Pair("x"), ["unknown-key"]),
        (Shape.RECORDS, ({}, {"must": "x"}), (Pair("x"),), ["missing-key"]),
        (Shape.RECORDS, ("x", {"must": "x"}), (Pair("x"),), ["wrong-type"]),
    ],
)
def test_bad_values(shape: Shape, value: RawValue, left: Any, codes: list[str]) -> None:
    assert one(shape, value) == (left, codes)


def test_values_come_in_the_order_of_the_table() -> None:
    assert read(PAIR, {"may": ("a",), "must": "x"}) == (["x", ("a",)], [])
    assert read(PAIR, {}) == ([None, ()], ["missing-key"])
    assert read((), {}) == ([], [])


# -- the quick way

READER = RecordReader(LINK_FIELDS)
GOOD: dict[str, Any] = {"relation": "r", "target": "t", "because": "It is so.", "sources": ("a",)}


def carefully(mapping: dict[str, Any]) -> tuple[list[Any], list[Finding]]:
    findings: list[Finding] = []
    return READER.values(Fields("a.yml", mapping, ("links", 0), findings)), findings


def texts() -> st.SearchStrategy[str]:
    return st.sampled_from(["a", "b ", " c", "", "  ", "a\nb", "\n", "é", "[[x]]", "a\r\n"])


def raw_values() -> st.SearchStrategy[Any]:
    scalars = st.sampled_from(
        [RawScalar("null", "~"), RawScalar("boolean", "no"), RawScalar("number", "1e3")]
    )
    leaves = st.one_of(texts(), scalars, st.none())
    return st.one_of(
        leaves,
        st.lists(st.one_of(texts(), scalars), max_size=3).map(tuple),
        st.dictionaries(texts(), texts(), max_size=2),
    )


@given(
    st.dictionaries(st.sampled_from([*keys_of(LINK_FIELDS), "other"]), raw_values(), max_size=5),
    st.booleans(),
)
def test_the_quick_way_agrees_with_the_careful_one(mapping: dict[str, Any], complete: bool) -> None:
    given_mapping = {**GOOD, **mapping} if complete else mapping
    values, findings = carefully(given_mapping)
    quick = READER.ordinary_values(given_mapping)
    if quick is None:
        return
    assert quick == values
    assert not findings


@pytest.mark.parametrize(
    "mapping",
    [
        GOOD,
        {"relation": "r", "target": "t"},
        {"relation": "r ", "target": "t", "because": "One\nline ", "sources": ()},
        {"relation": "r", "target": "t", "sources": ("a", "b ")},
    ],
)
def test_ordinary_links_are_read_quickly(mapping: dict[str, Any]) -> None:
    assert READER.ordinary_values(mapping) == carefully(mapping)[0]


@pytest.mark.parametrize(
    "change",
    [
        {"relation": ""},
        {"target": "  "},
        {"because": " "},
        {"sources": ("a", " ")},
        {"sources": "a"},
        {"relation": ("r",)},
        {"more": "x"},
    ],
)
def test_what_has_a_mistake_is_read_carefully(change: dict[str, Any]) -> None:
    mapping = {**GOOD, **change}
    assert READER.ordinary_values(mapping) is None
    assert carefully(mapping)[1]


def test_tables_with_other_shapes_are_read_carefully() -> None:
    assert RecordReader(ENTRY_FIELDS).ordinary_values({"term": "x"}) is None
