"""The page of an entry: definition first, then everything that the entry and its links say."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

from build_tools.emit.pages.cite_entry import cite_section
from build_tools.emit.pages.connections import connections_section, mentioned_in_section
from build_tools.emit.pages.neighbourhood import NeighbourhoodMaps
from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context, toc_item
from build_tools.emit.parts.html import Html, escape
from build_tools.emit.parts.shell import Shell, Slot
from build_tools.emit.parts.structured_data import entry_head
from build_tools.emit.parts.text import TextRenderer, entry_href, plain_definition
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Entry, Status
from build_tools.model.identifiers import EntryId
from build_tools.model.text import Heading
from build_tools.stages.batches import in_batches
from build_tools.stages.derive import references_of

__all__ = ["entry_pages"]

NEAR = 10
"""Entries of the topic that are shown before and after the current one."""

CURRENT = ' aria-current="page"'

_STATUS = {Status.DRAFT: "Draft", Status.REVIEWED: "Reviewed", Status.DEPRECATED: "Retired"}


_Section: TypeAlias = tuple[str, str, str]
"""Id, heading and content."""


class _Parts(NamedTuple):
    """What the page of an entry is made of, in the order of the page."""

    entry: Entry
    description: str
    header: str
    definition: Html
    body: Html
    headings: Sequence[Heading]
    """Of the body."""
    sections: Sequence[_Section]
    """What else the entry says: examples, a misconception, a debate."""
    connections: Html
    neighbourhood: Html
    mentioned: Html
    sources: Html
    cite: Html
    footer: str
    head: Html
    rail: Html


def entry_pages(context: Context, shell: Shell, names: Sequence[EntryId]) -> Iterator[Artifact]:
    """The pages of some entries, made when they are asked for."""
    maps = NeighbourhoodMaps(context)
    for batch in in_batches(names):
        for parts in _parts(context, [context.site.entries[name] for name in batch], maps):
            content = shell.encoded(_slots(context, parts))
            yield Artifact(f"terms/{parts.entry.id}/index.html", (content,))


def _parts(context: Context, entries: Sequence[Entry], maps: NeighbourhoodMaps) -> Iterator[_Parts]:
    """The parts of some pages, one kind after the other.

    Sources are numbered as they are cited, so that what cites them is made in the page's order.
    """
    references = context.site.vocabularies.references
    descriptions = [plain_definition(entry, context.site) for entry in entries]
    described = list(zip(entries, descriptions, strict=True))
    numbers = [CitationNumbers(references_of(entry)) for entry in entries]
    counted = list(zip(entries, numbers, strict=True))
    texts = [TextRenderer(context, entry, counts) for entry, counts in counted]
    return map(
        _Parts,
        entries,
        descriptions,
        [_header(context, entry) for entry in entries],
        [text.html("definition") for text in texts],
        [text.html("body") for text in texts],
        [text.headings for text in texts],
        [_sections(context, *each) for each in zip(entries, texts, numbers, strict=True)],
        [connections_section(context, entry, counts) for entry, counts in counted],
        [maps.section(entry) for entry in entries],
        [mentioned_in_section(context, entry) for entry in entries],
        [counts.sources(references) for counts in numbers],
        [cite_section(context, entry, description) for entry, description in described],
        [_footer(context, entry) for entry in entries],
        [entry_head(context, entry, description) for entry, description in described],
        [_rail(context, entry) for entry in entries],
    )


def _sections(
    context: Context, entry: Entry, texts: TextRenderer, numbers: CitationNumbers
) -> Sequence[_Section]:
    sections: list[_Section] = []
    if entry.examples:
        items = "".join(
            f"<li>{_paragraphs(texts.html('examples', at))}</li>"
            for at in range(len(entry.examples))
        )
        heading = "Example" if len(entry.examples) == 1 else "Examples"
        sections.append(("examples", heading, f'<ul class="concord-examples">{items}</ul>'))
    if entry.misconception:
        content = f'<div class="concord-misconception">{_paragraphs(texts.html("misconception"), always=True)}</div>'
        sections.append(("misconception", "Common misconception", content))
    if entry.debate:
        content = _debate(context, entry, texts, numbers)
        sections.append(("debate", "Where experts disagree", content))
    return sections


def _slots(context: Context, parts: _Parts) -> dict[Slot, Html]:
    entry = parts.entry
    sections = list(parts.sections)
    if parts.connections:
        sections.append(("connections", "Connections", parts.connections))
    if parts.neighbourhood:
        sections.append(("neighbourhood", "Neighbourhood", parts.neighbourhood))
    if parts.mentioned:
        sections.append(("mentioned-in", "Mentioned in", parts.mentioned))
    if parts.sources:
        sections.append(("sources", "Sources", f'<ol class="concord-sources">{parts.sources}</ol>'))
    sections.append(("cite", "Cite this entry", parts.cite))
    shown = "".join(
        [
            f'<section class="concord-section concord-section--{name}" aria-labelledby="{name}">'
            f'<h2 id="{name}">{heading}</h2>\n{content}</section>\n'
            for name, heading, content in sections
        ]
    )
    content = (
        f'<div class="concord-entry" data-entry-id="{entry.id}" data-topic="{entry.topic}">\n{parts.header}\n'
        f'<p class="concord-definition" id="definition">{parts.definition}</p>\n'
        f"{_read_first(context, entry)}"
        f'<div class="concord-body">\n{parts.body}</div>\n{shown}{parts.footer}</div>'
    )
    toc = [toc_item(item.id, escape(item.text)) for item in parts.headings if item.level == 2]
    toc += [toc_item(name, Html(heading)) for name, heading, _content in sections]
    return {
        Slot.TITLE: context.terms[entry.id],
        Slot.DESCRIPTION: escape(_shortened(parts.description)),
        Slot.PATH: Html(f"terms/{entry.id}"),
        Slot.HEAD: parts.head,
        Slot.MAIN: Html(f' data-entry-id="{entry.id}"'),
        Slot.CONTENT: Html(content),
        Slot.RAIL: parts.rail,
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
        f'<h1 id="term">{context.terms[entry.id]}{abbreviation}</h1>\n{also}'
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
    names = context.read_first.get(entry.id)
    if not names:
        return ""
    items = "</li><li>".join([context.links[name] for name in names])
    return (
        '<div class="concord-read-first"><span id="read-first">Read first</span>'
        f'<ol aria-labelledby="read-first"><li>{items}</li></ol></div>\n'
    )


def _paragraphs(content: str, *, always: bool = False) -> str:
    """Blank lines in plain text separate paragraphs."""
    parts = [part for part in content.split("\n\n") if part.strip()]
    return "".join(f"<p>{part}</p>" for part in parts) if always or len(parts) > 1 else content


def _debate(context: Context, entry: Entry, texts: TextRenderer, numbers: CitationNumbers) -> str:
    debate = entry.debate
    if debate is None:
        return ""
    positions = []
    for at, position in enumerate(debate.positions):
        claim = texts.html("debate", "positions", at, "claim")
        marks = numbers.marks(position.sources, context.site.vocabularies.references)
        positions.append(
            f'<li class="concord-position">{_paragraphs(claim + marks if marks else claim, always=True)}</li>'
        )
    question = texts.html("debate", "question")
    return f'<p class="concord-question">{question}</p>\n<ul class="concord-positions">{"".join(positions)}</ul>'


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
    links = context.topic_links[entry.topic][first : first + 2 * NEAR + 1]
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
