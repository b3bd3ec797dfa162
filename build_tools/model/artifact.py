"""A file to be written."""

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Artifact"]


@dataclass(frozen=True, slots=True)
class Artifact:
    """One output file; large ones come in pieces, so that they are never whole in memory."""

    path: str
    """Relative to the site's root, with ``/`` between its parts; never leaves it."""

    pieces: Iterable[bytes]
    """The content."""
