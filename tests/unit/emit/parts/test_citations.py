import re
from typing import Any

import pytest

from build_tools.emit.parts.citations import (
    CitationNumbers,
    names,
    reference_html,
    reference_url,
    short_name,
)
from build_tools.emit.parts.html import escape
from build_tools.model.identifiers import ReferenceKey
from build_tools.model.vocabulary import Name, Reference

DOE, ROE, POE = Name("Doe", "Jane"), Name("Roe", "Richard Q."), Name("Poe", "Jean-Luc")
BOARD, OTHERS = Name(literal="Names Board"), Name(literal="others")
A, B, C = (ReferenceKey(key) for key in "abc")


def reference(key: str = "a", *, title: str = "On Terms", **fields: Any) -> Reference:
    return Reference(ReferenceKey(key), "book", title, **fields)


@pytest.mark.parametrize(
    ("people", "text"),
    [
        ((), ""),
        ((DOE,), "Doe, J."),
        ((DOE, ROE), "Doe, J. and Roe, R. Q."),
        ((DOE, ROE, POE), "Doe, J., Roe, R. Q. and Poe, J. L."),
        ((BOARD,), "Names Board"),
        ((Name("Doe"),), "Doe"),
        ((Name("Doe", "'t"),), "Doe"),
        ((DOE, OTHERS), "Doe, J. et al."),
        ((DOE,) * 6, "Doe, J., Doe, J., Doe, J., Doe, J., Doe, J. and Doe, J."),
        ((DOE,) * 7, "Doe, J., Doe, J., Doe, J., Doe, J., Doe, J., Doe, J. et al."),
    ],
)
def test_names(people: tuple[Name, ...], text: str) -> None:
    assert names(people) == text


@pytest.mark.parametrize(
    ("people", "year", "text"),
    [
        ((DOE,), 2020, "Doe 2020: On Terms"),
        ((DOE, ROE), 2020, "Doe and Roe 2020: On Terms"),
        ((DOE, ROE, POE), 2020, "Doe et al. 2020: On Terms"),
        ((DOE, OTHERS), None, "Doe et al. : On Terms"),
        ((BOARD,), 2020, "Names Board 2020: On Terms"),
        ((), 2020, "2020: On Terms"),
        ((), None, "On Terms"),
    ],
)
def test_short_names(people: tuple[Name, ...], year: int | None, text: str) -> None:
    assert short_name(reference(authors=people, year=year)) == text


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({}, ""),
        ({"url": "https://example.org/"}, "https://example.org/"),
        ({"arxiv": "2001.01234", "url": "x"}, "https://arxiv.org/abs/2001.01234"),
        ({"doi": "10.1000/182", "arxiv": "2001.01234"}, "https://doi.org/10.1000/182"),
        ({"doi": '10.1002/a<b>"?#%'}, "https://doi.org/10.1002/a%3Cb%3E%22%3F%23%25"),
    ],
)
def test_the_best_link(fields: dict[str, str], url: str) -> None:
    assert reference_url(reference(**fields)) == url


@pytest.mark.parametrize(
    ("fields", "html"),
    [
        ({}, "(undated). <cite>On Terms</cite>."),
        ({"title": ""}, "(undated). <cite>a</cite>."),
        (
            {"authors": (DOE,), "year": 2020, "publisher": "Press"},
            '<span class="concord-authors">Doe, J.</span> (2020). <cite>On Terms</cite>. Press.',
        ),
        (
            {
                "container": "Journal",
                "publisher": "Press",
                "volume": "3",
                "issue": "4",
                "pages": "1–9",
            },
            "(undated). <cite>On Terms</cite>. Journal 3(4), 1–9.",
        ),
        ({"container": "Journal", "issue": "4"}, "(undated). <cite>On Terms</cite>. Journal."),
        (
            {"doi": "10.1000/a&b", "arxiv": "2001.01234"},
            '(undated). <a href="https://doi.org/10.1000/a&amp;b"><cite>On Terms</cite></a>.'
            ' <a href="https://doi.org/10.1000/a&amp;b">doi:10.1000/a&amp;b</a>'
            ' <a href="https://arxiv.org/abs/2001.01234">arXiv:2001.01234</a>',
        ),
        (
            {"title": "<b>", "authors": (Name("<i>"),), "container": "<u>", "url": 'x"y'},
            '<span class="concord-authors">&lt;i&gt;</span> (undated).'
            ' <a href="x&quot;y"><cite>&lt;b&gt;</cite></a>. &lt;u&gt;.',
        ),
    ],
)
def test_bibliography(fields: dict[str, Any], html: str) -> None:
    assert reference_html(reference(**fields)) == html


