"""The sections of an entry's page that are fields of its own, by the table of fields."""

from collections.abc import Sequence
from typing import TypeAlias

from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.text import TextRenderer
from build_tools.model.entry import Debate, Entry
from build_tools.model.fields import ENTRY_FIELDS, Shape

__all__ = ["Section", "field_sections"]


Section: TypeAlias = tuple[str, str, str]
"""A part of the page with a heading of its own: its id, its heading and its content."""


def field_sections(
    context: Context, entry: Entry, texts: TextRenderer, numbers: CitationNumbers
) -> Sequence[Section]:
    """The fields that have a section of their own, in the order of the table."""
    sections = []
    for key, shape, section in _SECTIONS:
        value = getattr(entry, key)
        if not value:
            continue
        heading = section.heading
        if shape is Shape.PROSES:
            if len(value) == 1:
                heading = section.one or heading
            items = "".join(
                [f"<li>{_paragraphs(texts.html(key, at))}</li>" for at in range(len(value))]
            )
            content = f'<ul class="concord-{section.id}">{items}</ul>'
        elif shape is Shape.RECORD:
            content = _debate(context, value, texts, numbers)
        elif shape is Shape.MARKDOWN:
            content = f'<div class="concord-{section.id}">\n{texts.html(key)}</div>'
        else:
            text = _paragraphs(texts.html(key), always=True)
            content = f'<div class="concord-{section.id}">{text}</div>'
        sections.append((section.id, heading, content))
    return sections


_SECTIONS = tuple(
    (field.key, field.shape, field.section) for field in ENTRY_FIELDS if field.section
)


def _debate(context: Context, debate: Debate, texts: TextRenderer, numbers: CitationNumbers) -> str:
    positions = []
    for at, position in enumerate(debate.positions):
        claim = texts.html("debate", "positions", at, "claim")
        marks = numbers.marks(position.sources, context.site.vocabularies.references)
        positions.append(
            f'<li class="concord-position">{_paragraphs(claim + marks if marks else claim, always=True)}</li>'
        )
    question = texts.html("debate", "question")
    return f'<p class="concord-question">{question}</p>\n<ul class="concord-positions">{"".join(positions)}</ul>'


def _paragraphs(content: str, *, always: bool = False) -> str:
    """Blank lines in plain text separate paragraphs."""
    parts = [part for part in content.split("\n\n") if part.strip()]
    return "".join(f"<p>{part}</p>" for part in parts) if always or len(parts) > 1 else content
