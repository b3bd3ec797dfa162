"""Entry pages without a theme."""

from collections.abc import Iterable, Sequence
from html.parser import HTMLParser

from build_tools.emit.pages.entry import entry_pages
from build_tools.emit.parts.context import Context, Page
from build_tools.emit.parts.shell import CONTENT_MARK, Slot, cut, mark
from build_tools.model.artifact import Artifact
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId

__all__ = ["SHELL", "Element", "content_of", "entry_html", "parse_html", "texts_of"]

SHELL = cut(
    f"<!doctype html><html><head><title>{mark(Slot.TITLE)}</title>"
    f'<meta name="description" content="{mark(Slot.DESCRIPTION)}"></head>'
    f"<body><main><div>{CONTENT_MARK}</div></main>"
    f'<nav><li><a href="#{mark(Slot.TOC)}">{mark(Slot.TOC)}</a></li></nav></body></html>'
)
"""The least that a theme can render."""

_VOID = frozenset(
    {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"}
)


def entry_html(site: Site, name: str) -> str:
    """The page of one entry."""
    (artifact,) = entry_pages(Context(site), SHELL, [EntryId(name)])
    return b"".join(artifact.pieces).decode()


def texts_of(artifacts: Iterable[Artifact]) -> dict[str, str]:
    """The content of some files by their paths."""
    return {item.path: b"".join(item.pieces).decode() for item in artifacts}


def content_of(page: Page) -> "Element":
    """What a page that is no entry shows."""
    return parse_html(page.slots[Slot.CONTENT])


class Element:
    """An element of a parsed page."""

    def __init__(self, tag: str, attributes: dict[str, str]) -> None:
        self.tag = tag
        self.attributes = attributes
        self.content: list[Element | str] = []

    @property
    def text(self) -> str:
        """All text inside."""
        return "".join(item if isinstance(item, str) else item.text for item in self.content)

    @property
    def elements(self) -> "list[Element]":
        """This element and all inside, in the page's order."""
        inside = [item.elements for item in self.content if isinstance(item, Element)]
        return [self, *(element for found in inside for element in found)]

    def all(self, tag: str = "", *, class_: str = "", id_: str = "") -> "list[Element]":
        """The elements inside that have this tag, class and id, where given."""
        return [
            item
            for item in self.elements
            if (not tag or item.tag == tag)
            and (not class_ or class_ in item.attributes.get("class", "").split())
            and (not id_ or item.attributes.get("id") == id_)
        ]

    def one(self, tag: str = "", *, class_: str = "", id_: str = "") -> "Element":
        """The only one of these."""
        found = self.all(tag, class_=class_, id_=id_)
        if len(found) != 1:
            raise AssertionError(f"{len(found)} elements are {tag or '*'} .{class_} #{id_}")
        return found[0]


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.stack = [self.root]

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.stack[-1].content.append(element)
        if tag not in _VOID:
            self.stack.append(element)

    def handle_endtag(self, tag: str) -> None:
        if self.stack[-1].tag != tag:
            raise AssertionError(f"</{tag}> closes <{self.stack[-1].tag}>")
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        self.stack[-1].content.append(data)


def parse_html(text: str) -> Element:
    """Parse a page whose every element is closed; anything else is an error."""
    parser = _Parser()
    parser.feed(text)
    parser.close()
    if len(parser.stack) != 1:
        raise AssertionError(f"<{parser.stack[-1].tag}> is never closed")
    return parser.root