REFERENCES = {
    key: reference(key, title=f"On {key}", authors=(DOE,), year=2020) for key in (A, B, C)
}


def test_sources_are_numbered_as_listed_and_then_as_cited() -> None:
    numbers = CitationNumbers([B, B])
    marks = numbers.marks([A, B], REFERENCES)
    assert marks == (
        '<sup class="concord-cite">'
        '<a id="cite-2-1" href="#source-2" title="Doe 2020: On a">[2]</a>'
        '<a id="cite-1-1" href="#source-1" title="Doe 2020: On b">[1]</a></sup>'
    )
    sources = numbers.sources(REFERENCES).split("\n")
    assert sources[0].startswith('<li id="source-1"><span class="concord-authors">Doe, J.</span>')
    assert sources[0].endswith(
        '<a href="#cite-1-1" aria-label="Back to citation 1">↩</a></span></li>'
    )
    assert sources[1].startswith('<li id="source-2">')


def test_the_number_of_a_source() -> None:
    numbers = CitationNumbers([ReferenceKey("b"), ReferenceKey("a")])
    assert (numbers.of(ReferenceKey("a")), numbers.of(ReferenceKey("b"))) == (2, 1)


def test_each_citation_can_be_come_back_to() -> None:
    numbers = CitationNumbers()
    ids = [numbers.marks([A], REFERENCES).split('"')[3] for _ in range(28)]
    assert ids == [f"cite-1-{count}" for count in range(1, 29)]
    sources = numbers.sources(REFERENCES)
    for name, letter in (("cite-1-1", "a"), ("cite-1-26", "z"), ("cite-1-27", "27")):
        assert f'<a href="#{name}" aria-label="Back to citation 1{letter}">{letter}</a>' in sources


def test_a_source_that_nothing_cites_has_no_way_back() -> None:
    assert CitationNumbers([A]).sources(REFERENCES).endswith("<cite>On a</cite>.</li>")


def test_nothing_to_show() -> None:
    numbers = CitationNumbers([ReferenceKey("gone")])
    assert numbers.marks([], REFERENCES) == ""
    assert numbers.marks([ReferenceKey("gone")], REFERENCES) == ""
    assert numbers.sources(REFERENCES) == ""


HOSTILE = "<&\"'"


@pytest.mark.parametrize("field", [name for name in Reference._fields if name != "year"])
def test_no_field_brings_markup(field: str) -> None:
    plain = Reference(A, "book", "", (DOE,), 2020, container="C", volume="1")
    hostile: dict[str, Any] = {field: HOSTILE}
    if field == "authors":
        hostile = {field: (Name(HOSTILE, HOSTILE), Name(literal=HOSTILE))}
    html = reference_html(plain._replace(**hostile))
    text = re.sub(r"</?(?:a|cite|span)(?: (?:href|class)=\"[^\"<>]*\")?>", "", html)
    assert not set(text) & set('<>"')
    assert "&" not in re.sub(r"&(?:amp|lt|gt|quot|#x?[0-9a-f]+);", "", html)


@pytest.mark.parametrize("field", ["title", "authors"])
def test_no_name_of_a_work_ends_its_attribute(field: str) -> None:
    given: dict[str, Any] = {field: (Name(HOSTILE),) if field == "authors" else HOSTILE}
    work = Reference(A, "book", "T", (DOE,), 2020)._replace(**given)
    html = CitationNumbers().marks([A], {A: work})
    assert f'title="{escape(short_name(work))}">[1]</a>' in html
    assert not re.search(r'title="[^"]*[<>]', html)


def test_the_number_of_an_arxiv_paper_is_escaped() -> None:
    assert reference_html(reference(arxiv="a&b")).endswith(
        '<a href="https://arxiv.org/abs/a&amp;b">arXiv:a&amp;b</a>'
    )
    assert reference_html(reference(arxiv="a<b")).endswith(
        '<a href="https://arxiv.org/abs/a%3Cb">arXiv:a&lt;b</a>'
    )


@pytest.mark.parametrize(("count", "shown", "others"), [(6, 6, False), (7, 6, True)])
def test_six_authors_are_named(count: int, shown: int, others: bool) -> None:
    people = tuple(Name(f"N{at}") for at in range(count))
    html = reference_html(reference(authors=people))
    assert html.count("N") == shown
    assert ("et al." in html) is others
