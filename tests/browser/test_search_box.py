"""The search box by itself: what it does with an engine's answers, for which a stand-in is served."""

import json
from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Observed, OpenPage, Served
from tests.browser.test_pages import NARROW, SIZES, violations

ENGINE = """
export class SearchUnavailable extends Error {}
export class Engine {
  ready = async () => VOCABULARY;
  async search(query, { limit, topics }) {
    (window.asked ??= []).push({ query, topics });
    const rest = limit > 1 ? (REST[query] ?? 0) : 0;
    await new Promise((done) => setTimeout(done, (DELAYS[query] ?? 0) + rest));
    if (window.broken) throw new SearchUnavailable();
    const found = (HITS[query] ?? []).map((it) => ({ ...hit(it), id: it.id ?? "alignment" }));
    const kept = found.filter((it) => !topics.length || topics.includes(it.topic));
    const count = (key) => found.reduce((all, it) => ({ ...all, [it[key]]: (all[it[key]] ?? 0) + 1 }), {});
    return { query, hits: kept.slice(0, limit), total: kept.length, corrected: CORRECTED[query] ?? null,
             widened: query === "described", topics: count("topic"), kinds: count("kind") };
  }
  dispose() {}
}
const hit = (given) => ({
  term: given.id, topic: "alignment", kind: "concept", definition: `What ${given.id} means.`, score: 1,
  match: { field: "term", how: "prefix", label: given.id }, marks: { label: [[0, 2]], definition: [] }, ...given,
});
"""
VOCABULARY = {
    "version": 1,
    "entries": 4,
    "topics": [
        {"key": "alignment", "label": "Alignment"},
        {"key": "training", "label": "Training"},
    ],
    "kinds": [{"key": "concept", "label": "Concept"}],
}
HOSTILE = "<img src=x onerror=\"window.__pwned='hit'\"></a><script>window.__pwned=1</script>"
HITS: dict[str, list[dict[str, Any]]] = {
    "re": [{"id": "reward-hacking"}, {"id": "reward-model", "topic": "training"}, {"id": "rlhf"}],
    "rew": [{"id": "reward-model", "topic": "training"}],
    "rewa": [{"id": "grounding"}, {"id": "reward-model"}],
    "described": [
        {
            "id": "grounding",
            "match": {"field": "definition", "how": "description", "label": "grounding"},
            "marks": {"label": [], "definition": [[0, 4], [2, 6], [90, 99]]},
        }
    ],
    "hostile": [
        {
            "id": "alignment",
            "term": HOSTILE,
            "topic": HOSTILE,
            "kind": HOSTILE,
            "definition": HOSTILE,
            "match": {"field": "alias", "how": "exact", "label": HOSTILE},
            "marks": {"label": [[0, 9]], "definition": [[3, 40]]},
        }
    ],
    "many": [{"id": "alignment", "term": f"Name {number}"} for number in range(45)],
    "slow": [{"id": "grounding"}],
}
DELAYS = {"r": 600, "rewa": 100, "slow": 500, "slow nothing": 500}
REST = {"rewa": 700}
"""Milliseconds that the results after the best take longer."""
CORRECTED = {"rewrad": "re"}
CLOSED_STORAGE = """
const open = localStorage;
const closed = () => { throw new Error("closed"); };
const storage = new Proxy(open, {
  get: (_, key) => String(key).startsWith("concord") ? closed() : open[key]?.bind?.(open) ?? open[key],
  set: closed,
});
Object.defineProperty(window, "localStorage", { get: () => storage });
"""
"""Refuses what is ours; the theme does not work where all is refused."""

AXE_CASES = [
    *product(("re", "described", "nothing", "rewrad", ""), ("light", "dark"), ("wide",)),
    *product(("re", "nothing"), ("light", "dark"), ("narrow",)),
]


def stand_in(page: Page) -> None:
    """Let the page's scripts find this engine instead of the real one."""
    values = {
        "VOCABULARY": VOCABULARY,
        "HITS": HITS,
        "DELAYS": DELAYS,
        "REST": REST,
        "CORRECTED": CORRECTED,
    }
    data = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in values.items())
    page.route(
        "**/concord/search/index/engine.js",
        lambda route: route.fulfill(body=data + ENGINE, content_type="text/javascript"),
    )


@pytest.fixture
def page(real: Served, open_page: OpenPage) -> Page:
    """A page with the box, which has not been touched."""
    found = open_page(real.url)
    stand_in(found)
    return found


def box(page: Page) -> Locator:
    return page.get_by_role("combobox")


def options(page: Page) -> Locator:
    return page.get_by_role("option")


def ids(page: Page) -> list[str | None]:
    return [option.get_attribute("data-entry-id") for option in options(page).all()]


