"""The index of the search, worked out: what its files hold. Its format: docs/design/0007-search.md."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from build_tools.model.entry import Entry

__all__ = ["IndexPart", "JsonValue", "SearchIndex"]

JsonValue: TypeAlias = "str | int | Sequence[JsonValue] | Mapping[str, JsonValue] | None"


class IndexPart(NamedTuple):
    """A part of the index: records under sorted keys, in files."""

    name: str
    firsts: tuple[str, ...]
    """The first key of each file."""
    files: Iterator[JsonValue]
    """Made when they are asked for, once."""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    """Everything that the files of the index tell."""

    algorithm: str | None
    """The stemmer, by its name in Snowball."""
    entries: Sequence[Entry]
    """By label: alike names stand near each other. A row of the index is a place here."""
    definitions: Sequence[str]
    """Of each row, as text alone."""
    parts: tuple[IndexPart, ...]
