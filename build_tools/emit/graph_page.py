"""The page of the concept graph, as the text that it is without script."""

from build_tools.emit.context import Context, Page
from build_tools.emit.html import Html, escape, plural
from build_tools.emit.shell import Slot
from build_tools.emit.structured_data import page_head
from build_tools.model.identifiers import EntryId, site_url
from build_tools.model.vocabulary import Topic

__all__ = ["GRAPH_URL", "graph_page"]

GRAPH_URL = site_url("graph")

MOST_SENTENCES = 400
"""Entries up to which the page tells every link; beyond it lists topics alone."""


def graph_page(context: Context) -> Page:
    """``/graph/``: every typed link as a sentence with its reason, by topic and entry.

    A link is told once, where it is stated.
    """
    site = context.site
    title = "Concept graph"
    count = plural(len(site.entries), "entry", "entries")
    description = f"How {count} hang together, by {plural(site.linked.links, 'typed link')}."
    told = len(site.entries) <= MOST_SENTENCES
    topics = site.vocabularies.topics.values()
    if told:
        text = "".join(_topic(context, topic) for topic in topics if site.topic_entries[topic.key])
    else:
        items = "".join(f"<li>{_heading(context, topic)}</li>" for topic in topics)
        text = f'<ul class="concord-graph-topics">{items}</ul>'
    content = (
        f'<div class="concord-graph"><h1 id="term">{title}</h1>\n'
        f'<p class="concord-lead">{description}</p>\n{text}</div>'
    )
    head = page_head(context, title, description, context.absolute(GRAPH_URL))
    return Page(GRAPH_URL, title, description, {Slot.HEAD: head, Slot.CONTENT: Html(content)})


def _topic(context: Context, topic: Topic) -> str:
    items = "".join(_entry(context, name) for name in context.site.topic_entries[topic.key])
    return (
        f'<section data-topic="{topic.key}" aria-labelledby="topic-{topic.key}">'
        f'<h2 id="topic-{topic.key}">{_heading(context, topic)}</h2>\n<ul>{items}</ul></section>\n'
    )


def _heading(context: Context, topic: Topic) -> str:
    count = plural(len(context.site.topic_entries[topic.key]), "entry", "entries")
    label = context.topics[topic.key]
    return f'<a href="../topics/{topic.key}/">{label}</a> <small>{count}</small>'


def _entry(context: Context, name: EntryId) -> str:
    relations = context.site.vocabularies.relations
    term = context.terms[name]
    sentences = "".join(
        f'<li data-relation="{link.relation}">{term} <em>{escape(relations[link.relation].label)}</em> '
        f"{_link(context, link.target)}{_reason(link.because)}</li>"
        for link in context.site.entries[name].links
    )
    nested = f"<ul>{sentences}</ul>" if sentences else ""
    return f'<li data-entry-id="{name}">{_link(context, name)}{nested}</li>'


def _link(context: Context, name: EntryId) -> str:
    return f'<a href="../terms/{name}/">{context.terms[name]}</a>'


def _reason(because: str) -> str:
    return f': <span class="concord-because">{escape(because)}</span>' if because else ""
