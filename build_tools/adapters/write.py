"""From artifacts to disk."""

import os
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import TypeVar

from build_tools.adapters.parallel import ForkingRunner
from build_tools.adapters.progress import watched
from build_tools.model.artifact import Artifact
from build_tools.stages.batches import in_batches

__all__ = ["Written", "write", "write_in_runs"]

A = TypeVar("A")

MADE_AHEAD = 32
"""Artifacts that are made before the first of them is written."""


class Written:
    """How much has been written."""

    def __init__(self, files: int = 0, size: int = 0) -> None:
        self.files = files
        self.size = size
        """In bytes."""

    def add(self, other: "Written") -> None:
        """Count what somebody else wrote."""
        self.files += other.files
        self.size += other.size


def write(artifacts: Iterable[Artifact], folder: str) -> Written:
    """Write ``artifacts`` below ``folder``.

    Raises:
        ValueError: a path leaves the folder; nothing that content says can bring that about, so
            it is a bug.
    """
    written = Written()
    root = (
        os.open(folder, os.O_RDONLY | getattr(os, "O_DIRECTORY", 0))
        if os.open in os.supports_dir_fd
        else None
    )
    try:
        made: set[str] = set()
        # Made and written in turn, each would find the other's code and tables in the caches.
        for artifact in chain.from_iterable(in_batches(artifacts, MADE_AHEAD)):
            path = artifact.path
            if path.startswith("/") or ".." in path.split("/") or "\\" in path or "\0" in path:
                raise ValueError(f"{path!r} leaves the site's folder")
            parent = path.rpartition("/")[0]
            if parent and parent not in made:
                _make(folder, parent, made)
            descriptor = (
                os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666, dir_fd=root)
                if root is not None
                else os.open(
                    os.path.join(folder, path),
                    os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0),
                    0o666,
                )
            )
            try:
                for piece in artifact.pieces:
                    view = memoryview(piece)
                    while view:
                        view = view[os.write(descriptor, view) :]
                    written.size += len(piece)
            finally:
                os.close(descriptor)
            written.files += 1
    finally:
        if root is not None:
            os.close(root)
    return written


def write_in_runs(
    make: Callable[[Sequence[A]], Iterable[Artifact]],
    items: Sequence[A],
    folder: str,
    runner: ForkingRunner,
    progress: Callable[[str, int, int], None],
) -> Written:
    """Write what ``make`` makes of ``items`` below ``folder``, in several processes.

    Only this one shows its ``progress``.
    """
    here = os.getpid()
    show = partial(progress, "writing pages")
    written = Written()
    for part in runner(lambda run: write(watched(make(run), len(run), show, here), folder), items):
        written.add(part)
    return written


def _make(folder: str, parent: str, made: set[str]) -> None:
    try:
        os.mkdir(os.path.join(folder, parent))
    except FileExistsError:
        pass
    except FileNotFoundError:
        os.makedirs(os.path.join(folder, parent), exist_ok=True)
    made.add(parent)
