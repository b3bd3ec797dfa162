"""The parts of a page that every builder reads as Markdown.

Builders differ in how they write a link: each writer passes its own function from an
entry's position to the link's text.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from tests.benchmarks.model import (
    Block,
    BulletList,
    Code,
    Entry,
    Heading,
    InlineLink,
    Line,
    NumberedList,
    Paragraph,
    Strong,
    Text,
)

__all__ = ["Link", "body", "page"]

Link: TypeAlias = Callable[[int], str]
"""Writes a link to the entry at a position."""


def page(entry: Entry, link: Link) -> str:
    """Return everything below an entry's title, for builders that know only pages."""
    relations = (f"- {typed.relation}: {link(typed.target)}" for typed in entry.links)
    references = (
        f"- {source.given} {source.family} ({source.year}). [{source.title}]({source.url})."
        for source in entry.references
    )
    sections = (
        entry.definition,
        body(entry.body, link),
        "## Links",
        "\n".join(relations),
        "## References",
        "\n".join(references),
    )
    return "\n\n".join(sections) + "\n"


def body(blocks: tuple[Block, ...], link: Link) -> str:
    """Return `blocks` as Markdown without a final line break."""
    return "\n\n".join(_block(block, link) for block in blocks)


def _block(block: Block, link: Link) -> str:
    match block:
        case Heading(text):
            return f"## {text}"
        case Paragraph(line):
            return _line(line, link)
        case BulletList(items):
            return "\n".join(f"- {_line(item, link)}" for item in items)
        case NumberedList(items):
            return "\n".join(
                f"{number}. {_line(item, link)}" for number, item in enumerate(items, start=1)
            )


def _line(line: Line, link: Link) -> str:
    return "".join(_spaced(line, link))


def _spaced(line: Line, link: Link) -> Iterator[str]:
    for place, part in enumerate(line):
        if place > 0 and part != Text("."):
            yield " "
        match part:
            case Text(text):
                yield text
            case Strong(text):
                yield f"**{text}**"
            case Code(text):
                yield f"`{text}`"
            case InlineLink(target):
                yield link(target)
