"""Every kind of page in a browser: silent, self-contained, accessible, narrow enough, light."""

from itertools import product
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Served
from tests.site.projects import ROOT

AXE = ROOT / "tests" / "js" / "node_modules" / "axe-core" / "axe.min.js"

CODE_BUTTONS = '<nav class="md-code__nav">'
"""Material's script gives each block of code such a landmark, without a name. Only pages written by
hand have any, and they have several."""

KINDS = {
    "home": "",
    "index": "terms/",
    "topic": "topics/alignment/",
    "entry": "terms/reward-hacking/",
}
MORE_KINDS = KINDS | {
    "written": "contribute/",
    "check": "contribute/checks/relation-cycle/",
    "404": "404.html",
}
WIDE: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
NARROW: dict[str, Any] = {"viewport": {"width": 360, "height": 740}}
SIZES = {"wide": WIDE, "narrow": NARROW}


def violations(page: Page) -> list[str]:
    """What axe finds, a line a place."""
    page.evaluate(AXE.read_text("utf-8"))  # no script of the page's, which its policy would forbid
    result = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [
        f"{found['id']} ({found['impact']}): {node['html'][:200]} — {node['failureSummary']}"
        for found in result["violations"]
        for node in found["nodes"]
        if not (found["id"] == "landmark-unique" and node["html"].startswith(CODE_BUTTONS))
    ]


CASES = list(product(KINDS, ("wide", "narrow"), ("light", "dark")))
CASES += [(kind, "narrow", "dark") for kind in MORE_KINDS if kind not in KINDS]


@pytest.mark.parametrize(("kind", "size", "scheme"), CASES)
def test_axe_finds_nothing(
    real: Served, open_page: OpenPage, kind: str, size: str, scheme: str
) -> None:
    options = {"color_scheme": scheme, "reduced_motion": "reduce", **SIZES[size]}
    page = open_page(real.url + MORE_KINDS[kind], **options)
    shown = page.evaluate("document.body.getAttribute('data-md-color-scheme')")
    assert shown == {"light": "default", "dark": "slate"}[scheme]
    for summary in page.query_selector_all("main details:not([open]) > summary"):
        summary.click()
    assert not violations(page)


@pytest.mark.parametrize("kind", MORE_KINDS)
def test_nothing_scrolls_sideways_on_a_phone(real: Served, open_page: OpenPage, kind: str) -> None:
    page = open_page(real.url + MORE_KINDS[kind], **NARROW)
    widths = page.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert widths[0] <= widths[1]
    outside = page.evaluate(
        """() => [...document.querySelectorAll("main h1, main p, main li, main a, main summary")]
          .filter((it) => it.checkVisibility() && !it.closest("pre, table, .md-sidebar, .md-nav"))
          .filter((it) => it.getBoundingClientRect().right > innerWidth + 1)
          .map((it) => it.outerHTML.slice(0, 120))"""
    )
    assert not outside


OVERRULED = """() => {
  const given = new Map();
  const rulesOf = (rules) => [...rules].flatMap((rule) =>
    rule instanceof CSSMediaRule ? (matchMedia(rule.media.mediaText).matches ? rulesOf(rule.cssRules) : []) : [rule]);
  for (const sheet of document.styleSheets) {
    if (!sheet.href?.includes("/assets/concord/")) continue;
    for (const rule of rulesOf(sheet.cssRules)) {
      if (!rule.style?.display || rule.selectorText.includes("::")) continue;
      for (const it of document.querySelectorAll(rule.selectorText)) {
        given.set(it, [...(given.get(it) ?? []), rule.style.display]);
      }
    }
  }
  const blocks = {"inline-flex": "flex", "inline-grid": "grid", "inline-block": "block"};
  const wrong = [...given].filter(([it, displays]) => {
    const shown = getComputedStyle(it).display;
    return !it.hidden && !displays.some((display) => [display, blocks[display]].includes(shown));
  });
  return [given.size, wrong.map(([it, displays]) => `${it.tagName} ${it.className}: ${displays}`)];
}"""
"""How many elements our style sheets lay out, and those that the theme's lay out otherwise."""


@pytest.mark.parametrize("kind", [*KINDS, "search", "graph", "path"])
def test_the_theme_does_not_overrule_how_lists_and_parts_are_laid_out(
    real: Served, open_page: OpenPage, kind: str
) -> None:
    page = open_page(real.url + KINDS.get(kind, f"{kind}/"), **WIDE)
    page.wait_for_load_state("networkidle")
    count, wrong = page.evaluate(OVERRULED)
    assert count
    assert not wrong


def test_every_page_is_silent(real: Served, open_page: OpenPage) -> None:
    """A sample of all pages, one browser for all of them; the fixture fails on any offence."""
    names = sorted(real.site.pages)
    page = open_page(real.url)
    for name in names[:: max(1, len(names) // 10)]:
        page.goto(real.url + name, wait_until="load")


def test_a_link_to_a_fragment_shows_it(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "terms/reward-hacking/")
    page.click(".concord-cite a >> nth=0")
    target = page.url.partition("#")[2]
    assert target.startswith("source-")
    assert page.locator(f"#{target}").is_visible()
    page.wait_for_function(
        "id => document.getElementById(id).getBoundingClientRect().top > 0", arg=target
    )
    page.click(f"#{target} a[href^='#cite-'] >> nth=0")
    assert page.url.partition("#")[2].startswith("cite-")


def test_the_scheme_can_be_switched_and_is_kept(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "terms/reward-hacking/", color_scheme="light")
    page.click("label[title='Switch to dark mode']")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    page.goto(real.url + "terms/")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"


def test_a_former_id_leads_on_and_keeps_the_fragment(foreign: Served, open_page: OpenPage) -> None:
    page = open_page(foreign.url)
    page.goto(foreign.url + "terms/green-tea/#sources")
    page.wait_for_url("**/terms/sencha/#sources")
    assert page.get_attribute("main", "data-entry-id") == "sencha"


def test_the_404_page_works_at_any_depth(foreign: Served, open_page: OpenPage) -> None:
    page = open_page(foreign.url)
    page.goto(foreign.url + "404.html")
    page.click("main article a[href$='/terms/']")
    assert page.url == foreign.url + "terms/"


@pytest.mark.parametrize("kind", ["", "terms/", "topics/leaf/", "terms/sencha/"])
def test_a_foreign_glossary_below_a_path(foreign: Served, open_page: OpenPage, kind: str) -> None:
    page = open_page(foreign.url + kind)
    assert not violations(page)
    loaded = page.evaluate(
        "performance.getEntriesByType('resource').map((it) => [it.name, it.responseStatus])"
    )
    assert loaded
    assert not [name for name, status in loaded if status >= 400 or foreign.url not in name]