def chosen(page: Page) -> str | None:
    """The entry that ``aria-activedescendant`` names; it must be the one that is selected."""
    active = box(page).get_attribute("aria-activedescendant")
    selected = page.locator("[role=option][aria-selected=true]")
    if active is None:
        assert selected.count() == 0
        return None
    assert selected.get_attribute("id") == active
    return selected.get_attribute("data-entry-id")


def search(page: Page, text: str) -> None:
    page.keyboard.press("/")
    expect(page.locator(".concord-search__panel")).to_be_visible()
    page.keyboard.type(text)


def test_it_is_a_closed_combobox_until_it_is_wanted(page: Page, observed: Observed) -> None:
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    assert not [url for url in observed.requested if "/search/" in url and "boot.js" not in url]


@pytest.mark.parametrize("shortcut", ["/", "Control+k", "Meta+k"])
def test_a_shortcut_opens_and_focuses_it(page: Page, shortcut: str) -> None:
    page.keyboard.press(shortcut)
    expect(box(page)).to_be_focused()
    page.keyboard.type("re")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    assert box(page).input_value() == "re"
    controlled = box(page).get_attribute("aria-controls")
    assert page.locator(f"[id='{controlled}']").get_attribute("role") == "listbox"


def test_a_slash_in_the_text_is_a_letter(page: Page) -> None:
    search(page, "re/")
    assert box(page).input_value() == "re/"


def test_arrows_choose_and_enter_opens(real: Served, page: Page) -> None:
    search(page, "re")
    expect(options(page)).to_have_count(3)
    assert ids(page) == ["reward-hacking", "reward-model", "rlhf"]
    assert chosen(page) is None
    for key, expected in (
        ("ArrowDown", "reward-hacking"),
        ("ArrowDown", "reward-model"),
        ("ArrowUp", "reward-hacking"),
    ):
        page.keyboard.press(key)
        assert chosen(page) == expected
        expect(box(page)).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(real.url + "terms/reward-model/")


def test_arrow_up_begins_at_the_last(page: Page) -> None:
    search(page, "re")
    expect(options(page)).to_have_count(3)
    page.keyboard.press("ArrowUp")
    assert chosen(page) == "rlhf"


def test_home_and_end_move_in_the_text(page: Page) -> None:
    search(page, "re")
    expect(options(page)).to_have_count(3)
    caret = "document.activeElement.selectionStart"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Home")
    assert page.evaluate(caret) == 0
    assert chosen(page) is None
    page.keyboard.press("End")
    assert page.evaluate(caret) == 2


def test_enter_opens_the_best_without_a_choice(real: Served, page: Page) -> None:
    search(page, "re")
    expect(options(page)).to_have_count(3)
    page.keyboard.press("Enter")
    page.wait_for_url(real.url + "terms/reward-hacking/")


def test_enter_waits_for_its_answer(real: Served, page: Page) -> None:
    search(page, "re")
    expect(options(page)).to_have_count(3)
    box(page).fill("slow")
    page.keyboard.press("Enter")
    page.wait_for_url(real.url + "terms/grounding/")


@pytest.mark.parametrize("text", ["nothing", "slow nothing"])
def test_enter_without_results_goes_to_their_page(real: Served, page: Page, text: str) -> None:
    """Whether its answer is there or is still to come."""
    search(page, text)
    if text == "nothing":
        expect(page.locator(".concord-search__status")).to_have_text(f"No result for {text}")
    page.keyboard.press("Enter")
    page.wait_for_url(real.url + f"search/?q={text.replace(' ', '+')}")


def test_escape_closes_and_then_clears(page: Page) -> None:
    search(page, "re")
    expect(options(page)).to_have_count(3)
    page.keyboard.press("Escape")
    expect(page.locator(".concord-search__panel")).to_be_hidden()
    expect(box(page)).to_have_attribute("aria-expanded", "false")
    expect(box(page)).to_be_focused()
    assert box(page).input_value() == "re"
    page.keyboard.press("ArrowDown")
    expect(options(page)).to_have_count(3)
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    assert box(page).input_value() == ""


@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
@pytest.mark.parametrize("before", [(), ("ArrowDown", "ArrowUp"), ("ArrowUp", "ArrowDown")])
def test_tab_leaves_and_closes(page: Page, key: str, before: tuple[str, ...]) -> None:
    """From the text, from the filters above the list and from the link below it."""
    search(page, "re")
    expect(options(page)).to_have_count(3)
    for press in before:
        page.keyboard.press(press)
    page.keyboard.press(key)
    expect(page.locator(".concord-search__panel")).to_be_hidden()
    assert not page.evaluate(
        "document.querySelector('.concord-search').contains(document.activeElement)"
    )
    assert page.evaluate("document.activeElement !== document.body")


