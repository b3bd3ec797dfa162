r"""Hand-written pages: Markdown that belongs to the host, in which ``[[id]]`` and ``[@key]`` work.

The host renders these pages with its own Markdown, so only the two additions are looked for, and
only where Markdown would show text: not in code, comments and front matter, nor after a backslash.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

import yaml

from build_tools.model.diagnostics import Code, Finding
from build_tools.model.source import SourceFile
from build_tools.model.text import Named
from build_tools.stages.prose.host_blocks import without_blocks_of_code
from build_tools.stages.prose.plain import KEYS, citation_keys
from build_tools.stages.prose.reading import citation
from build_tools.stages.yaml.read import compose

__all__ = ["Written", "named_in_page", "page_text", "replace_in_page"]

_SPECIAL = re.compile(
    r"\\[\\`\[<]"  # what a backslash makes literal
    r"|(?P<ticks>`+)"
    r"|<(?P<element>!--|(?:code|pre|script|style|textarea)\b)"
    r"|\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<label>[^\[\]\n]+))?\]\]"
    rf"|\[(?P<keys>{KEYS})\]",
    re.IGNORECASE,
)
_DESTINATION = re.compile(r"\]\(<?\Z")
_TICKS = re.compile(r"`+|\n[ \t]*\n")
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n")
_CLOSING = {
    "!--": re.compile("-->"),
    **{
        name: re.compile(f"</{name}", re.IGNORECASE)
        for name in ("code", "pre", "script", "style", "textarea")
    },
}
_YAML = re.compile(r"-{3}[ \t]*\n(?P<yaml>.*?\n)(?:-{3}|\.{3})[ \t]*\n", re.DOTALL)
_OTHER_FRONT_MATTER = re.compile(
    r"(?: {0,3}[\w-]+:.*(?:\n|\Z)(?:(?: {4}|\t)[ \t]*\S.*(?:\n|\Z))*)+", re.ASCII
)
"""Lines of a key and a value at the very beginning, which the host takes for the same."""


class Written(NamedTuple):
    """How a page writes a link or a citation."""

    source: str
    is_address: bool
    """Whether it is what a Markdown link leads to: ``[text]([[id]])``."""


def page_text(page: SourceFile) -> str:
    """The text of a page, into which offsets count."""
    return page.content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")


def named_in_page(page: SourceFile) -> tuple[Named, ...]:
    """The wiki links and citations of a page, with their offsets in its text."""
    text = page_text(page)
    if "[[" not in text and "[@" not in text:
        return ()
    text = text.replace("\r", "\n")  # the host reads such line ends too
    found = []
    begin = _front_matter_end(page.path, text)
    for match in _occurrences(text[begin:]):
        start, end = match.start() + begin, match.end() + begin
        if match["target"]:
            found.append(Named(_target(match), False, (), start, end))
        else:
            _part, used = citation(citation_keys(match["keys"], match.start("keys") + begin))
            found += [Named(name, True, (), start, end) for name, _citation, start, end in used]
    return tuple(found)


def replace_in_page(
    text: str,
    link: Callable[[str, str | None, Written], str],
    cite: Callable[[Sequence[str], Written], str],
) -> str:
    """``text`` with every wiki link and citation replaced.

    Args:
        text: the page's Markdown, without front matter.
        link: from an entry's id, a label (``None`` where the page gives none) and how the link is
            written to Markdown.
        cite: from the keys of a citation and how it is written to Markdown.
    """
    parts = []
    at = 0
    for match in _occurrences(text):
        parts.append(text[at : match.start()])
        at = match.end()
        written = Written(
            match[0], _DESTINATION.search(text, match.start() - 3, match.start()) is not None
        )
        if match["target"]:
            parts.append(link(_target(match), match["label"], written))
        else:
            parts.append(cite(tuple(citation_keys(match["keys"], 0).values()), written))
    return "".join([*parts, text[at:]])


def _target(match: re.Match[str]) -> str:
    r"""The id that a wiki link names; in a table one writes ``[[id\|text]]``."""
    return match["target"].strip().removesuffix("\\")


def _occurrences(text: str) -> Iterator[re.Match[str]]:
    """What stands in text: a match of ``target`` and perhaps ``label``, or one of ``keys``."""
    if "[[" not in text and "[@" not in text:
        return
    text = without_blocks_of_code(text)
    ends = _Ends(text)
    at = 0
    while match := _SPECIAL.search(text, at):
        at = match.end()
        if match["ticks"]:
            at = ends.of_code(match.start(), at)
        elif match["element"]:
            at = ends.of_element(match["element"].lower(), match.start(), at)
        elif match["target"] or match["keys"]:
            yield match


class _Ends:
    """Where code, comments and elements end; each end is looked for once."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._code: dict[int, int] = {}
        self._next: dict[str, int] = {}
        last: dict[int, int] = {}
        for run in reversed(list(_TICKS.finditer(text))):
            if not run[0].startswith("`"):
                last = {}  # code does not reach beyond a paragraph
                continue
            length = len(run[0])
            if length in last:
                self._code[run.start()] = last[length]
            last[length] = run.end()

    def of_code(self, start: int, otherwise: int) -> int:
        """Of the code that backticks at ``start`` begin; ``otherwise`` if they begin none."""
        return self._code.get(start, otherwise)

    def of_element(self, name: str, start: int, otherwise: int) -> int:
        """Of a comment or an element whose content is not text; within a line, of a paragraph."""
        end = self._found(name, _CLOSING[name], otherwise)
        in_line = name == "code" or (name == "!--" and not self._begins_line(start))
        if end > len(self._text) or (in_line and self._found("", _PARAGRAPH_END, start) < end):
            return otherwise
        return end

    def _found(self, name: str, pattern: re.Pattern[str], at: int) -> int:
        """Where what is looked for by this name ends next; beyond the text if nowhere."""
        end = self._next.get(name, 0)
        if end <= at:
            match = pattern.search(self._text, at)
            end = self._next[name] = match.end() if match else len(self._text) + 1
        return end

    def _begins_line(self, at: int) -> bool:
        while at and self._text[at - 1] in " \t":
            at -= 1
        return not at or self._text[at - 1] == "\n"


def _front_matter_end(path: str, text: str) -> int:
    """Where a page begins for its readers: the host takes what is no mapping for text."""
    match = _YAML.match(text)
    if not match:
        other = _OTHER_FRONT_MATTER.match(text)
        return other.end() if other else 0
    node = compose(path, match["yaml"])
    if isinstance(node, Finding):  # the host reads what we refuse, such as anchors
        is_text = node.code in (Code.YAML_SYNTAX, Code.EMPTY_FILE)
    else:
        is_text = not isinstance(node, yaml.MappingNode)
    return 0 if is_text else match.end()
