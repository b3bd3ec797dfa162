"""From disk to source files; what cannot be read is one without content, which says why."""

import os
from pathlib import Path

from build_tools.adapters.disk.files import read_file
from build_tools.adapters.disk.folders import (
    Found,
    Item,
    hindering,
    is_missing,
    items_of,
    trouble_in,
)
from build_tools.model.source import SourceFile, Trouble
from build_tools.model.vocabulary import VOCABULARY_FILES
from build_tools.stages.graph.positions import POSITIONS
from build_tools.stages.inputs import ENTRIES, ENTRY_SUFFIXES, is_nearly_entries
from build_tools.stages.rules.file_too_large import MAXIMUM_BYTES

__all__ = ["MAXIMUM_OTHER_BYTES", "read_glossary", "read_pages"]

MAXIMUM_OTHER_BYTES = 64 * 1024 * 1024
"""A bibliography grows with the glossary, and pages are the host's: their limit is another."""

_VOCABULARIES = frozenset((*VOCABULARY_FILES, POSITIONS))


def read_glossary(project: Path, folder: str) -> tuple[SourceFile, ...]:
    """The vocabularies, positions and entries of a glossary, in the order of their paths.

    Entries are ``entries/**/*.yml``. Whatever else lies there follows without its content: what cannot
    be read, which links out of the glossary's folder are taken for, and what is not read. Where there
    are no entries, their folder follows too.
    """
    root = str(project / folder)
    if is_missing(root):
        return ()
    real = os.path.realpath(root)
    found = Found(ENTRY_SUFFIXES, real if real.endswith(os.sep) else f"{real}{os.sep}")
    others, vocabularies = found.others, []
    items = items_of(root, others)
    for item in items:
        name, path = item.name, item.path
        trouble = trouble_in(item, found.inside)
        if name in _VOCABULARIES:
            if trouble:
                others.append(Item(path, trouble))
            else:
                vocabularies.append(path)
        elif name == ENTRIES and trouble in (Trouble.FOLDER, Trouble.LINKED_FOLDER):
            found.walk(path)
        elif name == ENTRIES:
            others.append(Item(f"{path}{os.sep}", trouble or Trouble.NO_FOLDER))
        elif trouble is Trouble.FOLDER:
            others.append(Item(f"{path}{os.sep}"))
            if is_nearly_entries(name):
                others += _names_in(path)
        else:
            others.append(Item(path, trouble))
    entries = f"{root}{os.sep}{ENTRIES}{os.sep}"
    if items and not found.files and not any(path == entries for path, _trouble in others):
        others.append(Item(entries))
    prefix = _prefix(project)
    read = [_read(prefix, path) for path in (*sorted(vocabularies), *sorted(found.files))]
    return (*read, *(_unread(prefix, item) for item in sorted(others, key=lambda item: item.path)))


def read_pages(project: Path, folder: str) -> tuple[SourceFile, ...]:
    """The hand-written pages, in the order of their paths.

    Other files that the host would fail to copy are among them, without their content.
    """
    root = str(project / folder)
    if is_missing(root):
        return ()
    found = Found((".md",))
    found.walk(root)
    prefix = _prefix(project)
    sources = [_read(prefix, path) for path in found.files]
    sources += [_unread(prefix, item) for item in hindering(found.others)]
    return tuple(sorted(sources, key=lambda source: source.path))


def _names_in(folder: str) -> list[Item]:
    """All files in a folder that is not read."""
    found = Found(())
    found.walk(folder)
    return found.others


def _prefix(project: Path) -> str:
    """What the paths of a project's files begin with and its messages leave out."""
    return "" if str(project) == "." else f"{project}{os.sep}"


def _relative(prefix: str, path: str) -> str:
    relative = path.removeprefix(prefix).removeprefix(f".{os.sep}").replace(os.sep, "/")
    if not relative.isascii():  # a folder's name need not be UTF-8; what is shown must be
        relative = os.fsencode(relative).decode("utf-8", "replace")
    return relative


def _read(prefix: str, path: str) -> SourceFile:
    is_other = path.endswith((".json", ".md"))
    limit = MAXIMUM_OTHER_BYTES if is_other else MAXIMUM_BYTES
    content, trouble = read_file(path, limit)
    if is_other and len(content) > limit:
        content, trouble = b"", Trouble.TOO_LARGE
    return SourceFile(_relative(prefix, path), content, trouble)


def _unread(prefix: str, item: Item) -> SourceFile:
    return SourceFile(_relative(prefix, item.path), b"", item.trouble)
