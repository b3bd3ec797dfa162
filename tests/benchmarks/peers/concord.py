"""Concord: entries as YAML, vocabularies as data, one page of prose."""

import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from build_tools import __version__
from tests.benchmarks import markdown
from tests.benchmarks.model import RELATIONS, TOPICS, Entry, Reference, Workload
from tests.benchmarks.peers.base import Peer, ProjectFile, quoted

__all__ = ["CONCORD"]

_CONFIG = """\
site_name: Bench glossary
site_url: https://example.org/glossary/
theme:
  name: material
  font: false
plugins:
  - concord:
      glossary: glossary
"""
_KINDS = "concept:\n  label: Concept\n  definition: Anything that has a name.\n"
_INVERSES = {
    "is-a": "includes",
    "part-of": "has part",
    "depends-on": "needed by",
    "example-of": "has example",
}
"""Relations that read differently from the other side; all others are symmetric."""


def _files(workload: Workload) -> Iterator[ProjectFile]:
    yield "mkdocs.yml", _CONFIG
    yield "docs/index.md", "# Bench glossary\n"
    yield "glossary/kinds.yml", _KINDS
    yield "glossary/topics.yml", "".join(_topic(topic) for topic in TOPICS)
    yield "glossary/relations.yml", "".join(_relation(relation) for relation in RELATIONS)
    references: list[dict[str, object]] = []
    for entry in workload.entries:
        cited = [_csl(source, f"{entry.id}-{n}") for n, source in enumerate(entry.references, 1)]
        references += cited
        keys = ", ".join(str(source["id"]) for source in cited)
        yield f"glossary/entries/{entry.topic}/{entry.id}.yml", _entry(entry, keys, workload)
    yield "glossary/references.json", json.dumps(references, indent=1) + "\n"


def _entry(entry: Entry, keys: str, workload: Workload) -> str:
    def link(target: int) -> str:
        linked = workload.entries[target]
        return f"[[{linked.id}|{linked.term}]]"

    lines = [f"term: {quoted(entry.term)}"]
    if entry.aliases:
        lines.append("aliases:")
        lines += [f"  - {quoted(alias)}" for alias in entry.aliases]
    lines += [f"topic: {entry.topic}", "kind: concept"]
    lines += ["definition: >-", f"  {entry.definition}", "body: |"]
    for line in markdown.body(entry.body, link).split("\n"):
        lines.append(f"  {line}" if line else "")
    if entry.links:
        lines.append("links:")
    for typed in entry.links:
        target = workload.entries[typed.target]
        lines += [
            f"  - relation: {typed.relation}",
            f"    target: {target.id}",
            f"    because: {quoted(f'{target.term} bears on it.')}",
        ]
    lines += [f"sources: [{keys}]", "status: reviewed", "reviewed: 2026-11-01"]
    return "\n".join(lines) + "\n"


def _csl(source: Reference, key: str) -> dict[str, object]:
    return {
        "id": key,
        "type": "article-journal",
        "title": source.title,
        "URL": source.url,
        "author": [{"family": source.family, "given": source.given}],
        "issued": {"date-parts": [[source.year]]},
    }


def _topic(key: str) -> str:
    label = key.replace("-", " ")
    return f"{key}:\n  label: {label.capitalize()}\n  definition: Entries about {label}.\n"


def _relation(key: str) -> str:
    label = key.replace("-", " ")
    lines = (
        f"{key}:",
        f"  label: {label}",
        f"  inverse_label: {_INVERSES.get(key, label)}",
        f"  symmetric: {'false' if key in _INVERSES else 'true'}",
        "  transitive: false",
        "  acyclic: false",
    )
    return "\n".join(lines) + "\n"


def _command(project: Path, output: Path) -> tuple[str, ...]:
    config = str(project / "mkdocs.yml")
    build = ("build", "--config", config, "--site-dir", str(output))
    return (sys.executable, "-m", "build_tools", *build)


def _prepare() -> str | None:
    if find_spec("build_tools") is None:
        return "this interpreter has no package build_tools; run `make site` first"
    return None


def _versions() -> str:
    return f"Concord {__version__}"


CONCORD = Peer(
    name="concord",
    label="Concord",
    files=_files,
    command=_command,
    prepare=_prepare,
    versions=_versions,
    environment=(("NO_MKDOCS_2_WARNING", "1"),),
)
