"""Long JSON lists, one item a line, so that versions can be compared line by line."""

from collections.abc import Iterable, Iterator

from orjson import dumps

from build_tools.stages.batches import in_batches

__all__ = ["json_lines"]


def json_lines(items: Iterable[object]) -> Iterator[bytes]:
    """The items between the brackets of a list, in pieces: few enough to use the same memory again."""
    separator = b""
    for batch in in_batches(items):
        yield separator + b",\n".join(map(dumps, batch))
        separator = b",\n"
    if separator:
        yield b"\n"
