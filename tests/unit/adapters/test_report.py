"""Diagnostics as people and machines read them."""

import json
from collections.abc import Mapping
from typing import Any

import jsonschema
import pytest

from build_tools import __version__
from build_tools.adapters.report import FORMATS, printable_lines, report, summary_line
from build_tools.model.diagnostics import Code, Diagnostic, Severity
from build_tools.model.source import SourceFile, Span
from build_tools.stages.rules.catalogue import manual_page


def diagnostic(
    span: Span,
    *,
    code: Code = Code.UNKNOWN_TOPIC,
    severity: Severity = Severity.ERROR,
    path: str = "a.yml",
    message: str = "it is wrong",
    hint: str = "",
) -> Diagnostic:
    return Diagnostic(code, severity, path, span, message, hint)


def text(source: str, *found: Diagnostic, **options: bool) -> str:
    return report(1, found, {"a.yml": SourceFile("a.yml", source.encode())}, "text", **options)


FOUND = (
    diagnostic(Span(2, 8, 2, 16), hint="did you mean 'alignment'?"),
    diagnostic(Span(1, 1, 3, 1), code=Code.NO_SOURCE, severity=Severity.WARNING),
    diagnostic(Span(), code=Code.UNUSED_REFERENCE, severity=Severity.INFO, path="b c/é.yml"),
)
SOURCES = {"a.yml": SourceFile("a.yml", b"term: A\ntopic: alignmnt\nkind: k\n")}


def test_text() -> None:
    assert report(3, FOUND, SOURCES, "text", verbose=True) == (
        "a.yml:2:8: error: it is wrong [unknown-topic]\n"
        "  2 | topic: alignmnt\n"
        "    |        ^^^^^^^^\n"
        "  hint: did you mean 'alignment'?\n"
        "\n"
        "a.yml:1:1: warning: it is wrong [no-source]\n"
        "  1 | term: A\n"
        "    | ^^^^^^^\n"
        "\n"
        "b c/é.yml:1:1: info: it is wrong [unused-reference]\n"
        "\n"
        "3 entries: 1 error, 1 warning\n"
    )


def test_information_is_shown_when_it_is_asked_for() -> None:
    shown = report(3, FOUND, SOURCES, "text")
    assert "unused-reference" not in shown
    assert shown.endswith("1 error, 1 warning (and 1 for information; --verbose shows them)\n")


@pytest.mark.parametrize(
    ("source", "span", "line", "carets"),
    [
        ("a: b", Span(1, 4, 1, 5), "a: b", "   ^"),
        ("a: b", Span(1, 5, 1, 5), "a: b", "    ^"),
        ("a: b", Span(1, 9, 1, 12), "a: b", "    ^"),
        ("a: b\nc", Span(1, 4, 2, 2), "a: b", "   ^"),
        ("a:\tb", Span(1, 4, 1, 5), "a:\tb", "  \t^"),
        ("中文: b", Span(1, 1, 1, 3), "中文: b", "^^^^"),
        ("中文: b", Span(1, 5, 1, 6), "中文: b", "      ^"),
        ("😀: b", Span(1, 4, 1, 5), "😀: b", "    ^"),
        ("e\u0301: b", Span(1, 5, 1, 6), "e\u0301: b", "   ^"),
        ("a: b\r\n", Span(1, 4, 1, 5), "a: b", "   ^"),
        ("a\x1b[0m: b", Span(1, 2, 1, 3), "a�[0m: b", " ^"),
        ("a\u202e: b", Span(1, 5, 1, 6), "a�: b", "    ^"),
        ("\ufeffa: b", Span(1, 4, 1, 5), "a: b", "   ^"),
    ],
)
def test_the_caret_stands_under_what_is_meant(
    source: str, span: Span, line: str, carets: str
) -> None:
    lines = text(source, diagnostic(span)).split("\n")
    assert lines[1] == f"  1 | {line}"
    assert lines[2] == f"    | {carets}"


