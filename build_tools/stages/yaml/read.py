"""From bytes to a raw document, or to findings that say why not.

Ordinary documents are read line by line (``stages.yaml.quick``). The others are read with libyaml's
composer, which never constructs anything: no tag, anchor or implicit type has any effect (see
``stages.yaml.document``). Everything that could crash or hang libyaml is refused first.
"""

import re
from typing import Any, cast

import yaml
from yaml._yaml import CParser

from build_tools.model.diagnostics import Finding
from build_tools.model.source import Place, Pointer, SourceFile, Span
from build_tools.stages.rules import (
    anchor_or_alias,
    control_character,
    duplicate_key,
    empty_file,
    file_too_large,
    nesting_too_deep,
    not_a_mapping,
    not_utf8,
    several_documents,
    tab_indentation,
    tag,
    unreadable_file,
    wrong_type,
    yaml_syntax,
)
from build_tools.stages.words.characters import FORBIDDEN
from build_tools.stages.yaml.document import (
    RawDocument,
    RawMapping,
    RawScalar,
    RawValue,
    plain_scalar,
)
from build_tools.stages.yaml.quick import read_quickly

__all__ = ["compose", "decoded", "parse", "parse_carefully", "position_of", "text_of"]

# Signs that a document may be deep, may hold an anchor, alias or tag, or may not be alone. Each is
# a plain search, since nearly every file shows none of them.
_LEVELS = ("[", "{", "- ", "-\t", "? ", "?\t", ": ", ":\t")
"""What can begin a level without a line of its own."""
_SAFE_DEPTH = 400
_INDENTED = " " * 80
_NAMED = re.compile(r"[&*!]")
_BEFORE_VALUE = frozenset(":-,[{?")
_BEGINS_LEVEL = b"[{-?:"
_MANY = re.compile(r"\n(?:---|\.\.\.|%)")
_PLAIN_BYTES = bytes([9, 10, *range(0x20, 0x7F)])


class _Composer(CParser):
    """libyaml's composer without PyYAML's resolver, which would spend most of the time."""

    def resolve(self, kind: object, value: object, implicit: object) -> str:
        """Leave the tag open; ``_scalar`` looks at a scalar's style and text."""
        return ""

    def descend_resolver(self, current_node: object, current_index: object) -> None:
        """Path resolvers are not used."""

    def ascend_resolver(self) -> None:
        """Path resolvers are not used."""


def decoded(source: SourceFile) -> str | Finding:
    """The characters of a file without its byte order mark, or why there are none."""
    if source.unreadable:
        return unreadable_file.finding(source.path, source.unreadable)
    try:
        return source.content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = source.content[: error.start].decode("utf-8", "replace")
        return not_utf8.finding(
            (source.path, _span(before, len(before))), source.content[error.start]
        )


def text_of(source: SourceFile) -> str | Finding:
    """The text of a file, or the finding that keeps it from being read.

    A bibliography (JSON) grows with the glossary, so that only YAML is limited in size.
    """
    too_large = len(source.content) > file_too_large.MAXIMUM_BYTES
    if too_large and not source.path.endswith(".json"):
        return file_too_large.finding(source.path, len(source.content))
    text = decoded(source)
    if isinstance(text, Finding):
        return text
    forbidden = None
    if not text.isascii() or source.content.translate(None, _PLAIN_BYTES):
        forbidden = FORBIDDEN.search(text)
    if forbidden:
        return control_character.finding(
            (source.path, _span(text, forbidden.start())), forbidden[0]
        )
    if not text.strip():
        return empty_file.finding(source.path)
    return text


def parse(source: SourceFile) -> tuple[RawDocument | None, tuple[Finding, ...]]:
    """Parse one YAML file whose document is to be a mapping.

    Returns the document (``None`` when there is none to go on with) and the findings.
    """
    text = text_of(source)
    if isinstance(text, Finding):
        return None, (text,)
    quick = read_quickly(text)
    if quick is not None:
        return RawDocument(source.path, quick), ()
    return parse_carefully(source.path, text)


def parse_carefully(path: str, text: str) -> tuple[RawDocument | None, tuple[Finding, ...]]:
    """Do for any text what ``stages.yaml.quick`` does for ordinary ones, which it speeds up."""
    node = compose(path, text)
    if isinstance(node, Finding):
        return None, (node,)
    if not isinstance(node, yaml.MappingNode):
        found = {"ScalarNode": "text", "SequenceNode": "a list"}[type(node).__name__]
        return None, (not_a_mapping.finding((path, position_of(node)), found),)
    findings: list[Finding] = []
    root = _value(node, path, (), findings)
    for finding in findings:
        if finding.code is nesting_too_deep.RULE.code:
            return None, (finding,)
    return RawDocument(path, cast("RawMapping", root)), tuple(findings)


def compose(path: str, text: str) -> yaml.Node | Finding:
    """The node tree of ``text``, or the finding that says why there is none."""
    refused = _refuse(path, text)
    if refused:
        return refused
    parser = _Composer(text)
    try:
        node: yaml.Node | None = parser.get_single_node()
    except yaml.YAMLError as error:
        return _syntax_finding(path, text, error)
    finally:
        parser.dispose()
    is_empty = isinstance(node, yaml.ScalarNode) and not node.value and not node.style
    return empty_file.finding(path) if node is None or is_empty else node


def position_of(node: Any) -> Span:
    """Where a node or an event stands; the end of a block scalar is the end of its text."""
    start, end = node.start_mark, node.end_mark
    return Span(start.line + 1, start.column + 1, end.line + 1, end.column + 1)


