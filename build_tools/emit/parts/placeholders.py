"""What stands in a hand-written page's Markdown for its links until the host has read it.

The host, and whatever extensions it has, would read a term or a title again as Markdown. So it is
given a word that says nothing to anybody, and finished HTML takes its place at the end::

    See [[bee]].  ─▶  See qzkfdbamhcpeaaaab.  ─host▶  <p>See qzk…b.</p>  ─▶  <p>See <a …>*Bee*</a>.</p>

What takes its place depends on where the word has come to: a link in text, the text alone inside
another link or an attribute, an address in ``href``, and in code what the page says itself.
"""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from build_tools.emit.parts.html import Html, escape
from build_tools.stages.prose.host_page import Written

__all__ = ["Insertion", "Placeholders"]

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DIGITS = 5
"""Letters of a placeholder's number."""

_MARKUP = re.compile(
    r"<(?:!--.*?(?:-->|\Z)"
    r"|(?P<end>/?)(?P<tag>[a-zA-Z][^\s/>]*)"
    r"(?:[^>=]++|=\s*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+(?:>|\Z))",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(\s*=\s*)(\"[^\"]*\"|'[^']*'|[^\s\"'>]+)")
_UNREAD = frozenset({"iframe", "noembed", "noframes", "plaintext", "script", "style", "xmp"})
"""Elements in which nothing is markup, nor a character reference."""
_CODE = frozenset({"code", "pre", "textarea"})
_NO_LINKS = frozenset({"a", "button", "math", "option", "select", "svg", "title"})
"""Elements that can hold text but no link."""
_ADDRESSES = frozenset({"action", "cite", "data", "formaction", "href", "poster", "src"})
_NAMES = frozenset({"for", "headers", "id", "list", "name"})
_TEXTS = frozenset({"alt", "aria-description", "aria-label", "label", "placeholder", "title"})


class Insertion(NamedTuple):
    """What takes the place of one link or citation."""

    html: Html
    text: str
    """The same where there can be no markup."""
    address: str
    """Where it leads."""
    name: str
    """An id or a part of one."""
    source: str
    """As the page says it."""


class Placeholders:
    """Those of one page, or of one part of it that is read by itself."""

    def __init__(self, page: str) -> None:
        """``page`` is the whole text, which no author can write so that it holds its own digest."""
        digest = blake2b(page.encode("utf-8", "surrogatepass"), digest_size=10).digest()
        prefix = "qz" + "".join([_LETTERS[byte % len(_LETTERS)] for byte in digest])
        self._prefix = prefix
        self._insertions: list[tuple[Insertion, str]] = []
        """Each with what its placeholder has before it."""
        flags = re.IGNORECASE | re.ASCII
        self._pattern = re.compile(f"(//)?{prefix}([a-z]{{{_DIGITS}}})", flags)
        letters = "".join([f"&#{ord(letter)};" for letter in prefix])
        self._encoded = re.compile(f"{letters}(?:&#[0-9]+;){{{_DIGITS}}}")

    def add(self, insertion: Insertion, written: Written) -> str:
        """The placeholder of ``insertion``: lower-case letters, so that nothing takes it apart.

        Where Markdown wants an address, the host must not look for a page of that name, so it gets
        one that leads elsewhere.
        """
        before = "//" if written.is_address else ""
        number, digits = len(self._insertions), ""
        for _ in range(_DIGITS):
            number, digit = divmod(number, len(_LETTERS))
            digits = _LETTERS[digit] + digits
        self._insertions.append((insertion, before))
        return f"{before}{self._prefix}{digits}"

    def filled(self, text: str) -> Html:
        """A piece of HTML in which every placeholder has given way to what it stands for."""
        if not self._insertions:
            return Html(text)
        # Addresses of mail are written as references to characters, to deceive collectors.
        text = self._encoded.sub(lambda match: html.unescape(match[0]), text)
        if not self._pattern.search(text):
            return Html(text)
        return Html("".join(self._pieces(text)))

    def _pieces(self, text: str) -> Sequence[str]:
        """The text cut at its markup, and each piece filled as its place wants it."""
        pieces: list[str] = []
        depths = dict.fromkeys((*_CODE, *_NO_LINKS), 0)
        at = 0
        while match := _MARKUP.search(text, at):
            pieces.append(self._in_text(text[at : match.start()], depths))
            at = match.end()
            tag = (match["tag"] or "").lower()
            pieces.append(self._in_tag(match[0]) if tag else self._sources(match[0]))
            if match["end"]:
                depths[tag] = max(0, depths.get(tag, 0) - 1)
            elif tag in _UNREAD:
                close = re.compile(f"</{tag}", re.IGNORECASE).search(text, at)
                end = close.start() if close else len(text)
                pieces.append(self._sources(text[at:end]))
                at = end
            elif (
                tag in depths and not match[0].endswith("/>") and (tag != "a" or "href" in match[0])
            ):
                depths[tag] += 1
        pieces.append(self._in_text(text[at:], depths))
        return pieces

    def _in_text(self, text: str, depths: Mapping[str, int]) -> str:
        """Between tags; ``depths`` says which elements are open."""
        if any(depths[tag] for tag in _CODE):
            return self._sub(text, lambda item: html.escape(item.source, quote=False))
        if any(depths[tag] for tag in _NO_LINKS):
            return self._sub(text, lambda item: escape(item.text))
        return self._sub(text, lambda item: item.html)

    def _in_tag(self, tag: str) -> str:
        if not self._pattern.search(tag):
            return tag
        pieces: list[str] = []
        at = 0
        for match in _ATTRIBUTE.finditer(tag):
            pieces += (self._escaped_sources(tag[at : match.start()]), self._in_attribute(match))
            at = match.end()
        return "".join([*pieces, self._escaped_sources(tag[at:])])

    def _in_attribute(self, match: re.Match[str]) -> str:
        name, equals, value = match.groups()
        if not self._pattern.search(value):
            return self._escaped_sources(match[0])
        mark, inner = (value[0], value[1:-1]) if value[0] in "\"'" else ('"', value)
        key = name.lower()
        if key in _TEXTS:
            filled = self._sub(inner, lambda item: escape(item.text))
        elif key in _ADDRESSES or key.endswith(":href"):
            filled = self._in_address(inner)
        elif key in _NAMES or key.startswith("aria-"):
            filled = self._sub(inner, lambda item: escape(item.name))
        else:
            filled = self._escaped_sources(inner)
        return f"{name}{equals}{mark}{filled}{mark}"

    def _in_address(self, value: str) -> str:
        """An address is that of the link, or its author's with a name in it that cannot alter it."""
        match = self._pattern.fullmatch(value.strip())
        whole = match and self._found(match) and not self._lead(match)
        return self._sub(value, lambda item: escape(item.address if whole else item.name))

    def _sources(self, text: str) -> str:
        """Where the page's own words are meant as they stand."""
        return self._sub(text, lambda item: item.source)

    def _escaped_sources(self, text: str) -> str:
        return self._sub(text, lambda item: escape(item.source))

    def _sub(self, text: str, shown: Callable[[Insertion], str]) -> str:
        def one(match: re.Match[str]) -> str:
            found = self._found(match)
            return self._lead(match) + shown(found[0]) if found else match[0]

        return self._pattern.sub(one, text)

    def _found(self, match: re.Match[str]) -> tuple[Insertion, str] | None:
        number = 0
        for digit in match[2].lower():
            number = number * len(_LETTERS) + _LETTERS.index(digit)
        return self._insertions[number] if number < len(self._insertions) else None

    def _lead(self, match: re.Match[str]) -> str:
        """Slashes before a placeholder that are the page's own."""
        found = self._found(match)
        return "" if found and found[1] else match[1] or ""
