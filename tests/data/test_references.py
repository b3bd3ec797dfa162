"""Every reference can be found by a reader: who, what, when, where."""

import re
from collections import Counter

import pytest

from build_tools.model.glossary import Site
from build_tools.model.identifiers import ReferenceKey
from build_tools.model.vocabulary import Name, Reference

PATH = "glossary/references.json"
DOI = re.compile(r"10\.\d{4,9}/\S+")
ARXIV = re.compile(r"\d{4}\.\d{4,5}(v\d+)?|[a-z-]+(\.[A-Z]{2})?/\d{7}(v\d+)?")
URL = re.compile(r"https://\S+")
YEARS = range(1600, 2027)
PRINTED = frozenset({"book", "chapter", "report"})
"""A publisher is enough to find these; not all of them have an identifier."""


def faults(reference: Reference) -> list[str]:
    """What a reference lacks or has in a wrong form."""
    found = []
    if not reference.title:
        found.append("no title")
    if not any(name.family or name.literal for name in reference.authors):
        found.append("no author")
    if reference.year not in YEARS:
        found.append(f"year {reference.year} is not plausible")
    forms = ((DOI, reference.doi), (ARXIV, reference.arxiv), (URL, reference.url))
    found += [
        f"malformed identifier {text}" for form, text in forms if text and not form.fullmatch(text)
    ]
    printed = reference.type in PRINTED and reference.publisher
    if not printed and not any(text for _form, text in forms):
        needed = " (or, as it is printed, a publisher)" if reference.type in PRINTED else ""
        found.append(f"no DOI, arXiv id or https URL{needed}")
    return found


def test_faults_are_noticed() -> None:
    assert len(faults(Reference(ReferenceKey("empty"), "book", ""))) == 4
    assert faults(
        Reference(ReferenceKey("bad"), "book", "T", doi="11.1/x", arxiv="x", url="http://a")
    )[2:] == [
        "malformed identifier 11.1/x",
        "malformed identifier x",
        "malformed identifier http://a",
    ]


@pytest.mark.parametrize(
    ("kind", "publisher", "url", "wrong"),
    [
        ("book", "MIT Press", "", False),
        ("book", "", "", True),
        ("book", "", "https://example.org", False),
        ("paper-conference", "MIT Press", "", True),
        ("paper-conference", "", "https://example.org", False),
    ],
)
def test_only_printed_works_do_without_identifier(
    kind: str, publisher: str, url: str, wrong: bool
) -> None:
    reference = Reference(
        ReferenceKey("r"), kind, "T", (Name("N"),), 2020, publisher=publisher, url=url
    )
    assert len(faults(reference)) == wrong


def test_references_are_complete(glossary_site: Site) -> None:
    wrong = [
        f"{PATH}: {key}: {fault}; mend it there"
        for key, reference in glossary_site.vocabularies.references.items()
        for fault in faults(reference)
    ]
    assert not wrong, "\n".join(wrong)


def test_no_reference_is_there_twice(glossary_site: Site) -> None:
    references = glossary_site.vocabularies.references.values()
    names = Counter(
        text.casefold()
        for item in references
        for text in (item.doi, item.arxiv, item.title)
        if text
    )
    twice = [text for text, count in names.items() if count > 1]
    assert not twice, f"{PATH}: merge the references that share {twice}"
