"""HTML as a type of its own, so that text cannot reach a page unescaped by accident."""

import html
import json
from typing import NewType

__all__ = ["Html", "data_script", "escape", "is_plain", "json_script", "plural"]

Html = NewType("Html", str)
"""Markup that is finished: well-formed, and safe between tags and inside double quotes."""


def escape(text: str) -> Html:
    """Text as markup, for element content and for double-quoted attributes."""
    # Most texts need no change, and looking costs a third of trying; is_plain() would cost another.
    if "'" in text or '"' in text or "&" in text or "<" in text or ">" in text:
        return Html(html.escape(text))
    return text  # type: ignore[return-value]  # Html() would cost a third of all this


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def is_plain(text: str) -> bool:
    """Whether ``text`` is its own markup, so that no part of it need be escaped."""
    return not ("'" in text or '"' in text or "&" in text or "<" in text or ">" in text)


def json_script(value: object, type_: str) -> Html:
    """A data block that holds a value as JSON."""
    return data_script(_ENCODER.encode(value), type_)


def data_script(json_text: str, type_: str) -> Html:
    """A data block; ``<`` is escaped, so that no text can end the element (HTML, 4.12.1.3)."""
    text = json_text.replace("<", "\\u003c")
    return Html(f'<script type="{type_}">{text}</script>')


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 link``, ``2 links``, ``1,024 links``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
