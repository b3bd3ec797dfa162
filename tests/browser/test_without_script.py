"""With JavaScript off, everything can be read and followed."""

from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served


def opened(open_page: OpenPage, url: str) -> Page:
    return open_page(url, java_script_enabled=False)


def test_an_entry_can_be_read(real: Served, open_page: OpenPage) -> None:
    page = opened(open_page, real.url + "terms/reward-hacking/")
    entry = real.site.entries["reward-hacking"]
    expect(page.locator("main h1")).to_be_visible()
    expect(page.locator("#definition")).to_contain_text(entry["definition"][:40])
    for name in ("examples", "misconception", "connections", "mentioned-in", "sources", "cite"):
        expect(page.locator(f"section[aria-labelledby={name}] > h2")).to_be_visible()
    for link in entry["links"]:
        expect(page.locator(".concord-because", has_text=link["because"]).first).to_be_visible()


def test_links_work(real: Served, open_page: OpenPage) -> None:
    page = opened(open_page, real.url + "terms/reward-hacking/")
    page.click("section[aria-labelledby=connections] a[href='../reward-model/'] >> nth=0")
    expect(page.locator("main[data-entry-id=reward-model] h1")).to_be_visible()
    page.click("nav[aria-label=Breadcrumbs] a[href='../']")
    expect(page.locator("main h1")).to_contain_text("A to Z")
    page.click("nav[aria-label=Letters] a >> nth=3")
    assert page.url.partition("#")[2]
    page.click("main li a[href='alignment/'] >> nth=0")
    assert page.url == real.url + "terms/alignment/"
    page.click("main a[rel=next]")
    assert page.url != real.url + "terms/alignment/"


def test_citations_lead_there_and_back(real: Served, open_page: OpenPage) -> None:
    page = opened(open_page, real.url + "terms/reward-hacking/")
    page.click("#definition ~ * .concord-cite a >> nth=0")
    source = page.url.partition("#")[2]
    expect(page.locator(f"#{source}")).to_be_in_viewport()
    page.click(f"#{source} a[href^='#cite-'] >> nth=0")
    expect(page.locator(f"[id='{page.url.partition('#')[2]}']")).to_be_in_viewport()


def test_citation_texts_can_be_reached(real: Served, open_page: OpenPage) -> None:
    page = opened(open_page, real.url + "terms/reward-hacking/")
    texts = page.locator("section[aria-labelledby=cite] pre")
    expect(texts.first).to_be_hidden()
    page.click("section[aria-labelledby=cite] summary")
    for text in texts.all():
        expect(text).to_be_visible()
    expect(texts.nth(0)).to_contain_text("Reward hacking")
    expect(texts.nth(1)).to_contain_text("@incollection")
    expect(page.locator(".concord-copy")).to_have_count(0)  # a button that could do nothing


def test_a_former_id_leads_on(foreign: Served, open_page: OpenPage) -> None:
    page = opened(open_page, foreign.url + "terms/green-tea/")
    page.wait_for_url("**/terms/sencha/")


def test_the_menu_opens_on_a_phone(real: Served, open_page: OpenPage) -> None:
    page = open_page(
        real.url + "terms/reward-hacking/",
        java_script_enabled=False,
        viewport={"width": 360, "height": 740},
    )
    page.click("header label[for=__drawer]")
    expect(page.locator("nav.md-nav--primary a[href='../../terms/']").first).to_be_in_viewport()
