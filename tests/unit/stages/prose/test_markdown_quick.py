"""The quick reader: what it takes and what it leaves. That it reads well: tests/property."""

from pathlib import Path

import pytest

from build_tools.model.source import SourceFile
from build_tools.stages.prose.markdown_events import read_from_events
from build_tools.stages.prose.markdown_quick import read_quickly
from build_tools.stages.yaml.read import parse

ENTRIES = sorted(Path("glossary/entries").glob("**/*.yml"))


@pytest.mark.parametrize(
    "text",
    [
        "Text, *emphasis* and **more of it**.",
        "One line\nand another.  \nA third.",
        "# A heading\n\nText.\n\n### Another",
        "- one\n- two\n\n3. three\n4. four\n\n> said",
        "See [[a-b]], [[c|the c]], [[d|d]] and [@k; @l].",
        'It\'s `code` and "words" in [brackets].',
        "1 > 0, and so on: [[a]]: b",
        "One\n\n---\n\ntwo",
        "- loose\n\n- items",
    ],
)
def test_ordinary_bodies(text: str) -> None:
    quick, careful = read_quickly(text), read_from_events(text)
    assert quick is not None
    assert (quick.text, [*quick.names], quick.headings) == (
        careful.text,
        [*careful.names],
        careful.headings,
    )


@pytest.mark.parametrize(
    "text",
    [
        "<b>",
        "a &amp; b",
        r"\*",
        "[a](b)",
        "![a](b)",
        "[a]: b",
        "[[A]]",
        "[[a",
        "`[[a]]`",
        '`"`',
        "`a > b`",
        "    code",
        "# [[a]]",
        "[[a|*b*]]",
        "- a\n  - b",
        "|a|\n|-|\n|b|",
    ],
)
def test_bodies_that_need_care(text: str) -> None:
    assert read_quickly(text) is None


def test_bodies_of_the_glossary() -> None:
    taken = 0
    for path in ENTRIES:
        document, _findings = parse(SourceFile(str(path), path.read_bytes()))
        assert document
        body = document.root.get("body")
        assert isinstance(body, str)
        quick, careful = read_quickly(body), read_from_events(body)
        if quick:
            taken += 1
            assert (quick.text, [*quick.names], quick.headings) == (
                careful.text,
                [*careful.names],
                careful.headings,
            )
    assert taken > len(ENTRIES) / 2
