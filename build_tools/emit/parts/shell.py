"""Shells: pages that the theme rendered once with placeholders, cut at these into pieces.

::

    ┌────────────────────────────┐
    │ <title>▒title▒ - Site      │      stamping joins the pieces with an entry's values:
    │ …head▒ </head>             │      no template engine, no theme, a few microseconds
    │ <main ▒main▒ …>            │
    │   ▒content▒                │
    └────────────────────────────┘
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from build_tools.emit.parts.html import Html

__all__ = [
    "CONTENT_MARK",
    "FRONT_MATTER",
    "SHELL_PAGES",
    "Shell",
    "ShellError",
    "Slot",
    "cut",
    "mark",
    "unmarked",
]


class Slot(StrEnum):
    """A place in a shell that each page fills."""

    TITLE = "title"
    """The page's title, as text (also inside attributes)."""
    DESCRIPTION = "description"
    """One or two sentences, as text inside an attribute."""
    PATH = "path"
    """The page's URL from the site's root, without the slash at its end."""
    HEAD = "head"
    """More elements of ``<head>``."""
    MAIN = "main"
    """More attributes of ``<main>``, each with a space before it."""
    CONTENT = "content"
    """The page itself, ``<h1>`` included."""
    RAIL = "rail"
    """What stands beside the content on a wide screen."""
    TOC = "toc"
    """Items of the page's table of contents."""


_PREFIX = "concordslot"

REQUIRED = frozenset({Slot.HEAD, Slot.MAIN, Slot.CONTENT})


class ShellError(Exception):
    """A theme rendered a shell without a slot that pages need; the theme has to be mended."""


def mark(slot: Slot) -> str:
    """The placeholder that a theme is given for a slot: letters only, so nothing escapes it."""
    return f"{_PREFIX}{slot.value}end"


def unmarked(text: Html) -> Html:
    """The same text, written so that it cannot be taken for a placeholder, whatever it says."""
    return Html(text.replace(_PREFIX, f"&#{ord(_PREFIX[0])};{_PREFIX[1:]}"))


SHELL_PAGES = {2: f"shell/{mark(Slot.PATH)}", 3: f"shell/deep/{mark(Slot.PATH)}"}
"""For pages whose URL has two and three segments, the page that becomes their shell: links in a page
lead to the site's root by as many steps up."""

FRONT_MATTER = (
    f"---\ntitle: {mark(Slot.TITLE)}\ndescription: {mark(Slot.DESCRIPTION)}\n"
    "search: {exclude: true}\n---\n"
)
"""Of such a page, which is none to be found."""

CONTENT_MARK = f"<!--<h1 {mark(Slot.CONTENT)}-->"
"""Given as a page's content. It speaks of ``<h1`` because themes add one where they see none."""

_MARK = re.compile(f"{_PREFIX}({'|'.join(Slot)})end")
_TOC_ITEM = re.compile(
    r"<li\b[^>]*>\s*<a\b[^>]*href=\"#"
    + mark(Slot.TOC)
    + r"\"(?:(?!<li\b).)*?"
    + mark(Slot.TOC)
    + r".*?</li>",
    re.DOTALL,
)
_MAIN = re.compile(r"<main\b")
_MAIN_INNER = re.compile(r"(<main\b[^>]*>\s*<div\b[^>]*>)")
_INDENTATION = re.compile(r"[ \t]*\n\s*")
_VERBATIM = re.compile(r"(<(pre|script|style|textarea)\b.*?</\2>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shell:
    """A cut page: ``pieces[0] slots[0] pieces[1] slots[1] … pieces[-1]``."""

    pieces: tuple[str, ...]
    slots: tuple[Slot, ...]
    _encoded: tuple[bytes, ...] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        """Encode what all pages share."""
        object.__setattr__(self, "_encoded", tuple(piece.encode() for piece in self.pieces))

    def stamp(self, values: Mapping[Slot, Html]) -> str:
        """Join the pieces with the values of one page; a slot without a value stays empty."""
        return self.encoded(values).decode()

    def encoded(self, values: Mapping[Slot, Html]) -> bytes:
        """The same in UTF-8. What all pages share is encoded once, whatever its characters are."""
        pieces = self._encoded
        parts = [pieces[0]]
        for slot, piece in zip(self.slots, pieces[1:], strict=True):
            parts.append(values.get(slot, "").encode())
            parts.append(piece)
        return b"".join(parts)


def cut(page: str) -> Shell:
    """Cut a rendered page at its placeholders.

    Raises:
        ShellError: a slot that pages need is not there.
    """
    page = page.replace(CONTENT_MARK, mark(Slot.CONTENT))
    for path in SHELL_PAGES.values():
        page = page.replace(path, mark(Slot.PATH))
    page = page.replace("</head>", mark(Slot.HEAD) + "</head>", 1)
    page = _MAIN_INNER.sub(r"\1" + mark(Slot.RAIL), page, count=1)
    page = _MAIN.sub("<main" + mark(Slot.MAIN), page, count=1)
    page = _TOC_ITEM.sub(mark(Slot.TOC), page)
    page = _without_indentation(page)
    parts = _MARK.split(page)
    slots = tuple(Slot(name) for name in parts[1::2])
    missing = sorted(REQUIRED.difference(slots))
    if missing:
        raise ShellError(f"the theme's page has no place for: {', '.join(missing)}")
    return Shell(tuple(parts[::2]), slots)


def _without_indentation(page: str) -> str:
    """Templates indent for their authors; readers need not download it."""
    parts = _VERBATIM.split(page)
    for index in range(0, len(parts), 3):
        parts[index] = _INDENTATION.sub("\n", parts[index])
    return "".join(part for index, part in enumerate(parts) if index % 3 != 2)
