"""The map's page as a test sees it: what is drawn, what is told, and where things are."""

from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import OpenPage, Served

__all__ = [
    "STAGE",
    "camera",
    "drawn",
    "edges_of",
    "keep_picture",
    "listed",
    "marked",
    "opened",
    "point_of",
    "stated",
    "told",
]

STAGE = ".concord-graph__stage"

_MAP = "document.querySelector('[data-concord-graph]').concordGraph"


def opened(served: Served, open_page: OpenPage, query: str = "", **options: Any) -> Page:
    """The page with its map drawn, without animations."""
    page = open_page(served.url + f"graph/{query}", **({"reduced_motion": "reduce"} | options))
    page.wait_for_function(f"{_MAP} !== undefined")
    return page


def drawn(page: Page) -> tuple[set[str], set[int]]:
    """Ids and edges that the last drawing stands for."""
    ids, edges = page.evaluate(
        f"""async () => {{
          const graph = await (await fetch("../data/graph-view.json")).json();
          const {{nodes, edges}} = {_MAP}.scene().drawn();
          return [nodes.map((it) => graph.ids[it]), edges];
        }}"""
    )
    return set(ids), set(edges)


def listed(page: Page) -> tuple[set[str], set[int]]:
    """Ids and edges that the text tells; each must be told once."""
    expect(page.locator(".concord-graph__text")).to_be_visible()
    ids = page.locator(".concord-graph__text [data-entry-id]").evaluate_all(
        "all => all.map((it) => it.dataset.entryId)"
    )
    edges = page.locator(".concord-graph__text [data-edge]").evaluate_all(
        "all => all.map((it) => Number(it.dataset.edge))"
    )
    assert len(ids) == len(set(ids))
    assert len(edges) == len(set(edges))
    return set(ids), set(edges)


def marked(page: Page) -> set[str]:
    """Labels that stand beside a node with a ring, as the download shows them."""
    labels: list[str] = page.evaluate(
        f"""() => {{
          const svg = new DOMParser().parseFromString({_MAP}.scene().svg(), "image/svg+xml");
          const at = (it, name) => Number(it.getAttribute(name));
          const rings = [...svg.querySelectorAll("circle[fill=none]")];
          return rings.map((ring) => {{
            const texts = [...svg.querySelectorAll("g[clip-path] text")];
            const beside = (text) =>
              Math.hypot(at(text, "x") - at(ring, "cx") - at(ring, "r"), at(text, "y") - at(ring, "cy"));
            texts.sort((one, other) => beside(one) - beside(other));
            return texts.length && beside(texts[0]) < 15 ? texts[0].textContent : "";
          }});
        }}"""
    )
    return set(labels)


def edges_of(served: Served) -> list[tuple[str, str, str]]:
    """Source, relation and target of every link, by the index of its edge."""
    return [
        (name, link["relation"], link["target"])
        for name, entry in sorted(served.site.entries.items())
        for link in entry["links"]
    ]


def point_of(page: Page, name: str) -> tuple[float, float]:
    """Where an entry's node is on the screen."""
    at = page.evaluate(
        f"""async (id) => {{
          const graph = await (await fetch("../data/graph-view.json")).json();
          return {_MAP}.scene().screenOf(graph.ids.indexOf(id));
        }}""",
        name,
    )
    box = page.locator(STAGE).bounding_box()
    assert box
    return box["x"] + at["x"], box["y"] + at["y"]


def camera(page: Page) -> dict[str, float]:
    """The graph's point in the middle, and the zoom."""
    found: dict[str, float] = page.evaluate(f"{_MAP}.scene().camera()")
    return found


def stated(page: Page) -> dict[str, list[str]]:
    """What the address says."""
    return parse_qs(urlsplit(page.url).query)


def told(page: Page, heading: str) -> Locator:
    """The panel, once it is about something."""
    panel = page.locator(".concord-graph__panel:visible")
    expect(panel.locator("h2")).to_have_text(heading)
    return panel


def keep_picture(page: Page, folder: Path, name: str) -> None:
    """A picture for whoever looks into the folder of the tests' run."""
    page.screenshot(path=folder / f"{name}.png")
