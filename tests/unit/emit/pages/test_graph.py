"""The concept graph as text: each entry and each link once, and nothing unescaped."""

import re

import pytest

from build_tools.emit.pages import graph as module
from build_tools.emit.pages.graph import SCRIPT, graph_pages
from build_tools.emit.parts.context import Context, Page
from build_tools.emit.parts.shell import Slot
from build_tools.model.glossary import Site
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import parse_html

HEAD = "topic: alignment\nkind: concept\ndefinition: A letter of the alphabet.\n"
FILES = {
    entry_path("a"): (
        f"term: A <b>\n{HEAD}"
        'links:\n- {relation: related, target: b, because: "It is <i>next</i>."}\n'
    ),
    entry_path("b"): f"term: B\n{HEAD}",
}


def pages(site: Site) -> list[Page]:
    return list(graph_pages(Context(site), ()))


def test_every_entry_and_link_is_told_once_on_each_page() -> None:
    site = site_of(FILES)
    for page in pages(site):
        content = page.slots[Slot.CONTENT]
        parse_html(content)
        assert [content.count(f'data-entry-id="{name}"') for name in site.entries] == [1, 1]
        assert content.count("<em>") == site.linked.links == 1


def test_reasons_are_on_a_page_of_their_own() -> None:
    graph, sentences = pages(site_of(FILES))
    assert [graph.url, sentences.url] == ["graph/", "graph/sentences/"]
    assert "next" not in graph.slots[Slot.CONTENT]
    assert '<a href="sentences/">' in graph.slots[Slot.CONTENT]
    link = '<a href="../../terms/b/">B</a>: <span class="concord-because">It is &lt;i&gt;next'
    assert link in sentences.slots[Slot.CONTENT]


def test_texts_are_escaped() -> None:
    for page in pages(site_of(FILES)):
        assert "<b>" not in page.slots[Slot.CONTENT]
        assert "<i>" not in page.slots[Slot.CONTENT]


def test_a_large_glossary_lists_topics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SENTENCES", 1)
    (page,) = pages(site_of(FILES))
    content = page.slots[Slot.CONTENT]
    assert "data-entry-id" not in content
    assert "sentences/" not in content
    assert '<a href="../topics/alignment/">' in content


def test_an_empty_glossary_has_a_page() -> None:
    (page,) = pages(site_of({}))
    assert "0 entries" in page.description
    assert "<p>There are no entries yet.</p>" in page.slots[Slot.CONTENT]
    assert "data-concord-graph" not in page.slots[Slot.CONTENT], "there is nothing to draw"


def test_all_that_the_map_imports_is_told_at_once() -> None:
    graph, sentences = graph_pages(Context(site_of(FILES)), ["assets/a.js", "assets/b.js"])
    sources = re.findall(r'<script type="module" src="([^"]+)">', graph.slots[Slot.HEAD])
    assert sources == ["../assets/a.js", "../assets/b.js", f"../{SCRIPT}"]
    assert '<script type="module"' not in sentences.slots[Slot.HEAD]
