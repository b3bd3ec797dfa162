"""Weigh a built site: its files, its bytes, and what a typical entry page costs."""

import gzip
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median

__all__ = ["Weight", "missing_entries", "weigh"]

_SAMPLE = 50
_SEED = 50


@dataclass(frozen=True, slots=True)
class Weight:
    """What a build wrote."""

    files: int
    total_bytes: int
    page_bytes: float
    """Median over the sampled entry pages, the HTML alone."""
    page_gzip_bytes: float
    """The same, compressed as web servers do."""


def missing_entries(site: Path, ids: Sequence[str]) -> list[str]:
    """Return the ids of entries that have no page."""
    return [id_ for id_ in ids if not _page(site, id_).is_file()]


def weigh(site: Path, ids: Sequence[str]) -> Weight:
    """Weigh a complete site; every builder's sample is of the same entries."""
    sizes = [
        Path(folder, name).stat().st_size for folder, _, names in os.walk(site) for name in names
    ]
    sample = Random(_SEED).sample(sorted(ids), min(_SAMPLE, len(ids)))
    pages = [_page(site, id_).read_bytes() for id_ in sample]
    return Weight(
        files=len(sizes),
        total_bytes=sum(sizes),
        page_bytes=median(len(page) for page in pages),
        page_gzip_bytes=median(len(gzip.compress(page, 6, mtime=0)) for page in pages),
    )


def _page(site: Path, id_: str) -> Path:
    return site / "terms" / id_ / "index.html"
