"""What a builder must tell the benchmark about itself."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeAlias

from tests.benchmarks.model import Workload

__all__ = ["Peer", "ProjectFile", "distribution_version", "quoted"]

ProjectFile: TypeAlias = tuple[str, str]
"""A path with forward slashes, relative to the project, and the file's text."""


@dataclass(frozen=True, slots=True)
class Peer:
    """A builder: how its project is written, and how it is run."""

    name: str
    """As the command line names it; also the folder of its project."""
    label: str
    """As the report names it."""
    files: Callable[[Workload], Iterable[ProjectFile]]
    """Writes a workload as a project of this builder."""
    command: Callable[[Path, Path], tuple[str, ...]]
    """The clean build of a project folder into an output folder."""
    prepare: Callable[[], str | None]
    """Makes the builder ready where it can; returns why it cannot be used, or None."""
    versions: Callable[[], str]
    """Names and versions of what builds."""
    environment: tuple[tuple[str, str], ...] = ()
    """Variables that this builder is run with besides the common ones."""


def quoted(text: str) -> str:
    """Return `text` as a YAML scalar that can only be read as text."""
    return json.dumps(text, ensure_ascii=False)


def distribution_version(name: str) -> str:
    """Return an installed distribution's version, or "unknown"."""
    try:
        return version(name)
    except PackageNotFoundError:
        return "unknown"
