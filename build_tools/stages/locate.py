"""From places said by value to lines and columns.

A file is composed again only when a finding lies in it, so that files without findings never pay
for positions.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from functools import cached_property
from itertools import accumulate

import yaml

from build_tools.model.diagnostics import Diagnostic, Finding
from build_tools.model.source import Place, Pointer, SourceFile, Span
from build_tools.stages.prose.host_page import page_text
from build_tools.stages.rules.nesting_too_deep import MAXIMUM_DEPTH
from build_tools.stages.yaml.read import compose, position_of, text_of

__all__ = ["locate"]


def locate(
    findings: Iterable[Finding], sources: Mapping[str, SourceFile]
) -> tuple[Diagnostic, ...]:
    """Give every finding its span; the result is in the order of reports, without repetitions.

    Args:
        findings: from any stage, in any order.
        sources: every input file by its path. A finding in a file that is not among them is
            placed at the file's beginning.
    """
    by_path: dict[str, list[Finding]] = {}
    for finding in findings:
        by_path.setdefault(finding.path, []).append(finding)
    diagnostics: set[Diagnostic] = set()
    for path, group in by_path.items():
        source, document = sources.get(path), None
        last_line = source.content.count(b"\n") + 1 if source else 1
        for finding in group:
            if not isinstance(finding.where, Place):
                span = finding.where[1]
            elif source:
                document = document or _Document(source)
                span = document.span(finding.where)
            else:
                span = Span()
            span = _within(span, source, last_line) if source else span
            diagnostics.add(
                Diagnostic(
                    finding.code, finding.severity, path, span, finding.message, finding.hint
                )
            )
    return tuple(sorted(diagnostics, key=lambda item: item.sort_key))


def _within(span: Span, source: SourceFile, last: int) -> Span:
    """``span``, which for libyaml may end a line below the last."""
    if span.end_line <= last:
        return span
    line = source.content.rpartition(b"\n")[2].decode("utf-8", "replace").removeprefix("\ufeff")
    return Span(span.line, span.column, last, len(line) + 1)


class _Document:
    """One file, composed at the first look-up and then walked once for all of its places."""

    def __init__(self, source: SourceFile) -> None:
        self._nodes: dict[tuple[Pointer, str], yaml.Node] = {}
        self._is_page = source.path.endswith(".md")
        if self._is_page:
            self._text = page_text(source)
            return
        text = text_of(source)
        self._text = "" if isinstance(text, Finding) else text
        if source.path.endswith(".json"):  # YAML has no surrogate pairs
            self._text = _SURROGATE.sub(r"\\u0020", self._text)
        root = compose(source.path, self._text)
        if not isinstance(root, Finding):
            self._index(root, ())

    def _index(self, node: yaml.Node, pointer: Pointer) -> None:
        self._nodes[pointer, "value"] = node
        if len(pointer) > MAXIMUM_DEPTH:
            return
        if isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                self._index(item, (*pointer, index))
        elif isinstance(node, yaml.MappingNode):
            for key, value in node.value:
                if (
                    isinstance(key, yaml.ScalarNode)
                    and ((*pointer, key.value), "key") not in self._nodes
                ):
                    self._nodes[(*pointer, key.value), "key"] = key
                    self._index(value, (*pointer, key.value))

    def span(self, place: Place) -> Span:
        """The span of ``place``; of the nearest value around it when there is no such value."""
        if self._is_page:
            return self._text_span(place.start or 0, place.end)
        pointer = place.pointer
        if not pointer:
            return Span()
        node = self._nodes.get((pointer, place.part))
        while node is None and pointer:
            pointer = pointer[:-1]
            node = self._nodes.get((pointer, "key")) or self._nodes.get((pointer, "value"))
        if node is None or not pointer:
            return Span()
        if place.start is None or not isinstance(node, yaml.ScalarNode):
            return self._whole(node)
        offsets = _offsets(self._text, node)
        last = len(offsets) - 1
        start = offsets[min(place.start, last)]
        final = offsets[min(max((place.end or place.start + 1) - 1, place.start), last)]
        end = final + (_escape_length(self._text, final) if node.style == '"' else 1)
        return self._text_span(start, end)

    def _whole(self, node: yaml.Node) -> Span:
        """All of a node; libyaml counts what follows a block collection to its end."""
        if isinstance(node, yaml.ScalarNode):
            return self._trimmed(self._scalar_span(node))
        span = position_of(node)
        if not isinstance(node, yaml.CollectionNode) or node.flow_style or not node.value:
            return span
        last = node.value[-1]
        end = self._whole(last[1] if isinstance(node, yaml.MappingNode) else last)
        return Span(span.line, span.column, end.end_line, end.end_column)

    def _scalar_span(self, node: yaml.ScalarNode) -> Span:
        """All of a scalar; of a block scalar its text, which begins below ``|`` or ``>``."""
        if node.style not in ("|", ">") or not node.value.strip():
            return position_of(node)
        start = _block_start(self._text, node)
        text = self._text[start : node.end_mark.index]
        first = start + len(text) - len(text.lstrip())
        return self._text_span(first, node.end_mark.index)

    def _trimmed(self, span: Span) -> Span:
        """``span`` without the white space at its end."""
        lines = self._lines
        line, column = span.end_line, span.end_column
        while line > span.line and (line > len(lines) or not lines[line - 1][: column - 1].strip()):
            line -= 1
            column = len(lines[line - 1].rstrip()) + 1 if line <= len(lines) else 1
        return Span(span.line, span.column, line, column)

    def _text_span(self, start: int, end: int | None) -> Span:
        first, first_column = self._line_column(start)
        last, last_column = self._line_column(start + 1 if end is None else end)
        return Span(first, first_column, last, last_column)

    def _line_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    @cached_property
    def _lines(self) -> list[str]:
        return self._text.split("\n")

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each line's first character."""
        return [0, *accumulate(len(line) + 1 for line in self._lines[:-1])]


