"""Bodies: CommonMark with tables, wiki links and citations, read into packed text."""

from collections.abc import Set

from build_tools.model.text import PackedText
from build_tools.stages.prose.markdown_events import read_from_events
from build_tools.stages.prose.markdown_quick import read_quickly
from build_tools.stages.prose.reading import Reading

__all__ = ["read_markdown"]


def read_markdown(text: str, taken: Set[str] = frozenset()) -> Reading:
    """Read a body. Headings are moved so that the highest is ``h2`` and no level is skipped.

    Args:
        text: Markdown.
        taken: ids that other texts of the same page have given to their headings.
    """
    if not text.strip():
        return Reading(PackedText(""))
    return read_quickly(text, taken) or read_from_events(text, taken)
