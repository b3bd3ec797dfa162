"""Under the policy that the site brings along, pages do all that they do, and browsers complain of nothing."""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from build_tools.emit.data.security_policy import SECURITY_POLICY
from tests.browser.conftest import Observed, OpenPage, Served
from tests.browser.serving import serve


@pytest.fixture(scope="module", params=["real", "foreign"])
def guarded(request: pytest.FixtureRequest) -> Iterator[Served]:
    """A site whose server sends the policy."""
    site = request.getfixturevalue(request.param).site
    policy = (site.folder / SECURITY_POLICY).read_text("utf-8").strip()
    with serve(site.folder, urlsplit(site.url).path, policy=policy) as url:
        yield Served(site, url)


def test_every_kind_of_page_runs(guarded: Served, open_page: OpenPage) -> None:
    """What the browser complains of, the fixture reports."""
    page = open_page(guarded.url)
    entry = next(iter(guarded.site.entries))
    topic = next(name for name in guarded.site.pages if name.startswith("topics/"))
    for path in ("terms/", f"terms/{entry}/", topic, "404.html", "contribute/"):
        if path in ("404.html", "contribute/") and f"{path}index.html" not in guarded.site.pages:
            continue
        page.goto(guarded.url + path, wait_until="networkidle")
    page.goto(f"{guarded.url}graph/")
    expect(page.locator("canvas").first).to_be_visible()
    page.goto(f"{guarded.url}path/")
    expect(page.get_by_role("combobox").first).to_be_visible()


def test_the_search_answers(guarded: Served, open_page: OpenPage) -> None:
    page = open_page(guarded.url)
    term = next(iter(guarded.site.entries.values()))["term"]
    page.keyboard.press("/")
    page.keyboard.insert_text(str(term))
    expect(page.get_by_role("option").first).to_be_visible()


def test_a_redirect_keeps_the_fragment(guarded: Served, open_page: OpenPage) -> None:
    former = [name for name in guarded.site.pages if _moved(guarded, name)]
    if not former:
        assert "sencha" not in guarded.site.entries
        return
    page: Page = open_page(guarded.url)
    page.goto(f"{guarded.url}{former[0].removesuffix('index.html')}#sources")
    page.wait_for_url("**/#sources")
    expect(page.locator("main h1")).to_be_visible()


def _moved(served: Served, name: str) -> bool:
    return "moved.js" in (served.site.folder / name).read_text("utf-8")


def test_what_is_strange_is_stopped(
    guarded: Served, open_page: OpenPage, observed: Observed
) -> None:
    """The policy is in force, and what it stops is noticed."""
    page = open_page(guarded.url)
    page.evaluate(
        """() => {
          const script = document.createElement("script");
          script.textContent = "document.title = 'run'";
          document.body.append(script);
        }"""
    )
    assert page.title() != "run"
    assert [offence for offence in observed.offences if "Content Security Policy" in offence]
    observed.offences.clear()