def _refuse(path: str, text: str) -> Finding | None:
    """Look for what may be deep, aliased, tagged or many, and look closely only if it may be.

    The composer recurses on the machine's stack, so depth must be known before it runs; reading
    events does not recurse.
    """
    suspicious = (
        (_may_be_deep(text.encode()) and sum(map(text.count, _LEVELS)) > _SAFE_DEPTH)
        or _INDENTED in text
        or _MANY.search(text)
        or text.startswith(("---", "%"))
        or (_may_name(text) and any(_begins_value(text, m.start()) for m in _NAMED.finditer(text)))
    )
    if not suspicious:
        return None
    depth = documents = 0
    parser = _Composer(text)
    try:
        while parser.check_event():
            event: Any = parser.get_event()
            where = (path, position_of(event))
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    return several_documents.finding(where)
            if getattr(event, "anchor", None):
                written = f"{'*' if isinstance(event, yaml.AliasEvent) else '&'}{event.anchor}"
                return anchor_or_alias.finding((path, _written(text, event, written)), written)
            if getattr(event, "tag", None):
                written = re.sub(r"\Atag:yaml\.org,2002:", "!!", event.tag)
                return tag.finding((path, _written(text, event, written)), written)
            if isinstance(event, yaml.CollectionStartEvent):
                depth += 1
                if depth > nesting_too_deep.MAXIMUM_DEPTH:
                    return nesting_too_deep.finding(where)
            elif isinstance(event, yaml.CollectionEndEvent):
                depth -= 1
    except yaml.YAMLError as error:
        return _syntax_finding(path, text, error)
    finally:
        parser.dispose()
    return None


def _may_be_deep(encoded: bytes) -> bool:
    """Single characters are quickly counted, and nearly always tell enough."""
    return len(encoded) - len(encoded.translate(None, _BEGINS_LEVEL)) > _SAFE_DEPTH


def _written(text: str, event: Any, name: str) -> Span:
    """Where an anchor, alias or tag stands; all of the event if it is written in another way."""
    at = text.find(name, event.start_mark.index, event.end_mark.index)
    if at < 0:
        return position_of(event)
    first = _span(text, at)
    return Span(first.line, first.column, first.line, first.column + len(name))


def _may_name(text: str) -> bool:
    """Whether an anchor, alias or tag may stand anywhere; Markdown's ``**`` cannot be one."""
    stars = text.count("*")
    return "&" in text or "!" in text or bool(stars and stars != 2 * text.count("**"))


def _begins_value(text: str, at: int) -> bool:
    """Whether a value could begin at ``at``: at a line's beginning, or after an indicator."""
    following = text[at + 1 : at + 2]
    if text[at] != "!" and (not following or following in " \t\r\n*"):
        return False  # a list's asterisk, an ampersand in prose, the first half of "**"
    before = text[max(0, at - 80) : at].rstrip(" \t")
    return not before or before[-1] == "\n" or before[-1] in _BEFORE_VALUE


def _syntax_finding(path: str, text: str, error: yaml.YAMLError) -> Finding:
    """Say what libyaml found, pointing at the tab where a tab indents the line.

    What is never closed is shown where it is opened, not where the file ends.
    """
    mark, begun = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    problem, context = str(getattr(error, "problem", None) or error), getattr(error, "context", "")
    if begun and (mark is None or "end of stream" in problem):
        mark = begun
    lines = text.split("\n")
    line, column = (mark.line, mark.column) if mark else (0, 0)
    if line >= len(lines):
        line = max(0, len(lines) - 1)
    indentation = re.match(r"[ ]*\t", lines[line])
    if indentation:
        end = indentation.end()
        return tab_indentation.finding((path, Span(line + 1, end, line + 1, end + 1)))
    if context and begun and begun.line != line:
        context = f"{context} that begins in line {begun.line + 1}"
    where = (path, Span(line + 1, column + 1, line + 1, column + 2))
    return yaml_syntax.finding(where, problem, context)


def _value(node: yaml.Node, path: str, pointer: Pointer, findings: list[Finding]) -> RawValue:
    if isinstance(node, yaml.ScalarNode):
        if node.style == '"' and not node.value.isprintable():
            forbidden = FORBIDDEN.search(node.value)
            if forbidden:  # by way of an escape
                where = Place(path, pointer, start=forbidden.start(), end=forbidden.end())
                findings.append(control_character.finding(where, forbidden[0]))
        return _scalar(node)
    if len(pointer) >= nesting_too_deep.MAXIMUM_DEPTH:
        findings.append(nesting_too_deep.finding((path, position_of(node))))
        return ()
    if isinstance(node, yaml.SequenceNode):
        return tuple(
            _value(item, path, (*pointer, index), findings) for index, item in enumerate(node.value)
        )
    mapping: RawMapping = {}
    for key_node, value_node in node.value:
        if not isinstance(key_node, yaml.ScalarNode):
            found = "a mapping" if isinstance(key_node, yaml.MappingNode) else "a list"
            findings.append(wrong_type.not_a_key((path, position_of(key_node)), found))
            continue
        key = key_node.value
        if key in mapping:
            first = next(other for other, _value_node in node.value if other.value == key)
            line = position_of(first).line
            findings.append(duplicate_key.finding((path, position_of(key_node)), key, line))
            continue
        if isinstance(value_node, yaml.ScalarNode) and value_node.style != '"':  # mostly
            mapping[key] = _scalar(value_node)
        else:
            mapping[key] = _value(value_node, path, (*pointer, key), findings)
    return mapping


def _scalar(node: yaml.ScalarNode) -> str | RawScalar:
    text = cast("str", node.value)
    return text if node.style else plain_scalar(text)


def _span(text: str, offset: int) -> Span:
    """The span of the one character at ``offset``."""
    line = text.count("\n", 0, offset) + 1
    column = offset - (text.rfind("\n", 0, offset) + 1) + 1
    return Span(line, column, line, column + 1)
