"""From disk to source files."""

import os
from collections.abc import Iterator
from pathlib import Path

from build_tools.model.source import SourceFile
from build_tools.model.vocabulary import VOCABULARY_FILES
from build_tools.stages.graph.positions import POSITIONS
from build_tools.stages.rules.file_too_large import MAXIMUM_BYTES

__all__ = ["read_glossary", "read_pages"]

ENTRY_BYTES = 16 * 1024
"""What nearly every entry fits into."""
MAXIMUM_OTHER_BYTES = 64 * 1024 * 1024
"""A bibliography grows with the glossary, and pages are the host's: their limit is another."""


def read_glossary(project: Path, folder: str) -> tuple[SourceFile, ...]:
    """The vocabularies, positions and entries of a glossary, in the order of their paths.

    Entries are ``entries/**/*.yml``. Hidden files and folders, and editors' backups, are left
    out, as are symbolic links that lead out of the glossary's folder.
    """
    root = project / folder
    found = [
        path for path in sorted(root.glob("*.*")) if path.name in _OTHER_NAMES and path.is_file()
    ]
    inside = f"{root.resolve()}{os.sep}"
    entries = sorted(_walk(str(root / "entries"), (".yml", ".yaml"), inside))
    return tuple(_read(_prefix(project), path) for path in (*map(str, found), *entries))


_OTHER_NAMES = frozenset((*VOCABULARY_FILES, POSITIONS))


def read_pages(project: Path, folder: str) -> tuple[SourceFile, ...]:
    """The hand-written pages, in the order of their paths."""
    return tuple(
        _read(_prefix(project), path) for path in sorted(_walk(str(project / folder), (".md",)))
    )


def _walk(folder: str, suffixes: tuple[str, ...], inside: str = "") -> Iterator[str]:
    """Files below ``folder``, and links to files ``inside``; ``os.scandir`` spares system calls."""
    try:
        items = list(os.scandir(folder))
    except (FileNotFoundError, NotADirectoryError):
        return
    for item in items:
        if item.name.startswith("."):
            continue
        if item.is_dir(follow_symlinks=False):
            yield from _walk(item.path, suffixes, inside)
        elif (
            item.name.endswith(suffixes)
            and item.is_file()
            and (not item.is_symlink() or os.path.realpath(item.path).startswith(inside))
        ):
            yield item.path


def _prefix(project: Path) -> str:
    """What the paths of a project's files begin with and its messages leave out."""
    return "" if str(project) == "." else f"{project}{os.sep}"


def _read(prefix: str, path: str) -> SourceFile:
    relative = path.removeprefix(prefix).replace(os.sep, "/")
    if not relative.isascii():  # a folder's name need not be UTF-8; what is shown must be
        relative = os.fsencode(relative).decode("utf-8", "replace")
    limit = MAXIMUM_OTHER_BYTES if path.endswith((".json", ".md")) else MAXIMUM_BYTES
    try:
        content = _beginning(path)
        if len(content) == ENTRY_BYTES:
            with Path(path).open("rb") as file:
                content = file.read(limit + 1)
    except OSError:
        content = b""
    return SourceFile(relative, content)


def _beginning(path: str) -> bytes:
    """All of nearly every entry, without a file object, which would cost as much as reading."""
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    try:
        return os.read(descriptor, ENTRY_BYTES)
    finally:
        os.close(descriptor)
