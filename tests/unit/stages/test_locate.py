"""Where things are: for every style of scalar, each character of the value is found in the file."""

from itertools import pairwise

import pytest
import yaml

from build_tools.model.diagnostics import Code, Diagnostic, Finding, Severity
from build_tools.model.source import Place, Pointer, SourceFile, Span
from build_tools.stages.locate import locate

# A marker stands in each of these; the value that it lies in is `a`. The dots are what the file
# is written with, so that trailing white space shows: `·` is a space, `→` a tab.
SCALARS = {
    "plain": "a: some @@ text",
    "plain, over lines": "a: some\n·text\n··\n\n···with @@ it\nb: c",
    "single-quoted": "a: 'it''s @@ here'",
    "single-quoted, over lines": "a: 'it''s ''\n\n··\n··not'' over:··\n··@@'",
    "double-quoted": 'a: "some @@ text"',
    "escapes": r'a: "\x41\u00e9\U0001F600\n\t\\\"\/\_ @@"',
    "escaped line breaks": 'a: "one \\\n····two··\\\n\n···\\·three @@"',
    "folded double-quoted": 'a: "one\n\n··two··\n··three @@"',
    "literal": "a: |\n··one\n····two\n\n··@@ three\n",
    "literal, kept": "a: |+\n··one @@\n\n\nb: c",
    "literal, indentation given": "a: |2\n····one\n··two @@\n",
    "literal, behind a comment": "a: | # comment @\n··one @@\n",
    "literal, blank lines first": "a: |\n\n··\n··one @@\n",
    "literal, with tabs": "a: |\n··one\n··→two→→@@\n",
    "folded": "a: >-\n··one\n··two\n\n··three @@ four\n",
    "folded, with longer indentation": "a: >\n··one\n····* two\n····* three\n\n··@@ four\n",
    "wide letters": "a: 中文 😀 é @@",
    "combining letters": "a: e\u0301 @@",
    "in a list": "x: [b, c@@]",
    "in braces": "x: {b: c, d: '@@'}",
    "behind multi-byte comments": "# 中文\na: b @@",
}
POINTERS: dict[str, Pointer] = {"in a list": ("x", 1), "in braces": ("x", "d")}


def find(source: str, place: Place, name: str = "a.yml") -> Span:
    finding = Finding(Code.NO_SOURCE, Severity.ERROR, place, "", "")
    (diagnostic,) = locate([finding], {name: SourceFile(name, source.encode())})
    return diagnostic.span


def shown(source: str, span: Span) -> str:
    """The characters that a span covers."""
    lines = source.splitlines(keepends=True)
    if span.line == span.end_line:
        return lines[span.line - 1][span.column - 1 : span.end_column - 1]
    first, *middle = lines[span.line - 1 : span.end_line - 1]
    return "".join(
        (first[span.column - 1 :], *middle, lines[span.end_line - 1][: span.end_column - 1])
    )


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
@pytest.mark.parametrize("name", SCALARS)
def test_every_style_of_scalar(name: str, line_end: str) -> None:
    source = SCALARS[name].replace("·", " ").replace("→", "\t").replace("\n", line_end)
    pointer = POINTERS.get(name, ("a",))
    value = yaml.safe_load(source)
    for step in pointer:
        value = value[step]
    at = value.index("@@")
    span = find(source, Place("a.yml", pointer, start=at, end=at + 2))
    assert shown(source, span) == "@@"


@pytest.mark.parametrize("name", SCALARS)
def test_visible_characters_follow_each_other(name: str) -> None:
    source = SCALARS[name].replace("·", " ").replace("→", "\t")
    pointer = POINTERS.get(name, ("a",))
    value = yaml.safe_load(source)
    for step in pointer:
        value = value[step]
    spans = [
        find(source, Place("a.yml", pointer, start=at, end=at + 1))
        for at, character in enumerate(value)
        if not character.isspace()
    ]
    starts = [(span.line, span.column) for span in spans]
    assert all(one < two for one, two in pairwise(starts))
    for character, span in zip("".join(value.split()), spans, strict=True):
        written = shown(source, span)
        assert written == character or written[0] in "\\'"


