"""The typed links of an entry from both ends, and the entries that name it."""

from collections.abc import Sequence
from itertools import chain

from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.html import Html, escape, plural
from build_tools.emit.parts.text import render_prose
from build_tools.model.entry import Entry

__all__ = ["connections_section", "mentioned_in_section"]

MOST_MENTIONS = 60
"""Entries listed under "mentioned in"; the rest are counted, so that a page's weight is bounded."""


def connections_section(context: Context, entry: Entry, numbers: CitationNumbers) -> Html:
    """All links in groups by relation and direction, each with its reason and sources."""
    references = context.site.vocabularies.references
    links = context.connection_links
    parts: list[str] = []
    group = None
    for relation, inverse, other, because, sources in context.site.linked.connections[entry.id]:
        if group != (relation, inverse):
            group = relation, inverse
            label = context.relations[group]
            parts.append(
                f'{_GROUP_END if parts else ""}<div class="concord-relation" data-relation="{relation}">'
                f"<h3>{label}</h3>\n<ul>"
            )
        reason = (
            escape(because)
            if "[" not in because  # nearly always
            else render_prose(because, context.site, numbers, "../../")
        )
        marks = numbers.marks(sources, references) if sources else ""
        parts.append(
            f'<li>{links[other]}<span class="concord-because">{reason}{marks}</span></li>'
            if because
            else f"<li>{links[other]}{marks}</li>"
        )
    if parts:
        parts.append(_GROUP_END)
    return Html("".join(parts))


_GROUP_END = "</ul></div>\n"


def mentioned_in_section(context: Context, entry: Entry) -> Html:
    """The entries whose prose names this one: those it is linked with first, then its topic's."""
    named_by = context.site.mentioned_in[entry.id]
    if not named_by:
        return Html("")
    shown = named_by if len(named_by) <= MOST_MENTIONS else _nearest(context, entry, named_by)
    items = "</li><li>".join(map(context.links_by_rank.__getitem__, shown))
    rest = len(named_by) - len(shown)
    more = f"<p>and in {plural(rest, 'more entry', 'more entries')}.</p>" if rest else ""
    return Html(f'<ul class="concord-mentions"><li>{items}</li></ul>{more}')


def _nearest(context: Context, entry: Entry, named_by: Sequence[int]) -> Sequence[int]:
    """As many as are shown, in their order."""
    site = context.site
    near = {site.ranks[item.other] for item in site.linked.connections[entry.id]}
    topics, topic = context.topics_by_rank, entry.topic
    linked = (rank for rank in named_by if rank in near)
    alike = (rank for rank in named_by if topics[rank] == topic)
    chosen: set[int] = set()
    for rank in chain(linked, alike, named_by):  # a hub is named thousands of times: stop early
        chosen.add(rank)
        if len(chosen) == MOST_MENTIONS:
            break
    return [rank for rank in named_by if rank in chosen]
