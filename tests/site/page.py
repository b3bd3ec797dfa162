"""A page of a built site, parsed with the standard library alone, so that nothing is mended."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from pathlib import Path

__all__ = ["Element", "Page", "parse"]

VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)  # HTML, 13.1.2


@dataclass(eq=False)
class Element:
    """An element with what it holds."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list["Element | str"] = field(default_factory=list)

    @property
    def classes(self) -> list[str]:
        return self.attributes.get("class", "").split()

    @property
    def text(self) -> str:
        """Its text, white space folded."""
        return " ".join("".join(self._texts()).split())

    @property
    def raw_text(self) -> str:
        """Its text as it stands."""
        return "".join(self._texts())

    def _texts(self) -> Iterator[str]:
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._texts()

    def __iter__(self) -> Iterator["Element"]:
        """Itself and every element in it, in the order of the document."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [child for child in reversed(element.children) if not isinstance(child, str)]

    def all(self, selector: str = "*", **attributes: str | None) -> list["Element"]:
        """Elements in it by a simple selector (``tag``, ``.class``, ``tag.class``, ``#id``).

        Attributes are compared whole; ``None`` asks only that the attribute is there. An underscore
        in a name stands for a hyphen.
        """
        wanted = {name.strip("_").replace("_", "-"): value for name, value in attributes.items()}
        rest, _, id_ = selector.partition("#")
        tag, _, class_ = rest.partition(".")
        return [
            element
            for element in self
            if element is not self
            and tag in ("", "*", element.tag)
            and (not class_ or class_ in element.classes)
            and (not id_ or element.attributes.get("id") == id_)
            and all(
                name in element.attributes and (value is None or element.attributes[name] == value)
                for name, value in wanted.items()
            )
        ]

    def one(self, selector: str = "*", **attributes: str | None) -> "Element":
        """The only such element."""
        found = self.all(selector, **attributes)
        assert len(found) == 1, f"{len(found)} elements match {selector} {attributes}"
        return found[0]

    def has(self, selector: str = "*", **attributes: str | None) -> bool:
        """Whether there is such an element."""
        return bool(self.all(selector, **attributes))

    def links(self) -> list[tuple[str, str]]:
        """The text and target of each link in it."""
        return [(link.text, link.attributes["href"]) for link in self.all("a", href=None)]


class Page(Element):
    """A whole document."""

    @cached_property
    def order(self) -> dict[Element, int]:
        """Of every element, its place in the document."""
        return {element: index for index, element in enumerate(self)}

    @cached_property
    def ids(self) -> list[str]:
        """All ids, in order, repetitions included."""
        return [item.attributes["id"] for item in self if "id" in item.attributes]

    @cached_property
    def known_ids(self) -> frozenset[str]:
        """The same, for look-ups."""
        return frozenset(self.ids)

    def meta(self, name: str) -> str | None:
        """The content of ``<meta name>`` or ``<meta property>``."""
        found = self.all("meta", name=name) + self.all("meta", property=name)
        assert len(found) < 2, f"{name} is there {len(found)} times"
        return found[0].attributes["content"] if found else None

    @property
    def title(self) -> str:
        return self.one("head").one("title").text

    @property
    def canonical(self) -> str | None:
        found = self.all("link", rel="canonical")
        assert len(found) < 2
        return found[0].attributes["href"] if found else None


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page("#document")
        self._open: list[Element] = [self.page]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)
        if tag not in VOID:
            self._open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].children.append(element)  # in SVG; in HTML there is none (html-validate)

    def handle_endtag(self, tag: str) -> None:
        for index in range(len(self._open) - 1, 0, -1):
            if self._open[index].tag == tag:
                del self._open[index:]
                return

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(data)


def parse(source: Path | str) -> Page:
    """Parse a page, given as text or as a file."""
    text = source.read_text(encoding="utf-8") if isinstance(source, Path) else source
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.page