def test_filters_are_reached_and_pressed_by_keyboard(page: Page) -> None:
    search(page, "re")
    expect(options(page)).to_have_count(3)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    chips = page.locator(".concord-facet")
    expect(chips).to_have_text(["Alignment 2", "Training 1", "Concept 3"])
    expect(chips.nth(0)).to_be_focused()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Space")
    expect(options(page)).to_have_count(1)
    pressed = page.locator(".concord-facet[aria-pressed=true]")
    expect(pressed).to_have_text("Training 1")
    expect(pressed).to_be_focused()
    assert page.evaluate("asked.at(-1)") == {"query": "re", "topics": ["training"]}
    page.keyboard.press("ArrowDown")
    assert chosen(page) == "reward-model"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    expect(options(page)).to_have_count(3)
    page.keyboard.type("w")  # typing goes on from wherever the reader is
    expect(box(page)).to_be_focused()
    assert box(page).input_value() == "rew"


def test_earlier_answers_never_replace_later_ones(page: Page) -> None:
    search(page, "r")
    page.keyboard.type("ew")
    expect(options(page)).to_have_count(1)
    page.wait_for_timeout(DELAYS["r"] + 100)
    asked = page.evaluate("asked.map((it) => it.query)")
    assert list(dict.fromkeys(asked)) == ["r", "re", "rew"]
    assert ids(page) == ["reward-model"]


def test_the_best_result_is_shown_before_the_others_have_come(page: Page) -> None:
    search(page, "rewa")
    best = options(page).first
    expect(best).to_have_attribute("data-entry-id", "grounding")  # no shorter text finds it
    assert options(page).count() == 1
    expect(options(page)).to_have_count(2)


def test_an_answer_that_comes_after_closing_opens_nothing(page: Page) -> None:
    search(page, "slow")
    page.keyboard.press("Escape")
    page.wait_for_timeout(DELAYS["slow"] + 100)
    expect(page.locator(".concord-search__panel")).to_be_hidden()
    expect(box(page)).to_have_attribute("aria-expanded", "false")


def test_a_slow_answer_shows_that_something_goes_on(page: Page) -> None:
    search(page, "slow")
    progress = page.locator(".concord-search__progress")
    expect(progress).to_be_visible()
    expect(options(page)).to_have_count(1)
    expect(progress).to_be_hidden()


def test_a_failure_is_shown_and_can_be_tried_again(page: Page) -> None:
    page.evaluate("window.broken = true")
    search(page, "re")
    again = page.get_by_role("button", name="Try again")
    expect(again).to_be_visible()
    expect(page.locator(".concord-search__status")).to_have_text("Search could not be loaded.")
    page.evaluate("window.broken = false")
    page.keyboard.press("ArrowDown")
    expect(again).to_be_focused()
    page.keyboard.press("Enter")
    expect(options(page)).to_have_count(3)
    expect(box(page)).to_be_focused()


def test_counts_are_announced(page: Page) -> None:
    status = page.locator(".concord-search__status")
    search(page, "re")
    expect(status).to_have_text("3 results. First: reward-hacking")
    box(page).fill("nothing")
    expect(status).to_have_text("No result for nothing")


def test_a_match_is_marked_and_nothing_else(page: Page) -> None:
    search(page, "described")
    expect(page.locator(".concord-remark")).to_have_text("No name matches. These descriptions do:")
    expect(options(page).locator("mark")).to_have_text(["What"])  # overlapping and outside: dropped
    expect(options(page).locator(".concord-hit__definition")).to_have_text("What grounding means.")


def test_a_correction_is_offered(page: Page) -> None:
    search(page, "rewrad")
    page.get_by_role("button", name="re", exact=True).click()
    assert box(page).input_value() == "re"
    expect(options(page)).to_have_count(3)


def test_a_term_that_is_missing_can_be_proposed(page: Page) -> None:
    search(page, "Größe & “more”")
    link = page.get_by_role("link", name="Propose “Größe & “more”” as a term")
    expect(link).to_be_visible()
    href = link.get_attribute("href")
    assert href is not None
    assert href.startswith(
        "https://git.example.org/concord/concord/new/main/glossary/entries?filename=grosse-more.yml&"
    )
    value = page.evaluate("href => new URL(href).searchParams.get('value')", href)
    assert value.startswith('term: "Größe & “more”"\ntopic:')


def test_all_results_are_a_link_with_the_filters_in_it(real: Served, page: Page) -> None:
    search(page, "many")
    expect(options(page)).to_have_count(8)
    link = page.get_by_role("link", name="All 45 results on a page")
    assert link.get_attribute("href") == real.url + "search/?q=many"


