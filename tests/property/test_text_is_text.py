"""Any text in any field comes out on the page as that text, and as nothing else."""

import json
import re
from typing import Any

from hypothesis import assume, given
from hypothesis import strategies as st

from build_tools.emit.pages.index import index_page
from build_tools.emit.pages.redirects import redirect_pages
from build_tools.emit.pages.topic import topic_page
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.shell import Slot
from build_tools.model.glossary import Site
from build_tools.model.identifiers import TopicKey
from tests.support.glossaries import compile_files, entry_path
from tests.support.pages import Element, entry_html, parse_html
from tests.support.strategies import dump, in_markdown, in_prose, labels, texts


def plain(text: str) -> str:
    """Text as it shows: white space is a space."""
    return " ".join(text.split())


def other_term(text: str) -> str:
    """A word of ``text``, so that there is something to link in it."""
    words = [word for word in re.findall(r"\w+", text) if len(word) > 1]
    return words[len(words) // 2] if words else "nothing"


def site_with(entry: dict[str, Any], term: str) -> Site:
    other = {"term": term, "topic": "safety", "kind": "concept", "definition": "Another entry."}
    compiled = compile_files({entry_path("own"): dump(entry), entry_path("other"): dump(other)})
    assume("label-conflict" not in compiled.codes)
    site = compiled.compilation.site
    assert site is not None, compiled.text()
    return site


def page_of(entry: dict[str, Any], term: str) -> Element:
    return parse_html(entry_html(site_with(entry, term), "own"))


@given(labels(), st.lists(labels(), max_size=3), st.none() | labels(), texts())
def test_labels(term: str, aliases: list[str], abbreviation: str | None, because: str) -> None:
    entry = {
        "term": term,
        "aliases": aliases,
        "abbreviation": abbreviation,
        "topic": "alignment",
        "kind": "concept",
        "definition": "Some text.",
        "links": [{"relation": "related", "target": "other", "because": in_prose(because)}],
    }
    page = page_of(entry, "Something else")
    heading = page.one("h1")
    assert str(heading.content[0]).strip() == plain(term)
    assert plain(page.one("head").one("title").text) == plain(term)
    short = [item.text for item in heading.all(class_="concord-abbreviation")]
    assert short == ([plain(abbreviation)] if abbreviation else [])
    shown = [
        item.text for found in page.all(class_="concord-aliases") for item in found.all("span")
    ]
    assert shown == [plain(alias) for alias in aliases if plain(alias) != plain(abbreviation or "")]
    assert plain(page.one(class_="concord-because").text) == plain(because)
    assert json.loads(page.one("script").text)["name"] == plain(term)


@given(labels(), st.lists(texts(), min_size=1, max_size=3), texts(), texts(), texts())
def test_plain_text(
    definition: str, examples: list[str], misconception: str, question: str, claim: str
) -> None:
    entry = {
        "term": "Own term",
        "topic": "alignment",
        "kind": "concept",
        "definition": in_prose(definition),
        "examples": [in_prose(example) for example in examples],
        "misconception": in_prose(misconception),
        "debate": {"question": in_prose(question), "positions": [{"claim": in_prose(claim)}]},
    }
    page = page_of(entry, other_term(definition + misconception))
    assert plain(page.one(id_="definition").text) == plain(definition)
    shown = [plain(spaced(item)) for item in page.one(class_="concord-examples").all("li")]
    assert shown == [plain(example) for example in examples]
    assert plain(spaced(page.one(class_="concord-misconception"))) == plain(misconception)
    assert plain(page.one(class_="concord-question").text) == plain(question)
    assert plain(spaced(page.one(class_="concord-position"))) == plain(claim)
    assert json.loads(page.one("script").text)["description"].split() == definition.split()


def spaced(element: Element) -> str:
    """The text of an element, with a space between paragraphs."""
    return " ".join(item.text for item in element.all("p")) or element.text


@given(st.lists(texts(), min_size=1, max_size=3))
def test_markdown(paragraphs: list[str]) -> None:
    entry = {
        "term": "Own term",
        "topic": "alignment",
        "kind": "concept",
        "definition": "Some text.",
        "body": "\n\n".join(map(in_markdown, paragraphs)),
    }
    page = page_of(entry, other_term("".join(paragraphs)))
    body = page.one(class_="concord-body")
    assert [plain(item.text) for item in body.all("p")] == list(map(plain, paragraphs))
    assert {item.tag for item in body.elements} <= {"div", "p", "a"}


@given(labels(), texts(), labels())
def test_text_brings_no_markup_to_any_other_page(label: str, definition: str, title: str) -> None:
    topics = {
        "alignment": {"label": label, "definition": in_prose(definition)},
        "safety": {"label": "S", "definition": "d"},
    }
    entry = {
        "term": title,
        "topic": "alignment",
        "kind": "concept",
        "definition": in_prose(definition),
        "former_ids": ["old"],
    }
    compiled = compile_files({"glossary/topics.yml": dump(topics), entry_path("own"): dump(entry)})
    site = compiled.compilation.site
    assert site is not None, compiled.text()
    context = Context(site)
    topic = parse_html(
        topic_page(context, site.vocabularies.topics[TopicKey("alignment")]).slots[Slot.CONTENT]
    )
    assert plain(topic.one("h1").text) == plain(label)
    assert plain(topic.one(class_="concord-lead").text) == plain(definition)
    assert plain(topic.one(class_="concord-entries").one("a").text) == plain(title)
    index = parse_html(index_page(context).slots[Slot.CONTENT])
    assert [plain(item.text) for item in index.all("li")[1:]] == [plain(title)]
    (redirect,) = redirect_pages(context)
    assert plain(parse_html(b"".join(redirect.pieces).decode()).one("body").one("a").text) == plain(
        title
    )
