"""The texts of a record, read as the shapes of their fields say."""

from typing import Any, NamedTuple

import pytest

from build_tools.model.diagnostics import Finding
from build_tools.model.fields import Field, Shape
from build_tools.model.source import Place, Pointer
from build_tools.model.text import Named
from build_tools.stages.prose.markdown import read_markdown
from build_tools.stages.prose.plain import read_prose
from build_tools.stages.prose.reading import Reading
from build_tools.stages.texts import TextReader, inspect_text


class Inner(NamedTuple):
    """A record in a record."""

    prose: str = ""
    name: str = ""


class Outer(NamedTuple):
    """A record with a field of each shape that holds text."""

    label: str = "Label [[a]]"
    paragraph: str = ""
    proses: tuple[str, ...] = ()
    markdown: str = ""
    second: str = ""
    remark: str = ""
    record: Inner | None = None
    records: tuple[Inner, ...] = ()


INNER = (Field("prose", Shape.PROSE, "m"), Field("name", Shape.LABEL, "m"))
READER = TextReader(
    (
        Field("label", Shape.LABEL, "m"),
        Field("paragraph", Shape.PARAGRAPH, "m"),
        Field("proses", Shape.PROSES, "m"),
        Field("markdown", Shape.MARKDOWN, "m"),
        Field("second", Shape.MARKDOWN, "m"),
        Field("remark", Shape.REMARK, "m"),
        Field("record", Shape.RECORD, "m", fields=INNER, record=Inner),
        Field("records", Shape.RECORDS, "m", fields=INNER, record=Inner),
    )
)


def read(**values: Any) -> dict[Pointer, Reading]:
    return dict(READER.texts_in(Outer(**values)))


def test_a_record_without_texts() -> None:
    assert read() == {}


def test_texts_come_in_the_order_of_the_table() -> None:
    found = read(
        records=(Inner("1"), Inner(), Inner("3", "n")),
        record=Inner("p"),
        markdown="m",
        proses=("a", "b"),
        paragraph="p",
    )
    assert list(found) == [
        ("paragraph",),
        ("proses", 0),
        ("proses", 1),
        ("markdown",),
        ("record", "prose"),
        ("records", 0, "prose"),
        ("records", 2, "prose"),
    ]


def test_each_shape_has_its_reader() -> None:
    text = "*See* [[a]] [@b]."
    found = read(paragraph=text, markdown=text, record=Inner(text))
    assert found["paragraph",] == found["record", "prose"] == read_prose(text)
    assert found["markdown",] == read_markdown(text) != read_prose(text)


@pytest.mark.parametrize(
    ("text", "read_too"), [("It is.", False), ("Of [[a]].", True), ("[", True), ("]", False)]
)
def test_a_remark_without_brackets_is_left_out(text: str, read_too: bool) -> None:
    assert (("remark",) in read(remark=text)) is read_too


def test_headings_of_two_texts_have_ids_of_their_own() -> None:
    found = read(markdown="# A\n\n# A", second="# A")
    assert [item.id for item in found["markdown",].headings] == ["a", "a-2"]
    assert [item.id for item in found["second",].headings] == ["a-3"]


def test_places_begin_where_the_record_stands() -> None:
    found = READER.texts_in(Outer(paragraph="p"), ("key",))
    assert [pointer for pointer, _reading in found] == [("key", "paragraph")]


def test_names_and_problems_are_told_with_their_places() -> None:
    named: list[Named] = []
    findings: list[Finding] = []
    reading = read_prose("See [[a]] [@b] [[ ]].")
    inspect_text("f.yml", ("body",), reading, named, findings)
    assert named == [
        Named("a", False, ("body",), 4, 9),
        Named("b", True, ("body",), 11, 13),
    ]
    assert [(item.code.value, item.where) for item in findings] == [
        ("empty-wiki-link", Place("f.yml", ("body",), start=15, end=20))
    ]
