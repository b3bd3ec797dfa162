"""Diagnostics for people and for machines. Rendering alone; nothing is printed here."""

import json
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from urllib.parse import quote

from build_tools import __version__
from build_tools.model.diagnostics import Code, Diagnostic, Severity
from build_tools.model.source import SourceFile
from build_tools.stages.rules.catalogue import manual_page

__all__ = ["FORMATS", "printable", "printable_lines", "report", "summary_line"]

_COLOURS = {
    Severity.ERROR: "\x1b[1;31m",
    Severity.WARNING: "\x1b[1;33m",
    Severity.INFO: "\x1b[1;36m",
}
_BOLD, _DIM, _RESET = "\x1b[1m", "\x1b[2m", "\x1b[0m"

LONGEST_LINE = 160
"""Characters of a source line that are shown; the rest is cut around the caret."""


def report(
    entries: int,
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, SourceFile],
    format_: str,
    *,
    colour: bool = False,
    verbose: bool = False,
) -> str:
    """``diagnostics`` in one of :data:`FORMATS`, with a line feed at the end of every line."""
    if format_ == "text":
        return _text(entries, diagnostics, sources, colour, verbose)
    return FORMATS[format_](entries, diagnostics)


def counts(entries: int, diagnostics: Sequence[Diagnostic]) -> dict[str, int]:
    """The summary of the JSON format."""
    return {
        "errors": sum(item.severity is Severity.ERROR for item in diagnostics),
        "warnings": sum(item.severity is Severity.WARNING for item in diagnostics),
        "entries": entries,
    }


def summary_line(entries: int, diagnostics: Sequence[Diagnostic]) -> str:
    """``43 entries: 1 error, 2 warnings``."""
    count = counts(entries, diagnostics)
    errors, warnings = count["errors"], count["warnings"]
    return (
        f"{entries:,} {'entry' if entries == 1 else 'entries'}: "
        f"{_count(errors, 'error')}, {_count(warnings, 'warning')}"
        if errors or warnings
        else f"{entries:,} {'entry' if entries == 1 else 'entries'}: nothing to report"
    )


def _count(number: int, word: str) -> str:
    return f"{number:,} {word}{'' if number == 1 else 's'}"


# -- text


def _text(
    entries: int,
    diagnostics: Sequence[Diagnostic],
    sources: Mapping[str, SourceFile],
    colour: bool,
    verbose: bool,
) -> str:
    """A block a diagnostic: where, what, the line with a caret, and what to do.

    ::

    glossary/entries/alignment/x.yml:3:8: error: unknown topic 'alignmnt' [unknown-topic]
      3 | topic: alignmnt
        |        ^^^^^^^^
      hint: did you mean 'alignment'?
    """
    paint = (lambda text, code: f"{code}{text}{_RESET}") if colour else (lambda text, _code: text)
    shown = [item for item in diagnostics if verbose or item.severity is not Severity.INFO]
    lines_of: dict[str, list[str]] = {}
    blocks = []
    for item in shown:
        if item.path not in lines_of:
            source = sources.get(item.path)
            lines_of[item.path] = (
                source.content.decode("utf-8", "replace").removeprefix("\ufeff").split("\n")
                if source
                else []
            )
        where = printable(f"{item.path}:{item.span.line}:{item.span.column}")
        head = f"{paint(where, _BOLD)}: {paint(item.severity.value, _COLOURS[item.severity])}: {printable(item.message)} {paint(f'[{item.code.value}]', _DIM)}\n"
        hint = f"  hint: {printable(item.hint)}\n" if item.hint else ""
        blocks.append(head + _excerpt(item, lines_of[item.path], paint) + hint)
    if blocks:
        blocks.append("")
    quiet = len(diagnostics) - len(shown)
    more = f" (and {quiet:,} for information; --verbose shows them)" if quiet else ""
    return "\n".join(blocks) + summary_line(entries, diagnostics) + more + "\n"


