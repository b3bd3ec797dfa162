"""The quick reader: what it takes and what it leaves. That it reads well: tests/property."""

from pathlib import Path

import pytest

from build_tools.stages.yaml.quick import read_quickly
from build_tools.stages.yaml.read import parse_carefully

ENTRIES = sorted(Path("glossary/entries").glob("**/*.yml"))


@pytest.mark.parametrize(
    "text",
    [
        "a: b\nc: \"d: e\"\nf: 'g # h'\n",
        "a: b:c#d\n",
        "a: >-\n  one\n  two\n\n  three\nb: |\n  # one\n\n    two\n\n\nc: >\n  one\nd: |-\n  one\n",
        'a:\n  - b\n  - "c"\n  - >-\n    d\n    e\nf:\n- g\n',
        "a: [b, c d, 2026-11-23, no]\nb: []\n",
        "a:\n  - b: c\n    d: >-\n      e\n      f\n    g: [h]\n  - b: i\nj: 1\n",
        "a:\n  b: c\n  d:\n    - e: f\n      g:\n        - h\n        - i\n    - e: j\nk: ~\n",
        "a: é ü\n",
    ],
)
def test_ordinary_documents(text: str) -> None:
    document, findings = parse_carefully("a.yml", text)
    assert document is not None
    assert not findings
    quick = read_quickly(text)
    assert quick == document.root
    assert list(quick) == list(document.root)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a: b",  # no line end
        "\na: b\n",
        "# a\na: b\n",
        "---\na: b\n",
        "a: b # c\n",
        "a: b \n",
        "a: b: c\n",
        "a: b\n  c\n",
        "a: b\n  c: d\n",
        "a:\n",
        "a:\nb: c\n",
        "a: 'b''c'\n",
        'a: "b\\n"\n',
        "a: &b c\n",
        "a: *b\n",
        "a: !b c\n",
        "a: {b: c}\n",
        "a: [b: c]\n",
        "a: [b,\n  c]\n",
        "a: |\n   b\n",  # by three
        "a: |+\n  b\n",
        "a: |2\n  b\n",
        "a: >\n  b\n    c\n",
        "a: >\n  b\n\n\n  c\n",
        "a: |\n  b \n",
        "a: |\n\n  b\n",
        "a: b\na: c\n",
        "a:\n  - b: c\n    b: d\n",
        "a:\n  - b\n   - c\n",
        "a:\n  - b\n  c: d\n",
        "- a\n",
        "a:\n  - - b\n",
        "? a\n: b\n",
        "a:\tb\n",
        "a: b\r\n",
        "".join(f"{' ' * level}a:\n" for level in range(12)) + f"{' ' * 12}a: b\n",
    ],
)
def test_documents_that_need_care(text: str) -> None:
    assert read_quickly(text) is None


def test_entries_are_ordinary() -> None:
    left = [path for path in ENTRIES if read_quickly(path.read_text("utf-8")) is None]
    assert len(left) * 20 < len(ENTRIES)


@pytest.mark.parametrize(
    "line", ["a: b{}", "a: {} ", "a: [{}", "a: |\n  {}", "{}", "a: b:{}: ", 'a: "{}']
)
@pytest.mark.parametrize("piece", ["a", " ", "a ", ":a", "#", "- ", ", a", "\n", '"', "é\n  "])
def test_long_lines_are_looked_at_once(line: str, piece: str) -> None:
    """What would be tried from each of its places takes minutes here."""
    read_quickly(line.format(piece * 60_000))
