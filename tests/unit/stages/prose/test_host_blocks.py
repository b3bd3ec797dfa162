"""Which lines are code; a property test holds this to the host's own Markdown."""

import pytest

from build_tools.stages.prose.host_blocks import without_blocks_of_code


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a\n\n    b\n\n    c\nd", "b c"),
        ("a\n    b", ""),
        ("```\nb\n\nc\n```\nd", "``` b c ```"),
        ("~~~ x\nb", "~~~ x b"),
        ("``` b ```\nc", ""),
        ("- a\n\n    d\n\n        b\n\ne\n\n    c", "b c"),
        ("text\n- a\n\n    b", "b"),  # a list does not interrupt a paragraph
        ("- a\n- d\n\n        b", "b"),
        ("1. a\n    - d\n\n            b", "b"),
        ("!!! x\n    d\n\n        b\n\ne", "b"),
        ("!!! x\n    d\ne\n\n    b", "b"),
        ("<div>\n\n    d\n\n</div>\n    b", "b"),
        ("<!--\n    d\n\n    e\n-->\n    b", "b"),
        ("> d\n>\n>     b\n\n    c", "> b c"),
        ("> d\n??? x\n    e", ""),
        ("a\n===\n    b", "b"),
        ("\tb\n\n  \tc", "b c"),
    ],
)
def test_code_becomes_spaces(text: str, code: str) -> None:
    rest = without_blocks_of_code(text)
    assert len(rest) == len(text)
    assert rest.count("\n") == text.count("\n")
    gone = "".join(
        letter if left == " " or letter == "\n" else " "
        for letter, left in zip(text, rest, strict=True)
    )
    assert " ".join(gone.split()) == code


def test_text_without_code_is_not_looked_at() -> None:
    text = "# a\n\n- b\n\n> c"
    assert without_blocks_of_code(text) is text
