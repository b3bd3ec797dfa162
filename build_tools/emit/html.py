"""HTML as a type of its own, so that text cannot reach a page unescaped by accident."""

import html
import json
from collections.abc import Callable
from typing import NewType, cast

__all__ = ["Html", "escape", "json_script", "plural"]

Html = NewType("Html", str)
"""Markup that is finished: well-formed, and safe between tags and inside double quotes."""


escape = cast("Callable[[str], Html]", html.escape)
"""Text as markup, for element content and for double-quoted attributes.

It is the standard library's function itself, since a page calls it a hundred times.
"""


_ENCODER = json.JSONEncoder(ensure_ascii=False, check_circular=False, separators=(",", ":"))


def json_script(value: object, type_: str) -> Html:
    """A data block; ``<`` is escaped, so that no text can end the element (HTML, 4.12.1.3)."""
    text = _ENCODER.encode(value).replace("<", "\\u003c")
    return Html(f'<script type="{type_}">{text}</script>')


def plural(count: int, one: str, many: str | None = None) -> str:
    """``1 link``, ``2 links``, ``1,024 links``."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
