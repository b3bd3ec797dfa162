"""Hand-written pages: their links and citations, and the blocks that the site fills in.

The host renders these pages, and no text of the glossary passes through its hands: placeholders go
in, and what they stand for takes their place in what comes out.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from html import unescape

from build_tools.emit.pages.topic import topic_cards
from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.field_table import field_table
from build_tools.emit.parts.html import Html, escape
from build_tools.emit.parts.placeholders import Insertion, Placeholders
from build_tools.emit.parts.text import entry_href
from build_tools.model.fields import ENTRY_FIELDS
from build_tools.model.identifiers import EntryId, ReferenceKey
from build_tools.model.text import HTML, parts_of
from build_tools.stages.prose.host_page import Written, replace_in_page
from build_tools.stages.prose.markdown import read_markdown
from build_tools.stages.prose.tags import slug

__all__ = ["HandWrittenPage"]

_MARKUP = frozenset("*_`\\")
"""What a label must have one of to be more than text."""
_TAG = re.compile(r"<[^>]*>")
_ID = re.compile(r'id="([^"]*)"')
_LINE = re.compile(r"<p>((?:[^<]|</?(?:em|strong|code)>)*)</p>\n")


class HandWrittenPage:
    """One page, whose sources are numbered as its text comes to cite them."""

    def __init__(self, context: Context, url: str) -> None:
        self._context = context
        self._root = "../" * url.count("/") or "./"
        self._numbers = CitationNumbers()

    def prepared(self, markdown: str) -> tuple[str, Placeholders]:
        """Its Markdown, or a part of it, with placeholders for links and citations."""
        placeholders = Placeholders(markdown)

        def link(name: str, label: str | None, written: Written) -> str:
            insertion = self._link(name, label, written.source)
            return placeholders.add(insertion, written) if insertion else written.source

        def cite(keys: Sequence[str], written: Written) -> str:
            insertion = self._citation(keys, written.source)
            return placeholders.add(insertion, written) if insertion else written.source

        return replace_in_page(markdown, link, cite), placeholders

    def _link(self, name: str, label: str | None, source: str) -> Insertion | None:
        entry = self._context.site.entries.get(EntryId(name))
        if entry is None:
            return None
        shown, text = _label(label) if label else (self._context.terms[entry.id], entry.term)
        href = entry_href(name, self._root)
        html = Html(f'<a class="concord-link" href="{href}">{shown}</a>')
        return Insertion(html, text, href, name, source)

    def _citation(self, keys: Sequence[str], source: str) -> Insertion | None:
        references = self._context.site.vocabularies.references
        known = [ReferenceKey(key) for key in keys if key in references]
        if not known:
            return None
        html = self._numbers.marks(known, references)
        numbers = [self._numbers.of(key) for key in known]
        name = f"source-{numbers[0]}"
        text = "".join([f"[{number}]" for number in numbers])
        return Insertion(html, text, f"#{name}", name, source)

    def completed(self, html: str) -> Html:
        """Its HTML with its blocks filled in and its sources at the end."""
        for mark, block in self._blocks().items():
            if mark in html:
                html = html.replace(mark, block())
        sources = self._numbers.sources(self._context.site.vocabularies.references)
        if sources:
            name = slug("sources", set(_ID.findall(html)))  # its author's headings come first
            html += f'\n<section class="concord-section"><h2 id="{name}">Sources</h2><ol class="concord-sources">{sources}</ol></section>'
        return Html(html)

    def _blocks(self) -> Mapping[str, Callable[[], Html]]:
        """What stands in a page for something that the site knows, and what makes that."""
        return {
            "<!-- concord:topics -->": lambda: topic_cards(self._context, self._root),
            "<!-- concord:fields -->": lambda: field_table(ENTRY_FIELDS),
        }


def _label(label: str) -> tuple[Html, str]:
    """A link's own words as HTML and as text.

    They are read by our Markdown, which knows no attributes; what is more than emphasis and code
    is shown as it is written.
    """
    if not _MARKUP.isdisjoint(label):
        parts = parts_of(read_markdown(label.strip()).text)
        html = "".join([text if letter == HTML else escape(text) for letter, text in parts])
        line = _LINE.fullmatch(html)
        if line:
            return Html(line[1]), unescape(_TAG.sub("", line[1]))
    return escape(label), label
