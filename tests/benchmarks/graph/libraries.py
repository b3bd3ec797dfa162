"""The drawings that are compared, ready to be served: ours as the site has it, others bundled."""

import gzip
import json
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.search.corpora import ROOT

__all__ = ["DRAWINGS", "Drawing", "prepare"]

_FOLDER = Path(__file__).parent / "drawings"
_ASSETS = ROOT / "build_tools" / "theme" / "static" / "assets"
_SCENE = "assets/concord/graph/scene/scene.js"
_BUNDLER = {"esbuild": "0.28.2"}


@dataclass(frozen=True, slots=True)
class Drawing:
    """A way to draw the graph."""

    label: str
    packages: Mapping[str, str]
    """From npm, with their exact versions; none for what this repository holds."""
    source: str
    """In the folder ``drawings``."""


_GRAPHOLOGY = {"graphology": "0.26.0", "graphology-types": "0.24.8"}
DRAWINGS: Mapping[str, Drawing] = {
    "concord": Drawing("Concord", {}, "concord.mjs"),
    "sigma": Drawing("Sigma.js 3.0.3", {"sigma": "3.0.3", **_GRAPHOLOGY}, "sigma.mjs"),
    "sigma4": Drawing("Sigma.js 4.0.4", {"sigma": "4.0.4", **_GRAPHOLOGY}, "sigma.mjs"),
    "forcegraph": Drawing("force-graph 1.52.0", {"force-graph": "1.52.0"}, "forcegraph.mjs"),
}


def prepare(name: str, folder: Path) -> int:
    """Put a drawing's page and script into ``folder``; return the script's size in bytes, gzipped."""
    shutil.copytree(_FOLDER, folder)
    drawing = DRAWINGS[name]
    script = folder / "drawing.js"
    if not drawing.packages:
        shutil.copytree(_ASSETS, folder / "assets")
        shutil.copyfile(folder / drawing.source, script)
        return sum(_gzipped(path) for path in _modules(folder / _SCENE))
    packages = {**drawing.packages, **_BUNDLER}
    (folder / "package.json").write_text(json.dumps({"private": True, "dependencies": packages}))
    _run(folder, "npm", "install", "--no-audit", "--no-fund", "--silent")
    options = ("--bundle", "--minify", "--format=esm", "--log-level=warning")
    bundler = str(folder / "node_modules" / ".bin" / "esbuild")
    _run(folder, bundler, drawing.source, *options, f"--outfile={script}")
    return _gzipped(script)


def _run(folder: Path, *command: str) -> None:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(command)} failed:\n{done.stdout}{done.stderr}")


def _modules(first: Path) -> set[Path]:
    """A module and all that it imports, directly or not."""
    found: set[Path] = set()
    waiting = [first.resolve()]
    while waiting:
        module = waiting.pop()
        if module in found:
            continue
        found.add(module)
        for line in module.read_text(encoding="utf-8").splitlines():
            # One import a line, as the formatter of these modules leaves it.
            _, marker, rest = line.partition(' from "./')
            if not marker:
                _, marker, rest = line.partition(' from "../')
                rest = f"../{rest}"
            if marker and not line.lstrip().startswith("*"):
                waiting.append((module.parent / rest.partition('"')[0]).resolve())
    return found


def _gzipped(path: Path) -> int:
    return len(gzip.compress(path.read_bytes(), 9, mtime=0))
