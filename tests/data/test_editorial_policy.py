"""The editorial policy says by which rules the glossary is made."""

import pytest

from build_tools.model.source import SourceFile
from tests.data.prose import section, words

PATH = "docs/about/editorial-policy.md"
PARTS = {
    "what is included": "What gets an entry",
    "the style of definitions": "How definitions are written",
    "disputes": "How disputes are presented",
    "the checking of facts": "How facts are checked",
    "reports of errors": "Errors",
}
LEAST_WORDS = 50


@pytest.mark.parametrize(("subject", "heading"), PARTS.items())
def test_each_part_is_there(pages: tuple[SourceFile, ...], subject: str, heading: str) -> None:
    text = {page.path: page.content.decode() for page in pages}.get(PATH, "")
    count = len(words(section(text, heading)))
    assert count >= LEAST_WORDS, f"{PATH}: `## {heading}` has {count} words; say more on {subject}"
