"""The A–Z page: every label, aliases included."""

from itertools import groupby

from build_tools.emit.parts.context import Context, Page
from build_tools.emit.parts.html import Html, escape, json_script, plural
from build_tools.emit.parts.shell import Slot
from build_tools.emit.parts.structured_data import page_head
from build_tools.model.glossary import Label
from build_tools.model.identifiers import site_url
from build_tools.stages.words.collate import initial

__all__ = ["index_page"]


def index_page(context: Context) -> Page:
    """``/terms/``: preferred labels lead to their entry, alternative ones say which it is."""
    site = context.site
    title = "Terms from A to Z"
    names = sum(not label.preferred for label in site.labels)
    summary = f"{plural(len(site.entries), 'term')} and {plural(names, 'other name')} for them."
    groups = [
        (letter, list(labels))
        for letter, labels in groupby(site.labels, key=lambda label: initial(label.text))
    ]
    merged: dict[str, list[Label]] = {}
    for letter, labels in groups:
        merged.setdefault(letter, []).extend(labels)
    bar = "".join(
        f'<li><a href="#{_anchor(letter)}">{escape(letter)}</a></li>' for letter in merged
    )
    lists = "".join(
        f'<section class="concord-letter" aria-labelledby="{_anchor(letter)}"><h2 id="{_anchor(letter)}">{escape(letter)}</h2>\n'
        f"<ul>{''.join(_line(context, label) for label in labels)}</ul></section>\n"
        for letter, labels in merged.items()
    )
    empty = "" if site.labels else "<p>There are no terms yet.</p>"
    content = (
        f'<div class="concord-index"><h1 id="term">{title}</h1>\n<p class="concord-lead">{summary}</p>\n'
        f'<nav class="concord-letters" aria-label="Letters"><ul>{bar}</ul></nav>\n{lists}{empty}</div>'
    )
    url = site_url("terms")
    term_set = {
        "@context": "https://schema.org",
        "@type": "DefinedTermSet",
        "@id": context.absolute(url),
        "url": context.absolute(url),
        "name": site.project.name,
        "description": site.project.description or summary,
    }
    head = page_head(context, title, summary, context.absolute(url)) + json_script(
        term_set, "application/ld+json"
    )
    slots = {Slot.HEAD: Html(head), Slot.CONTENT: Html(content)}
    return Page(url, title, summary, slots, wide=True)


def _anchor(letter: str) -> str:
    """An id for a letter's heading; other scripts by code point, which is plain and unique."""
    if letter == "0–9":
        return "digits"
    return letter.lower() if letter.isascii() and letter.isalnum() else f"u{ord(letter[0]):x}"


def _line(context: Context, label: Label) -> str:
    entry = context.site.entries[label.entry]
    if label.preferred:
        return f'<li><a href="{entry.id}/" data-topic="{entry.topic}">{context.terms[entry.id]}</a></li>'
    return (
        f'<li class="concord-alias"><a href="{entry.id}/">{escape(label.text)}</a> '
        f"<span>see {context.terms[entry.id]}</span></li>"
    )
