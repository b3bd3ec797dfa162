"""Packed text taken apart, so that tests can say what a reader found."""

from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from build_tools.model.text import parts_of
from build_tools.stages.prose.reading import Reading

__all__ = ["Citation", "Prose", "Token", "WikiClose", "WikiOpen", "tokens_of"]


class Prose(NamedTuple):
    text: str
    linkable: bool


class WikiOpen(NamedTuple):
    target: str
    start: int
    end: int
    labelled: bool


class WikiClose(NamedTuple):
    labelled: bool


class Citation(NamedTuple):
    keys: tuple[str, ...]
    starts: tuple[int, ...]


Token: TypeAlias = str | Prose | WikiOpen | WikiClose | Citation
"""A plain ``str`` is finished HTML."""


def tokens_of(reading: Reading) -> list[Token]:
    """The parts of a reading, with the places of the names in them."""
    return list(_tokens(reading))


def _tokens(reading: Reading) -> Iterator[Token]:
    names = iter(reading.names)
    labelled = False
    for letter, content in parts_of(reading.text):
        match letter:
            case "H":
                yield content
            case "P" | "p":
                yield Prose(content, letter == "P")
            case "W" | "w":
                used = next(names) if content else None
                assert used is None or (used.name, used.citation) == (content, False)
                labelled = letter == "w"
                place = (used.start, used.end) if used else (0, 0)
                yield WikiOpen(content, *place, labelled)
            case "C":
                keys = content.split(" ")
                used_keys = [next(names) for _key in keys]
                assert [(item.name, item.citation) for item in used_keys] == [
                    (key, True) for key in keys
                ]
                yield Citation(tuple(keys), tuple(item.start for item in used_keys))
            case _:
                assert (letter, content) == ("x", "")
                yield WikiClose(labelled)
    assert next(names, None) is None
