"""The concept graph as text: each entry and each link once, and nothing unescaped."""

import pytest

from build_tools.emit import graph_page as module
from build_tools.emit.context import Context
from build_tools.emit.graph_page import graph_page
from build_tools.emit.shell import Slot
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


def test_every_entry_and_link_is_told_once() -> None:
    site = site_of(FILES)
    content = graph_page(Context(site)).slots[Slot.CONTENT]
    parse_html(content)
    assert [content.count(f'data-entry-id="{name}"') for name in site.entries] == [1, 1]
    assert content.count("data-relation=") == site.linked.links == 1
    assert '<a href="../terms/b/">B</a>: <span class="concord-because">' in content


def test_texts_are_escaped() -> None:
    content = graph_page(Context(site_of(FILES))).slots[Slot.CONTENT]
    assert "<b>" not in content
    assert "<i>" not in content
    assert "It is &lt;i&gt;next&lt;/i&gt;." in content


def test_a_large_glossary_lists_topics(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_SENTENCES", 1)
    content = graph_page(Context(site_of(FILES))).slots[Slot.CONTENT]
    assert "data-entry-id" not in content
    assert '<a href="../topics/alignment/">' in content


def test_an_empty_glossary_has_a_page() -> None:
    assert "0 entries" in graph_page(Context(site_of({}))).description
