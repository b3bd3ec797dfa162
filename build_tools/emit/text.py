"""An entry's texts as HTML: links, citations, and the terms that prose names."""

from collections.abc import Mapping
from types import MappingProxyType

from build_tools.emit.citations import CitationNumbers
from build_tools.emit.html import Html, escape
from build_tools.model.entry import Entry
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId, ReferenceKey
from build_tools.model.source import Pointer
from build_tools.stages.markdown import read_markdown
from build_tools.stages.mentions import Mention, MentionMatcher
from build_tools.stages.prose import read_prose
from build_tools.stages.tokens import Citation, Heading, Prose, Reading, Token, WikiOpen
from build_tools.stages.validate import prose_fields

__all__ = ["EntryTexts", "entry_href", "plain_text", "render_markdown", "render_prose"]


def entry_href(name: str, root: str = "../../") -> str:
    """From a page to an entry; ``root`` leads from the page to the site's root."""
    return f"{root}terms/{name}/"


class EntryTexts:
    """The texts of one entry, read and searched once, to be rendered in the page's order.

    A term is linked where it is named first, unless the author links it anywhere in the entry.
    """

    def __init__(
        self, entry: Entry, site: Site, matcher: MentionMatcher, numbers: CitationNumbers
    ) -> None:
        self._site = site
        self._numbers = numbers
        self._readings: dict[Pointer, Reading] = dict(prose_fields(entry))
        runs: list[str] = []
        self._first_run: dict[Pointer, int] = {}
        linked = {entry.id}
        for pointer, reading in self._readings.items():
            self._first_run[pointer] = len(runs)
            for token in reading.tokens:
                if isinstance(token, Prose):
                    if token.linkable:
                        runs.append(token.text)
                elif isinstance(token, WikiOpen):
                    linked.add(EntryId(token.target))
        self._mentions: dict[int, list[Mention]] = {}
        for mention in matcher.find(runs):
            if mention.target not in linked:
                linked.add(mention.target)
                self._mentions.setdefault(mention.run, []).append(mention)

    def html(self, *pointer: str | int) -> Html:
        """One field."""
        reading = self._readings.get(pointer)
        if reading is None:
            return Html("")
        return _render(
            reading.tokens,
            self._site,
            self._numbers,
            "../",
            self._mentions,
            run=self._first_run[pointer],
        )

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of the body."""
        reading = self._readings.get(("body",))
        return reading.headings if reading else ()


def render_prose(text: str, site: Site, numbers: CitationNumbers, root: str) -> Html:
    """Plain text with links and citations, outside an entry."""
    return _render(read_prose(text).tokens, site, numbers, f"{root}terms/")


def render_markdown(text: str, site: Site, numbers: CitationNumbers, root: str) -> Html:
    """Markdown with links and citations, outside an entry."""
    return _render(read_markdown(text).tokens, site, numbers, f"{root}terms/")


def plain_text(text: str, entries: Mapping[EntryId, Entry]) -> str:
    """A plain-text field as text alone: links become their labels, citations vanish."""
    if "[" not in text:
        return text
    parts = []
    for token in read_prose(text).tokens:
        if isinstance(token, Prose):
            parts.append(token.text)
        elif isinstance(token, WikiOpen) and not token.labelled:
            entry = entries.get(EntryId(token.target))
            parts.append(entry.term if entry else token.target)
    return "".join(parts)


def _render(
    tokens: tuple[Token, ...],
    site: Site,
    numbers: CitationNumbers,
    terms: str,
    mentions: Mapping[int, list[Mention]] = MappingProxyType({}),
    *,
    run: int = 0,
) -> Html:
    """Tokens as HTML; ``terms`` leads to the folder of entries, ``run`` numbers the first prose."""
    entries = site.entries
    out: list[str] = []
    opened = False
    for token in tokens:
        if isinstance(token, Prose):
            text = token.text
            if token.linkable:
                at = 0
                for _run, start, end, target in mentions.get(run, ()):
                    out.append(escape(text[at:start]))
                    out.append(
                        f'<a class="concord-mention" href="{terms}{target}/">{escape(text[start:end])}</a>'
                    )
                    at = end
                out.append(escape(text[at:] if at else text))
                run += 1
            else:
                out.append(escape(text))
        elif isinstance(token, str):
            out.append(token)
        elif isinstance(token, Citation):
            if out:
                out[-1] = out[-1].rstrip()  # a raised number stands close to the word before it
            out.append(numbers.marks(map(ReferenceKey, token.keys), site.vocabularies.references))
        elif isinstance(token, WikiOpen):
            entry = entries.get(EntryId(token.target))
            opened = entry is not None
            if entry:
                out.append(f'<a class="concord-link" href="{terms}{entry.id}/">')
            if not token.labelled:
                out.append(escape(entry.term if entry else token.target))
        else:  # WikiClose
            if opened:
                out.append("</a>")
            opened = False
    return Html("".join(out))
