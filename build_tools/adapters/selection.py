"""The findings in the files and folders that a user names."""

import os
from collections.abc import Collection, Sequence
from pathlib import Path

from build_tools.model.diagnostics import Diagnostic

__all__ = ["SelectionError", "found_in"]


class SelectionError(Exception):
    """A named path holds nothing that could be checked; the message is for the user."""


def found_in(
    paths: Sequence[Path], found: Sequence[Diagnostic], known: Collection[str], config: Path
) -> tuple[Diagnostic, ...]:
    """The findings in some files and folders.

    Args:
        paths: as the user gave them, relative to the current folder.
        found: all findings.
        known: the paths of the project's files, relative to the project.
        config: the project's ``mkdocs.yml``.

    Raises:
        SelectionError: a path does not exist, or none of the project's files lies there.
    """
    wanted: list[str] = []
    for path in paths:
        if not path.exists():
            raise SelectionError(f"{path} does not exist")
        relative = os.path.relpath(path, config.parent).replace(os.sep, "/")
        if relative != "." and not any(_lies_in(name, relative) for name in known):
            raise SelectionError(f"{path} holds nothing of the glossary or the pages of {config}")
        wanted.append(relative)
    return tuple(item for item in found if any(_lies_in(item.path, folder) for folder in wanted))


def _lies_in(path: str, folder: str) -> bool:
    return folder in (".", path) or path.startswith(f"{folder}/")
