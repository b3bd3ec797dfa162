"""Stock MkDocs with Material: a Markdown page an entry, none in the navigation.

The navigation is left small because each entry in it makes every page larger and
slower: this is stock MkDocs at its best.
"""

import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks import markdown
from tests.benchmarks.model import TOPICS, Entry, Workload
from tests.benchmarks.peers.base import Peer, ProjectFile, distribution_version, quoted

__all__ = ["MKDOCS"]

_CONFIG = """\
site_name: Bench glossary
site_url: https://example.org/glossary/
theme:
  name: material
  font: false
  features:
    - content.tooltips
    - navigation.instant
markdown_extensions:
  - admonition
  - attr_list
  - def_list
  - footnotes
  - md_in_html
  - pymdownx.details
  - pymdownx.highlight
  - pymdownx.inlinehilite
  - pymdownx.superfences
  - tables
  - toc:
      permalink: true
plugins:
  - search
not_in_nav: |
  /terms/
nav:
  - index.md
  - az.md
  - Topics:
"""


def _files(workload: Workload) -> Iterator[ProjectFile]:
    topics = workload.by_topic()
    yield "mkdocs.yml", _CONFIG + "".join(f"      - topics/{topic}.md\n" for topic in TOPICS)
    yield (
        "docs/index.md",
        "# Glossary\n\n- [A–Z](az.md)\n"
        + "".join(f"- [{topic}](topics/{topic}.md)\n" for topic in TOPICS),
    )
    yield (
        "docs/az.md",
        "# A–Z\n"
        + "".join(
            f"\n## {letter}\n\n" + _listing(entries, "terms/")
            for letter, entries in workload.by_letter().items()
        ),
    )
    for topic, entries in topics.items():
        yield f"docs/topics/{topic}.md", f"# {topic}\n\n" + _listing(entries, "../terms/")
    for entry in workload.entries:
        yield f"docs/terms/{entry.id}.md", _entry(entry, workload)


def _listing(entries: list[Entry], folder: str) -> str:
    return "".join(f"- [{entry.term}]({folder}{entry.id}.md)\n" for entry in entries)


def _entry(entry: Entry, workload: Workload) -> str:
    def link(target: int) -> str:
        linked = workload.entries[target]
        return f"[{linked.term}]({linked.id}.md)"

    lines = ["---", f"title: {quoted(entry.term)}"]
    lines.append(f"description: {quoted(entry.definition[:150])}")
    if entry.aliases:
        lines.append("aliases:")
        lines += [f"  - {quoted(alias)}" for alias in entry.aliases]
    lines += [f"topic: {entry.topic}", "---", ""]
    lines += [f"# {entry.term}", "", markdown.page(entry, link)]
    return "\n".join(lines)


def _command(project: Path, output: Path) -> tuple[str, ...]:
    build = ("build", "-q", "-f", str(project / "mkdocs.yml"), "-d", str(output))
    return (sys.executable, "-m", "mkdocs", *build)


def _prepare() -> str | None:
    missing = [name for name in ("mkdocs", "material") if find_spec(name) is None]
    if missing:
        return f"this interpreter has no package {' and no package '.join(missing)}"
    return None


def _versions() -> str:
    mkdocs, material = map(distribution_version, ("mkdocs", "mkdocs-material"))
    return f"MkDocs {mkdocs}, Material {material}"


MKDOCS = Peer(
    name="mkdocs",
    label="MkDocs + Material",
    files=_files,
    command=_command,
    prepare=_prepare,
    versions=_versions,
    environment=(("NO_MKDOCS_2_WARNING", "1"),),
)
