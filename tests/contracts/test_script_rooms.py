"""The rooms of the scripts: who may import whom, and how much fits into one."""

import json
import re
import subprocess
from collections import Counter
from functools import cache
from graphlib import CycleError, TopologicalSorter
from posixpath import dirname, normpath
from typing import Any

from build_tools.adapters.theme.scripts import imports_of
from tests.contracts.test_javascript import ASSETS, NODE, ROOT, TESTS

FOLDER = ASSETS / "concord"
MOST_MODULES = 15
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 50

LAYERS = (
    # what pages load
    ("",),
    # features; what is loaded first lies above the rooms of each
    ("entry", "graph", "path", "search"),
    ("graph/panels", "graph/scene", "search/ui"),
    ("graph/drawing", "search/index"),
    ("graph/data",),
    # what features share
    ("concepts",),
    ("ui", "words"),
)
"""Rooms from top to bottom. A module imports from its own room and from those below it."""
LEVELS = {room: level for level, rooms in enumerate(LAYERS) for room in rooms}
FEATURES = LAYERS[1]


@cache
def modules() -> dict[str, dict[str, Any]]:
    """What `modules.mjs` tells of each module, by its path."""
    command = [*NODE, str(TESTS / "modules.mjs"), str(FOLDER)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return {module["path"]: module for module in json.loads(told)}


def imported(module: dict[str, Any], *kinds: str) -> list[str]:
    return [name for kind in kinds for name in module[kind]]


def feature(path: str) -> str:
    """The feature that a module belongs to, or nothing."""
    name = path.partition("/")[0]
    return name if name in FEATURES else ""


def offence(source: str, target: str) -> str | None:
    """What is wrong with an import, if anything."""
    if target.startswith("../vendor/"):
        return None
    one, other = dirname(source), dirname(target)
    if one == other:
        return None
    if one and feature(other) not in ("", feature(one)):
        return f"{source} imports {target}, of another feature"
    if LEVELS[other] <= LEVELS[one]:
        return f"{source} imports {target}, which is not below it"
    return None


def test_every_room_has_its_place() -> None:
    assert {dirname(path) for path in modules()} == LEVELS.keys()
    assert len(modules()) > 60


def test_modules_import_from_below() -> None:
    """Types too: what is named in a comment is known as well."""
    found = [
        offence(path, target)
        for path, module in modules().items()
        for target in imported(module, "imports", "late", "types")
    ]
    assert [text for text in found if text] == []
    assert len(found) > 200


def test_what_would_be_wrong_is_noticed() -> None:
    assert offence("ui/element.js", "graph/page.js")
    assert offence("ui/element.js", "words/text.js")
    assert offence("path/page.js", "graph/data/view.js")
    assert offence("path/page.js", "search/index/files.js")
    assert offence("graph/data/view.js", "graph/drawing/camera.js")
    assert offence("graph/scene/scene.js", "graph/panels/card.js")
    assert offence("graph/panels/card.js", "graph/page.js")
    assert offence("concepts/match.js", "graph/page.js")
    assert not offence("path/page.js", "concepts/match.js")
    assert not offence("graph/page.js", "graph/data/view.js")
    assert not offence("concord.js", "entry/steps.js")


def named_by_pages() -> set[str]:
    """The scripts that emitters give to pages."""
    code = "".join(path.read_text("utf-8") for path in (ROOT / "build_tools/emit").rglob("*.py"))
    return set(re.findall(r'assets/concord/([\w/-]+\.js)"', code))


def test_no_circles() -> None:
    graph = {path: imported(module, "imports", "late") for path, module in modules().items()}
    try:
        tuple(TopologicalSorter(graph).static_order())
    except CycleError as error:
        raise AssertionError(" -> ".join(error.args[1])) from None


def test_everything_imported_is_there_and_everything_there_is_loaded() -> None:
    known = {
        *modules(),
        *(
            f"../vendor/{path.relative_to(ASSETS / 'vendor').as_posix()}"
            for path in (ASSETS / "vendor").rglob("*.js")
        ),
    }
    named = {
        name
        for module in modules().values()
        for name in imported(module, "imports", "late", "types")
    }
    assert named <= known
    assert known - named == named_by_pages()


def test_rooms_are_small() -> None:
    held = Counter(map(dirname, modules()))
    assert {room: count for room, count in held.items() if count > MOST_MODULES} == {}


def test_modules_are_small() -> None:
    lines = {path: module["lines"] for path, module in modules().items()}
    assert {path: count for path, count in lines.items() if count > MOST_LINES} == {}


def test_functions_fit_a_screen() -> None:
    found = [
        f"{path}:{function['line']}: {function['lines']} lines"
        for path, module in modules().items()
        for function in module["functions"]
        if function["lines"] > MOST_LINES_OF_A_FUNCTION
    ]
    assert found == []
    assert sum(len(module["functions"]) for module in modules().values()) > 500


def test_what_listens_or_waits_can_be_ended() -> None:
    ends = {"Lifetime", "Component"}
    found = [
        f"{path}: {given['name']}"
        for path, module in modules().items()
        for given in module["classes"]
        if given["listens"] and given["base"] not in ends and "dispose" not in given["methods"]
    ]
    assert found == []


def test_the_build_finds_what_the_map_imports() -> None:
    """It reads lines; here is what a parser says."""
    found: set[str] = set()
    waiting = ["graph/main.js"]
    while waiting:
        path = waiting.pop()
        new = {normpath(name) for name in modules().get(path, {"imports": ()})["imports"]} - found
        found |= new
        waiting.extend(new)
    expected = tuple(sorted(normpath(f"assets/concord/{name}") for name in found))
    assert imports_of("assets/concord/graph/main.js") == expected
