"""The pages of the concept graph: the map, which is a text where no script runs, and its sentences."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from build_tools.emit.parts.context import Context, Page, toc_item
from build_tools.emit.parts.html import Html, escape, plural
from build_tools.emit.parts.shell import Slot
from build_tools.emit.parts.structured_data import page_head
from build_tools.model.entry import Link
from build_tools.model.identifiers import EntryId, site_url
from build_tools.model.vocabulary import Topic
from build_tools.stages.prose.plain_text import plain_text

__all__ = ["GRAPH_URL", "SCRIPT", "SENTENCES_URL", "graph_pages"]

GRAPH_URL = site_url("graph")
SENTENCES_URL = site_url("graph", "sentences")

MOST_SENTENCES = 400
"""Entries up to which the links are told; beyond it the page lists topics alone."""

SCRIPT = "assets/concord/graph/main.js"
"""What makes a map of the text."""


def graph_pages(context: Context, imported: Iterable[str]) -> Iterator[Page]:
    """``/graph/``, and ``/graph/sentences/`` where there are not too many.

    Without script the map's page tells every link as a sentence, once, where it is stated. Reasons
    are most of such a text, and who sees the map would download them for nothing: they stand on a
    page of their own.

    Args:
        imported: by :data:`SCRIPT`, as paths below the site's root.
    """
    site = context.site
    title = "Concept graph"
    count = plural(len(site.entries), "entry", "entries")
    links = plural(site.linked.links, "typed link")
    description = f"How {count} hang together, by {links}."
    told = 0 < len(site.entries) <= MOST_SENTENCES
    telling = _Telling(context, "../", reasons=False)
    if told:
        text = (
            '<p><a href="sentences/">The same with the reason for each link</a></p>\n'
            f"{telling.chapters()}"
        )
    elif site.entries:
        topics = site.vocabularies.topics.values()
        items = "".join(f"<li>{telling.heading(topic)}</li>" for topic in topics)
        text = f'<ul class="concord-graph-topics">{items}</ul>'
    else:
        text = "<p>There are no entries yet.</p>"
    content = (
        f'<div class="concord-graph"{" data-concord-graph" if site.entries else ""}><h1 id="term">{title}</h1>\n'
        f'<p class="concord-lead">{description}</p>\n'
        '<p class="concord-graph__wait">The map is being drawn. '
        "What it shows is told below.</p>\n"
        f'<div class="concord-graph__told">{text}</div></div>'
    )
    head = page_head(context, title, description, context.absolute(GRAPH_URL))
    slots = {Slot.HEAD: Html(head + _head("../") + _scripts(imported)), Slot.CONTENT: Html(content)}
    yield Page(GRAPH_URL, title, description, slots, wide=True)
    if told:
        yield _sentences_page(context, f"Why {count} hang together: {links}, each with its reason.")


def _sentences_page(context: Context, description: str) -> Page:
    title = "The concept graph in sentences"
    telling = _Telling(context, "../../", reasons=True)
    content = (
        f'<div class="concord-graph-sentences"><h1 id="term">{title}</h1>\n'
        f'<p class="concord-lead">{description} <a href="../">The map</a></p>\n'
        f"{telling.chapters()}</div>"
    )
    head = page_head(context, title, description, context.absolute(SENTENCES_URL))
    topics = (key for key, names in context.site.topic_entries.items() if names)
    slots = {
        Slot.HEAD: Html(head + _head("../../")),
        Slot.CONTENT: Html(content),
        Slot.TOC: Html("".join(toc_item(f"topic-{key}", context.topics[key]) for key in topics)),
    }
    return Page(SENTENCES_URL, title, description, slots)


def _head(root: str) -> str:
    return f'<link rel="stylesheet" href="{root}assets/concord/graph.css">'


def _scripts(imported: Iterable[str]) -> str:
    """The map's script, and before it what it imports: so no browser has to find it step by step.

    ``modulepreload`` would do the same, but is also followed where no script runs.
    """
    paths = (*imported, SCRIPT)
    return "".join(f'<script type="module" src="../{path}"></script>' for path in paths)


@dataclass(frozen=True, slots=True)
class _Telling:
    """How the links are told on one page."""

    context: Context
    root: str
    """From the page to the site's root."""
    reasons: bool

    def chapters(self) -> str:
        """Every topic that has entries, with its entries and what they state."""
        site = self.context.site
        return "".join(
            self._chapter(topic)
            for topic in site.vocabularies.topics.values()
            if site.topic_entries[topic.key]
        )

    def heading(self, topic: Topic) -> str:
        """A topic's name, as a link, and how many entries it has."""
        count = plural(len(self.context.site.topic_entries[topic.key]), "entry", "entries")
        label = self.context.topics[topic.key]
        return f'<a href="{self.root}topics/{topic.key}/">{label}</a> <small>{count}</small>'

    def _chapter(self, topic: Topic) -> str:
        items = "".join(self._entry(name) for name in self.context.site.topic_entries[topic.key])
        return (
            f'<section data-topic="{topic.key}" aria-labelledby="topic-{topic.key}">'
            f'<h2 id="topic-{topic.key}">{self.heading(topic)}</h2>\n<ul>{items}</ul></section>\n'
        )

    def _entry(self, name: EntryId) -> str:
        term = self.context.terms[name]
        links = self.context.site.entries[name].links
        sentences = "".join(self._sentence(term, link) for link in links)
        nested = f"<ul>{sentences}</ul>" if sentences else ""
        return f'<li data-entry-id="{name}">{self._link(name)}{nested}</li>'

    def _sentence(self, term: Html, link: Link) -> str:
        relation = self.context.site.vocabularies.relations[link.relation]
        reason = ""
        if self.reasons and link.because:
            because = plain_text(link.because, self.context.site.entries)
            reason = f': <span class="concord-because">{escape(because)}</span>'
        return (
            f"<li>{term} <em>{escape(relation.label)}</em> {self._link(link.target)}{reason}</li>"
        )

    def _link(self, name: EntryId) -> str:
        return f'<a href="{self.root}terms/{name}/">{self.context.terms[name]}</a>'
