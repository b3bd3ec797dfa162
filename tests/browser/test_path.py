"""How two entries connect: asked by address, by keyboard and by pointer, answered in sentences."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Observed, OpenPage, Served
from tests.browser.test_pages import NARROW, SIZES, violations

HOSTILE = "<img src=x onerror=\"window.__pwned='label'\"></a>"
LONG = "Incomprehensibilities of internationalization notwithstanding"
LABELS = ["Alpha", "Beta", "Gamma", LONG, HOSTILE, "Island", "Gone"]
IDS = ["a", "rlhf", "c", "long", "hostile", "island", "gone"]
LINKS = [
    ("a", "rlhf", 0),
    ("c", "rlhf", 0),
    ("c", "long", 1),
    ("hostile", "rlhf", 2),
    ("gone", "a", 2),
]
VIEW: dict[str, Any] = {
    "format": 1,
    "topics": [{"key": key, "label": key.title()} for key in ("alignment", "safety", "limits")],
    "kinds": [{"key": "concept", "label": "Concept"}],
    "statuses": ["draft", "reviewed", "deprecated"],
    "relations": [
        {
            "key": key,
            "label": label,
            "inverse": inverse,
            "symmetric": label == inverse,
            "cost": cost,
        }
        for key, label, inverse, cost in (
            ("uses", "uses", "is used by", 1),
            ("causes", HOSTILE, "is brought about by", 1),
            ("related", "is related to", "is related to", 2.5),
        )
    ],
    "ids": IDS,
    "labels": LABELS,
    "topic": [0, 1, 2, 0, 1, 2, 1],
    "kind": [0] * len(IDS),
    "status": [0] * 6 + [2],
    "importance": list(range(len(IDS))),
    "edges": {
        "source": [IDS.index(source) for source, _target, _relation in LINKS],
        "target": [IDS.index(target) for _source, target, _relation in LINKS],
        "relation": [relation for _source, _target, relation in LINKS],
    },
    "page": 128,
}
DETAILS: dict[str, Any] = {
    "definitions": [f"What {name} is." for name in IDS],
    "reasons": [[0, "It needs it."], [1, HOSTILE]],
    "sources": [[0, [1, 0]]],
    "works": [["doe", "Doe 2020: On Terms", "https://doi.org/10.1/x"], ["roe", HOSTILE, ""]],
}


def opened(
    real: Served,
    open_page: OpenPage,
    query: str = "",
    details: str = json.dumps(DETAILS),
    **options: object,
) -> Page:
    """The page of paths over a graph that stands in for the real one."""
    page = open_page(real.url + "404.html", **options)
    page.route("**/data/graph-view.json", lambda route: route.fulfill(json=VIEW))
    page.route("**/data/graph/0.json", lambda route: route.fulfill(body=details))
    page.goto(f"{real.url}path/{query}")
    return page


def status(page: Page) -> Locator:
    return page.locator(".concord-path__status")


def field(page: Page, label: str) -> Locator:
    return page.get_by_role("combobox", name=label, exact=True)


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def told(page: Page, *sentences: str) -> None:
    """The sentences that the page comes to tell, and no other."""
    expect(page.locator(".concord-path__steps li > p:first-child")).to_have_text([*sentences])


def test_explanations_say_what_the_data_says(real: Served, open_page: OpenPage) -> None:
    page = open_page(f"{real.url}path/?from=reward-hacking&to=scaling")
    expect(status(page)).to_have_text(
        "3 explanations of how Reward hacking connects with Scaling, the closest first."
    )
    expect(page.locator(".concord-path__because").first).to_be_visible()
    graph = json.loads((real.site.folder / "data/graph.json").read_bytes())
    label = {node["id"]: node["label"] for node in graph["nodes"]}
    items = page.locator("[data-edge]").all()
    assert len(items) >= 3
    for item in items:
        edge = graph["edges"][int(item.get_attribute("data-edge") or "-1")]
        assert item.get_attribute("data-relation") == edge["relation"]
        ends = item.locator("p:first-child a").all_text_contents()
        assert {*ends} == {label[edge["source"]], label[edge["target"]]}
        expect(item.locator(".concord-path__because")).to_contain_text(edge["because"])
        expect(item.locator(".concord-path__sources li")).to_have_count(len(edge["sources"]))


def test_links_are_told_and_drawn_in_the_stated_direction(
    real: Served, open_page: OpenPage
) -> None:
    page = opened(real, open_page, "?from=a&to=c")
    told(page, "Alpha uses Beta.", "Beta is used by Gamma.")
    expect(page.locator(".concord-path__because").first).to_have_text("It needs it.")
    assert page.locator(".concord-path__because").nth(1).text_content() == f"Gamma: {HOSTILE}"
    works = page.locator(".concord-path__sources li")
    assert works.all_text_contents() == [HOSTILE, "Doe 2020: On Terms"]
    assert works.locator("a").get_attribute("href") == "https://doi.org/10.1/x"
    ways = [
        [float(point.split()[0]) for point in (path.get_attribute("d") or "")[1:].split("L")]
        for path in page.locator(".concord-path__drawing path:not(.head)").all()
    ]
    assert [start < end for start, end in ways] == [True, False]
    said = page.locator(".concord-path__drawing .said").all_text_contents()
    assert said == ["uses", "uses"]
    links = page.locator(".concord-path__drawing a")
    topics = [link.get_attribute("data-topic") for link in links.all()]
    assert topics == ["alignment", "safety", "limits"]
    links.nth(1).click()
    assert page.url == f"{real.url}terms/rlhf/"


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("to", ["long", "hostile"])
def test_drawings_hold_their_texts(real: Served, open_page: OpenPage, size: str, to: str) -> None:
    page = opened(real, open_page, f"?from=a&to={to}", **SIZES[size])
    outside = page.locator(".concord-path__drawing").first.evaluate(
        """svg => [...svg.querySelectorAll("a, .said")].filter((it) => {
             const box = (it.querySelector?.("rect") ?? svg).getBoundingClientRect();
             const text = (it.querySelector?.("text") ?? it).getBoundingClientRect();
             return text.left < box.left || text.right > box.right || text.top < box.top || text.bottom > box.bottom;
           }).map((it) => it.textContent)"""
    )
    assert not outside
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert page.evaluate("window.__pwned") is None


SAID = [
    ("", "Choose two entries.", ["?from=a&to=c", "?from=rlhf&to=long"]),
    (
        "?from=a",
        "Choose the other entry.",
        ["?from=a&to=c", "?from=a&to=hostile", "?from=a&to=long"],
    ),
    ("?to=island", "Choose the other entry.", []),
    ("?from=a&to=a", "That is the same entry twice. Choose another one.", ["?from=a&to=c"]),
    ("?from=a&to=island", "No links lead from Alpha to Island.", ["?from=a&to=c"]),
    ("?from=island&to=a", "No links lead from Island to Alpha.", ["?from=a&to=c"]),
    ("?from=hostlie&to=a", "There is no entry “hostlie”.", ["?from=hostile&to=a"]),
    ("?from=xxxxxxx&to=yyyyyyy", "There is no entry “xxxxxxx” and none “yyyyyyy”.", []),
    ("?from=%3Cb%3Equarterly", "There is no entry “<b>quarterly”.", []),
]


@pytest.mark.parametrize(("query", "message", "offers"), SAID)
def test_every_question_is_answered(
    real: Served, open_page: OpenPage, query: str, message: str, offers: list[str]
) -> None:
    page = opened(real, open_page, query)
    expect(status(page)).to_have_text(message)
    links = page.locator("main a[data-ask]")
    found = [link.get_attribute("href") for link in links.all()]
    assert set(offers) <= set(found)
    assert bool(found) == bool(offers)
    if found:
        links.first.click()
        assert page.url == f"{real.url}path/{found[0]}"
        expect(status(page)).to_be_focused()
        expect(page.locator(".concord-path__explanation").first).to_be_visible()


def test_those_apart_can_be_read_on(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?from=a&to=island")
    expect(page.locator(".concord-path__answer li").nth(1)).to_have_text(
        "Island, which has no links yet"
    )
    assert (
        page.get_by_role("link", name="Island").get_attribute("href") == f"{real.url}terms/island/"
    )
    around = page.get_by_role("link", name="the map around Alpha")
    assert around.get_attribute("href") == f"{real.url}graph/?focus=a"


def test_entries_are_chosen_by_keyboard(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    source, target = field(page, "From"), field(page, "To")
    expect(source).to_be_focused()
    page.keyboard.type("al")
    expect(source).to_have_attribute("aria-expanded", "true")
    assert page.get_by_role("option").all_text_contents() == [
        "Alpha Alignment",
        f"{LONG} Alignment",
    ]
    page.keyboard.press("Enter")
    expect(source).to_have_value("Alpha")
    page.wait_for_url("**/path/?from=a")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(target).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("option")).to_have_count(7)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    active = page.locator("[role=option][aria-selected=true]")
    expect(active).to_have_text("Island Limits")
    assert target.get_attribute("aria-activedescendant") == active.get_attribute("id")
    page.keyboard.press("Enter")
    page.wait_for_url("**/path/?from=a&to=island")
    expect(target).to_have_attribute("aria-expanded", "false")


def test_a_field_holds_an_entry_or_nothing(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?from=a&to=c")
    target = field(page, "To")
    target.fill("Nobody")
    expect(page.get_by_role("option")).to_have_text("No entry is called “Nobody”")
    page.keyboard.press("Tab")
    expect(target).to_have_value("Gamma")
    target.fill("bET")
    page.keyboard.press("Escape")
    expect(target).to_have_value("Gamma")
    target.fill("beta")
    page.keyboard.press("Tab")
    expect(target).to_have_value("Beta")
    assert asked(page) == {"from": ["a"], "to": ["rlhf"]}
    target.fill("")
    page.keyboard.press("Tab")
    assert asked(page) == {"from": ["a"]}
    expect(status(page)).to_have_text("Choose the other entry.")


def test_back_restores_what_was_asked(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?from=a&to=c")
    page.get_by_role("button", name="Swap").click()
    assert asked(page) == {"from": ["c"], "to": ["a"]}
    told(page, "Gamma uses Beta.", "Beta is used by Alpha.")
    expect(field(page, "From")).to_have_value("Gamma")
    assert page.title().startswith("Gamma and Alpha - ")
    field(page, "To").click()
    page.get_by_role("option", name="Beta").click()
    told(page, "Gamma uses Beta.")
    page.go_back()
    page.go_back()
    expect(field(page, "From")).to_have_value("Alpha")
    expect(field(page, "To")).to_have_value("Gamma")
    told(page, "Alpha uses Beta.", "Beta is used by Gamma.")
    page.go_forward()
    expect(field(page, "From")).to_have_value("Gamma")


def test_the_link_can_be_copied(real: Served, open_page: OpenPage) -> None:
    grants = ["clipboard-read", "clipboard-write"]
    page = opened(real, open_page, "?from=a&to=c", permissions=grants)
    page.get_by_role("button", name="Copy the link").click()
    expect(page.locator("main [role=status]", has_text="The link is copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error()); }")
    page.get_by_role("button", name="Copy the link").click()
    expect(status(page)).to_have_text("The link could not be copied: it is in the address bar.")


def test_the_same_pair_can_be_seen_in_the_map(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?from=a&to=c")
    link = page.get_by_role("link", name="Show in the map")
    assert link.get_attribute("href") == f"{real.url}graph/?from=a&to=c"


def test_without_the_graph_it_says_so_and_tries_again(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "404.html")
    bodies = ["<not json>", json.dumps(VIEW)]
    page.route("**/data/graph-view.json", lambda route: route.fulfill(body=bodies.pop(0)))
    page.route("**/data/graph/0.json", lambda route: route.fulfill(json=DETAILS))
    page.goto(f"{real.url}path/?from=a&to=c")
    expect(status(page)).to_have_text("The graph could not be loaded.")
    expect(page.get_by_role("link", name="the concept graph")).to_be_visible()
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".concord-path__explanation")).to_have_count(1)


def test_without_reasons_links_are_told_still(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?from=a&to=c", details="<not json>")
    failure = page.get_by_role("alert")
    expect(failure).to_contain_text("The reasons could not be loaded.")
    told(page, "Alpha uses Beta.", "Beta is used by Gamma.")
    page.route("**/data/graph/0.json", lambda route: route.fulfill(json=DETAILS))
    failure.get_by_role("button").click()
    expect(page.locator(".concord-path__because").first).to_have_text("It needs it.")
    expect(failure).to_have_count(0)


def test_without_script_other_ways_are_offered(real: Served, open_page: OpenPage) -> None:
    page = open_page(f"{real.url}path/?from=alignment", java_script_enabled=False)
    expect(page.locator("main .concord-lead")).to_be_visible()
    expect(page.locator("main noscript a[href='../graph/']")).to_be_visible()
    page.click("main noscript a[href='../terms/']")
    assert page.url == f"{real.url}terms/"


def test_entries_lead_here(real: Served, open_page: OpenPage, observed: Observed) -> None:
    page = open_page(f"{real.url}terms/reward-hacking/")
    page.get_by_role("link", name="How does this connect to …?").click()
    expect(field(page, "From")).to_have_value("Reward hacking")
    expect(field(page, "To")).to_be_focused()
    asked_for = [urlsplit(url).path.rpartition("/")[2] for url in observed.requested]
    before = asked_for.index("", 1)  # the second page
    assert "path.css" not in asked_for[:before]
    assert asked_for.count("path.css") == 1


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", ["explained", "long", "empty", "unknown", "apart", "open"])
def test_axe_finds_nothing(
    real: Served, open_page: OpenPage, size: str, scheme: str, state: str
) -> None:
    queries = {"explained": "?from=a&to=c", "long": "?from=a&to=long", "open": "?from=a"}
    queries |= {"unknown": "?from=islnad", "apart": "?from=a&to=island"}
    options = {"color_scheme": scheme, "reduced_motion": "reduce", **SIZES[size]}
    page = opened(real, open_page, queries.get(state, ""), **options)
    expect(status(page)).not_to_be_empty()
    if state == "open":
        field(page, "To").fill("a")
        page.keyboard.press("ArrowDown")
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_turned_telephone_gets_the_other_drawing(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?from=a&to=c", **NARROW)
    drawing = page.locator(".concord-path__drawing")
    upright = drawing.bounding_box()
    assert upright
    assert upright["height"] > upright["width"]
    page.set_viewport_size({"width": 740, "height": 360})
    expect(drawing).not_to_have_attribute("width", str(round(upright["width"])))
    turned = drawing.bounding_box()
    assert turned
    assert turned["width"] > turned["height"]