@pytest.mark.parametrize("column", [1, 60, 100, 400, 801, 999, 1001])
def test_of_a_long_line_the_part_around_the_caret_is_shown(column: int) -> None:
    source = "".join(chr(ord("a") + number % 26) for number in range(1000))
    _, line, caret, *_ = text(source, diagnostic(Span(1, column, 1, column + 3))).split("\n")
    line, caret = line.removeprefix("  1 | "), caret.removeprefix("    | ")
    assert len(line) <= 160
    assert len(caret) <= 161
    covered = "".join(letter for letter, sign in zip(line, caret, strict=False) if sign == "^")
    assert covered == source[column - 1 : column + 2]


@pytest.mark.parametrize("span", [Span(2, 1, 2, 2), Span(9, 1, 9, 2)])
def test_a_line_that_is_blank_or_not_there_is_not_shown(span: Span) -> None:
    shown = text("a\n \n", diagnostic(span))
    assert shown.startswith(f"a.yml:{span.line}:1: error: it is wrong [unknown-topic]\n\n1 entry")


def test_a_message_cannot_command_a_terminal() -> None:
    shown = text("a", diagnostic(Span(), message="x\x1b[31m\ny", hint="z\x07"))
    assert "\x1b" not in shown
    assert "x�[31m�y" in shown
    assert "hint: z�\n" in shown


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_name_cannot_command_a_terminal(name: str) -> None:
    assert "\x1b" not in report(1, (diagnostic(Span(), path="a\x1b[31m.yml"),), {}, name)


COMMANDS = ("\x1b]0;x\x07", "\x9b31m", "\x08", "\u202e", "\u2066", "\ud800", "\r", "\x00")


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("character", COMMANDS)
def test_no_format_commands_a_terminal(name: str, character: str) -> None:
    """JSON says the same with escapes."""
    item = diagnostic(Span(), path=f"a{character}.yml", message=character, hint=character)
    shown = report(1, (item,), {}, name)
    assert all(letter.isprintable() or letter == "\n" for letter in shown)
    shown.encode()
    if name == "json":
        assert json.loads(shown)["diagnostics"][0]["message"] == character
    if name == "sarif":
        assert json.loads(shown)["runs"][0]["results"][0]["message"]["text"].startswith(character)


def test_a_line_of_a_file_cannot_command_a_terminal() -> None:
    shown = text("a: \x1b[31mx \x9b31m\u202e ##[error]x", diagnostic(Span(1, 4, 1, 5)))
    assert "  1 | a: �[31mx �31m� �#[error]x\n" in shown


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("::error::x", "�:error::x"),
        ("  ::set-output name=x::y", "  �:set-output name=x::y"),
        ("a ::error::x", "a ::error::x"),
        ("a ##[group]x ##vso[task.x]y", "a �#[group]x �#vso[task.x]y"),
        ("## heading ##[[a]] ##", "## heading ##[[a]] ##"),
        ("a\x1b[2Jb\tc", "a�[2Jb\tc"),
        ("a\n::b\n\nc", "a\n�:b\n\nc"),
        ("", ""),
    ],
)
def test_lines_command_nobody(line: str, shown: str) -> None:
    assert printable_lines(line) == shown


@pytest.mark.parametrize("message", ["##[error]x", "x\n::error::y", "::error::z", "%0A::error::"])
def test_one_annotation_is_one_line(message: str) -> None:
    """GitHub takes every line that begins so for a command of its own."""
    shown = report(
        1, (diagnostic(Span(), message=message, path="a\n::error::b.yml"),), {}, "github"
    )
    assert shown.count("\n") == 1
    assert shown.startswith("::error file=a�%3A%3Aerror%3A%3Ab.yml,")
    assert "%0A" not in shown


def test_colours() -> None:
    shown = report(3, FOUND, SOURCES, "text", colour=True)
    assert "\x1b[1;31merror\x1b[0m" in shown
    assert "\x1b[1;33mwarning\x1b[0m" in shown
    assert "\x1b[1ma.yml:2:8\x1b[0m" in shown


