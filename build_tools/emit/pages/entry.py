"""The page of an entry: definition first, then everything that the entry and its links say."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from build_tools.emit.pages.cite_entry import cite_section
from build_tools.emit.pages.connections import connections_section, mentioned_in_section
from build_tools.emit.pages.entry_fields import Section, field_sections
from build_tools.emit.pages.neighbourhood import NeighbourhoodMaps
from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context, toc_item
from build_tools.emit.parts.html import Html, escape
from build_tools.emit.parts.shell import Shell, Slot
from build_tools.emit.parts.structured_data import entry_head
from build_tools.emit.parts.text import TextRenderer, entry_href
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Entry, Status
from build_tools.model.identifiers import EntryId
from build_tools.model.page_ids import PageId
from build_tools.stages.batches import in_batches
from build_tools.stages.prose.plain_text import plain_definition

__all__ = ["entry_pages"]

NEAR = 10
"""Entries of the topic that are shown before and after the current one."""

CURRENT = ' aria-current="page"'

_STATUS = {Status.DRAFT: "Draft", Status.REVIEWED: "Reviewed", Status.DEPRECATED: "Retired"}


_NOTHING = Html("")


@dataclass(slots=True)
class _Page:
    """What the page of an entry is made of, which comes one kind after the other.

    Sources are numbered as they are cited, so that what cites them is made in the page's order.
    """

    entry: Entry
    description: str
    numbers: CitationNumbers
    texts: TextRenderer
    header: str = ""
    definition: str = ""
    body: str = ""
    fields: Sequence[Section] = ()
    """What else the entry says."""
    connections: str = ""
    neighbourhood: str = ""
    mentioned: str = ""
    sources: str = ""
    cite: str = ""
    footer: str = ""
    head: Html = _NOTHING
    rail: Html = _NOTHING


def entry_pages(context: Context, shell: Shell, names: Sequence[EntryId]) -> Iterator[Artifact]:
    """The pages of some entries, made when they are asked for."""
    maps = NeighbourhoodMaps(context)
    for batch in in_batches(names):
        for page in _made(context, [context.site.entries[name] for name in batch], maps):
            content = shell.encoded(_slots(context, page))
            yield Artifact(f"terms/{page.entry.id}/index.html", (content,))


def _made(context: Context, entries: Sequence[Entry], maps: NeighbourhoodMaps) -> Sequence[_Page]:
    """Some pages. One kind of part after the other, code stays in the caches (``in_batches``)."""
    references = context.site.vocabularies.references
    pages = []
    for entry in entries:
        numbers = CitationNumbers(entry.references)
        texts = TextRenderer(context, entry, numbers)
        pages.append(_Page(entry, plain_definition(entry, context.site), numbers, texts))
    for page in pages:
        page.header = _header(context, page.entry)
    for page in pages:
        page.definition = page.texts.html("definition")
    for page in pages:
        page.body = page.texts.html("body")
    for page in pages:
        page.fields = field_sections(context, page.entry, page.texts, page.numbers)
    for page in pages:
        page.connections = connections_section(context, page.entry, page.numbers)
    for page in pages:
        page.neighbourhood = maps.section(page.entry)
    for page in pages:
        page.mentioned = mentioned_in_section(context, page.entry)
        page.sources = page.numbers.sources(references)
    for page in pages:
        page.cite = cite_section(context, page.entry, page.description)
        page.footer = _footer(context, page.entry)
    for page in pages:
        page.head = entry_head(context, page.entry, page.description)
        page.rail = _rail(context, page.entry)
    return pages


def _sections(page: _Page) -> Sequence[Section]:
    """All sections of a page, in its order."""
    sources = f'<ol class="concord-sources">{page.sources}</ol>' if page.sources else ""
    derived = (
        (_CONNECTIONS, "Connections", page.connections),
        (_NEIGHBOURHOOD, "Neighbourhood", page.neighbourhood),
        (_MENTIONED_IN, "Mentioned in", page.mentioned),
        (_SOURCES, "Sources", sources),
        (_CITE, "Cite this entry", page.cite),
    )
    return [*page.fields, *[section for section in derived if section[2]]]


_CONNECTIONS, _NEIGHBOURHOOD = PageId.CONNECTIONS.value, PageId.NEIGHBOURHOOD.value
_MENTIONED_IN, _SOURCES, _CITE = (
    PageId.MENTIONED_IN.value,
    PageId.SOURCES.value,
    PageId.CITE.value,
)
_TERM, _DEFINITION = PageId.TERM.value, PageId.DEFINITION.value
_READ_FIRST = PageId.READ_FIRST.value


def _slots(context: Context, page: _Page) -> dict[Slot, Html]:
    entry = page.entry
    sections = _sections(page)
    shown = "".join(
        [
            f'<section class="concord-section concord-section--{name}" aria-labelledby="{name}">'
            f'<h2 id="{name}">{heading}</h2>\n{content}</section>\n'
            for name, heading, content in sections
        ]
    )
    content = (
        f'<div class="concord-entry" data-entry-id="{entry.id}" data-topic="{entry.topic}">\n{page.header}\n'
        f'<p class="concord-definition" id="{_DEFINITION}">{page.definition}</p>\n'
        f"{_read_first(context, entry)}"
        f'<div class="concord-body">\n{page.body}</div>\n{shown}{page.footer}</div>'
    )
    toc = [toc_item(item.id, escape(item.text)) for item in page.texts.headings if item.level == 2]
    toc += [toc_item(name, Html(heading)) for name, heading, _content in sections]
    return {
        Slot.TITLE: context.terms[entry.id],
        Slot.DESCRIPTION: escape(_shortened(page.description)),
        Slot.PATH: Html(f"terms/{entry.id}"),
        Slot.HEAD: page.head,
        Slot.MAIN: Html(f' data-entry-id="{entry.id}"'),
        Slot.CONTENT: Html(content),
        Slot.RAIL: page.rail,
        Slot.TOC: Html("".join(toc)),
    }


def _header(context: Context, entry: Entry) -> str:
    topic = context.topics[entry.topic]
    abbreviation = (
        f' <abbr class="concord-abbreviation">{escape(entry.abbreviation)}</abbr>'
        if entry.abbreviation
        else ""
    )
    aliases = [escape(alias) for alias in entry.aliases if alias != entry.abbreviation]
    also = (
        f'<p class="concord-aliases">Also called <span>{"</span>, <span>".join(aliases)}</span></p>\n'
        if aliases
        else ""
    )
    reviewed = entry.reviewed.isoformat() if entry.reviewed else ""
    when = f' <time datetime="{reviewed}">{reviewed}</time>' if reviewed else ""
    return (
        '<nav class="concord-breadcrumbs" aria-label="Breadcrumbs"><ol>'
        '<li><a href="../../">Home</a></li><li><a href="../">Terms</a></li>'
        f'<li><a href="../../topics/{entry.topic}/">{topic}</a></li></ol></nav>\n'
        f'<h1 id="{_TERM}">{context.terms[entry.id]}{abbreviation}</h1>\n{also}'
        '<ul class="concord-facts" aria-label="About this entry">'
        f'<li><a class="concord-chip concord-chip--topic" href="../../topics/{entry.topic}/">{topic}</a></li>'
        f'<li><span class="concord-chip">{context.kinds[entry.kind]}</span></li>'
        f'<li><span class="concord-chip concord-chip--{entry.status}">{_STATUS[entry.status]}{when}</span></li></ul>'
        f"{_retired(context, entry)}"
    )


def _retired(context: Context, entry: Entry) -> str:
    if entry.status is not Status.DEPRECATED:
        return ""
    instead = ""
    if entry.replaced_by:
        label = context.terms.get(entry.replaced_by, escape(entry.replaced_by))
        instead = f' Read <a href="../{entry.replaced_by}/">{label}</a> instead.'
    return f'\n<div class="admonition warning"><p class="admonition-title">This entry is retired</p><p>It is kept so that links to it go on working.{instead}</p></div>'


def _read_first(context: Context, entry: Entry) -> str:
    """What is to be understood before the entry, in an order to read it in."""
    names = context.site.read_first.get(entry.id)
    if not names:
        return ""
    items = "</li><li>".join([context.links[name] for name in names])
    return (
        f'<div class="concord-read-first"><span id="{_READ_FIRST}">Read first</span>'
        f'<ol aria-labelledby="{_READ_FIRST}"><li>{items}</li></ol></div>\n'
    )


def _footer(context: Context, entry: Entry) -> str:
    siblings = context.site.topic_entries[entry.topic]
    at = context.rank[entry.id]
    links = []
    if at > 0:
        links.append(_sibling(context, siblings[at - 1], "prev", "Previous"))
    if at + 1 < len(siblings):
        links.append(_sibling(context, siblings[at + 1], "next", "Next"))
    pager = (
        f'<nav class="concord-pager" aria-label="In this topic">{"".join(links)}</nav>\n'
        if links
        else ""
    )
    edit, source = context.edit_url(entry), context.source_url(entry)
    actions = (
        f'<p class="concord-actions"><a href="{escape(edit)}" rel="nofollow">Edit this entry</a>'
        f'<a href="{escape(source)}" rel="nofollow">View its YAML source</a></p>\n'
        if edit
        else ""
    )
    return actions + pager


def _rail(context: Context, entry: Entry) -> Html:
    """The entries of the topic, as far as they are near in its order."""
    siblings = context.site.topic_entries[entry.topic]
    at = context.rank[entry.id]
    first = max(0, min(at - NEAR, len(siblings) - 2 * NEAR - 1))
    links = [*context.topic_links[entry.topic][first : first + 2 * NEAR + 1]]
    links[at - first] = Html(links[at - first].replace("<a", f"<a{CURRENT}", 1))
    items = "</li><li>".join(links)
    gap = '<li class="concord-rail__gap">&#8230;</li>'
    before, after = gap if first else "", gap if first + len(links) < len(siblings) else ""
    return Html(
        f'<nav class="concord-rail" aria-label="Entries of the topic" data-topic="{entry.topic}"><p>Topic '
        f'<a href="../../topics/{entry.topic}/">{context.topics[entry.topic]}</a></p>'
        f"<ul>{before}<li>{items}</li>{after}</ul></nav>"
    )


def _sibling(context: Context, name: EntryId, rel: str, label: str) -> str:
    return (
        f'<a class="concord-pager__{rel}" rel="{rel}" href="{entry_href(name, "../../")}">'
        f"<span>{label} in topic</span>{context.terms[name]}</a>"
    )


def _shortened(text: str, most: int = 300) -> str:
    """A description that ends at a word."""
    return text if len(text) <= most else text[: most - 1].rsplit(" ", 1)[0] + "…"
