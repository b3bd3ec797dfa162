"""No two elements of a page have one id, whatever its author calls the headings."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from build_tools.emit.pages.topic import topic_page
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.shell import Slot
from build_tools.model.page_ids import RESERVED_IDS, RESERVED_PREFIX
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import Element, entry_html, parse_html
from tests.support.strategies import dump, in_markdown, texts

SCRIPTS = Path(__file__).parents[2] / "build_tools/theme/static/assets/concord"

OTHER = {
    "term": "Other",
    "topic": "alignment",
    "kind": "concept",
    "definition": "Something else that rests on nothing [[own]].",
}
RELATIONS = (
    "needs:\n  label: presupposes\n  inverse_label: is presupposed by\n"
    "  transitive: true\n  acyclic: true\n  hierarchical: false\n"
    "related:\n  label: is related to\n  symmetric: true\n"
)
FULL = {
    "term": "Own",
    "topic": "alignment",
    "kind": "concept",
    "definition": "A thing [@doe2020].",
    "examples": ["One.", "Two."],
    "misconception": "It is not so.",
    "debate": {
        "question": "Why?",
        "positions": [{"claim": "So.", "sources": ["doe2020"]}, {"claim": "No."}],
    },
    "links": [{"relation": "needs", "target": "other", "because": "It does [@doe2020]."}],
    "sources": ["doe2020"],
}
"""An entry whose page has every section."""

NAMES = (
    *sorted(RESERVED_IDS),
    *("__config", "__drawer", "__search", "__nav_1", "__concord-results", "__concord-graph-hint"),
    *("cite-1-1", "cite-2-1", "source-1", "source-2", "cite-text", "cite-bibtex-text", "cite-csl"),
    *("section", "section-2", "", "!?", "ÉCOLE", "İstanbul", "ß", "中文", "नमस्ते", "سلام", "ไทย"),
    *("e\u0301", "\u00e9", "ﬁ", "🙂", "1", "-", "a--b", "a b", "A-B"),
)


def spellings(name: str) -> list[str]:
    words = re.sub(r"[-_]+", " ", name).strip()
    return [name, words, words.title(), words.upper(), f"{name}!", f"**{words or 'x'}**"]


def ids(page: Element) -> list[str]:
    return [item.attributes["id"] for item in page.elements if "id" in item.attributes]


def page_with(body: str) -> Element:
    files = {
        "glossary/relations.yml": RELATIONS,
        entry_path("own"): dump({**FULL, "body": body}),
        entry_path("other"): dump(OTHER),
    }
    return parse_html(entry_html(site_of(files), "own"))


def topic_with(story: str) -> Element:
    topics = {"alignment": {"label": "A", "definition": "D [@doe2020].", "story": story}}
    topics["safety"] = {"label": "S", "definition": "D."}
    files = {
        "glossary/topics.yml": dump(topics),
        entry_path("other"): dump(OTHER | {"definition": "Something."}),
    }
    site = site_of(files)
    page = topic_page(Context(site), next(iter(site.vocabularies.topics.values())))
    return parse_html(page.slots[Slot.CONTENT])


def headings(names: list[str]) -> str:
    return "\n\n".join(f"## {name}\n\nText." for name in names)


@pytest.mark.parametrize("name", NAMES)
def test_headings_named_like_what_is_there_already(name: str) -> None:
    body = headings(spellings(name) * 2)
    for page in (page_with(body), topic_with(body)):
        found = ids(page)
        assert len(found) == len(set(found)), sorted(
            {item for item in found if found.count(item) > 1}
        )
        assert len(page.all("h2")) >= len(spellings(name))


def test_all_reserved_names_at_once() -> None:
    found = ids(page_with(headings(list(NAMES))))
    assert len(found) == len(set(found))


@given(st.lists(texts() | st.sampled_from(NAMES), min_size=1, max_size=12))
def test_any_headings(names: list[str]) -> None:
    body = headings([in_markdown(name) or "x" for name in names])
    for page in (page_with(body), topic_with(body)):
        found = ids(page)
        assert len(found) == len(set(found))


def test_every_id_of_a_page_stands_in_the_table() -> None:
    for page in (page_with("Text."), topic_with("Text.")):
        unknown = {item for item in ids(page) if not RESERVED_PREFIX.match(item)} - RESERVED_IDS
        assert not unknown


def test_every_id_that_a_script_gives_stands_in_the_table() -> None:
    """``/path/`` has no headings of authors, so that its own ids may be what they are."""
    pattern = re.compile(r"(?:\bid: |\.id = )[\"`]([a-z_][^\"`$]*)[\"`]")
    given_by_scripts = {
        match[1]
        for path in SCRIPTS.rglob("*.js")
        if "path" not in path.relative_to(SCRIPTS).parts
        for match in pattern.finditer(path.read_text("utf-8"))
    }
    assert "map-card" in given_by_scripts
    assert {item for item in given_by_scripts if not item.startswith("__")} <= RESERVED_IDS
