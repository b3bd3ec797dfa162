"""What Markdown's structure becomes in HTML: tags, heading levels and ids."""

import re

from build_tools.model.page_ids import RESERVED_PREFIX

__all__ = ["CLOSING", "LEVELS", "OPENING", "ROWS", "TABLE", "HeadingLevels", "slug"]

_NOT_IN_SLUG = re.compile(r"[^\w]+")
TABLE = '<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table"><table>'
OPENING = {
    "Paragraph": "<p>",
    "Item": "<li>",
    "Emphasis": "<em>",
    "Strong": "<strong>",
    "HtmlBlock": "",
}
ROWS = {"TableHead": "<thead><tr>", "TableRow": "<tr>"}
CLOSING = {
    "Paragraph": "</p>\n",
    "Item": "</li>\n",
    "Emphasis": "</em>",
    "Strong": "</strong>",
    "TableHead": "</tr></thead><tbody>\n",
    "TableRow": "</tr>\n",
    "HtmlBlock": "",
    "BlockQuote": "</blockquote>\n",
    "Table": "</tbody></table></div></div>\n",
}
LEVELS = {f"H{level}": level for level in range(1, 7)}


class HeadingLevels:
    """Moves headings so that the highest is ``h2`` and no level is skipped."""

    def __init__(self) -> None:
        self._open: list[int] = []

    def moved(self, level: int) -> int:
        """The level of the next heading, which its author put on ``level``."""
        while self._open and self._open[-1] >= level:
            self._open.pop()
        self._open.append(level)
        return min(len(self._open) + 1, 6)


def slug(text: str, taken: set[str]) -> str:
    """An HTML id from ``text`` that is not in ``taken``, to which it is added."""
    stem = _NOT_IN_SLUG.sub("-", text.lower()).strip("-") or "section"
    if RESERVED_PREFIX.match(stem):
        stem = f"section-{stem}"
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name
