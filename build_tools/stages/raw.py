"""Values as a document has them, before anything is believed of them.

A document is a tree of ``str`` (text), :class:`RawScalar` (a plain scalar that YAML would read as
something other than text), ``tuple`` (a sequence) and ``dict`` (a mapping with text keys). Nothing
is ever converted: ``no``, ``1e3`` and ``2026-11-23`` stay what was written.
"""

from dataclasses import dataclass
from typing import Literal, TypeAlias

__all__ = ["NULL", "RawDocument", "RawMapping", "RawScalar", "RawValue", "kind_of"]

ScalarKind = Literal["null", "boolean", "number", "date"]


@dataclass(frozen=True, slots=True)
class RawScalar:
    """A plain scalar that YAML 1.1 or 1.2 takes for a null, boolean, number or date."""

    kind: ScalarKind
    text: str


NULL = RawScalar("null", "")

RawValue: TypeAlias = "str | RawScalar | tuple[RawValue, ...] | dict[str, RawValue]"
RawMapping: TypeAlias = "dict[str, RawValue]"


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The one mapping that a file holds."""

    path: str
    root: RawMapping


def kind_of(value: RawValue) -> str:
    """What ``value`` is, in words for a message."""
    match value:
        case str():
            return "text"
        case RawScalar(kind="null"):
            return "nothing"
        case RawScalar(kind=kind):
            return f"a {kind}"
        case tuple():
            return "a list"
        case _:
            return "a mapping"