@pytest.mark.parametrize(
    ("entries", "severities", "line"),
    [
        (0, "", "0 entries: nothing to report"),
        (1, "", "1 entry: nothing to report"),
        (1234, "i", "1,234 entries: nothing to report"),
        (2, "e", "2 entries: 1 error, 0 warnings"),
        (2, "eww", "2 entries: 1 error, 2 warnings"),
        (2, "w", "2 entries: 0 errors, 1 warning"),
    ],
)
def test_summary(entries: int, severities: str, line: str) -> None:
    kinds = {"e": Severity.ERROR, "w": Severity.WARNING, "i": Severity.INFO}
    found = [diagnostic(Span(), severity=kinds[letter]) for letter in severities]
    assert summary_line(entries, found) == line


JSON_CONTRACT: Mapping[str, Any] = {
    "type": "object",
    "required": ["diagnostics", "summary"],
    "additionalProperties": False,
    "properties": {
        "diagnostics": {
            "type": "array",
            "items": {
                "type": "object",
                "additionalProperties": False,
                "required": [
                    *("code", "severity", "path", "line", "column"),
                    *("end_line", "end_column", "message", "hint"),
                ],
                "properties": {
                    "code": {"enum": [code.value for code in Code]},
                    "severity": {"enum": ["error", "warning", "info"]},
                    "path": {"type": "string"},
                    **{
                        name: {"type": "integer", "minimum": 1}
                        for name in ("line", "column", "end_line", "end_column")
                    },
                    "message": {"type": "string", "minLength": 1},
                    "hint": {"type": "string"},
                },
            },
        },
        "summary": {
            "type": "object",
            "additionalProperties": False,
            "required": ["errors", "warnings", "entries"],
            "properties": {
                name: {"type": "integer", "minimum": 0}
                for name in ("errors", "warnings", "entries")
            },
        },
    },
}


def test_json_keeps_its_contract() -> None:
    shown = report(3, FOUND, SOURCES, "json")
    value = json.loads(shown)
    jsonschema.validate(value, JSON_CONTRACT)
    assert shown.endswith("}\n")
    assert value["summary"] == {"errors": 1, "warnings": 1, "entries": 3}
    assert value["diagnostics"][0] == {
        "code": "unknown-topic",
        "severity": "error",
        "path": "a.yml",
        "line": 2,
        "column": 8,
        "end_line": 2,
        "end_column": 16,
        "message": "it is wrong",
        "hint": "did you mean 'alignment'?",
    }


def test_github() -> None:
    found = (
        *FOUND,
        diagnostic(Span(), path="a,b:c%.yml", message="50%\nand, more: x"),
    )
    assert report(3, found, SOURCES, "github") == (
        "::error file=a.yml,line=2,endLine=2,col=8,endColumn=16,title=unknown-topic"
        "::it is wrong. did you mean 'alignment'?\n"
        "::warning file=a.yml,line=1,endLine=3,col=1,endColumn=1,title=no-source::it is wrong\n"
        "::notice file=b c/é.yml,line=1,endLine=1,col=1,endColumn=1,title=unused-reference"
        "::it is wrong\n"
        "::error file=a%2Cb%3Ac%25.yml,line=1,endLine=1,col=1,endColumn=1,title=unknown-topic"
        "::50%25�and, more: x\n"
    )


# The parts of the SARIF 2.1.0 schema (OASIS) that a log of this kind has.
SARIF: Mapping[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "version": {"const": "2.1.0"},
        "$schema": {"type": "string", "format": "uri"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "properties": {
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "properties": {
                                                "shortDescription": {"$ref": "#/$defs/text"},
                                                "fullDescription": {"$ref": "#/$defs/text"},
                                                "defaultConfiguration": {
                                                    "type": "object",
                                                    "properties": {
                                                        "level": {"$ref": "#/$defs/level"}
                                                    },
                                                },
                                            },
                                        },
                                    }
                                },
                            }
                        },
                    },
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"$ref": "#/$defs/level"},
                                "message": {"$ref": "#/$defs/text"},
                                "locations": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "properties": {
                                            "physicalLocation": {
                                                "type": "object",
                                                "properties": {
                                                    "artifactLocation": {
                                                        "type": "object",
                                                        "properties": {
                                                            "uri": {
                                                                "type": "string",
                                                                "pattern": r"^[A-Za-z0-9%._~/-]+$",
                                                            }
                                                        },
                                                    },
                                                    "region": {
                                                        "type": "object",
                                                        "additionalProperties": {
                                                            "type": "integer",
                                                            "minimum": 1,
                                                        },
                                                    },
                                                },
                                            }
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        },
    },
    "$defs": {
        "text": {
            "type": "object",
            "required": ["text"],
            "properties": {"text": {"type": "string", "minLength": 1}},
        },
        "level": {"enum": ["none", "note", "warning", "error"]},
    },
}


