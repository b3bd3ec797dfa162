"""Every text of an entry or of a vocabulary, read by one rule: what its field's shape says."""

from collections.abc import Callable, Iterable, Iterator
from operator import attrgetter
from typing import Any

from build_tools.model.diagnostics import Finding
from build_tools.model.fields import Field, Shape
from build_tools.model.source import Place, Pointer
from build_tools.model.text import Named
from build_tools.stages.prose.markdown import read_markdown
from build_tools.stages.prose.plain import read_prose, read_remark
from build_tools.stages.prose.reading import Reading
from build_tools.stages.rules import (
    empty_wiki_link,
    raw_html,
    remote_image,
    unsafe_url,
    unterminated_wiki_link,
)

__all__ = ["TextReader", "inspect_text"]

_PROBLEMS = {
    "raw-html": raw_html.finding,
    "unsafe-url": unsafe_url.finding,
    "remote-image": remote_image.finding,
    "unterminated-wiki-link": unterminated_wiki_link.finding,
    "empty-wiki-link": empty_wiki_link.finding,
}


# Looked up once: an enum's members are found slowly.
_REMARK, _MARKDOWN, _PROSES = Shape.REMARK, Shape.MARKDOWN, Shape.PROSES
_RECORD, _RECORDS = Shape.RECORD, Shape.RECORDS


class TextReader:
    """Reads the texts of the records that one table describes."""

    def __init__(self, table: tuple[Field, ...]) -> None:
        self._fields: list[tuple[str, Shape, TextReader]] = []
        for field in table:
            inner = TextReader(field.fields)
            if field.shape.is_text or inner._fields:
                self._fields.append((field.key, field.shape, inner))
        self._only_remark: Callable[[Any], str] | None = None
        if [shape for _key, shape, _inner in self._fields] == [_REMARK]:
            self._only_remark = attrgetter(self._fields[0][0])

    def are_plain_remarks(self, records: Iterable[Any]) -> bool:
        """Whether records have no text but remarks, none of which can link or cite."""
        get = self._only_remark
        return get is not None and "[" not in "".join(map(get, records))

    def texts_in(self, record: Any, at: Pointer = ()) -> Iterator[tuple[Pointer, Reading]]:
        """Every text of a record, read, in the order of the table.

        Args:
            record: its attributes are named as the fields.
            at: where the record stands in its file.

        A remark without brackets says only what it says, and is left out.
        """
        taken: frozenset[str] = frozenset()
        for key, shape, inner in self._fields:
            value = getattr(record, key)
            if not value:
                continue
            if shape is _REMARK:
                if "[" in value:
                    yield (*at, key), read_remark(value)
            elif shape is _MARKDOWN:
                reading = read_markdown(value, taken)
                taken |= {heading.id for heading in reading.headings}
                yield (*at, key), reading
            elif shape is _PROSES:
                for index, text in enumerate(value):
                    yield (*at, key, index), read_prose(text)
            elif shape is _RECORD:
                yield from inner.texts_in(value, (*at, key))
            elif shape is _RECORDS:
                if inner.are_plain_remarks(value):  # as nearly all links of an entry
                    continue
                for index, item in enumerate(value):
                    yield from inner.texts_in(item, (*at, key, index))
            else:
                yield (*at, key), read_prose(value)


def inspect_text(
    path: str, pointer: Pointer, reading: Reading, named: list[Named], findings: list[Finding]
) -> None:
    """Add the names that a text uses and what is wrong with it."""
    named += [
        Named(used.name, used.citation, pointer, used.start, used.end) for used in reading.names
    ]
    for problem in reading.problems:
        place = Place(path, pointer, start=problem.start, end=problem.end)
        findings.append(_PROBLEMS[problem.kind](place, problem.detail))
