"""Text that tries to run script does nothing, wherever it is shown and whatever the reader touches."""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import OpenPage, Served

PAGES = (
    "",
    "terms/",
    "topics/",
    "topics/hostile/",
    "topics/mark/",
    "terms/hostile/",
    "terms/victim/",
    "terms/mark/",
    "notes/",
    "terms/constructor/",
    "404.html",
)


def touch_everything(page: Page) -> None:
    """Fire what inline handlers wait for, on every element, and open what is folded."""
    page.evaluate(
        """() => {
          for (const fold of document.querySelectorAll("details")) fold.open = true;
          const types = ["mouseover", "mouseenter", "focus", "blur", "load", "error", "toggle"];
          for (const element of document.querySelectorAll("main *, head *"))
            for (const type of types) element.dispatchEvent(new Event(type));
        }"""
    )


@pytest.mark.parametrize("url", PAGES)
def test_it_is_inert(hostile: Served, open_page: OpenPage, url: str) -> None:
    """The fixture fails on dialogs, console messages, errors and requests elsewhere."""
    page = open_page(hostile.url + url)
    page.wait_for_selector("main h1")  # also where a redirect leads
    touch_everything(page)
    page.wait_for_timeout(100)
    assert page.evaluate("typeof window.__pwned") == "undefined"
    assert page.locator("main h1").count() == 1
    assert page.locator("footer").is_visible()
    protocols = page.evaluate("[...document.links].map((link) => link.protocol)")
    assert set(protocols) <= {"http:", "https:", "mailto:"}


@pytest.mark.parametrize("url", ["terms/hostile/", "topics/hostile/", "terms/"])
def test_it_is_inert_without_script_too(hostile: Served, open_page: OpenPage, url: str) -> None:
    """No frame, style, form or refresh came of text either."""
    page = open_page(hostile.url + url, java_script_enabled=False)
    assert page.url == hostile.url + url
    assert len(page.frames) == 1
    assert page.locator("main h1").is_visible()


def test_the_theme_still_works_beside_it(hostile: Served, open_page: OpenPage) -> None:
    """Headings named like the theme's own elements do not take their place."""
    page = open_page(hostile.url + "terms/hostile/", color_scheme="light")
    page.click("label[title=Dark]")
    assert page.get_attribute("body", "data-md-color-scheme") == "slate"
    assert page.evaluate("document.getElementById('__config').tagName") == "SCRIPT"
    page.click("section[aria-labelledby=cite] summary")
    assert page.locator("button.concord-copy").count() == 3


def test_copied_citations_are_text(hostile: Served, open_page: OpenPage) -> None:
    options = {"permissions": ["clipboard-read", "clipboard-write"]}
    page = open_page(hostile.url + "terms/hostile/", **options)
    page.click("section[aria-labelledby=cite] summary")
    page.locator("button.concord-copy").first.click()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert hostile.site.entries["hostile"]["term"] in copied
