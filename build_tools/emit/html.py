"""HTML as a type of its own, so that text cannot reach a page unescaped by accident."""

import json
from html import escape as _escape
from typing import NewType

__all__ = ["Html", "escape", "json_script", "plural"]

Html = NewType("Html", str)
"""Markup that is finished: well-formed, and safe between tags and inside double quotes."""


def escape(text: str) -> Html:
    """Text as markup, for element content and for double-quoted attributes."""
    return Html(_escape(text))


def json_script(value: object, type_: str) -> Html:
    """A data block; ``<`` is escaped, so that no text can end the element (HTML, 4.12.1.3)."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return Html(f'<script type="{type_}">{text}</script>')


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 link``, ``2 links``, ``1,024 links``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
