"""How an entry is cited, in three formats, whatever its term is."""

import json

import pytest

from build_tools.emit.pages.cite_entry import cite_section
from build_tools.emit.parts.context import Context
from build_tools.model.identifiers import EntryId
from build_tools.model.project import Project
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import parse_html


def formats(
    term: str, more: str = "", *, description: str = "d", name: str = "W & co"
) -> list[str]:
    """The texts for a bibliography, for BibTeX and as CSL-JSON."""
    fields = {"term": term, "topic": "safety", "kind": "concept", "definition": "What it is."}
    text = json.dumps(fields, ensure_ascii=False)[:-1] + more + "}\n"
    project = Project(name=name, url="https://example.org/")
    site = site_of({entry_path("a"): text}, project)
    entry = site.entries[EntryId("a")]
    page = parse_html(cite_section(Context(site), entry, description))
    return [item.text for item in page.all("pre")]


def test_with_a_date() -> None:
    plain, bibtex, csl = formats("Alpha", ', "reviewed": 2026-11-03')
    assert plain == "“Alpha” (2026). In W & co. https://example.org/terms/a/"
    assert bibtex == (
        "@incollection{concord:a,\n  title = {Alpha},\n  booktitle = {W \\& co},\n"
        "  year = {2026},\n  url = {https://example.org/terms/a/}\n}"
    )
    assert json.loads(csl) == [
        {
            "id": "concord:a",
            "type": "entry-dictionary",
            "title": "Alpha",
            "container-title": "W & co",
            "abstract": "d",
            "URL": "https://example.org/terms/a/",
            "issued": {"date-parts": [[2026, 11, 3]]},
        }
    ]


def test_without_a_date() -> None:
    plain, bibtex, csl = formats("Alpha")
    assert plain == "“Alpha”. In W & co. https://example.org/terms/a/"
    assert "year" not in bibtex
    assert "issued" not in json.loads(csl)[0]


@pytest.mark.parametrize("mark", list("\\{}$&#_%~^"))
def test_what_bibtex_takes_for_its_own_is_escaped(mark: str) -> None:
    _plain, bibtex, _csl = formats(f"a{mark}b")
    title = bibtex.partition("title = {")[2].partition("},\n  booktitle")[0]
    words = {"\\": "backslash", "~": "asciitilde", "^": "asciicircum"}
    word = (words | {"{": "braceleft", "}": "braceright"}).get(mark)
    assert title == (f"a\\text{word}{{}}b" if word else f"a\\{mark}b")


@pytest.mark.parametrize("text", ['"', "\\", "<b>&amp;", "𝒜", "é"])
def test_csl_json_is_json_whatever_is_said(text: str) -> None:
    _plain, _bibtex, csl = formats(f"x{text}x", description=text, name=text)
    (item,) = json.loads(csl)
    assert (item["title"], item["abstract"], item["container-title"]) == (f"x{text}x", text, text)
