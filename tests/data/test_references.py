"""Every reference can be found by a reader: who, what, when, where."""

import re
from collections import Counter

from build_tools.model.glossary import Site
from build_tools.model.identifiers import ReferenceKey
from build_tools.model.vocabulary import Reference

PATH = "glossary/references.json"
DOI = re.compile(r"10\.\d{4,9}/\S+")
ARXIV = re.compile(r"\d{4}\.\d{4,5}(v\d+)?|[a-z-]+(\.[A-Z]{2})?/\d{7}(v\d+)?")
URL = re.compile(r"https://\S+")
YEARS = range(1600, 2027)
WAITING = frozenset(
    [
        "anil2024manyshot",
        "bengio2003neural",
        "bostrom2014superintelligence",
        "goodhart1975problems",
        "ng2000algorithms",
        "omohundro2008basic",
        "orseau2016safely",
        "russell2019human",
        "soares2015corrigibility",
        "sutton2019bitter",
        "suttonbarto2018reinforcement",
        "yu2022orca",
    ]
)
"""References that still lack an https address, DOI or arXiv id; mend one, and drop it here."""


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
    if not any(text for _form, text in forms):
        found.append("no DOI, arXiv id or URL")
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


def test_references_are_complete(glossary_site: Site) -> None:
    found = {
        key: faults(reference) for key, reference in glossary_site.vocabularies.references.items()
    }
    wrong = [
        f"{PATH}: {key}: {fault}; mend it there"
        for key, each in found.items()
        for fault in each[key in WAITING :]
    ]
    assert not wrong, "\n".join(wrong)
    mended = sorted(key for key in WAITING if not found.get(ReferenceKey(key)))
    assert not mended, f"tests/data/test_references.py: drop {mended} from WAITING"


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
