"""Hand-written pages: their links and citations, and the blocks that the site fills in.

The host renders these pages. Their text passes through here before, and their HTML after.
"""

from collections.abc import Mapping
from typing import NamedTuple

from build_tools.emit.pages.topic import topic_cards
from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.html import Html, escape
from build_tools.emit.parts.text import entry_href
from build_tools.model.identifiers import EntryId, ReferenceKey
from build_tools.stages.prose.host_page import replace_in_page

__all__ = ["PreparedPage", "finished", "prepared"]


class PreparedPage(NamedTuple):
    """A page that the host is about to render."""

    root: str
    """From the page to the site's root."""
    markdown: str
    """Its text, with links and citations as HTML."""
    numbers: CitationNumbers
    """What it cites."""


def prepared(context: Context, url: str, markdown: str) -> PreparedPage:
    """The page at ``url``, ready to be rendered."""
    root = _root(url)
    numbers = CitationNumbers()

    def link(name: str, label: str | None) -> str:
        entry = context.site.entries.get(EntryId(name))
        if entry is None:
            return escape(label or name)
        return f'<a class="concord-link" href="{entry_href(name, root)}">{escape(label or entry.term)}</a>'

    def cite(keys: tuple[str, ...]) -> str:
        return numbers.marks(map(ReferenceKey, keys), context.site.vocabularies.references)

    return PreparedPage(root, replace_in_page(markdown, link, cite), numbers)


def finished(context: Context, page: PreparedPage, html: str) -> str:
    """What the host made of a page, with its blocks filled in and its sources at the end."""
    for mark, block in _blocks(context, page.root).items():
        html = html.replace(mark, block)
    sources = page.numbers.sources(context.site.vocabularies.references)
    if sources:
        html += f'\n<section class="concord-section"><h2 id="sources">Sources</h2><ol class="concord-sources">{sources}</ol></section>'
    return html


def _blocks(context: Context, root: str) -> Mapping[str, Html]:
    """What stands in a page for something that the site knows."""
    return {"<!-- concord:topics -->": topic_cards(context, root)}


def _root(url: str) -> str:
    return "../" * url.strip("/").count("/") + ("../" if url.strip("/") else "./")
