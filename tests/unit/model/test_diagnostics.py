"""Findings and their order."""

import pytest

from build_tools.model.diagnostics import Code, Diagnostic, Finding, Severity
from build_tools.model.source import Place, Span


@pytest.mark.parametrize("where", [Place("a.yml", ("term",)), ("a.yml", Span(1, 1, 1, 2))])
def test_a_finding_knows_its_file(where: Place | tuple[str, Span]) -> None:
    assert Finding(Code.TAG, Severity.ERROR, where, "m", "").path == "a.yml"


def test_reports_go_by_path_line_column_code_and_message() -> None:
    def item(path: str, line: int, column: int, code: Code, message: str) -> Diagnostic:
        return Diagnostic(code, Severity.ERROR, path, Span(line, column, 9, 9), message, "")

    ordered = [
        item("a.yml", 1, 1, Code.TAG, "m"),
        item("a.yml", 1, 2, Code.TAG, "m"),
        item("a.yml", 2, 1, Code.TAB_INDENTATION, "m"),
        item("a.yml", 2, 1, Code.TAG, "m"),
        item("a.yml", 2, 1, Code.TAG, "n"),
        item("a.yml", 10, 1, Code.TAG, "m"),
        item("b.yml", 1, 1, Code.EMPTY_FILE, "a"),
    ]
    keys = [it.sort_key for it in ordered]
    assert keys == sorted(set(keys))


def test_codes_are_words_with_hyphens() -> None:
    for code in Code:
        assert code.value == code.name.lower().replace("_", "-")
