"""The graph that is drawn: of a generated glossary, or of this repository's own."""

import json
from pathlib import Path
from typing import Any

from build_tools.emit.data.graph import graph_files
from build_tools.emit.parts.context import Context
from build_tools.model.glossary import Site
from build_tools.stages.graph.drawing import drawing_of
from tests.benchmarks.peers.concord import CONCORD
from tests.benchmarks.search.corpora import real_site, site_of
from tests.benchmarks.workload import generate

__all__ = ["GraphView", "generated_graph", "own_graph"]

GraphView = dict[str, Any]
"""What `data/graph-view.json` holds."""


def own_graph() -> GraphView:
    """This glossary's."""
    return _view_of(real_site())


def generated_graph(nodes: int, edges: int, folder: Path) -> GraphView:
    """The graph of so many invented entries, whose links are thinned out evenly to so many.

    The glossary is written into ``folder``.
    """
    for name, text in CONCORD.files(generate(nodes)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    view = _view_of(site_of(folder))
    found = len(view["edges"]["source"])
    if found < edges:
        raise ValueError(f"{nodes:,} invented entries have only {found:,} links")
    kept = [at * found // edges for at in range(edges)]
    view["edges"] = {name: [column[at] for at in kept] for name, column in view["edges"].items()}
    return view


def _view_of(site: Site) -> GraphView:
    for artifact in graph_files(Context(site), drawing_of(site)):
        if artifact.path == "data/graph-view.json":
            view: GraphView = json.loads(b"".join(artifact.pieces))
            return view
    raise ValueError("a build makes no data/graph-view.json")
