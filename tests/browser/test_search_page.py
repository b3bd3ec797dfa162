"""The page of results: its address is its question, and it says what the box says."""

from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served
from tests.browser.test_pages import NARROW, SIZES, violations
from tests.browser.test_search_box import stand_in


def opened(real: Served, open_page: OpenPage, query: str, **options: object) -> Page:
    """The page of results in front of an engine that stands in for the real one."""
    page = open_page(real.url + "404.html", **options)
    stand_in(page)
    page.goto(real.url + f"search/{query}")
    return page


def ids(page: Page) -> list[str | None]:
    links = page.locator("main [data-entry-id]")
    return [link.get_attribute("data-entry-id") for link in links.all()]


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def results(page: Page, count: int) -> None:
    expect(page.locator("main [data-entry-id]")).to_have_count(count)


def test_its_address_is_its_question(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?q=re&topic=alignment")
    results(page, 2)
    assert ids(page) == ["reward-hacking", "rlhf"]
    assert page.locator("main input[name=q]").input_value() == "re"
    expect(page.locator(".concord-facet[aria-pressed=true]")).to_have_text("Alignment 2")
    expect(page.locator("[role=status]:visible")).to_have_text("2 results")
    assert page.title().startswith("re - Search")


def test_back_and_forward_ask_again(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?q=re")
    results(page, 3)
    page.click(".concord-facet[data-key=training]")
    results(page, 1)
    assert asked(page) == {"q": ["re"], "topic": ["training"]}
    page.fill("main input[name=q]", "described")
    page.keyboard.press("Enter")
    page.wait_for_url("**q=described*")
    page.go_back()
    results(page, 1)
    assert ids(page) == ["reward-model"]
    page.go_back()
    results(page, 3)
    expect(page.locator(".concord-facet[aria-pressed=true]")).to_have_count(0)
    page.go_forward()
    results(page, 1)
    assert asked(page) == {"q": ["re"], "topic": ["training"]}


def test_typing_changes_results_and_address(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "")
    entries = page.evaluate("history.length")
    expect(page.locator("main input[name=q]")).to_be_focused()
    page.keyboard.type("rew")
    results(page, 1)
    page.wait_for_url("**/search/?q=rew")
    assert page.evaluate("history.length") == entries


def test_the_shortcut_leads_to_its_field(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?q=re")
    results(page, 3)
    expect(page.locator("header input[name=q]")).to_be_hidden()
    page.keyboard.press("/")
    expect(page.locator("main input[name=q]")).to_be_focused()


def test_more_are_shown_on_demand(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?q=many")
    results(page, 30)
    page.get_by_role("button", name="Show more").click()
    results(page, 45)
    expect(page.get_by_role("button", name="Show more")).to_have_count(0)


def test_a_failure_can_be_tried_again(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "404.html")
    stand_in(page)
    page.add_init_script("window.broken = true")
    page.goto(real.url + "search/?q=re")
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    page.evaluate("window.broken = false")
    again.click()
    results(page, 3)


def test_an_entry_can_be_opened_by_keyboard_alone(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?q=re")
    results(page, 3)
    page.keyboard.press("/")
    page.keyboard.press("Tab")
    expect(page.locator(".concord-facet").first).to_be_focused()
    for _ in range(3):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(real.url + "terms/reward-hacking/")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["?q=re&topic=alignment", "?q=nothing"])
def test_axe_finds_nothing(
    real: Served, open_page: OpenPage, size: str, scheme: str, query: str
) -> None:
    options = {"color_scheme": scheme, "reduced_motion": "reduce", **SIZES[size]}
    page = opened(real, open_page, query, **options)
    expect(page.locator("main [role=status]")).not_to_be_empty()
    assert not violations(page)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_long_question_breaks_its_lines(real: Served, open_page: OpenPage) -> None:
    page = opened(real, open_page, "?q=" + "+".join(["unheard-of"] * 12), **NARROW)
    expect(page.get_by_role("link", name="Propose “unheard-of")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_script_all_terms_are_offered(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "search/?q=re", java_script_enabled=False)
    page.click("main noscript a")
    assert page.url == real.url + "terms/"


def test_browsers_find_the_search_engine(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "terms/alignment/")
    link = page.locator("link[rel=search][type='application/opensearchdescription+xml']")
    assert link.get_attribute("title") == "Concord"
    assert link.evaluate("it => it.href") == real.url + "opensearch.xml"
