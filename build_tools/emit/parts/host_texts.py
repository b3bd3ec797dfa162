"""Texts that templates of the host print, which escape nothing by themselves.

MkDocs gives its templates a configuration and prints most of it as it stands. They are given these
instead: text that is escaped already, whichever way a template comes to print it.
"""

import re
from collections.abc import Mapping, MutableMapping
from copy import copy
from html import escape, unescape
from typing import Any, TypeVar

from build_tools.emit.parts.html import Html
from build_tools.emit.parts.shell import unmarked
from build_tools.stages.prose.urls import is_remote, is_safe_url
from build_tools.stages.words.characters import without_forbidden

__all__ = ["ShownText", "for_templates", "harmless_html"]

_TEXTS = ("site_name", "site_description", "site_author", "repo_name")
_ADDRESSES = ("repo_url", "site_url")

Config = TypeVar("Config", bound=MutableMapping[str, Any])


class ShownText(str):
    """Text as a template prints it: between tags, in a double-quoted attribute, or by ``e``."""

    __slots__ = ("_whole",)
    _whole: str

    def __new__(cls, text: str, *, has_marks: bool = False) -> "ShownText":
        """Of any text; ``has_marks`` if placeholders in it are ours, and to be found again."""
        whole = escape(text) if has_marks else unmarked(Html(escape(text)))
        # An apostrophe is harmless there, and most templates' pages have it as it is.
        shown = super().__new__(cls, whole.replace("&#x27;", "'"))
        shown._whole = whole.replace("&#x27;", "&#39;").replace("&quot;", "&#34;")
        return shown

    def __html__(self) -> str:
        """What ``e`` makes of it, written as ``e`` writes other text."""
        return self._whole


def for_templates(context: Mapping[str, Any]) -> dict[str, Any]:
    """What a template is given, with a configuration and addresses of the page that it may print."""
    given = dict(context)
    if "config" in given:
        given["config"] = _shown(given["config"])
    page = given.get("page")
    for name in ("canonical_url", "edit_url"):
        url = getattr(page, name, None)
        if url:
            setattr(page, name, _shown_address(url))
    return given


def _shown(config: Config) -> Config:
    shown = copy(config)
    for name in _TEXTS:
        if isinstance(shown.get(name), str):
            shown[name] = ShownText(without_forbidden(shown[name]))
    for name in _ADDRESSES:
        if shown.get(name):
            shown[name] = _shown_address(shown[name])
    if isinstance(shown.get("copyright"), str):
        shown["copyright"] = unmarked(harmless_html(without_forbidden(shown["copyright"])))
    return shown


def _shown_address(url: str) -> ShownText | None:
    """An address; none if following it could run script."""
    if isinstance(url, ShownText):
        return url
    return ShownText(url, has_marks=True) if is_safe_url(url) else None


_PIECE = re.compile(r"<(?=[a-zA-Z/!?])[^<>]*>?")
_TAG = re.compile(
    r"<(?P<end>/?)(?P<name>a|abbr|b|br|cite|code|em|i|img|p|small|span|strong|sub|sup)"
    r"(?P<attributes>(?:\s+[a-z-]+(?:=\"[^\"<>]*\"|='[^'<>]*'|=[\w./:#?&;%+-]+)?)*)\s*/?>",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(r"([a-zA-Z-]+)(?:=(\"[^\"]*\"|'[^']*'|[^\s\"']+))?")
_HARMLESS = frozenset(
    {"alt", "class", "height", "href", "hreflang", "lang", "rel", "src", "target", "title", "width"}
)


def harmless_html(text: str) -> Html:
    """HTML that the host lets its users write, such as links; what is more is shown as text."""
    parts = []
    opened: list[str] = []
    at = 0
    for piece in _PIECE.finditer(text):
        parts.append(text[at : piece.start()])
        at = piece.end()
        tag = _TAG.fullmatch(piece[0])
        name = tag["name"].lower() if tag and _is_harmless(tag["attributes"]) else ""
        if name and tag and tag["end"]:
            name = opened.pop() if opened and opened[-1] == name else ""
        elif name and name not in ("br", "img"):
            opened.append(name)
        parts.append(piece[0] if name else escape(piece[0]))
    parts.append(text[at:])
    return Html("".join([*parts, *[f"</{name}>" for name in reversed(opened)]]))


def _is_harmless(attributes: str) -> bool:
    for written, quoted in _ATTRIBUTE.findall(attributes):
        name, value = written.lower(), unescape(quoted.strip("\"'"))
        if name not in _HARMLESS or (name in ("href", "src") and not is_safe_url(value)):
            return False
        if name == "src" and is_remote(value):
            return False
    return True
