"""What a file's bytes become; what is refused, and with which words, is in ``tests/cases``."""

import pytest

from build_tools.model.diagnostics import Code
from build_tools.model.source import SourceFile, Span
from build_tools.stages.yaml.document import RawDocument, RawScalar, RawValue, ScalarKind
from build_tools.stages.yaml.read import parse


def parsed(text: str | bytes) -> RawDocument:
    content = text.encode() if isinstance(text, str) else text
    document, findings = parse(SourceFile("a.yml", content))
    assert not findings
    assert document is not None
    return document


def codes(text: str | bytes) -> list[Code]:
    content = text.encode() if isinstance(text, str) else text
    return [finding.code for finding in parse(SourceFile("a.yml", content))[1]]


def implicit(kind: ScalarKind, *texts: str) -> list[tuple[str, RawValue]]:
    return [(text, RawScalar(kind, text)) for text in texts]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *implicit("null", "", "~", "null", "Null", "NULL"),
        *implicit("boolean", "true", "True", "FALSE", "yes", "No", "ON", "off"),
        *implicit("date", "2026-11-23", "2026-1-2", "2026-11-23 10:00:00", "2026-11-23T10:00:00Z"),
        *implicit(
            "number", "2026", "0", "-1", "+12", "1_000", "3.14", "1.", ".5", "1e3", "-1.5E+9"
        ),
        *implicit("number", "0x1F", "0b11", "0o17", "017", "12:30", "1:30:45.5"),
        *implicit("number", ".inf", "-.Inf", "+.INF", ".nan", ".NaN"),
    ],
)
def test_what_yaml_would_take_for_something_else_is_kept_as_it_was_written(
    written: str, value: RawValue
) -> None:
    assert parsed(f"a: {written}\n").root == {"a": value}


@pytest.mark.parametrize(
    "text",
    [
        "y",
        "n",
        "nulls",
        "None",
        "nil",
        "truth",
        "yess",
        "1st",
        "v1.0",
        "1.0.0",
        "1e",
        "e3",
        "0xZZ",
        "12:3x",
        "23-11-2026",
        "2026-11",
        "+",
        "-x",
        ".",
        "..",
        "_1",
        "infinity",
        "nan",
    ],
)
def test_what_is_only_text(text: str) -> None:
    assert parsed(f"a: {text}\n").root == {"a": text}


@pytest.mark.parametrize("text", ["no", "1e3", "2026-11-23", "~", "", "true"])
@pytest.mark.parametrize("style", ["'{}'", '"{}"', "|-\n  {}", ">-\n  {}"])
def test_quoted_and_block_text_is_never_anything_else(style: str, text: str) -> None:
    assert parsed(f"a: {style.format(text)}\n").root == {"a": text}


