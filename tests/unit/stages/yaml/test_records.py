"""Mappings read by their table: the quick way gives what the careful one gives."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.diagnostics import Finding
from build_tools.model.fields import ENTRY_FIELDS, LINK_FIELDS, keys_of
from build_tools.stages.yaml.document import RawScalar
from build_tools.stages.yaml.fields import Fields
from build_tools.stages.yaml.records import RecordReader

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