def test_sarif_has_its_shape() -> None:
    log = json.loads(report(3, FOUND, SOURCES, "sarif"))
    jsonschema.validate(log, SARIF)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert {rule["id"] for rule in rules} == {item.code for item in FOUND}
    for item, result in zip(FOUND, run["results"], strict=True):
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"] == item.code
        region = result["locations"][0]["physicalLocation"]["region"]
        assert (region["startLine"], region["startColumn"]) == (item.span.line, item.span.column)
        assert (region["endLine"], region["endColumn"]) == (
            item.span.end_line,
            item.span.end_column,
        )
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    locations = [item["locations"][0]["physicalLocation"] for item in run["results"]]
    assert locations[2]["artifactLocation"] == {"uri": "b%20c/%C3%A9.yml", "uriBaseId": "%SRCROOT%"}


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_found(name: str) -> None:
    shown = report(0, (), {}, name)
    assert shown in ("", "0 entries: nothing to report\n") or json.loads(shown)


@pytest.mark.parametrize(("length", "whole"), [(159, True), (160, True), (161, False)])
def test_a_line_of_160_characters_is_shown_whole(length: int, whole: bool) -> None:
    source = "a" * (length - 1) + "b"
    _, line, _caret, *_ = text(source, diagnostic(Span(1, length, 1, length + 1))).split("\n")
    shown = line.removeprefix("  1 | ")
    # Of a longer one, half of that stands before what is meant.
    assert shown == (source if whole else source[length - 1 - 80 :])


def test_the_last_line_is_shown_and_none_below_it() -> None:
    assert "  2 | c" in text("a: b\nc", diagnostic(Span(2, 1, 2, 2)))
    assert " | " not in text("a: b\nc", diagnostic(Span(3, 1, 3, 2)))
    assert " | " not in text("a: b\nc", diagnostic(Span(0, 1, 0, 2)))


def test_a_whole_sarif_log() -> None:
    page = manual_page(Code.UNKNOWN_TOPIC)
    rule = {
        "id": "unknown-topic",
        "shortDescription": {"text": page.summary},
        "fullDescription": {"text": page.text},
        "defaultConfiguration": {"level": "error"},
    }
    place = {
        "artifactLocation": {"uri": "a.yml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 2, "startColumn": 8, "endLine": 2, "endColumn": 16},
    }
    result = {
        "ruleId": "unknown-topic",
        "ruleIndex": 0,
        "level": "error",
        "message": {"text": "it is wrong. did you mean 'alignment'?"},
        "locations": [{"physicalLocation": place}],
    }
    driver = {"name": "concord", "version": __version__, "rules": [rule]}
    shown = report(3, FOUND[:1], SOURCES, "sarif")
    assert shown.endswith("}\n")
    assert json.loads(shown) == {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": [result]}
        ],
    }


def test_the_rules_of_a_sarif_log_are_told_once_in_their_order() -> None:
    found = [diagnostic(Span(), code=code) for code in (Code.NO_SOURCE, Code.TAG, Code.NO_SOURCE)]
    (run,) = json.loads(report(3, found, SOURCES, "sarif"))["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["tag", "no-source"]
    assert [result["ruleIndex"] for result in run["results"]] == [1, 0, 1]
    assert all(result["message"] == {"text": "it is wrong"} for result in run["results"])


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_machines_are_given_characters_as_they_are(name: str) -> None:
    found = [diagnostic(Span(), message="it is 中")]
    shown = report(3, found, SOURCES, name)
    assert "it is 中" in shown
    assert shown.startswith('{\n "')
