"""From release to release: what comes or changes moves nothing else on the map."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.projects import BuiltSite, build, copy_of_this_project

ENTRY = "glossary/entries/alignment/reward-hacking.yml"
NEW = """\
term: Entry that is new
topic: alignment
kind: concept
definition: An entry of which no release before had one, made to see what it moves.
links:
  - {relation: related, target: reward-model, because: It stands beside it.}
"""


def places(site: BuiltSite) -> dict[str, tuple[int, int]]:
    graph = json.loads((site.folder / "data/graph.json").read_bytes())
    return {node["id"]: (node["x"], node["y"]) for node in graph["nodes"]}


def added(project: Path) -> None:
    kind = next(
        line
        for line in (project / ENTRY).read_text("utf-8").splitlines()
        if line.startswith("kind:")
    )
    text = NEW.replace("kind: concept", kind)
    (project / "glossary/entries/alignment/entry-that-is-new.yml").write_text(text, "utf-8")


def relinked(project: Path) -> None:
    """An entry loses the links that it states."""
    before, _, after = (project / ENTRY).read_text("utf-8").partition("\nlinks:\n")
    rest = after.splitlines()
    while rest and rest[0].startswith((" ", "-")):
        rest.pop(0)
    (project / ENTRY).write_text("\n".join([before, *rest, ""]), "utf-8")


@pytest.mark.parametrize(
    ("change", "new"),
    [(added, {"entry-that-is-new"}), (relinked, set())],
    ids=["added", "relinked"],
)
def test_what_changes_moves_nothing_else(
    real: BuiltSite, tmp_path: Path, change: Callable[[Path], None], new: set[str]
) -> None:
    project = copy_of_this_project(tmp_path / "project")
    change(project)
    before, after = places(real), places(build(project, tmp_path / "site"))
    assert after.keys() - before.keys() == new
    assert {name: place for name, place in after.items() if name not in new} == before
    assert len(set(after.values())) == len(after), "no two stand on each other"
