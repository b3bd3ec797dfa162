"""Fields of a mapping, each read or complained of; the messages are in ``tests/cases``."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from build_tools.model.diagnostics import Finding
from build_tools.model.source import Place
from build_tools.stages.yaml.document import NULL, RawMapping, RawScalar, RawValue
from build_tools.stages.yaml.fields import Fields

NUMBER = RawScalar("number", "5")


class Read:
    """A mapping and what was found wrong with it."""

    def __init__(self, mapping: RawMapping, pointer: tuple[str | int, ...] = ()) -> None:
        self.findings: list[Finding] = []
        self.fields = Fields("a.yml", mapping, pointer, self.findings)

    @property
    def found(self) -> list[tuple[str, Place]]:
        """Code and place of each finding."""
        places = []
        for item in self.findings:
            assert isinstance(item.where, Place)
            places.append((item.code.value, item.where))
        return places


def place(*pointer: str | int, part: str = "value") -> Place:
    return Place("a.yml", pointer, part)  # type: ignore[arg-type]


@pytest.mark.parametrize("value", [NULL, RawScalar("null", "~")])
@pytest.mark.parametrize(
    ("read", "nothing"),
    [
        (lambda fields: fields.text("k"), None),
        (lambda fields: fields.texts("k"), ()),
        (lambda fields: fields.mapping("k"), None),
        (lambda fields: fields.mappings("k"), ()),
        (lambda fields: fields.date("k"), None),
        (lambda fields: fields.flag("k"), None),
    ],
)
def test_null_and_a_missing_key_are_the_same(
    value: RawScalar, read: Callable[[Fields], Any], nothing: object
) -> None:
    mappings: tuple[RawMapping, ...] = ({}, {"k": value})
    for mapping in mappings:
        found = Read(mapping)
        assert read(found.fields) == nothing
        assert found.findings == []


@pytest.mark.parametrize(
    ("value", "text", "code"),
    [
        ("x", "x", None),
        ("  x \n", "  x", None),
        ("", None, "empty-value"),
        (" \n", None, "empty-value"),
        (NUMBER, None, "wrong-type"),
        ((), None, "wrong-type"),
        ({}, None, "wrong-type"),
    ],
)
def test_text(value: RawValue, text: str | None, code: str | None) -> None:
    found = Read({"k": value}, ("debate",))
    assert found.fields.text("k") == text
    assert found.found == ([(code, place("debate", "k"))] if code else [])


def test_a_list_of_texts_leaves_out_what_is_none() -> None:
    found = Read({"k": ("a ", "", NULL, NUMBER, "b")})
    assert found.fields.texts("k") == ("a", "b")
    assert found.found == [
        ("empty-value", place("k", 1)),
        ("wrong-type", place("k", 2)),
        ("wrong-type", place("k", 3)),
    ]


@pytest.mark.parametrize("value", ["x", NUMBER, {}])
def test_what_is_no_list(value: RawValue) -> None:
    for read in (Fields.texts, Fields.mappings):
        found = Read({"k": value})
        assert read(found.fields, "k") == ()
        assert found.found == [("wrong-type", place("k"))]


def test_mappings_inside_report_where_they_are() -> None:
    found = Read({"one": {"a": NUMBER}, "many": ({"a": ""}, "x", {"a": "good"})})
    one = found.fields.mapping("one")
    assert one is not None
    assert one.text("a") is None
    assert [item.text("a") for item in found.fields.mappings("many")] == [None, "good"]
    assert found.found == [
        ("wrong-type", place("one", "a")),
        ("wrong-type", place("many", 1)),
        ("empty-value", place("many", 0, "a")),
    ]


@pytest.mark.parametrize("value", ["x", NUMBER, ()])
def test_what_is_no_mapping(value: RawValue) -> None:
    found = Read({"k": value})
    assert found.fields.mapping("k") is None
    assert found.found == [("wrong-type", place("k"))]


@pytest.mark.parametrize(
    ("value", "day"),
    [
        (RawScalar("date", "2026-11-23"), date(2026, 11, 23)),
        ("2026-11-23", date(2026, 11, 23)),
        ("0001-01-01", date(1, 1, 1)),
        ("2024-02-29", date(2024, 2, 29)),
        ("2026-02-29", None),
        ("2026-13-01", None),
        (RawScalar("date", "2026-1-2"), None),
        (RawScalar("date", "2026-11-23 10:00"), None),
        ("2026-11-23\n", None),
        ("٢٠٢٦-11-23", None),
        (NUMBER, None),
        ((), None),
    ],
)
def test_dates(value: RawValue, day: date | None) -> None:
    found = Read({"k": value})
    assert found.fields.date("k") == day
    assert found.found == ([] if day else [("wrong-type", place("k"))])


@pytest.mark.parametrize(
    ("text", "value"),
    [("true", True), ("True", True), ("FALSE", False), ("yes", None), ("off", None)],
)
def test_flags_are_true_and_false_alone(text: str, value: bool | None) -> None:
    found = Read({"k": RawScalar("boolean", text)})
    assert found.fields.flag("k") is value
    assert found.found == ([] if value is not None else [("wrong-type", place("k"))])


@pytest.mark.parametrize("value", ["true", NUMBER, ()])
def test_what_is_no_flag(value: RawValue) -> None:
    found = Read({"k": value})
    assert found.fields.flag("k") is None
    assert found.found == [("wrong-type", place("k"))]


@pytest.mark.parametrize(
    ("mapping", "found"),
    [
        ({"a": "x", "b": "y"}, []),
        ({"a": "x"}, []),
        ({"a": "x", "c": "y"}, [("unknown-key", place("c", part="key"))]),
        ({}, [("missing-key", place())]),
        ({"a": NULL}, [("missing-key", place())]),
        ({"c": NULL}, [("unknown-key", place("c", part="key")), ("missing-key", place())]),
    ],
)
def test_keys(mapping: RawMapping, found: list[tuple[str, Place]]) -> None:
    read = Read(mapping)
    read.fields.check_keys(("a", "b"), frozenset("ab"), ("a",))
    assert read.found == found


def test_texts_keep_their_places_when_others_are_left_out() -> None:
    fields = Read({"a": ("x", " ", NUMBER, "y ", NULL, "z"), "b": ("x", "y")}).fields
    assert list(fields.numbered("a", fields.texts("a"))) == [(0, "x"), (3, "y"), (5, "z")]
    assert list(fields.numbered("b", fields.texts("b"))) == [(0, "x"), (1, "y")]
    assert list(fields.numbered("c", fields.texts("c"))) == []
