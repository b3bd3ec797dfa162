"""Whatever a file holds, there is an entry or a diagnostic that lies in the file; never a traceback."""

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from build_tools.adapters.report import FORMATS, report
from build_tools.model.diagnostics import Severity
from build_tools.model.identifiers import EntryId
from build_tools.model.source import SourceFile
from build_tools.stages.prose.host_page import named_in_page, page_text, replace_in_page
from tests.support.glossaries import Compiled, compile_files, entry_path
from tests.support.pages import entry_html, parse_html
from tests.support.strategies import broken_yaml, dump, json_values, markdown_texts, values

GOOD = "term: Own term\ntopic: alignment\nkind: concept\ndefinition: A good definition.\n"


def check(compiled: Compiled) -> None:
    """An outcome is a site or an error, and every diagnostic has a place in its file."""
    found = compiled.compilation
    assert (found.site is None) is bool(found.count(Severity.ERROR))
    for item in found.diagnostics:
        if item.path not in compiled.sources:
            continue
        text = compiled.sources[item.path].content.decode("utf-8", "replace").removeprefix("\ufeff")
        lines = text.split("\n")
        span = item.span
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 1 <= span.column <= len(lines[span.line - 1]) + 1
        assert 1 <= span.end_column <= len(lines[span.end_line - 1]) + 2
        assert (span.line, span.column) <= (span.end_line, span.end_column)
        assert item.message
    for name in FORMATS:
        shown = report(found.entries, found.diagnostics, compiled.sources, name, verbose=True)
        shown.encode()
        assert "\x1b" not in shown
    if found.site:
        for name in found.site.entries:
            parse_html(entry_html(found.site, name))


@given(broken_yaml())
def test_any_bytes_as_an_entry(content: bytes) -> None:
    check(compile_files({entry_path("own"): content, entry_path("b"): GOOD}))


@given(broken_yaml())
def test_any_bytes_behind_a_good_entry(content: bytes) -> None:
    check(compile_files({entry_path("own"): GOOD.encode() + content}))


@given(
    broken_yaml(), st.sampled_from(("topics.yml", "kinds.yml", "relations.yml", "references.json"))
)
def test_any_bytes_as_a_vocabulary(content: bytes, name: str) -> None:
    check(compile_files({entry_path("own"): GOOD, f"glossary/{name}": content}))


@given(st.dictionaries(st.text(max_size=5), values(), max_size=5), st.booleans())
def test_any_mapping_as_an_entry(mapping: dict[str, Any], good: bool) -> None:
    entry = {
        **mapping,
        **(
            {"term": "A", "topic": "alignment", "kind": "concept", "definition": "B"}
            if good
            else {}
        ),
    }
    check(compile_files({entry_path("own"): dump(entry)}))


@given(values())
def test_any_value_in_any_field(value: Any) -> None:
    for key in ("term", "aliases", "body", "debate", "links", "sources", "reviewed", "former_ids"):
        text = GOOD.replace("term: Own term\n", "") if key == "term" else GOOD
        check(compile_files({entry_path("own"): text + dump({key: value})}))


@given(markdown_texts())
def test_any_markdown_as_a_body(text: str) -> None:
    compiled = compile_files({entry_path("own"): GOOD + dump({"body": text})})
    check(compiled)
    checked = {"raw-html", "unsafe-url", "remote-image", "unknown-wiki-link", "unknown-citation"}
    if compiled.compilation.site is None:
        assert checked.union(
            {"unterminated-wiki-link", "empty-wiki-link", "self-link", "empty-value"}
        ).intersection(compiled.codes)


@given(
    st.lists(
        st.dictionaries(
            st.sampled_from(("id", "title", "author", "issued", "DOI", "URL", "type")),
            json_values(),
        )
    )
)
def test_any_bibliography(items: list[Any]) -> None:
    text = json.dumps([{"id": f"r{at}", **item} for at, item in enumerate(items)])
    compiled = compile_files({entry_path("own"): GOOD, "glossary/references.json": text})
    check(compiled)
    site = compiled.compilation.site
    if site and items and EntryId("own") in site.entries:
        keys = list(site.vocabularies.references)
        cited = compile_files(
            {
                entry_path("own"): GOOD + dump({"sources": keys}),
                "glossary/references.json": text,
            }
        )
        check(cited)


@given(st.binary(max_size=80) | markdown_texts().map(str.encode))
def test_any_bytes_as_a_page(content: bytes) -> None:
    check(compile_files({entry_path("own"): GOOD, "docs/index.md": content}))
    page = SourceFile("docs/index.md", content)
    text = page_text(page)
    for item in named_in_page(page):
        assert 0 <= item.start < item.end <= len(text)
        assert item.name in text[item.start : item.end]
    same = replace_in_page(
        text, lambda _name, _label, written: written.source, lambda _keys, written: written.source
    )
    assert same == text