def test_hostile_text_is_text(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url)
    stand_in(page)
    search(page, "hostile")
    expect(options(page)).to_have_count(1)
    assert options(page).locator("img, script").count() == 0
    expect(options(page).locator(".concord-hit__term")).to_have_text(HOSTILE)
    expect(options(page).locator(".concord-hit__because")).to_have_text(f"also known as {HOSTILE}")
    assert page.evaluate("typeof window.__pwned") == "undefined"


def test_what_was_read_is_offered_before_typing(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "terms/alignment/")
    stand_in(page)
    for name in ("rlhf", "reward-hacking", "rlhf"):
        page.goto(f"{real.url}terms/{name}/")
    page.keyboard.press("/")
    expect(options(page)).to_have_count(2)  # not the page that is shown
    assert ids(page) == ["reward-hacking", "alignment"]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url(real.url + "terms/reward-hacking/")


@pytest.mark.parametrize("stored", ["no JSON", "{}", "[null, 7]", '[{"id": "../x", "term": "X"}]'])
def test_a_spoilt_memory_is_no_memory(real: Served, open_page: OpenPage, stored: str) -> None:
    page = open_page(real.url)
    stand_in(page)
    page.evaluate(
        "([key, value]) => localStorage.setItem(key, value)", ["concord-recent /", stored]
    )
    page.goto(real.url + "terms/alignment/")
    page.goto(real.url)
    page.keyboard.press("/")
    expect(page.locator(".concord-search__panel")).to_be_visible()
    assert ids(page) in ([], ["alignment"])


def test_it_works_without_storage(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url)
    stand_in(page)
    page.add_init_script(CLOSED_STORAGE)
    page.goto(real.url + "terms/alignment/")
    search(page, "re")
    expect(options(page)).to_have_count(3)


def test_on_a_phone_it_is_a_sheet(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url, **NARROW, has_touch=True, is_mobile=True)
    stand_in(page)
    expect(box(page)).to_be_hidden()
    opener = page.get_by_role("button", name="Search")
    opener.tap()
    expect(box(page)).to_be_focused()
    area = page.locator(".concord-search__sheet").bounding_box()
    assert area == {"x": 0, "y": 0, "width": 360, "height": 740}
    page.keyboard.type("re")
    expect(options(page)).to_have_count(3)
    page.locator(".concord-facet", has_text="Training").tap()
    expect(options(page)).to_have_count(1)
    page.locator(".concord-facet", has_text="Training").tap()
    expect(options(page)).to_have_count(3)
    heights = page.evaluate(
        "[...document.querySelectorAll('.concord-hit, .concord-facet')].map((it) => it.clientHeight)"
    )
    assert min(heights) >= 24  # WCAG 2.2, 2.5.8
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Close search").tap()
    expect(box(page)).to_be_hidden()
    opener.tap()
    options(page).nth(2).tap()
    page.wait_for_url(real.url + "terms/rlhf/")


def test_on_a_phone_escape_leads_back_to_the_button(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url, **NARROW)
    stand_in(page)
    page.keyboard.press("/")
    expect(page.locator(".concord-search__panel")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Search")).to_be_focused()


@pytest.mark.parametrize(("text", "scheme", "size"), AXE_CASES)
def test_axe_finds_nothing(
    real: Served, open_page: OpenPage, text: str, scheme: str, size: str
) -> None:
    options = {"color_scheme": scheme, "reduced_motion": "reduce", **SIZES[size]}
    page = open_page(real.url + "terms/rlhf/", **options)
    stand_in(page)
    page.goto(real.url + "terms/alignment/")
    search(page, text)
    page.keyboard.press("ArrowDown")
    page.wait_for_timeout(50)
    assert not violations(page)


def test_nothing_moves_for_those_who_asked_for_less(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url, reduced_motion="reduce")
    stand_in(page)
    search(page, "slow")
    progress = page.locator(".concord-search__progress")
    expect(progress).to_be_visible()
    assert progress.evaluate("it => getComputedStyle(it).animationName") == "none"


@pytest.mark.parametrize("size", SIZES)
def test_without_script_it_leads_to_all_terms(real: Served, open_page: OpenPage, size: str) -> None:
    page = open_page(real.url + "terms/alignment/", java_script_enabled=False, **SIZES[size])
    if size == "narrow":
        page.click("a[aria-label='All terms from A to Z']")
    else:
        page.fill("header input[name=q]", "reward")
        page.keyboard.press("Enter")
    page.wait_for_url(real.url + "terms/*")
    expect(page.locator("main h1")).to_contain_text("A to Z")
