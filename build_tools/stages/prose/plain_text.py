"""Texts without markup, for data files, descriptions, drawings and terminals."""

from collections.abc import Mapping

from build_tools.model.entry import Entry
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId
from build_tools.model.text import ASIDE, CITATION, LINK, PROSE, PackedText, parts_of
from build_tools.stages.prose.plain import read_prose

__all__ = ["plain_definition", "plain_runs", "plain_text"]


def plain_text(text: str, entries: Mapping[EntryId, Entry]) -> str:
    """A plain-text field as text alone: links become their labels, citations vanish."""
    if "[" not in text:
        return text
    return "".join(plain_runs(read_prose(text).text, entries))


def plain_definition(entry: Entry, site: Site) -> str:
    """An entry's definition as text alone, from the reading that is there already."""
    if "[" not in entry.definition:
        return entry.definition
    _pointer, reading = site.linked.glossary.texts[entry.id][0]
    return "".join(plain_runs(reading.text, site.entries))


def plain_runs(text: PackedText, entries: Mapping[EntryId, Entry]) -> list[str]:
    """The runs of prose in a packed text, without markup; links become labels, citations vanish."""
    runs: list[str] = []
    for letter, content in parts_of(text):
        if letter in (PROSE, ASIDE):
            runs.append(content)
        elif letter == LINK:
            entry = entries.get(EntryId(content))
            runs.append(entry.term if entry else content)
        elif letter == CITATION and runs:
            runs[-1] = runs[-1].rstrip()
    return runs
