"""The map of concepts for everybody: by keys, by fingers, without WebGL, without script, in little."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import ARGUMENTS, Observed, OpenPage, Served, chromium_path
from tests.browser.graph_pages import (
    STAGE,
    camera,
    drawn,
    edges_of,
    keep_picture,
    opened,
    point_of,
    stated,
    told,
)
from tests.browser.serving import transferred
from tests.browser.test_pages import NARROW, SIZES, violations

MOST = 80_000
"""Bytes, compressed, beyond what an entry page needs."""

MOST_CPU = 300
"""Milliseconds beyond what an entry page needs."""

STATUS = ".concord-graph__status"


def walk_to(page: Page, key: str) -> str:
    """The term that the keys come to, as it is announced."""
    before = page.locator(STATUS).text_content() or ""
    page.keyboard.press(key)
    expect(page.locator(STATUS)).not_to_have_text(before)
    return (page.locator(STATUS).text_content() or "").partition(",")[0]


def test_a_tour_by_keys_alone(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    for _ in range(120):
        page.keyboard.press("Tab")
        if page.evaluate(f"document.activeElement.matches('{STAGE}')"):
            break
    expect(page.locator(STAGE)).to_be_focused()
    terms = {entry["term"]: name for name, entry in real.site.entries.items()}
    links = edges_of(real)

    start = walk_to(page, "n")
    first = walk_to(page, "n")
    joined = {terms[start], terms[first]}
    assert any({one, other} == joined for one, _, other in links)
    second = walk_to(page, "n")
    assert {first, second}.isdisjoint({start})
    assert walk_to(page, "p") == first

    page.keyboard.press("Enter")
    told(page, first)
    expect(page.locator(STAGE)).to_be_focused()
    page.keyboard.press("f")
    assert stated(page)["focus"] == [terms[first]]
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert "focus" not in stated(page)
    assert "selected" not in stated(page)

    before = camera(page)
    page.keyboard.press("+")
    page.keyboard.press("ArrowRight")
    page.wait_for_url("**at=*")
    after = camera(page)
    assert after["k"] > before["k"]
    assert after["x"] > before["x"]
    page.keyboard.press("0")
    page.wait_for_url(lambda url: "at=" not in url)

    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(page.locator(STAGE)).to_be_focused()

    page.keyboard.press("t")
    expect(page.locator(".concord-graph__text")).to_be_focused()
    page.keyboard.press("t")
    expect(page.locator(STAGE)).to_be_focused()
    page.keyboard.press("/")
    expect(page.get_by_role("combobox", name="Find in the graph")).to_be_focused()
    page.keyboard.type("reward hacking")
    page.keyboard.press("Enter")
    expect(told(page, "Reward hacking").locator("h2")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(STAGE)).to_be_focused()
    page.keyboard.press("n")
    page.keyboard.press("Shift+Enter")
    page.wait_for_url("**/terms/*/")


def test_fingers_pinch_drag_and_tap(real: Served, open_page: OpenPage, tmp_path: Path) -> None:
    page = opened(real, open_page, has_touch=True, is_mobile=True, **NARROW)
    keep_picture(page, tmp_path, "phone")
    client = page.context.new_cdp_session(page)
    box = page.locator(STAGE).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2

    def touch(kind: str, *points: tuple[float, float]) -> None:
        touches = [{"x": at[0], "y": at[1], "id": number} for number, at in enumerate(points)]
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": touches})

    before = camera(page)
    touch("touchStart", (x - 20, y), (x + 20, y))
    for spread in (30, 40, 50, 60):
        touch("touchMove", (x - spread, y), (x + spread, y))
    touch("touchEnd")
    page.wait_for_url("**at=*")
    after = camera(page)
    assert after["k"] == pytest.approx(before["k"] * 3, rel=0.1)
    assert page.evaluate("visualViewport.scale") == 1, "the page itself must not grow"

    touch("touchStart", (x, y))
    for step in (10, 20, 30, 40):
        touch("touchMove", (x + step, y))
    touch("touchEnd")
    page.wait_for_function(
        f"""document.querySelector('[data-concord-graph]').concordGraph.scene().camera().x
        < {after["x"]}"""
    )
    page.get_by_role("button", name="Fit into view (0)").tap()
    page.wait_for_url(lambda url: "at=" not in url)
    page.touchscreen.tap(*point_of(page, "energy-cost"))
    panel = page.locator(".concord-graph__panel:visible")
    expect(panel).to_be_in_viewport()
    sheet = panel.bounding_box()
    assert sheet
    assert sheet["width"] > 300
    keep_picture(page, tmp_path, "phone-panel")


def test_small_screens_open_the_legend_on_demand(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, **NARROW)
    legend = page.get_by_role("region", name="Legend and filters")
    expect(legend).to_be_hidden()
    button = page.get_by_role("button", name="Legend and filters")
    button.click()
    expect(legend).to_be_visible()
    expect(button).to_have_attribute("aria-expanded", "true")
    legend.get_by_role("checkbox", name="Safety").uncheck()
    page.keyboard.press("Escape")
    expect(legend).to_be_hidden()
    assert "topic" in stated(page)


VIEWS = {
    "map": "",
    "panel": "?selected=reward-hacking",
    "focus": "?focus=reward-hacking&hops=2",
    "path": "?from=reward-hacking&to=energy-cost",
    "text": "?view=text&topic=alignment&selected=alignment",
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(  # noqa: PLR0917  # fixtures
    real: Served, open_page: OpenPage, view: str, size: str, scheme: str, tmp_path: Path
) -> None:
    page = opened(real, open_page, VIEWS[view], color_scheme=scheme, **SIZES[size])
    page.wait_for_load_state("networkidle")
    keep_picture(page, tmp_path, f"{view}-{size}-{scheme}")
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("text", ["reward", "qqqqqq"])
def test_what_is_found_is_in_sight(real: Served, open_page: OpenPage, size: str, text: str) -> None:
    page = opened(real, open_page, **SIZES[size])
    page.get_by_role("combobox", name="Find in the graph").fill(text)
    expect(page.get_by_role("option").first).to_be_visible()
    assert not violations(page)
    listed = page.get_by_role("listbox").bounding_box()
    assert listed
    assert listed["x"] + listed["width"] <= SIZES[size]["viewport"]["width"]


def test_axe_finds_nothing_in_the_list_of_keys(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    page.get_by_role("button", name="Keys (?)").click()
    expect(page.get_by_role("dialog")).to_be_visible()
    assert not violations(page)


@pytest.fixture
def without_webgl(browser: Browser) -> Iterator[Browser]:
    """A browser that has no WebGL at all."""
    arguments = (*ARGUMENTS, "--disable-3d-apis")
    chromium = browser.browser_type.launch(executable_path=chromium_path(), args=arguments)
    yield chromium
    chromium.close()


def test_no_webgl_is_needed(real: Served, without_webgl: Browser, observed: Observed) -> None:
    context = without_webgl.new_context(reduced_motion="reduce")
    page = context.new_page()
    observed.origin = real.url
    observed.watch(page)
    page.goto(real.url + "graph/")
    assert page.evaluate("document.createElement('canvas').getContext('webgl2')") is None
    page.wait_for_selector(STAGE)
    page.wait_for_function(
        "document.querySelector('[data-concord-graph]').concordGraph !== undefined"
    )
    assert drawn(page)[0] == set(real.site.entries)
    coloured = page.evaluate(
        f"""() => [...document.querySelectorAll("{STAGE} canvas")].some((canvas) => {{
          const {{data}} = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
          return data.some((value, at) => at % 4 === 3 && value > 0);
        }})"""
    )
    assert coloured


def test_without_script_the_page_tells_every_link(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "graph/", java_script_enabled=False)
    expect(page.locator("main [data-entry-id]")).to_have_count(len(real.site.entries))
    expect(page.locator("main li > em")).to_have_count(len(edges_of(real)))
    expect(page.locator(".concord-graph__wait")).to_be_hidden()
    entry = real.site.entries["reward-hacking"]
    link = entry["links"][0]
    sentence = f"Reward hacking {link['label']} {link['target_term']}"
    expect(page.locator("[data-entry-id=reward-hacking]")).to_contain_text(sentence)
    page.get_by_role("link", name="the reason for each link").click()
    expect(page.locator("main em")).to_have_count(len(edges_of(real)))
    expect(page.locator("[data-entry-id=reward-hacking]")).to_contain_text(link["because"])
    page.locator("[data-entry-id=reward-hacking] > a").click()
    assert page.url == real.url + "terms/reward-hacking/"


def weight(open_page: OpenPage, observed: Observed, where: Served, path: str) -> dict[str, int]:
    """What a cold visit fetches, each with the bytes that a server sends for it."""
    observed.requested.clear()
    open_page(where.url + path).wait_for_load_state("networkidle")
    sizes = {}
    for url in dict.fromkeys(observed.requested):
        name = unquote(urlsplit(url).path).removeprefix("/")
        if url.startswith(where.url):
            file = where.site.folder / (f"{name}index.html" if name[-1:] in ("", "/") else name)
            sizes[name] = transferred(name, file.read_bytes())
    return sizes


def test_the_map_is_light(real: Served, open_page: OpenPage, observed: Observed) -> None:
    entry = weight(open_page, observed, real, "terms/reward-hacking/")
    graph = weight(open_page, observed, real, "graph/")
    assert "data/graph-view.json" in graph
    more = {name: size for name, size in graph.items() if name not in entry}
    beyond = sum(graph.values()) - sum(entry.values())
    assert beyond <= MOST, sorted(more.items(), key=lambda it: -it[1])


def cpu(open_page: OpenPage, where: Served, path: str) -> float:
    """Milliseconds of CPU that a page takes of its main thread until it is at rest."""
    page = open_page(where.url + "404.html")
    client = page.context.new_cdp_session(page)
    client.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(where.url + path, wait_until="networkidle")
    metrics = client.send("Performance.getMetrics")["metrics"]
    seconds: float = next(it["value"] for it in metrics if it["name"] == "TaskDuration")
    return 1000 * seconds


def test_the_map_is_drawn_at_once(real: Served, open_page: OpenPage) -> None:
    """The least of some visits, since other programs run as well."""
    graph, entry = (
        [cpu(open_page, real, path) for _ in range(4)]
        for path in ("graph/", "terms/reward-hacking/")
    )
    assert min(graph) - min(entry) <= MOST_CPU, (graph, entry)


def test_nothing_of_the_map_is_loaded_elsewhere(
    real: Served, open_page: OpenPage, observed: Observed
) -> None:
    for path in ("", "terms/", "terms/reward-hacking/", "topics/alignment/"):
        fetched = weight(open_page, observed, real, path)
        assert not [name for name in fetched if "/graph" in name]
