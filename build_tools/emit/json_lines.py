"""Long JSON lists, one item a line, so that versions can be compared line by line."""

from collections.abc import Iterable, Iterator
from itertools import islice

from orjson import dumps

__all__ = ["json_lines"]

_PIECE = 64
"""Lines that are written at once: enough to write seldom, few enough to use the same memory again."""


def json_lines(items: Iterable[object]) -> Iterator[bytes]:
    """The items between the brackets of a list, in pieces."""
    rest = iter(items)
    separator = b""
    while some := list(islice(rest, _PIECE)):
        yield separator + b",\n".join(map(dumps, some))
        separator = b",\n"
    if separator:
        yield b"\n"
