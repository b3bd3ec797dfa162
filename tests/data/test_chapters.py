"""Each chapter of the guided reading has the parts that help a reader to learn from it."""

import re

import pytest

from build_tools.model.source import SourceFile
from tests.data.prose import chapters, section

LEAST_CHAPTERS = 11
"""As many as the seed article has sections."""
LEAST_POINTS = 3
QUESTIONS = 3
QUESTION = re.compile(r'^\?\?\? question "[^"\n]+(?:"[^"\n]+)*"\n\n? {4}\S', re.MULTILINE)
"""A folded question with an answer below it; `???+` would show the answer at once."""


def lacks(text: str) -> list[str]:
    """What a chapter still needs, as advice."""
    found = []
    if not re.search(r"^!!! \w+.*\n\n? {4}\S", text, re.MULTILINE):
        found.append("state its key insight in an admonition (`!!! tip`)")
    points = len(re.findall(r"^- \S", section(text, "What to remember"), re.MULTILINE))
    if points < LEAST_POINTS:
        found.append(f"`## What to remember` has {points} points; write {LEAST_POINTS} or more")
    questions = len(QUESTION.findall(section(text, "Check yourself")))
    if questions != QUESTIONS:
        found.append(
            f"`## Check yourself` has {questions} questions with a folded answer "
            f"(`??? question`); make them {QUESTIONS}"
        )
    if "[[" not in text:
        found.append("link the concepts that it explains")
    return found


GOOD = (
    """# [[a]]

!!! tip "Insight"

    It is so.

## What to remember

- One.
- Two.
- Three.

## Check yourself

"""
    + 3 * '??? question "Why?"\n\n    Therefore.\n\n'
)


@pytest.mark.parametrize(
    ("old", "new", "advice"),
    [
        ("", "", ""),
        ("[[a]]", "a", "link the concepts"),
        ("!!! tip", "tip", "state its key insight"),
        ("    It is so.", "It is so.", "state its key insight"),
        ("- Three.\n", "", "`## What to remember` has 2 points"),
        ("remember", "forget", "`## What to remember` has 0 points"),
        ("???", "???+", "`## Check yourself` has 0 questions"),
        ("    Therefore.", "", "`## Check yourself` has 0 questions"),
        ("## Check", '??? question "Misplaced?"\n\n    Yes.\n\n## Recheck', "`## Check yourself`"),
    ],
)
def test_gaps_are_noticed(old: str, new: str, advice: str) -> None:
    found = lacks(GOOD.replace(old, new) if old else GOOD)
    assert len(found) == bool(advice)
    assert all(line.startswith(advice) for line in found)


def test_chapters_are_complete(pages: tuple[SourceFile, ...]) -> None:
    found = chapters(pages)
    assert len(found) >= LEAST_CHAPTERS, f"docs/chapters: {len(found)} chapters; restore the rest"
    missing = [
        f"{page.path}: {advice}" for page in found for advice in lacks(page.content.decode())
    ]
    assert not missing, "\n".join(missing)