@pytest.mark.parametrize(
    ("place", "covered"),
    [
        (Place("a.yml", ("a",)), "one"),
        (Place("a.yml", ("a",), "key"), "a"),
        (Place("a.yml", ("b",)), "[two, {c: three}]"),
        (Place("a.yml", ("b", 0)), "two"),
        (Place("a.yml", ("b", 1)), "{c: three}"),
        (Place("a.yml", ("b", 1, "c")), "three"),
        (Place("a.yml", ("b", 1, "c"), "key"), "c"),
        (Place("a.yml", ("b", 1, "missing")), "{c: three}"),
        (Place("a.yml", ("b", 7, "c")), "b"),
        (Place("a.yml", ("d",)), '"four"'),
        (Place("a.yml", ("e",)), "five\n\n  six"),
        (Place("a.yml", ("f",)), "- g: 1\n  h: 2"),
        (Place("a.yml", ("f", 0)), "g: 1\n  h: 2"),
        (Place("a.yml", ("i",)), ">-"),
    ],
)
def test_values_and_keys(place: Place, covered: str) -> None:
    source = (
        'a: one\nb: [two, {c: three}]\nd: "four" # comment\ne: |\n  five\n\n  six\n\n'
        "f:\n- g: 1\n  h: 2\n\n# comment\ni: >-\nj: k\n"
    )
    assert shown(source, find(source, place)) == covered


@pytest.mark.parametrize("place", [Place("a.yml"), Place("a.yml", ("x",)), Place("a.yml", (0,))])
def test_the_document_itself_and_what_is_not_there(place: Place) -> None:
    assert find("a: b\n", place) == Span(1, 1, 1, 1)


@pytest.mark.parametrize(
    ("start", "end", "covered"),
    [(0, 1, "x"), (0, 99, "xyz"), (2, None, "z"), (50, 60, "z"), (1, 1, "y")],
)
def test_offsets_beyond_the_end_stay_inside(start: int, end: int | None, covered: str) -> None:
    source = "a: xyz\n"
    assert shown(source, find(source, Place("a.yml", ("a",), start=start, end=end))) == covered


@pytest.mark.parametrize("text", ["", "a: [", "[" * 100_000, "a: \x00", "a: *b"])
def test_files_that_do_not_parse_have_a_beginning(text: str) -> None:
    assert find(text, Place("a.yml", ("a",), start=3, end=5)) == Span()


def test_a_file_that_is_not_there() -> None:
    finding = Finding(Code.NO_SOURCE, Severity.ERROR, Place("gone.yml", ("a",)), "", "")
    assert locate([finding], {})[0].span == Span()


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_pages_are_text(line_end: str) -> None:
    source = "\ufeff# A\n\nSee [[b]].\n".replace("\n", line_end)
    assert find(source, Place("a.md", (), start=9, end=14), "a.md") == Span(3, 5, 3, 10)


def test_json_is_located_too() -> None:
    source = '[\n\t{"id": "a", "title": "\\ud83d\\ude00"},\n\t{"id": "b"}\n]\n'
    span = find(source, Place("a.json", (1, "id")), "a.json")
    assert shown(source, span) == '"b"'


def test_the_order_of_reports_and_no_repetition() -> None:
    sources = {name: SourceFile(name, b"x: 1\ny: 2\n") for name in ("a.yml", "b.yml")}
    code, other = Code.NO_SOURCE, Code.EMPTY_VALUE
    wanted = [
        Diagnostic(other, Severity.ERROR, "a.yml", Span(1, 4, 1, 5), "m", ""),
        Diagnostic(code, Severity.ERROR, "a.yml", Span(1, 4, 1, 5), "m", ""),
        Diagnostic(code, Severity.ERROR, "a.yml", Span(2, 4, 2, 5), "l", ""),
        Diagnostic(code, Severity.ERROR, "a.yml", Span(2, 4, 2, 5), "m", ""),
        Diagnostic(code, Severity.ERROR, "b.yml", Span(1, 1, 1, 2), "m", ""),
    ]
    findings = [
        Finding(code, Severity.ERROR, ("b.yml", Span(1, 1, 1, 2)), "m", ""),
        Finding(code, Severity.ERROR, Place("a.yml", ("y",)), "m", ""),
        Finding(code, Severity.ERROR, Place("a.yml", ("y",)), "m", ""),
        Finding(code, Severity.ERROR, Place("a.yml", ("y",)), "l", ""),
        Finding(code, Severity.ERROR, Place("a.yml", ("x",)), "m", ""),
        Finding(other, Severity.ERROR, Place("a.yml", ("x",)), "m", ""),
    ]
    assert list(locate(findings, sources)) == wanted
    assert list(locate(reversed(findings), sources)) == wanted
