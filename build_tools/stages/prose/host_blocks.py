"""Where the host's Markdown shows blocks of code: fenced, or indented after a blank line.

Python-Markdown's rules, as far as they can be told line by line: what a list item, a footnote or an
admonition holds is indented by four columns, and what is indented by four more is code. Inside
blocks of HTML indentation says nothing. Where there is doubt, a line is text.
"""

import re
from typing import NamedTuple

__all__ = ["without_blocks_of_code"]

_QUOTE = re.compile(r"(?: {0,3}> ?)+")
_FENCE = re.compile(r"(?P<fence>~{3,}|`{3,}(?=[^`]*\Z))")
_OPENER = re.compile(
    r"(?:(?P<block>!!!|\?\?\?|===[!+]* )"  # admonitions, folded ones, tabs
    r"|(?P<item>[*+-] |\d+[.)] )|: |\[\^[^\]]*\]:)"  # lists; definitions, footnotes
)
_HEADING = re.compile(r"#{1,6}[^#]|(?:=+|-+) *\Z")
_NAMES = (
    "address|article|aside|blockquote|center|dd|details|div|dl|dt|fieldset|figcaption"
    "|figure|footer|form|header|li|main|nav|ol|p|section|summary|t(?:able|body|d|foot|h|head|r)|ul"
)
_HTML = re.compile(rf"<(?P<end>/?)(?:{_NAMES})\b[^<>]*>", re.IGNORECASE)
_BLOCK_OF_HTML = re.compile(rf"<(?:!--|/?(?:pre|script|style|{_NAMES})\b)", re.IGNORECASE)
_STEP = 4
"""Columns by which Python-Markdown indents."""


def without_blocks_of_code(text: str) -> str:
    """``text`` with spaces for what is in blocks of code, so that offsets stay what they are."""
    if "```" not in text and "~~~" not in text and "    " not in text and "\t" not in text:
        return text
    blocks = _Blocks(text)
    return "\n".join(
        [" " * len(line) if blocks.hold_code(line) else line for line in text.split("\n")]
    )


class _Opened(NamedTuple):
    """A list item, or what else holds the lines below it."""

    indent: int
    """Of what it holds, after a blank line."""
    is_lazy: bool
    """Whether it holds lines that are less indented too, if none before them was blank."""


class _Blocks:
    """What has been opened by the lines so far."""

    def __init__(self, text: str) -> None:
        self._comments = text.count("-->")
        self._fence = ""
        self._comment = False
        self._quotes = 0
        self._html = 0
        self._opened: list[_Opened] = []
        self._fresh = True
        """Whether the next line begins a block."""
        self._code = False

    def hold_code(self, line: str) -> bool:
        """Whether the next line belongs to a block of code, its fences included."""
        ends = line.count("-->")
        self._comments -= ends
        quote = _QUOTE.match(line)
        quotes = quote[0].count(">") if quote else 0
        rest = (line[quote.end() :] if quote else line).expandtabs(_STEP)
        content = rest.strip()
        if self._fence:
            if content == self._fence and quotes == self._quotes:
                self._fence = ""
            return True
        if self._comment:
            self._comment, self._fresh = not ends, True
        elif not content:
            self._fresh = True
        else:
            opener = _OPENER.match(content)
            is_new = self._fresh or bool(opener and opener["block"])
            if quotes > self._quotes or (quotes < self._quotes and is_new):
                self._quotes, self._opened, self._fresh, self._code = quotes, [], True, False
            return self._is_code(content, len(rest) - len(rest.lstrip(" ")), opener, ends)
        return False

    def _is_code(self, content: str, indent: int, opener: re.Match[str] | None, ends: int) -> bool:
        self._close(indent, lazily=not self._fresh)
        base = self._opened[-1].indent if self._opened else 0
        self._code = (self._fresh or self._code) and indent >= base + _STEP and not self._html
        if self._code:
            return True
        fence = _FENCE.match(content)
        if fence:
            self._fence, self._fresh = fence["fence"], False
            return True
        if opener and opener["item"] and not self._fresh and not self._opened:
            opener = None  # a list does not interrupt a paragraph
        self._open(content, indent, opener, ends)
        return False

    def _open(self, content: str, indent: int, opener: re.Match[str] | None, ends: int) -> None:
        """What a line of text opens and closes, and whether the next one begins a block."""
        if content.startswith("<!--"):
            self._comment = not ends and self._comments > 0
        is_html = _BLOCK_OF_HTML.match(content)
        if self._html or is_html:
            for tag in _HTML.finditer(content):
                self._html = max(0, self._html - 1) if tag["end"] else self._html + 1
        self._fresh = bool(is_html or _HEADING.match(content) or (opener and opener["block"]))
        if opener or self._fresh:
            self._close(indent)
        if opener:
            base = self._opened[-1].indent if self._opened else 0
            self._opened.append(_Opened(base + _STEP, is_lazy=not opener["block"]))

    def _close(self, indent: int, *, lazily: bool = False) -> None:
        """A block that begins here ends all whose content is further in."""
        opened = self._opened
        while opened and opened[-1].indent > indent and not (lazily and opened[-1].is_lazy):
            opened.pop()
