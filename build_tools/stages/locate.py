"""From places said by value to lines and columns.

A file is composed again only when a finding lies in it, so that files without findings never pay
for positions.
"""

from collections.abc import Iterable, Mapping

import yaml

from build_tools.model.diagnostics import Diagnostic, Finding
from build_tools.model.source import Place, Pointer, SourceFile, Span
from build_tools.stages.parse import compose, position_of, text_of

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
        document = _Document(sources[path]) if path in sources else None
        for finding in group:
            if isinstance(finding.where, Place):
                span = document.span(finding.where) if document else Span()
            else:
                span = finding.where[1]
            diagnostics.add(
                Diagnostic(
                    finding.code, finding.severity, path, span, finding.message, finding.hint
                )
            )
    return tuple(sorted(diagnostics, key=lambda item: item.sort_key))


class _Document:
    """One file, composed at the first look-up and then walked once for all of its places."""

    def __init__(self, source: SourceFile) -> None:
        text = text_of(source)
        self._text = "" if isinstance(text, Finding) else text
        self._nodes: dict[tuple[Pointer, str], yaml.Node] = {}
        if source.path.endswith(".md"):
            return
        try:
            root = compose(self._text)
        except yaml.YAMLError:
            return
        if root is not None:
            self._index(root, ())

    def _index(self, node: yaml.Node, pointer: Pointer) -> None:
        self._nodes[pointer, "value"] = node
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
        if not self._nodes:
            return self._text_span(place.start or 0, place.end)
        pointer = place.pointer
        if not pointer:
            return Span(1, 1, 1, 1)
        node = self._nodes.get((pointer, place.part))
        while node is None and pointer:
            pointer = pointer[:-1]
            node = self._nodes.get((pointer, "key")) or self._nodes.get((pointer, "value"))
        if node is None or not pointer:
            return Span(1, 1, 1, 1)
        if place.start is None or not isinstance(node, yaml.ScalarNode):
            return self._trimmed(position_of(node))
        offsets = _offsets(self._text, node)
        last = len(offsets) - 1
        start = offsets[min(place.start, last)]
        end = offsets[min(max((place.end or place.start + 1) - 1, place.start), last)] + 1
        return self._text_span(start, end)

    def _trimmed(self, span: Span) -> Span:
        """``span`` without the white space that libyaml counts to the end of a collection."""
        lines = self._text.split("\n")
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
        line_start = self._text.rfind("\n", 0, offset) + 1
        return self._text.count("\n", 0, offset) + 1, offset - line_start + 1


def _offsets(text: str, node: yaml.ScalarNode) -> list[int]:
    r"""For each character of a scalar's decoded value, its offset in the file.

    Folding and chomping change only white space, and quoting adds only escapes, so walking both
    texts side by side and skipping white space keeps them in step::

        file:    "a \u00e9\
                  b"
        decoded:  a  é     b
    """
    at, stop = node.start_mark.index, node.end_mark.index
    if node.style in ("|", ">"):
        at = text.find("\n", at) + 1 or stop
    elif node.style in ("'", '"'):
        at += 1
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
        if node.style == '"' and text[at : at + 1] == "\\":
            while text[at : at + 2] == "\\\n":
                at = at + 2 + len(text[at + 2 :]) - len(text[at + 2 :].lstrip())
            offsets[-1] = at
            at += (
                {"x": 4, "u": 6, "U": 10}.get(text[at + 1 : at + 2], 2)
                if text[at : at + 1] == "\\"
                else 1
            )
        elif node.style == "'" and text[at : at + 2] == "''":
            at += 2
        else:
            at += 1
    return offsets or [at]