def test_nested_values() -> None:
    root = parsed("a: [x, [y, 1]]\nb:\n  c: {d: e}\n  f:\n  - g\n").root
    assert root == {
        "a": ("x", ("y", RawScalar("number", "1"))),
        "b": {"c": {"d": "e"}, "f": ("g",)},
    }


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "a: b\n",
        "a: b\r\n",
        "\ufeffa: b\n",
        "---\na: b\n...\n",
        "%YAML 1.1\n---\na: b\n",
        '{"a": "b"}',
        "# comment\n\n\na: b # comment\n",
    ],
)
def test_ways_to_write_one_mapping(text: str) -> None:
    assert parsed(text).root == {"a": "b"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        (b"a: \xff", Code.NOT_UTF8),
        (b"a: \xed\xa0\x80", Code.NOT_UTF8),
        ("", Code.EMPTY_FILE),
        ("# nothing\n", Code.EMPTY_FILE),
        ("---\n", Code.EMPTY_FILE),
        ("text", Code.NOT_A_MAPPING),
        ("- a", Code.NOT_A_MAPPING),
        ("a: 1\n---\nb: 2\n", Code.SEVERAL_DOCUMENTS),
        ("--- a\n--- b\n", Code.SEVERAL_DOCUMENTS),
        ("a: 1\na: 2\n", Code.DUPLICATE_KEY),
        ("a: &x 1\n", Code.ANCHOR_OR_ALIAS),
        ("a: [&x 1]\n", Code.ANCHOR_OR_ALIAS),
        ("a:\n- &x 1\n", Code.ANCHOR_OR_ALIAS),
        ("? &x a\n: b\n", Code.ANCHOR_OR_ALIAS),
        ("a: {b: *x}\n", Code.ANCHOR_OR_ALIAS),
        ('"a":\t&x 1\n', Code.ANCHOR_OR_ALIAS),
        ("&x a: 1\n", Code.ANCHOR_OR_ALIAS),
        ("a: # comment\n  &x b\n", Code.ANCHOR_OR_ALIAS),
        ("a: !!int 1\n", Code.TAG),
        ("!x a: 1\n", Code.TAG),
        ("--- !x\na: 1\n", Code.TAG),
        ("a: ! 1\n", Code.TAG),
        ("a: !<x> 1\n", Code.TAG),
        ("%TAG ! tag:example.org,2026:\n---\na: !x 1\n", Code.TAG),
        ("a:\n\tb: 1\n", Code.TAB_INDENTATION),
        ("a: b: c\n", Code.YAML_SYNTAX),
        ("a: [\n", Code.YAML_SYNTAX),
        ("a: 'b\n", Code.YAML_SYNTAX),
        ("[a]: 1\n", Code.WRONG_TYPE),
        ("a: x\u2028y\n", Code.CONTROL_CHARACTER),
        ('a: "\\u202e"\n', Code.CONTROL_CHARACTER),
        ('a: "\\L"\n', Code.CONTROL_CHARACTER),
    ],
)
def test_what_is_refused(text: str | bytes, code: Code) -> None:
    assert codes(text) == [code]


@pytest.mark.parametrize(
    "text",
    [
        "a: R&D *bold* wow!\n",
        'a: "&x"\n',
        "a: '*x'\n",
        "a: |\n  &x *y !z\n",
        "a: x&y\n",
        "a: x\n b*c\n",
        "a: |\n  text\n  --- \n  ...\n",
        "a: |\n  - - - - - - - -\n",
    ],
)
def test_what_only_looks_like_anchors_tags_and_documents(text: str) -> None:
    assert codes(text) == []


@pytest.mark.parametrize("depth", [19, 20])
def test_depth(depth: int) -> None:
    code = [] if depth < 20 else [Code.NESTING_TOO_DEEP]
    assert codes("a: " + "[" * depth + "]" * depth) == code
    assert codes("".join(f"{' ' * level}a:\n" for level in range(depth + 1))) == code
    assert codes("a:\n" + "".join(f"{' ' * level}-\n" for level in range(depth))) == code
    assert codes("a:\n  " + "- " * depth) == code


BOMBS = {
    "brackets": "[" * 200_000,
    "braces": "{" * 200_000,
    "brackets and braces": "[{" * 100_000,
    "brackets in a value": "a: " + "[" * 200_000,
    "mappings in braces": "a: {" * 60_000,
    "lists on one line": "- " * 120_000,
    "lists with tabs": "-\t" * 120_000,
    "lists with more spaces": "a:\n" + " -   " * 50_000,
    "complex keys": "? " * 120_000,
    "lists and complex keys": "- ? " * 60_000,
    "lists and brackets": "- [" * 80_000,
    "mappings by indentation": "".join(" " * n + "a:\n" for n in range(700)),
    "lists by indentation": "".join(" " * n + "-\n" for n in range(700)),
    "quotation marks": "'" * 200_000,
}


@pytest.mark.parametrize("name", BOMBS)
def test_nothing_can_exhaust_the_stack(name: str) -> None:
    assert codes(BOMBS[name])


@pytest.mark.parametrize(
    ("content", "span"),
    [
        (b"ab\xff", Span(1, 3, 1, 4)),
        ("é\n".encode() + b"\xff", Span(2, 1, 2, 2)),
        ("中中\x00".encode(), Span(1, 3, 1, 4)),
        (b"\xef\xbb\xbfa\x00", Span(1, 2, 1, 3)),
    ],
)
def test_where_bytes_and_characters_are_wrong(content: bytes, span: Span) -> None:
    (finding,) = parse(SourceFile("a.yml", content))[1]
    assert finding.where == ("a.yml", span)
