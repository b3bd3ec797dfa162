"""The search box with the real engine and the real index, over networks of every kind."""

import re
from collections.abc import Iterator
from urllib.parse import quote_plus, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Observed, OpenPage, Served
from tests.browser.serving import transferred
from tests.browser.test_pages import violations
from tests.browser.test_search_box import box, ids, options, search

INDEX = "**/data/search/**"
SLOW = {
    "offline": False,
    "latency": 400,  # milliseconds, of each request
    "downloadThroughput": 50_000,  # bytes a second
    "uploadThroughput": 50_000,
}


@pytest.fixture
def broken(observed: Observed) -> Iterator[None]:
    """Failures of the index are meant in this test; at least one must be seen."""
    yield
    meant = [it for it in observed.offences if "/data/search/" in it or "/propose.json" in it]
    assert meant
    observed.offences[:] = [it for it in observed.offences if it not in meant]


def data_requests(observed: Observed) -> list[str]:
    """Paths of everything below ``/data/`` that was asked for, in order."""
    paths = [urlsplit(url).path for url in observed.requested]
    return [path for path in paths if "/data/" in path]


def best(page: Page, entry: str) -> None:
    expect(options(page).first).to_have_attribute("data-entry-id", entry)


def answered_in_full(page: Page, text: str) -> None:
    """Wait until the results after the best one have come, and for this text, not a shorter one."""
    link = page.get_by_role("link", name="results on a page")
    expect(link).to_have_attribute("href", re.compile(re.escape(f"?q={quote_plus(text)}") + "$"))
    expect(options(page)).not_to_have_count(1)


def test_nothing_of_the_index_comes_before_it_is_wanted(
    real: Served, open_page: OpenPage, observed: Observed
) -> None:
    page = open_page(real.url + "terms/alignment/")
    page.wait_for_load_state("networkidle")
    assert data_requests(observed) == []
    boot = real.site.folder / "assets/concord/search/boot.js"
    assert transferred(boot.name, boot.read_bytes()) < 1_500
    assert [it for it in observed.requested if "/concord/search/" in it] == [
        real.url + "assets/concord/search/boot.js"
    ]
    page.keyboard.press("/")
    expect(page.locator(".concord-search__panel")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert data_requests(observed) == ["/data/search/manifest.json"]
    page.keyboard.type("reward")
    best(page, "reward-function")
    assert len(data_requests(observed)) > 1


@pytest.mark.parametrize(
    ("text", "entry", "shown"),
    [
        ("reward hacking", "reward-hacking", "Reward hacking"),
        ("hacking reward", "reward-hacking", "Reward hacking"),
        ("RLHF", "rlhf", "RLHF"),
        ("AI alignm", "alignment", "also known as AI alignment"),
        ("rewrad hackign", "reward-hacking", "spelled alike"),
    ],
)
def test_it_finds(real: Served, open_page: OpenPage, text: str, entry: str, shown: str) -> None:
    page = open_page(real.url)
    search(page, text)
    best(page, entry)
    expect(options(page).first).to_contain_text(shown)
    expect(options(page).first).to_have_attribute("data-topic", real.site.entries[entry]["topic"])


def test_a_slow_network_is_waited_for(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url)

    network = page.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.emulateNetworkConditions", SLOW)
    search(page, "reward hacking")
    expect(page.locator(".concord-search__progress")).to_be_visible()
    best(page, "reward-hacking")
    expect(page.locator(".concord-search__progress")).to_be_hidden()


@pytest.mark.usefixtures("broken")
def test_a_failed_fetch_is_reported_and_tried_again(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url)
    page.route(INDEX, lambda route: route.abort())
    search(page, "reward hacking")
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    page.unroute(INDEX)
    again.click()
    best(page, "reward-hacking")


@pytest.mark.usefixtures("broken")
def test_a_single_failure_goes_unnoticed(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url)
    page.route(INDEX, lambda route: route.abort(), times=1)
    search(page, "reward hacking")
    best(page, "reward-hacking")
    expect(page.get_by_role("button", name="Try again")).to_have_count(0)


@pytest.mark.usefixtures("broken")
def test_what_was_loaded_works_offline(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url)
    search(page, "reward hacking")
    answered_in_full(page, "reward hacking")
    box(page).fill("reward hackin")
    answered_in_full(page, "reward hackin")
    page.context.set_offline(True)
    box(page).fill("reward hacking")
    best(page, "reward-hacking")
    answered_in_full(page, "reward hacking")
    box(page).fill("grounding")
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    page.context.set_offline(False)
    again.click()
    best(page, "grounding")


def test_the_page_of_results_uses_the_same_engine(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "search/?q=reward+hacking")
    expect(page.locator("main [data-entry-id]").first).to_have_attribute(
        "data-entry-id", "reward-hacking"
    )


@pytest.mark.parametrize(
    ("text", "entry"), [("煎茶", "sencha"), ("Sencha", "sencha"), ("ספל", "finjan")]
)
def test_it_serves_other_glossaries_and_scripts(
    foreign: Served, open_page: OpenPage, observed: Observed, text: str, entry: str
) -> None:
    page = open_page(foreign.url + "terms/matcha/")
    search(page, text)
    best(page, entry)
    assert not page.locator(".md-search").count()
    assert not [it for it in observed.requested if "/workers/" in it or "search_index" in it]
    assert not violations(page)
    page.keyboard.press("Enter")
    page.wait_for_url(f"{foreign.url}terms/{entry}/")


@pytest.mark.parametrize("text", ["script", "__proto__", "onmouseover", "{{ 7"])
def test_hostile_text_is_inert(hostile: Served, open_page: OpenPage, text: str) -> None:
    page = open_page(hostile.url + "terms/victim/")
    search(page, text)
    expect(options(page).and_(page.locator("[data-entry-id=hostile]"))).to_have_count(1)
    assert set(ids(page)) <= set(hostile.site.entries)
    assert options(page).locator("img, script, svg, iframe, form").count() == 0
    options(page).first.hover()
    assert page.evaluate("typeof window.__pwned") == "undefined"
