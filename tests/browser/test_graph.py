"""The map of concepts: what it shows, how it is narrowed, and that its address says so."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Observed, OpenPage, Served
from tests.browser.graph_pages import (
    STAGE,
    camera,
    drawn,
    edges_of,
    keep_picture,
    listed,
    marked,
    opened,
    point_of,
    stated,
    told,
)

FOCUS = "[data-mode=focus]"
PATH = "[data-mode=path]"


def box(page: Page, facet: str, key: str) -> str:
    """Selects a choice of the legend."""
    return f"details[data-facet={facet}] input[value='{key}']"


def test_the_whole_map_is_shown_at_once(real: Served, open_page: OpenPage, tmp_path: Path) -> None:
    page = opened(real, open_page)
    keep_picture(page, tmp_path, "map")
    assert drawn(page) == (set(real.site.entries), set(range(len(edges_of(real)))))
    expect(page.locator(".concord-graph__told")).to_be_hidden()
    expect(page.locator(".concord-graph__mode:visible")).to_have_count(0)


def test_the_legend_filters(real: Served, open_page: OpenPage, tmp_path: Path) -> None:
    page = opened(real, open_page)
    every = {name: entry["topic"] for name, entry in real.site.entries.items()}
    page.uncheck(box(page, "topics", "safety"))
    ids, edges = drawn(page)
    assert ids == {name for name, topic in every.items() if topic != "safety"}
    links = edges_of(real)
    assert edges == {at for at, (one, _, other) in enumerate(links) if {one, other} <= ids}
    assert "safety" not in stated(page)["topic"][0].split(",")

    page.get_by_role("button", name="Only Alignment").focus()
    page.keyboard.press("Enter")
    assert drawn(page)[0] == {name for name, topic in every.items() if topic == "alignment"}
    assert stated(page) == {"topic": ["alignment"]}
    count = sum(topic == "safety" for topic in every.values())
    safety = page.locator(box(page, "topics", "safety")).locator("xpath=..")
    expect(safety).to_contain_text(str(count))
    keep_picture(page, tmp_path, "filtered")

    page.get_by_role("button", name="All topics").click()
    assert stated(page) == {}
    page.get_by_role("button", name="Only exploits").focus()
    page.keyboard.press("Enter")
    ids, edges = drawn(page)
    assert ids == set(every)
    assert edges == {at for at, (_, relation, _) in enumerate(links) if relation == "exploits"}
    expect(page.locator("[data-mode=filters]")).to_contain_text(f"{len(edges)} links")
    page.get_by_role("button", name="Reset", exact=True).click()
    assert drawn(page)[1] == set(range(len(links)))


def test_filters_that_let_nothing_through_can_be_reset(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?q=no+label+has+this")
    assert drawn(page) == (set(), set())
    page.get_by_role("button", name="Reset filters").click()
    assert drawn(page)[0] == set(real.site.entries)
    assert stated(page) == {}


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?topic=alignment,safety&relation=mitigates",
        "?kind=failure-mode&q=re",
        "?focus=reward-hacking&hops=2&directed=1",
        "?from=reward-hacking&to=energy-cost&topic=governance",
        "?q=no+label+has+this",
    ],
)
def test_what_is_drawn_is_listed(real: Served, open_page: OpenPage, query: str) -> None:
    page = opened(real, open_page, query)
    shown = drawn(page)
    page.get_by_role("button", name="Text", exact=True).click()
    assert listed(page) == shown
    reached = page.url
    assert stated(page)["view"] == ["text"]
    page.get_by_role("button", name="Map", exact=True).click()
    assert drawn(page) == shown
    page.goto(reached)
    page.wait_for_selector(".concord-graph__text:visible")
    assert listed(page) == shown


def test_text_tells_reasons_and_leads_to_everything(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?topic=alignment&view=text")
    links = [
        link
        for link in real.site.entries["reward-hacking"]["links"]
        if real.site.entries[link["target"]]["topic"] == "alignment"
    ]
    entry = page.locator("[data-entry-id=reward-hacking]")
    assert links
    for link in links:
        sentence = entry.locator("li", has_text=link["because"])
        expect(sentence).to_contain_text(
            f"Reward hacking {link['label']} {link['target_term']}", use_inner_text=True
        )
    page.get_by_role("button", name="Details of Reward hacking").click()
    panel = told(page, "Reward hacking")
    expect(panel.locator("h2")).to_be_focused()
    panel.get_by_role("button", name="Focus here").click()
    assert listed(page)[0] > {"reward-hacking"}
    expect(page.locator(FOCUS)).to_contain_text("Reward hacking")
    page.keyboard.press("Escape")
    page.get_by_role("link", name="Reward hacking", exact=True).first.click()
    page.wait_for_url("**/terms/reward-hacking/")


def test_a_click_tells_of_an_entry(real: Served, open_page: OpenPage, tmp_path: Path) -> None:
    page = opened(real, open_page)
    page.mouse.click(*point_of(page, "reward-hacking"))
    panel = told(page, "Reward hacking")
    entry = real.site.entries["reward-hacking"]
    expect(panel).to_contain_text(entry["definition"][:60])
    for link in (*entry["links"], *entry["linked_from"]):
        expect(panel.locator(".concord-because", has_text=link["because"]).first).to_be_visible()
    page.wait_for_url("**selected=reward-hacking*")
    keep_picture(page, tmp_path, "panel")
    panel.get_by_role("button", name="Reward model", exact=True).first.click()
    told(page, "Reward model")
    page.keyboard.press("Escape")
    expect(page.locator(".concord-graph__panel:visible")).to_have_count(0)
    expect(page.locator(STAGE)).to_be_focused()


def test_a_double_click_opens_the_page(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    page.mouse.dblclick(*point_of(page, "human-oversight"))
    page.wait_for_url("**/terms/human-oversight/")


def test_a_pointer_on_an_entry_shows_what_it_is(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    page.mouse.move(*point_of(page, "human-oversight"))
    card = page.locator(".concord-graph__card")
    expect(card).to_contain_text(real.site.entries["human-oversight"]["definition"][:60])
    page.mouse.move(5, 5)
    expect(card).to_be_hidden()


def test_search_selects_and_brings_into_view(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?at=100,100,9")
    field = page.get_by_role("combobox", name="Find in the graph")
    field.fill("energy cost")
    expect(page.get_by_role("option").first).to_contain_text("Energy cost")
    field.press("ArrowUp")
    expect(page.get_by_role("option", selected=True)).to_contain_text("Show only")
    field.press("ArrowDown")
    field.press("Enter")
    told(page, "Energy cost")
    x, y = point_of(page, "energy-cost")
    hit = page.evaluate(
        f"([x, y]) => !!document.elementFromPoint(x, y)?.closest('{STAGE}')", [x, y]
    )
    assert hit, "it lies under something else, or outside"
    field.fill("enregy")
    expect(page.get_by_role("option").first).to_contain_text("Energy cost")
    expect(page.get_by_role("option", name="Show only")).to_have_count(0)
    field.fill("reward")
    page.get_by_role("option", name="Show only entries with").click()
    expect(field).to_have_value("")
    assert drawn(page)[0] == {
        name for name, entry in real.site.entries.items() if "reward" in entry["term"].lower()
    }


def test_focus_mode(real: Served, open_page: OpenPage, tmp_path: Path) -> None:
    page = opened(real, open_page, "?selected=reward-hacking")
    told(page, "Reward hacking").get_by_role("button", name="Focus here").click()
    links = edges_of(real)
    near = {"reward-hacking"}
    near |= {other for one, _, other in links if one == "reward-hacking"}
    near |= {one for one, _, other in links if other == "reward-hacking"}
    assert drawn(page)[0] == near
    bar = page.locator(FOCUS)
    expect(bar).to_contain_text(f"{len(near)} entries")
    keep_picture(page, tmp_path, "focus")
    bar.get_by_label("within").select_option("2 steps")
    assert drawn(page)[0] > near
    bar.get_by_label("along arrows only").check()
    assert stated(page) == {
        "focus": ["reward-hacking"],
        "hops": ["2"],
        "directed": ["1"],
        "selected": ["reward-hacking"],
    }
    page.go_back()
    expect(bar.get_by_label("along arrows only")).not_to_be_checked()
    expect(bar.get_by_label("within")).to_have_value("2")
    bar.get_by_role("button", name="Leave the focus").click()
    expect(bar).to_be_hidden()
    assert drawn(page)[0] == set(real.site.entries)


def test_a_focus_is_marked_until_something_else_is_selected(
    real: Served, open_page: OpenPage
) -> None:
    page = opened(real, open_page, "?focus=reward-hacking&hops=2")
    page.wait_for_load_state("networkidle")
    assert marked(page) == {"Reward hacking"}
    page.mouse.click(*point_of(page, "reward-model"))
    told(page, "Reward model")
    assert marked(page) == {"Reward model"}
    page.keyboard.press("Escape")
    assert marked(page) == {"Reward hacking"}
    page.keyboard.press("Escape")
    assert marked(page) == set()


def test_enter_does_not_open_the_focus_unasked(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?focus=reward-hacking")
    page.locator(STAGE).focus()
    page.keyboard.press("Enter")  # to where walking begins
    page.keyboard.press("Enter")
    expect(page.locator(".concord-graph__panel:visible")).to_have_count(1)
    assert stated(page)["focus"] == ["reward-hacking"]


def test_a_focus_chosen_in_the_text_fills_the_map(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    whole = camera(page)
    page.get_by_role("button", name="Text", exact=True).click()
    page.get_by_role("button", name="Details of Energy cost").click()
    told(page, "Energy cost").get_by_role("button", name="Focus here").click()
    page.get_by_role("button", name="Map", exact=True).click()
    assert camera(page)["k"] > whole["k"]
    x, _ = point_of(page, "energy-cost")
    panel = told(page, "Energy cost").bounding_box()
    assert panel
    assert x < panel["x"]


def test_path_mode(real: Served, open_page: OpenPage, tmp_path: Path) -> None:
    page = opened(real, open_page)
    page.get_by_role("button", name="Path", exact=True).click()
    expect(page.get_by_role("combobox", name="From")).to_be_focused()
    page.keyboard.type("reward hacking")
    page.keyboard.press("Enter")
    page.get_by_role("combobox", name="to", exact=True).fill("energy cost")
    page.keyboard.press("Enter")
    panel = told(page, "Reward hacking and Energy cost")
    assert stated(page) == {"from": ["reward-hacking"], "to": ["energy-cost"]}
    ways = panel.locator(".concord-graph__ways > li")
    assert 1 <= ways.count() <= 3
    keep_picture(page, tmp_path, "path")
    links = edges_of(real)
    by_edge = {at: (one, other) for at, (one, _, other) in enumerate(links)}
    for way in ways.all():
        at = {"reward-hacking"}
        for sentence in way.locator("[data-edge]").all():
            ends = set(by_edge[int(sentence.get_attribute("data-edge") or "")])
            assert at & ends, "a step begins where the one before ended"
            at = ends - at
            expect(sentence.locator(".concord-because")).not_to_be_empty()
        assert at == {"energy-cost"}
    page.get_by_role("button", name="Swap the ends").click()
    told(page, "Energy cost and Reward hacking")
    page.go_back()
    told(page, "Reward hacking and Energy cost")
    page.go_back()
    page.go_back()
    assert stated(page) == {}
    expect(page.locator(PATH)).to_be_hidden()


def test_an_end_of_a_path_is_an_entry_or_nothing(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?from=reward-hacking&to=energy-cost")
    target = page.get_by_role("combobox", name="to", exact=True)
    expect(target).to_have_value("Energy cost")
    target.fill("qqqqqq")
    expect(page.get_by_role("option")).to_have_text("No entry is called “qqqqqq”")
    page.keyboard.press("Enter")
    expect(target).to_have_value("qqqqqq")
    page.keyboard.press("Tab")
    expect(target).to_have_value("Energy cost")
    target.fill("reward modle")
    page.keyboard.press("Enter")
    expect(target).to_have_value("Reward model")
    assert stated(page)["to"] == ["reward-model"]
    target.fill("")
    page.keyboard.press("Enter")
    told(page, "Pick two entries")
    assert stated(page) == {"from": ["reward-hacking"]}


def test_path_mode_takes_entries_from_the_map(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?selected=reward-hacking")
    told(page, "Reward hacking").get_by_role("button", name="Path from here").click()
    told(page, "Pick two entries")
    page.mouse.click(*point_of(page, "reward-model"))
    told(page, "Reward hacking and Reward model")
    page.keyboard.press("Escape")
    expect(page.locator(PATH)).to_be_hidden()


def test_entries_that_do_not_connect(foreign: Served, open_page: OpenPage) -> None:
    page = opened(foreign, open_page, "?from=matcha&to=sencha")
    told(page, "These do not connect")
    assert {"matcha", "sencha"} <= drawn(page)[0]
    page = opened(foreign, open_page, "?from=sencha&to=sencha")
    told(page, "The same entry twice")


def test_a_view_comes_back_from_its_address(real: Served, open_page: OpenPage) -> None:
    query = "?topic=alignment,safety&q=re&selected=reward-hacking&at=12000,18000,2.5"
    page = opened(real, open_page, query)
    found = camera(page)
    assert [round(found["x"]), round(found["y"]), found["k"]] == [12000, 18000, 2.5]
    told(page, "Reward hacking")
    expect(page.locator(box(page, "topics", "limits"))).not_to_be_checked()
    expect(page.locator("[data-mode=filters]")).to_contain_text("with “re”")
    assert all("re" in real.site.entries[name]["term"].lower() for name in drawn(page)[0])


def test_a_camera_is_stated_and_each_step_keeps_its_own(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    steps = page.evaluate("history.length")
    page.get_by_role("button", name="Zoom in (+)").click()
    page.wait_for_url("**at=*")
    first = camera(page)
    assert first["k"] > 1.2
    assert page.evaluate("history.length") == steps
    page.uncheck(box(page, "topics", "safety"))
    page.get_by_role("button", name="Zoom in (+)").click()
    page.wait_for_function(
        f"document.querySelector('[data-concord-graph]').concordGraph.scene().camera().k > {first['k']} * 1.2"
    )
    page.wait_for_timeout(600)
    page.go_back()
    expect(page.locator(box(page, "topics", "safety"))).to_be_checked()
    assert camera(page)["k"] == pytest.approx(first["k"], rel=0.01)
    page.get_by_role("button", name="Fit into view (0)").click()
    page.wait_for_url(lambda url: "at=" not in url)


def test_unknown_names_in_an_address_do_no_harm(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?topic=gone&focus=gone&from=gone&selected=gone&hops=99&at=x")
    assert drawn(page)[0] == set(real.site.entries)
    page.get_by_role("button", name="Reset everything").click()
    assert stated(page) == {}


def test_the_legend_has_the_colours_of_the_map_in_both_palettes(
    real: Served, open_page: OpenPage
) -> None:
    page = opened(real, open_page, color_scheme="light")
    lines = "details[data-facet=relations] path[stroke]"
    colours = "all => all.map((it) => it.getAttribute('stroke'))"
    light = page.locator(lines).evaluate_all(colours)
    page.click("label[title='Switch to dark mode']")
    dark = page.locator(lines).evaluate_all(colours)
    assert len(light) == len(dark) > 5
    assert not set(light) & set(dark)
    text: str = page.evaluate(
        "document.querySelector('[data-concord-graph]').concordGraph.scene().svg()"
    )
    assert any(colour in text for colour in dark)
    assert not any(colour in text for colour in light)


def test_a_view_can_be_taken_away(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?topic=alignment", accept_downloads=True)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    for kind, begin in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with page.expect_download() as download:
            page.get_by_role("button", name=f"Download as {kind}").click()
        assert download.value.suggested_filename == f"concept-graph.{kind.lower()}"
        assert Path(download.value.path()).read_bytes().startswith(begin)
    page.get_by_role("button", name="Copy link to this view").click()
    expect(page.locator(".concord-graph__notice")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == page.url


def test_the_text_stays_when_the_map_cannot_be_loaded(
    real: Served, open_page: OpenPage, observed: Observed
) -> None:
    page = open_page(real.url)
    page.route("**/data/graph-view.json", lambda route: route.fulfill(status=503))
    page.goto(real.url + "graph/")
    expect(page.get_by_role("status").filter(has_text="could not be loaded")).to_be_visible()
    expect(page.locator(".concord-graph__told")).to_contain_text("Reward hacking exploits")
    page.unroute("**/data/graph-view.json")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(STAGE)).to_be_visible()
    assert all("503" in offence for offence in observed.offences)
    observed.offences.clear()


def test_texts_of_a_glossary_are_text(hostile: Served, open_page: OpenPage) -> None:
    page = opened(hostile, open_page, "?view=text")
    shown = listed(page)
    assert shown[0] == set(hostile.site.entries)
    for name in sorted(shown[0])[:5]:
        term = hostile.site.entries[name]["term"]
        page.get_by_role("button", name=f"Details of {term}", exact=True).first.click()
        told(page, term)
    assert json.loads(page.evaluate("JSON.stringify(window.__pwned ?? null)")) is None
