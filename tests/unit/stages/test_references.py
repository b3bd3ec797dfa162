"""What is known of works when the bibliography cannot be read; the rest is in ``test_vocabularies.py``."""

import pytest

from build_tools.model.diagnostics import Finding
from build_tools.model.source import SourceFile, Trouble
from build_tools.stages.references import read_references


@pytest.mark.parametrize(
    ("content", "trouble", "code"),
    [
        (b"", Trouble.PERMISSION, "unreadable-file"),
        (b"\xff", None, "not-utf8"),
        (b"[", None, "json-syntax"),
        (b"{}", None, "json-syntax"),
        (b"[" * 100_000, None, "json-syntax"),
        (b"[" + b"1" * 5000 + b"]", None, "json-syntax"),
    ],
)
def test_nothing_is_known_of_what_cannot_be_read(
    content: bytes, trouble: Trouble | None, code: str
) -> None:
    findings: list[Finding] = []
    assert read_references(SourceFile("r.json", content, trouble), findings) is None
    assert [finding.code.value for finding in findings] == [code]


def test_a_work_without_a_key_is_left_out() -> None:
    findings: list[Finding] = []
    content = b'[{"id": "a b"}, {"id": "a"}, 5]'
    assert list(read_references(SourceFile("r.json", content), findings) or ()) == ["a"]
    assert [finding.code.value for finding in findings] == [
        *("json-syntax", "reference-incomplete", "json-syntax")
    ]
