"""What a reader's hands do with the map: each filter, wheel and drag, full screen, paper, Back."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served
from tests.browser.graph_pages import (
    STAGE,
    camera,
    drawn,
    edges_of,
    listed,
    opened,
    point_of,
    stated,
    told,
)

MAP = "document.querySelector('[data-concord-graph]').concordGraph"


def choices(page: Page, facet: str) -> list[str]:
    found: list[str] = page.locator(f"details[data-facet={facet}] input").evaluate_all(
        "all => all.map((it) => it.value)"
    )
    return found


def choose(page: Page, facet: str, key: str) -> None:
    """Lets one choice through."""
    fold = page.locator(f"details[data-facet={facet}]")
    if not fold.evaluate("it => it.open"):
        fold.locator("summary").click()
    row = fold.locator(".concord-graph__choice", has=page.locator(f"input[value='{key}']"))
    row.locator(".concord-graph__only").focus()
    page.keyboard.press("Enter")


@pytest.mark.parametrize(
    ("site", "facet", "field"),
    [
        ("real", "topics", "topic"),
        ("real", "kinds", "kind"),
        ("foreign", "topics", "topic"),
        ("foreign", "kinds", "kind"),
        ("foreign", "statuses", "status"),
        ("hostile", "statuses", "status"),
    ],
)
def test_every_choice_shows_and_lists_its_entries_alone(
    site: str, facet: str, field: str, open_page: OpenPage, request: pytest.FixtureRequest
) -> None:
    served: Served = request.getfixturevalue(site)
    page = opened(served, open_page)
    links = edges_of(served)
    keys = choices(page, facet)
    assert set(keys) == {entry[field] for entry in served.site.entries.values()}
    for key in keys:
        choose(page, facet, key)
        ids = {name for name, entry in served.site.entries.items() if entry[field] == key}
        edges = {at for at, (one, _, other) in enumerate(links) if {one, other} <= ids}
        assert drawn(page) == (ids, edges)
        page.keyboard.press("Escape")
        page.get_by_role("button", name="Text", exact=True).click()
        assert listed(page) == (ids, edges)
        page.get_by_role("button", name="Map", exact=True).click()


def test_every_relation_shows_and_lists_its_links_alone(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    links = edges_of(real)
    for key in choices(page, "relations"):
        choose(page, "relations", key)
        edges = {at for at, (_, relation, _) in enumerate(links) if relation == key}
        assert edges
        assert drawn(page) == (set(real.site.entries), edges)
    page.get_by_role("button", name="Text", exact=True).click()
    assert listed(page) == (set(real.site.entries), edges)


def test_the_wheel_zooms_where_the_pointer_is(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    before, held = camera(page), point_of(page, "energy-cost")
    page.mouse.move(*held)
    page.mouse.wheel(0, -400)
    page.wait_for_url("**at=*")
    assert camera(page)["k"] > 1.2 * before["k"]
    assert point_of(page, "energy-cost") == pytest.approx(held, abs=2)
    assert page.evaluate("scrollY") == 0
    page.mouse.wheel(0, 4000)
    page.wait_for_function(f"{MAP}.scene().camera().k < {before['k']}")


def test_a_node_that_the_wheel_moves_away_is_pointed_at_no_more(
    real: Served, open_page: OpenPage
) -> None:
    page = opened(real, open_page)
    x, y = point_of(page, "energy-cost")
    page.mouse.move(x + 7, y)
    card = page.locator(".concord-graph__card")
    expect(card).to_be_visible()
    for _ in range(8):
        page.mouse.wheel(0, -300)
    expect(card).to_be_hidden()


def test_keys_can_skip_the_filters(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    skip = page.get_by_role("button", name="Skip the filters")
    skip.focus()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator(STAGE)).to_be_focused()


def test_a_mouse_drags_the_map_and_selects_nothing(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    x, y = point_of(page, "energy-cost")
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x - 60, y - 40, steps=6)
    page.mouse.up()
    page.wait_for_url("**at=*")
    assert point_of(page, "energy-cost") == pytest.approx((x - 60, y - 40), abs=2)
    assert "selected" not in stated(page)


def test_full_screen_and_back(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page)
    button = page.get_by_role("button", name="Full screen")
    button.click()
    page.wait_for_function("document.fullscreenElement?.matches('.concord-graph__app')")
    box = page.locator(STAGE).bounding_box()
    assert box
    assert box["y"] + box["height"] <= page.evaluate("innerHeight")
    page.get_by_role("button", name="Keys (?)").click()
    expect(page.get_by_role("dialog", name="Keys")).to_be_visible()
    page.keyboard.press("Escape")
    button.click()
    page.wait_for_function("document.fullscreenElement === null")


def test_motion_is_reduced_where_that_is_asked_for(real: Served, open_page: OpenPage) -> None:
    """The camera's ways, in the two frames after a key that moves it far."""
    ways = {}
    for wish in ("reduce", "no-preference"):
        page = opened(real, open_page, "?at=5000,5000,6", reduced_motion=wish)
        page.locator(STAGE).focus()
        ways[wish] = page.evaluate(
            f"""async (stage) => {{
              const scene = {MAP}.scene();
              const seen = [];
              const frame = () => new Promise(requestAnimationFrame);
              document.querySelector(stage).dispatchEvent(new KeyboardEvent("keydown", {{ key: "0", bubbles: true }}));
              for (let at = 0; at < 60; at += 1) {{
                await frame();
                seen.push(scene.camera().k);
              }}
              return [...new Set(seen)].length;
            }}""",
            STAGE,
        )
    assert ways["reduce"] <= 2
    assert ways["no-preference"] > 3


def test_on_paper_the_page_tells_its_links(real: Served, open_page: OpenPage) -> None:
    for query in ("", "?view=text", "?selected=reward-hacking"):
        page = opened(real, open_page, query)
        page.emulate_media(media="print")
        expect(page.locator(".concord-graph__app")).to_be_hidden()
        expect(page.locator(".concord-graph__told")).to_contain_text("Reward hacking exploits")
        page.emulate_media(media="screen")
        expect(page.locator(".concord-graph__app")).to_be_visible()


def test_back_from_an_entry_finds_the_view_again(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?topic=alignment&at=12000,18000,2.5")
    page.mouse.click(*point_of(page, "reward-hacking"))
    told(page, "Reward hacking").get_by_role("link", name="Open page").click()
    page.wait_for_url("**/terms/reward-hacking/")
    page.go_back()
    page.wait_for_function(f"{MAP} !== undefined")
    told(page, "Reward hacking")
    found = camera(page)
    assert [round(found["x"]), round(found["y"]), found["k"]] == [12000, 18000, 2.5]
    assert {real.site.entries[name]["topic"] for name in drawn(page)[0]} == {"alignment"}
