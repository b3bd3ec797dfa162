"""Hugo with a small theme: topics, an A–Z page, backlinks and one search file.

The theme is in ``hugo_theme`` and is as plain as can be, so that Hugo is measured at
its fastest: a fraction of the page that the other two builders make.
"""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks import markdown
from tests.benchmarks.machine import install
from tests.benchmarks.model import Entry, Workload, inline_targets
from tests.benchmarks.peers.base import Peer, ProjectFile, quoted

__all__ = ["HUGO"]

_THEME = Path(__file__).with_name("hugo_theme")


def _files(workload: Workload) -> Iterator[ProjectFile]:
    for file in sorted(_THEME.rglob("*")):
        if file.is_file():
            yield file.relative_to(_THEME).as_posix(), file.read_text(encoding="utf-8")
    yield "content/_index.md", "---\ntitle: Glossary\n---\n"
    yield "content/az.md", "---\ntitle: A–Z\nlayout: az\n---\n"
    for entry in workload.entries:
        yield f"content/terms/{entry.id}.md", _entry(entry, workload)


def _entry(entry: Entry, workload: Workload) -> str:
    def link(target: int) -> str:
        linked = workload.entries[target]
        return f'[{linked.term}]({{{{< relref "/terms/{linked.id}.md" >}}}})'

    targets = {*inline_targets(entry), *(typed.target for typed in entry.links)}
    lines = ["---", f"title: {quoted(entry.term)}"]
    lines.append(f"description: {quoted(entry.definition[:150])}")
    if entry.aliases:
        # Hugo gives "aliases" a meaning of its own: redirects.
        lines.append("also:")
        lines += [f"  - {quoted(alias)}" for alias in entry.aliases]
    lines += ["topics:", f"  - {entry.topic}", "links:"]
    lines += [f"  - {workload.entries[target].id}" for target in sorted(targets)]
    lines += ["---", "", markdown.page(entry, link)]
    return "\n".join(lines)


def _command(project: Path, output: Path) -> tuple[str, ...]:
    return ("hugo", "--quiet", "--source", str(project), "--destination", str(output))


def _prepare() -> str | None:
    return install("hugo", "hugo", lambda: shutil.which("hugo"))


def _versions() -> str:
    told = subprocess.run(("hugo", "version"), capture_output=True, text=True, check=True)
    return f"Hugo {told.stdout.split()[1]}"


HUGO = Peer(
    name="hugo",
    label="Hugo, small theme",
    files=_files,
    command=_command,
    prepare=_prepare,
    versions=_versions,
)