def _offsets(text: str, node: yaml.ScalarNode) -> list[int]:
    r"""For each character of a scalar's decoded value, its offset in the file.

    ::

    file:    "a \u00e9\
              b"
    decoded:  a  é     b
    """
    if node.style in ("|", ">"):
        return _block_offsets(text, node)
    at = node.start_mark.index + (node.style in ("'", '"'))
    offsets: list[int] = []
    while len(offsets) < len(node.value):
        length = count = 1
        fold = _FOLD.match(text, at)
        if fold:
            # One line break becomes a space; of more than one, all but the first are kept.
            length, count = len(fold[0]), max(1, fold[0].count("\n") - 1)
        elif node.style == "'" and text.startswith("''", at):
            length = 2
        elif node.style == '"' and text.startswith("\\", at):
            joint = _JOINT.match(text, at)
            if joint:
                length, count = len(joint[0]), joint[0].count("\n") - 1
            else:
                length = _escape_length(text, at)
        offsets += [at] * count
        at += length
    return offsets or [at]


_SURROGATE = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}")
_FOLD = re.compile(r"[ \t]*(?:\r?\n[ \t]*)+")
_JOINT = re.compile(r"\\\r?\n[ \t]*(?:\r?\n[ \t]*)*")
"""A line break that a backslash cancels, and the blank lines after it, which count."""
_ESCAPE_LENGTHS = {"x": 4, "u": 6, "U": 10}


def _escape_length(text: str, at: int) -> int:
    """How many characters of a double-quoted scalar say the one at ``at``."""
    return _ESCAPE_LENGTHS.get(text[at + 1 : at + 2], 2) if text.startswith("\\", at) else 1


def _block_start(text: str, node: yaml.ScalarNode) -> int:
    """The offset of the line below ``|`` or ``>``."""
    return text.find("\n", node.start_mark.index) + 1 or node.end_mark.index


def _block_offsets(text: str, node: yaml.ScalarNode) -> list[int]:
    """As :func:`_offsets`, for literal and folded scalars.

    Indenting, folding and chomping change only white space, so walking both texts side by side
    and skipping white space keeps them in step.
    """
    at, stop = _block_start(text, node), node.end_mark.index
    offsets: list[int] = []
    for character in node.value:
        if character.isspace():
            offsets.append(min(at, stop))
            if at < stop and text[at] == character == " ":
                at += 1
            continue
        while at < stop and text[at].isspace():
            at += 1
        offsets.append(min(at, stop))
        at += 1
    return offsets or [at]
