"""One glossary, searched by one engine: everything that is measured."""

import json
import os
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from shutil import which
from statistics import median
from typing import Any

from tests.benchmarks.search.corpora import ROOT, Document
from tests.benchmarks.search.indexing import Index
from tests.benchmarks.search.labelled import Query
from tests.benchmarks.search.metrics import Asked, percentile

__all__ = ["ENGINES", "Measurement", "node_version", "search_with"]

ENGINES = {"concord": "Concord", "minisearch": "MiniSearch", "lunr": "Material’s Lunr"}
"""The engines by the names that the command line has for them, in the order of the tables."""

_HERE = Path(__file__).resolve().parent
_ENGINE = ROOT / "build_tools/theme/static/assets/concord/search/index/engine.js"
_MEMORY = "--max-old-space-size=8192"
"""Lunr needs more than Node allows by itself."""


@dataclass(frozen=True, slots=True)
class Measurement:
    """What one engine did with one glossary."""

    engine: str
    entries: int
    """Of the glossary."""
    asked: tuple[Asked, ...]
    first_bytes: tuple[float, ...]
    """Of every query, asked whole by a reader who has just come: what is fetched up to the answer,
    compressed."""
    first_requests: tuple[float, ...]
    typing_bytes: tuple[float, ...]
    """Of some queries, typed letter by letter: all that is fetched up to the last letter."""
    typing_requests: tuple[float, ...]
    keystroke_ms: tuple[float, ...]
    """CPU of every keystroke when all files are there."""
    ready_cpu_ms: float
    ready_wall_ms: float
    ready_bytes: int
    index_bytes: int
    index_gzip_bytes: int
    index_files: int
    build_seconds: float
    """CPU for making the index beforehand."""

    @property
    def keystroke_p50(self) -> float:
        """Median milliseconds of CPU."""
        return percentile(self.keystroke_ms, 0.5)

    @property
    def keystroke_p95(self) -> float:
        """Milliseconds of CPU that one keystroke in twenty exceeds."""
        return percentile(self.keystroke_ms, 0.95)

    @property
    def median_bytes(self) -> float:
        """Bytes to the first result of the median query."""
        return median(self.first_bytes)


def search_with(
    engine: str,
    source: Index | Iterable[Document],
    queries: Sequence[Query],
    folder: Path,
    *,
    entries: int,
    typed: int,
) -> Measurement:
    """Run an engine in a Node process of its own.

    Args:
        engine: a key of :data:`ENGINES`.
        source: the index of Concord's own, the documents of the others.
        queries: all are asked.
        folder: for the files that pass between here and Node.
        entries: of the glossary.
        typed: how many of them, evenly spread, are also typed letter by letter.
    """
    out = folder / f"{engine}.json"
    step = max(1, len(queries) // typed) if typed else len(queries) + 1
    job: dict[str, object] = {
        "engine": engine,
        "out": str(out),
        "queries": [query.text for query in queries],
        "typed": [query.text for query in queries[:: max(1, step)][:typed]],
    }
    if isinstance(source, Index):
        job["index"] = {
            "module": str(_ENGINE),
            "root": str(source.root),
            "files": source.files,
            "buildSeconds": source.cpu_seconds,
        }
    else:
        documents = folder / "documents.json"
        documents.write_text(json.dumps(list(source), ensure_ascii=False), encoding="utf-8")
        job["documents"] = str(documents)
    job_file = folder / f"{engine}-job.json"
    job_file.write_text(json.dumps(job), encoding="utf-8")
    subprocess.run(
        [
            _node(),
            "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",
            _MEMORY,
            str(_HERE / "measure.mjs"),
            str(job_file),
        ],
        check=True,
    )
    return _measurement(engine, entries, queries, json.loads(out.read_text(encoding="utf-8")))


def node_version() -> str:
    """The version of Node, without its letter."""
    shown = subprocess.run([_node(), "--version"], check=True, capture_output=True, text=True)
    return shown.stdout.strip().removeprefix("v")


def _node() -> str:
    beside = ROOT / ".venv" / "bin" / "node"
    found = str(beside) if os.access(beside, os.X_OK) else which("node")
    if not found:
        raise FileNotFoundError("Node is part of the test tools: `make test` sets them up")
    return found


def _measurement(
    engine: str, entries: int, queries: Sequence[Query], result: dict[str, Any]
) -> Measurement:
    answers = result["answers"]
    ready = result["ready"]
    return Measurement(
        engine=engine,
        entries=entries,
        asked=tuple(
            Asked(query, tuple(answer["ids"]))
            for query, answer in zip(queries, answers, strict=True)
        ),
        first_bytes=tuple(answer["bytes"] for answer in answers),
        first_requests=tuple(answer["requests"] for answer in answers),
        typing_bytes=tuple(item["bytes"] for item in result["typing"]),
        typing_requests=tuple(item["requests"] for item in result["typing"]),
        keystroke_ms=tuple(result["keystrokes"]),
        ready_cpu_ms=ready["cpu"],
        ready_wall_ms=ready["wall"],
        ready_bytes=ready["bytes"],
        index_bytes=result["indexBytes"],
        index_gzip_bytes=result["indexGzipBytes"],
        index_files=result["indexFiles"],
        build_seconds=result["buildSeconds"],
    )
