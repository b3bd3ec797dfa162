"""Topic pages, and the list of topics."""

from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context, Page, toc_item
from build_tools.emit.parts.html import Html, escape, plural
from build_tools.emit.parts.shell import Slot
from build_tools.emit.parts.structured_data import page_head
from build_tools.emit.parts.text import render_markdown, render_prose
from build_tools.model.identifiers import EntryId, site_url
from build_tools.model.vocabulary import Topic
from build_tools.stages.prose.plain_text import plain_text

__all__ = ["topic_cards", "topic_page", "topics_page"]

MOST_DEFINITIONS = 400
"""Entries up to which a topic's page prints definitions; beyond it lists terms alone."""


def topic_page(context: Context, topic: Topic) -> Page:
    """``/topics/TOPIC/``: its story and its entries."""
    site = context.site
    names = site.topic_entries[topic.key]
    numbers = CitationNumbers()
    definition = render_prose(topic.definition, site, numbers, "../../")
    story = render_markdown(topic.story, site, numbers, "../../")
    full = len(names) <= MOST_DEFINITIONS
    items = "".join(_card(context, name) if full else _line(context, name) for name in names)
    entries = (
        f'<ul class="concord-entries">{items}</ul>'
        if names
        else "<p>This topic has no entries yet.</p>"
    )
    sources = numbers.sources(site.vocabularies.references)
    cited = (
        f'<section><h2 id="sources">Sources</h2><ol class="concord-sources">{sources}</ol></section>'
        if sources
        else ""
    )
    label = escape(topic.label)
    content = (
        f'<div class="concord-topic" data-topic="{topic.key}">\n'
        '<nav class="concord-breadcrumbs" aria-label="Breadcrumbs"><ol><li><a href="../../">Home</a></li>'
        '<li><a href="../">Topics</a></li></ol></nav>\n'
        f'<h1 id="term">{label}</h1>\n<p class="concord-lead">{definition}</p>\n{story}'
        f'<section aria-labelledby="entries"><h2 id="entries">{plural(len(names), "entry", "entries")}</h2>\n{entries}</section>\n'
        f'<p class="concord-actions"><a href="../../graph/?topic={topic.key}">Show this topic in the map</a></p>\n{cited}</div>'
    )
    description = plain_text(topic.definition, site.entries)
    url = site_url("topics", topic.key)
    head = page_head(context, topic.label, description, context.absolute(url))
    toc = toc_item("entries", Html(plural(len(names), "entry", "entries")))
    toc += toc_item("sources", Html("Sources")) if sources else ""
    slots = {Slot.HEAD: head, Slot.CONTENT: Html(content), Slot.TOC: Html(toc)}
    return Page(url, topic.label, description, slots)


def topics_page(context: Context) -> Page:
    """``/topics/``: all topics."""
    title = "Topics"
    count = plural(len(context.site.vocabularies.topics), "topic")
    description = f"{count} in {context.site.project.name}."
    url = site_url("topics")
    content = f'<div class="concord-index"><h1 id="term">{title}</h1>\n{topic_cards(context, "../")}</div>'
    head = page_head(context, title, description, context.absolute(url))
    return Page(url, title, description, {Slot.HEAD: head, Slot.CONTENT: Html(content)})


def topic_cards(context: Context, root: str) -> Html:
    """Every topic with its definition and how many entries it has."""
    cards = []
    for topic in context.site.vocabularies.topics.values():
        count = plural(len(context.site.topic_entries[topic.key]), "entry", "entries")
        definition = escape(plain_text(topic.definition, context.site.entries))
        cards.append(
            f'<li data-topic="{topic.key}"><a href="{root}topics/{topic.key}/">{escape(topic.label)}</a>'
            f"<span>{count}</span><p>{definition}</p></li>"
        )
    return Html(f'<ul class="concord-topics">{"".join(cards)}</ul>')


def _card(context: Context, name: EntryId) -> str:
    entry = context.site.entries[name]
    definition = escape(plain_text(entry.definition, context.site.entries))
    abbreviation = f" <abbr>{escape(entry.abbreviation)}</abbr>" if entry.abbreviation else ""
    return (
        f'<li><a href="../../terms/{name}/">{context.terms[name]}</a>{abbreviation}'
        f'<span class="concord-kind">{context.kinds[entry.kind]}</span><p>{definition}</p></li>'
    )


def _line(context: Context, name: EntryId) -> str:
    return f'<li><a href="../../terms/{name}/">{context.terms[name]}</a></li>'
