"""An entry's texts as HTML: links, citations, and the terms that prose names."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import TypeAlias

from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.html import Html, escape, is_plain
from build_tools.model.entry import Entry
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId, ReferenceKey
from build_tools.model.text import (
    ASIDE,
    CITATION,
    HTML,
    LINK,
    LINK_END,
    PROSE,
    Heading,
    PackedText,
    first_runs,
    parts_of,
)
from build_tools.stages.prose.markdown import read_markdown
from build_tools.stages.prose.plain import read_prose

__all__ = [
    "TextRenderer",
    "entry_href",
    "render_markdown",
    "render_prose",
]


def entry_href(name: str, root: str = "../../") -> str:
    """From a page to an entry; ``root`` leads from the page to the site's root."""
    return f"{root}terms/{name}/"


MentionLink: TypeAlias = tuple[int, int, Html]
"""Where in a run of prose a term begins and ends, and the tag that begins the link to it."""


class TextRenderer:
    """Renders the texts of one entry, in the page's order."""

    def __init__(self, context: Context, entry: Entry, numbers: CitationNumbers) -> None:
        self._site = context.site
        self._numbers = numbers
        texts = context.site.linked.glossary.texts[entry.id]
        self._texts = dict(texts)
        self._first_run = first_runs(texts)
        self._mentions: dict[int, list[MentionLink]] = {}
        numbers_of_links = iter(context.site.mention_links[entry.id])
        tags, last = context.mention_tags, -1
        links: list[MentionLink] = []
        for run, start, end, rank in zip(*[numbers_of_links] * 4, strict=True):
            if run != last:
                links = self._mentions[run] = []
                last = run
            links.append((start, end, tags[rank]))

    def html(self, *pointer: str | int) -> Html:
        """One field."""
        reading = self._texts.get(pointer)
        if reading is None:
            return Html("")
        run = self._first_run[pointer]
        return _render(reading.text, self._site, self._numbers, "../", self._mentions, run=run)

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body."""
        reading = self._texts.get(("body",))
        return reading.headings if reading else ()


def render_prose(text: str, site: Site, numbers: CitationNumbers, root: str) -> Html:
    """Plain text with links and citations, outside an entry."""
    return _render(read_prose(text).text, site, numbers, f"{root}terms/")


def render_markdown(text: str, site: Site, numbers: CitationNumbers, root: str) -> Html:
    """Markdown with links and citations, outside an entry."""
    return _render(read_markdown(text).text, site, numbers, f"{root}terms/")


def _render(
    text: PackedText,
    site: Site,
    numbers: CitationNumbers,
    terms: str,
    mentions: Mapping[int, Sequence[MentionLink]] = MappingProxyType({}),
    *,
    run: int = 0,
) -> Html:
    """Packed text as HTML; ``terms`` leads to the entries, ``run`` numbers the first prose."""
    entries = site.entries
    out: list[str] = []
    opened = ""
    for letter, content in parts_of(text):
        if letter == HTML:
            out.append(content)
        elif letter == PROSE:
            out.append(_linked(content, mentions[run]) if run in mentions else escape(content))
            run += 1
        elif letter == ASIDE:
            out.append(escape(content))
        elif letter == CITATION:
            if out:
                out[-1] = out[-1].rstrip()  # a raised number stands close to the word before it
            keys = map(ReferenceKey, content.split(" "))
            out.append(numbers.marks(keys, site.vocabularies.references))
        elif letter == LINK_END:
            out.append(opened)
        else:
            entry = entries.get(EntryId(content))
            out.append(f'<a class="concord-link" href="{terms}{entry.id}/">' if entry else "")
            opened = "</a>" if entry else ""
            if letter == LINK:
                out.append(escape(entry.term if entry else content))
    return Html("".join(out))


def _linked(text: str, links: Sequence[MentionLink]) -> str:
    """Prose with the terms in it linked."""
    parts: list[str] = []
    at = 0
    for start, end, tag in links:
        parts += (text[at:start], tag, text[start:end], "</a>")
        at = end
    parts.append(text[at:])
    if not is_plain(text):
        parts[::2] = map(escape, parts[::2])  # every other part is the text's
    return "".join(parts)
