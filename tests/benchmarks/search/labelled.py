"""Labelled queries: what a seeker types, and which entries are right answers to it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

__all__ = ["FOLDER", "REGISTERS", "Query", "QueryClass", "QuerySet", "dump_names", "read_queries"]

FOLDER = Path(__file__).resolve().parents[2] / "data" / "search_queries"
"""The queries over the real glossary: ``names.yml`` is made from its labels by
``tests.benchmarks.search.label``, ``descriptions.yml`` is written by hand."""


REGISTERS = ("lay", "informed")
"""Who describes a thing: somebody with everyday words, or with some words of the field."""


class QuerySet(StrEnum):
    """What a query may be used for. No query is in both sets."""

    TUNING = "tuning"
    """To choose weights and to look for mistakes."""
    JUDGED = "judged"
    """To say how good the ranking is; nothing is ever chosen by it."""


class QueryClass(StrEnum):
    """How a query differs from what stands in the glossary."""

    EXACT = "exact"
    ALIAS = "alias"
    ABBREVIATION = "abbreviation"
    INITIALS = "initials"
    """The initials of a label of three words or more, listed as an abbreviation or not."""
    PREFIX = "prefix"
    ONE_TYPO = "one typo"
    TWO_TYPOS = "two typos"
    REORDERED = "reordered"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Query:
    """One query with its label."""

    text: str
    query_class: QueryClass
    right: tuple[str, ...]
    """Ids of all entries that are right in the first place, the one meant first."""
    label: str = ""
    """The label that the query was made from; ``""`` for a description."""
    share: int = 0
    """Of a prefix: how much of the label was typed, in per cent."""
    beginning: int = 1
    """Of a prefix: how many entries have a label that begins with it."""
    register: str = ""
    """Of a description by hand: one of :data:`REGISTERS`."""


def read_queries(query_set: QuerySet, folder: Path = FOLDER) -> tuple[Query, ...]:
    """The queries of one set over the real glossary."""
    names = _load(folder / "names.yml")[query_set]
    queries = [
        Query(
            item["query"],
            QueryClass(query_class),
            tuple(item["right"]),
            item["label"],
            item.get("share", 0),
            item.get("beginning", 1),
        )
        for query_class, items in names.items()
        for item in items
    ]
    queries += (
        Query(
            item["query"],
            QueryClass.DESCRIPTION,
            tuple(item["right"]),
            register=item["register"],
        )
        for item in _load(folder / "descriptions.yml")[query_set]
    )
    return tuple(queries)


def _load(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)  # a safe loader


def dump_names(queries: Iterable[tuple[QuerySet, Sequence[Query]]]) -> str:
    """The text of ``names.yml``: one query a line, by set and class."""
    lines = [
        "# Queries made from the labels of the glossary by `python -m tests.benchmarks.search.label`.",
        "# `right` lists every entry that has the label, or what was typed, as a label of its own;",
        "# `share` says how many per cent of the label a prefix is, `beginning` how many entries",
        "# have a label that begins with it (1 where it is not said).",
    ]
    for query_set, items in queries:
        lines += ["", f"{query_set}:"]
        for query_class in dict.fromkeys(query.query_class for query in items):
            lines.append(f"  {query_class}:")
            lines += (
                f"    - {_flow(query)}" for query in items if query.query_class is query_class
            )
    return "\n".join(lines) + "\n"


def _flow(query: Query) -> str:
    value: dict[str, object] = {
        "query": query.text,
        "label": query.label,
        "right": list(query.right),
    }
    if query.share:
        value["share"] = query.share
    if query.beginning > 1:
        value["beginning"] = query.beginning
    return yaml.dump(
        value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000
    ).strip()
