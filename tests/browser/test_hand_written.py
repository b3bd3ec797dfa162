"""Hand-written pages with all that hosts can do show hostile texts, and nothing comes of it."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import OpenPage, Served, built_and_served
from tests.browser.test_hostile_text import touch_everything
from tests.site.hostile_pages import hostile_pages_project, shown
from tests.support.hostile import HOSTILE

TITLES = {f"titles/{number}/": shown(number) for number in range(len(HOSTILE))}
PAGES = (
    *("", "places/", "places/other/", "terms/", "topics/t/", "graph/", "404.html"),
    *TITLES,
    *(f"terms/e{number}/" for number in (0, 13, 14, 17)),
)


@pytest.fixture(name="pages", scope="module")
def _pages(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    folder = tmp_path_factory.mktemp("pages")
    with built_and_served(hostile_pages_project(folder / "project"), folder) as served:
        yield served


@pytest.mark.parametrize("url", PAGES)
def test_it_is_inert(pages: Served, open_page: OpenPage, url: str) -> None:
    """The fixture fails on dialogs, console messages, errors and requests elsewhere."""
    page = open_page(pages.url + url)
    page.wait_for_selector("main h1")
    touch_everything(page)
    page.wait_for_timeout(50)
    assert page.evaluate("typeof window.__pwned") == "undefined"
    assert not page.evaluate("document.activeElement.hasAttribute('onfocus')")
    assert len(page.frames) == 1
    protocols = page.evaluate("[...document.links].map((link) => link.protocol)")
    assert set(protocols) <= {"http:", "https:", "mailto:"}
    images = page.evaluate("[...document.images].map((image) => image.src)")
    assert all(source.startswith(pages.url) for source in images)
    if url in TITLES:
        assert page.title().startswith(TITLES[url])
        assert page.inner_text("main h1 a.concord-link") == TITLES[url]


def test_it_is_inert_without_script_too(pages: Served, open_page: OpenPage) -> None:
    page = open_page(f"{pages.url}places/", java_script_enabled=False)
    assert page.url == f"{pages.url}places/"
    assert len(page.frames) == 1
    assert page.locator("main h1").first.is_visible()
    assert page.locator("footer").is_visible()
