"""Values as a document has them, before anything is believed of them.

A document is a tree of ``str`` (text), :class:`RawScalar` (a plain scalar that YAML would read as
something other than text), ``tuple`` (a sequence) and ``dict`` (a mapping with text keys). Nothing
is ever converted: ``no``, ``1e3`` and ``2026-11-23`` stay what was written.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

__all__ = ["NULL", "RawDocument", "RawMapping", "RawScalar", "RawValue", "kind_of", "plain_scalar"]

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


_IMPLICIT: Final = re.compile(
    r"(?:(?P<null>(?:~|null|Null|NULL)?)"
    r"|(?P<boolean>yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)"
    r"|(?P<date>\d{4}-\d\d?-\d\d?(?:[Tt \t].*)?)"
    r"|(?P<number>[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?"
    r"|(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:[eE][-+]?\d+)?|\.(?:inf|Inf|INF))"
    r"|\.(?:nan|NaN|NAN)))\Z"
)
_WORD_STARTS: Final = frozenset("nNyYtTfFoO")
_NUMBER_STARTS: Final = frozenset("0123456789-+.~")


def plain_scalar(text: str) -> str | RawScalar:
    """The value of a scalar that is written without quotation marks."""
    # Nearly every text is told by its first letter and its length.
    if not text or text[0] in _NUMBER_STARTS or (len(text) <= 5 and text[0] in _WORD_STARTS):
        match = _IMPLICIT.match(text)
        if match:
            return RawScalar(match.lastgroup, text)  # type: ignore[arg-type]  # the names in _IMPLICIT
    return text


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
