r"""Ordinary YAML, read line by line.

libyaml can read every document, but an entry needs little of it: mappings and lists in block style,
texts on one line, quoted or not, texts in blocks, and lists of names in brackets.
:func:`read_quickly` gives such a document the value that ``stages.yaml.read`` would give it, in a third
of the time, and declines every other; a property test holds the two to the same answers.

One expression takes each line apart; a text in a block goes with the line that opens it::

      - relation: exploits↵         indent "  ", dash "- ", key "relation", value "exploits"
        because: >-↵                indent "    ", key "because", style ">-",
          The errors of …↵          block "      The errors of …↵"
"""

import re
from typing import Final

from build_tools.stages.yaml.document import RawMapping, RawValue, plain_scalar

__all__ = ["read_quickly"]

_PLAIN = r"[^\s\-?:,\[\]{}#&*!|>'\"%@`][^\n:#]*+(?:(?::(?![ \n])|(?<! )#)[^\n:#]*+)*+(?<! )"
_ITEM = r"\w[^\n:#,\[\]{}]*+(?<! )"
_LINE: Final = re.compile(
    r"( *+)(- )?+(?:([a-z_]+):(?: |(?=\n)))?+"
    rf"(?:(\"[^\"\\\n]*+\"|'[^'\n]*+'|\[(?:{_ITEM}(?:, {_ITEM})*+)?\]|{_PLAIN}|)\n"
    # A block is indented by two from what holds it: a key, or the dash of a text in a list.
    r"|([>|]-?)\n(?=[ ]*+[^ \n])((?:\n|\1(?(2)(?(3)  ))  [^\n]*+(?<! )\n)++))"
    r"|(.+)",  # all the rest: nothing is looked at twice
    re.DOTALL,
)
_MOST_LEVELS: Final = 8


def read_quickly(text: str) -> "RawMapping | None":
    """The mapping that an ordinary document is; ``None`` for one that libyaml has to read.

    Args:
        text: of the document, without forbidden characters.
    """
    if "\t" in text or "\r" in text:
        return None
    tree = _Tree()
    for indent, dash, key, written, style, block, _rest in _LINE.findall(text):
        at = len(indent)
        if (dash or at != tree.column or tree.items is not None or tree.opened) and not (
            tree.moved(at, bool(dash), bool(key))
        ):
            return None
        mapping = tree.mapping
        if key in mapping and tree.items is None:
            return None
        value: RawValue | None
        if written:
            value = _value(written)
        elif style:
            value = _block(style, block, at + 4 if dash and key else at + 2)
        else:
            value = None
            tree.opened = key
        if value is None:
            if not tree.opened:
                return None
        elif tree.items is not None:
            tree.items.append(value)
        elif key:
            mapping[key] = value
        else:
            return None
    return tree.finished()


class _Tree:
    """What has been read, and the mapping or list in it that is being read."""

    def __init__(self) -> None:
        self.root: RawMapping = {}
        self.column = 0
        """Where the keys of the innermost mapping stand, or the dashes of the innermost list."""
        self.mapping = self.root
        self.items: list[RawValue] | None = None
        """Of the innermost list; ``None`` inside a mapping."""
        self.opened = ""
        """The key whose value begins in the next line."""
        self._outer: list[tuple[int, RawMapping, list[RawValue] | None]] = []
        self._lists: list[tuple[RawMapping, str, list[RawValue]]] = []

    def moved(self, at: int, dash: bool, key: bool) -> bool:
        """Go to where a line belongs; whether there is such a place."""
        if self.opened:
            if at < self.column or (at == self.column and not dash):
                return False
            self._begin(at, dash)
        else:
            # Ends at the outermost mapping, whose column is 0.
            while self.column > at or (self.column == at and self.items is not None and not dash):
                self.column, self.mapping, self.items = self._outer.pop()
            if self.column != at or (self.items is None) == dash:
                return False
        if self.items is not None and key:
            self._outer.append((self.column, self.mapping, self.items))
            self.column, self.mapping = at + 2, {}
            self.items.append(self.mapping)
            self.items = None
        return len(self._outer) <= _MOST_LEVELS

    def _begin(self, at: int, dash: bool) -> None:
        """Begin the value of the open key."""
        self._outer.append((self.column, self.mapping, None))
        if dash:
            self.items = []
            self._lists.append((self.mapping, self.opened, self.items))
            self.mapping[self.opened] = ()
        else:
            inner: RawMapping = {}
            self.mapping[self.opened] = inner
            self.mapping = inner
        self.column, self.opened = at, ""

    def finished(self) -> "RawMapping | None":
        """The whole; ``None`` when something is open or nothing is there."""
        for mapping, key, items in self._lists:
            mapping[key] = tuple(items)
        return None if self.opened else self.root or None


def _value(written: str) -> RawValue:
    """What stands behind a key or a dash."""
    if written[0] in "\"'":
        return written[1:-1]
    if written[0] == "[":
        return tuple(map(plain_scalar, written[1:-1].split(", "))) if written != "[]" else ()
    return plain_scalar(written)


def _block(style: str, written: str, width: int) -> str | None:
    """A text in a block: its lines as they are (``|``) or with spaces for line ends (``>``)."""
    if written[width] == " ":
        return None
    indent = " " * width
    text = written[width:].replace(f"\n{indent}", "\n").rstrip("\n")
    if style[0] == ">" and "\n" in text:
        if "\n " in text or "\n\n\n" in text:
            return None
        text = text.replace("\n\n", "\0").replace("\n", " ").replace("\0", "\n")
    return text if len(style) > 1 else f"{text}\n"
