"""The bibliography, ``references.json``: CSL-JSON, of which the site shows a part."""

import json
import re
from collections.abc import Mapping
from typing import Any

from build_tools.model.diagnostics import Finding
from build_tools.model.identifiers import ReferenceKey, is_reference_key
from build_tools.model.source import Place, SourceFile, Span
from build_tools.model.vocabulary import Name, Reference
from build_tools.stages.prose.urls import is_safe_url
from build_tools.stages.rules import duplicate_key, json_syntax, reference_incomplete, unsafe_url
from build_tools.stages.words.characters import FORBIDDEN, without_forbidden
from build_tools.stages.yaml.read import text_of

__all__ = ["read_references"]

_ARXIV = re.compile(
    r"(?:arxiv:)?(\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?/\d{7})(?:v\d+)?\Z", re.IGNORECASE
)
_DOI = re.compile(r"10\.\d{4,9}/\S+\Z")

LATEST_YEAR = 99_999
"""A number beyond it is a mistake, and more than programs can count on to read from JSON."""


def read_references(
    source: SourceFile, findings: list[Finding]
) -> dict[ReferenceKey, Reference] | None:
    """The works by their keys, ``None`` when the file cannot be read; what is wrong is added."""
    path = source.path
    items = _items(source)
    if isinstance(items, Finding):
        findings.append(items)
        return None
    references: dict[ReferenceKey, Reference] = {}
    for index, item in enumerate(items):
        key = item.get("id") if isinstance(item, dict) else None
        if not isinstance(key, str) or not is_reference_key(key) or FORBIDDEN.search(key):
            problem = "an item needs an 'id' without spaces, brackets, quotation marks and the like"
            findings.append(json_syntax.finding(Place(path, (index, "id")), problem))
        elif key in references:
            findings.append(duplicate_key.again(Place(path, (index, "id")), key))
        else:
            references[ReferenceKey(key)] = _reference(
                path, index, ReferenceKey(key), item, findings
            )
    return references


def _items(source: SourceFile) -> list[Any] | Finding:
    content = text_of(source)
    if isinstance(content, Finding):
        return content
    where = Span()
    try:
        items = json.loads(content)
    except json.JSONDecodeError as error:
        where = Span(error.lineno, error.colno, error.lineno, error.colno + 1)
        problem = error.msg[:1].lower() + error.msg[1:]
    except RecursionError:
        problem = "nested too deeply"
    except ValueError:
        problem = "a number has too many digits"
    else:
        if isinstance(items, list):
            return items
        problem = "expected a list of items"
    return json_syntax.finding((source.path, where), problem)


def _reference(
    path: str, index: int, key: ReferenceKey, item: Mapping[str, Any], findings: list[Finding]
) -> Reference:
    def text(name: str) -> str:
        value = item.get(name)
        if value is None:  # more often than not
            return ""
        good = value if isinstance(value, str) else str(value) if isinstance(value, int) else ""
        return without_forbidden(good)

    year, doi = _year(item), text("DOI")
    reference = Reference(
        key,
        type=text("type"),
        title=text("title"),
        authors=_names(item.get("author")) or _names(item.get("editor")),
        year=year,
        container=text("container-title"),
        publisher=text("publisher"),
        volume=text("volume"),
        issue=text("issue"),
        pages=text("page"),
        doi=doi if _DOI.match(doi) else "",
        arxiv=_arxiv(item),
        url=text("URL"),
        edition=text("edition"),
    )
    missing = tuple(
        name
        for name, value in (
            ("title", reference.title),
            ("author", reference.authors),
            ("year", year),
        )
        if not value
    )
    if missing:
        findings.append(reference_incomplete.finding(Place(path, (index,)), key, missing))
    if not is_safe_url(reference.url):
        findings.append(unsafe_url.finding(Place(path, (index, "URL")), reference.url))
    return reference


def _year(item: Mapping[str, Any]) -> int | None:
    issued = item.get("issued")
    try:
        year = int(issued["date-parts"][0][0])  # type: ignore[index]  # anything may stand there
    except (TypeError, KeyError, IndexError, ValueError, OverflowError):
        return None
    return year if abs(year) <= LATEST_YEAR else None


def _names(value: object) -> tuple[Name, ...]:
    if not isinstance(value, list):
        return ()
    names = []
    for item in value:
        if isinstance(item, dict):
            parts = (item.get("family"), item.get("given"), item.get("literal"))
            family, given, literal = (
                without_forbidden(part) if isinstance(part, str) else "" for part in parts
            )
            particle = item.get("non-dropping-particle")
            if isinstance(particle, str) and particle:
                family = f"{particle} {family}"
            if family or literal:
                names.append(Name(family, given, literal))
    return tuple(names)


def _arxiv(item: Mapping[str, Any]) -> str:
    for name in ("archive_location", "number"):
        value = item.get(name)
        match = _ARXIV.match(value) if isinstance(value, str) else None
        if match and str(item.get("archive", "arXiv")).lower() == "arxiv":
            return match[1]
    return ""