def _excerpt(item: Diagnostic, lines: Sequence[str], paint: Callable[[str, str], str]) -> str:
    span = item.span
    if not 1 <= span.line <= len(lines) or not lines[span.line - 1].strip():
        return ""
    line = lines[span.line - 1].rstrip("\r")
    first = min(span.column - 1, len(line))
    last = span.end_column - 1 if span.end_line == span.line else len(line)
    cut = max(0, first - LONGEST_LINE // 2) if len(line) > LONGEST_LINE else 0
    shown = line[cut : cut + LONGEST_LINE]
    first, last = first - cut, min(max(last - cut, first - cut + 1), len(shown) + 1)
    number = str(span.line)
    before = "".join(
        "\t" if character == "\t" else " " * _width(character) for character in shown[:first]
    )
    carets = "^" * max(1, sum(map(_width, shown[first:last])))
    gutter = " " * len(number)
    return (
        f"  {paint(f'{number} |', _DIM)} {printable(shown)}\n"
        f"  {paint(f'{gutter} |', _DIM)} {before}{paint(carets, _COLOURS[item.severity])}\n"
    )


def _width(character: str) -> int:
    """Columns of a terminal that a character takes: none if it joins the one before it."""
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0 if character.isprintable() else 1
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def printable(text: str) -> str:
    """Part of a line that commands neither a terminal nor a service which reads what is printed.

    Such services take ``##[name]`` for a command wherever it stands, and ``::`` where it begins a line.
    """
    if not text.isprintable():
        text = "".join(
            character if character.isprintable() or character == "\t" else "\ufffd"
            for character in text
        )
    return _COMMAND.sub("\ufffd", text) if "##" in text else text


def printable_lines(text: str) -> str:
    """The same for whole lines."""
    lines = [printable(line) for line in text.split("\n")]
    return "\n".join(
        [
            line.replace("::", "\ufffd:", 1) if line.lstrip().startswith("::") else line
            for line in lines
        ]
    )


_COMMAND = re.compile(r"#(?=#[a-z]*\[[a-z])")


# -- machines


def _json(entries: int, diagnostics: Sequence[Diagnostic]) -> str:
    items = [
        {
            "code": item.code.value,
            "severity": item.severity.value,
            "path": item.path,
            "line": item.span.line,
            "column": item.span.column,
            "end_line": item.span.end_line,
            "end_column": item.span.end_column,
            "message": item.message,
            "hint": item.hint,
        }
        for item in diagnostics
    ]
    value = {"diagnostics": items, "summary": counts(entries, diagnostics)}
    return _json_text(value)


def _json_text(value: object) -> str:
    """JSON whose strings have escapes for whatever does not print: terminals may be shown it too."""
    lines = json.dumps(value, ensure_ascii=False, indent=1).split("\n")
    return "".join(
        [f"{line if line.isprintable() else _NOT_PRINTED.sub(_escape, line)}\n" for line in lines]
    )


_NOT_PRINTED = re.compile(r"[^ -~]")


def _escape(match: re.Match[str]) -> str:
    return match[0] if match[0].isprintable() else json.dumps(match[0])[1:-1]


def _github(_entries: int, diagnostics: Sequence[Diagnostic]) -> str:
    """GitHub's workflow commands, which become annotations of a change."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
    lines = []
    for item in diagnostics:
        span = item.span
        values = {
            "file": printable(item.path),
            "line": str(span.line),
            "endLine": str(span.end_line),
            "col": str(span.column),
            "endColumn": str(span.end_column),
            "title": item.code.value,
        }
        properties = ",".join(f"{key}={_escaped(value, ',:')}" for key, value in values.items())
        text = f"{item.message}. {item.hint}" if item.hint else item.message
        lines.append(f"::{levels[item.severity]} {properties}::{_escaped(printable(text))}\n")
    return "".join(lines)


def _escaped(text: str, also: str = "") -> str:
    for character in "%\r\n" + also:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


def _sarif(_entries: int, diagnostics: Sequence[Diagnostic]) -> str:
    """SARIF 2.1.0 (OASIS), with the manual of every code that occurs."""
    levels = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
    codes = [code for code in Code if any(item.code is code for item in diagnostics)]
    rules = []
    for code in codes:
        page = manual_page(code)
        rules.append(
            {
                "id": code.value,
                "shortDescription": {"text": page.summary},
                "fullDescription": {"text": page.text or page.summary},
                "defaultConfiguration": {"level": levels[page.severity]},
            }
        )
    results = [
        {
            "ruleId": item.code.value,
            "ruleIndex": codes.index(item.code),
            "level": levels[item.severity],
            "message": {"text": f"{item.message}. {item.hint}" if item.hint else item.message},
            "locations": [
                {
                    "physicalLocation": {
                        "artifactLocation": {
                            "uri": quote(item.path, errors="replace"),
                            "uriBaseId": "%SRCROOT%",
                        },
                        "region": {
                            "startLine": item.span.line,
                            "startColumn": item.span.column,
                            "endLine": item.span.end_line,
                            "endColumn": item.span.end_column,
                        },
                    }
                }
            ],
        }
        for item in diagnostics
    ]
    driver = {"name": "concord", "version": __version__, "rules": rules}
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }
    return _json_text(log)


FORMATS: Mapping[str, Callable[[int, Sequence[Diagnostic]], str]] = {
    "text": lambda entries, diagnostics: _text(entries, diagnostics, {}, False, False),
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
"""The formats of ``concord check``."""
