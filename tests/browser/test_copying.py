"""The buttons of "Cite this entry"."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import OpenPage, Served

ALLOWED = {"permissions": ["clipboard-read", "clipboard-write"]}


def formats(page: Page) -> int:
    page.click("section[aria-labelledby=cite] summary")
    return page.locator(".concord-cite-format").count()


def test_each_format_is_copied_with_one_click(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "terms/reward-hacking/", **ALLOWED)
    assert formats(page) == 3
    for at in range(3):
        block = page.locator(".concord-cite-format").nth(at)
        button = block.locator("button.concord-copy")
        expect(button).to_have_text("Copy")
        button.click()
        expect(button).to_have_text("Copied")
        assert (
            page.evaluate("navigator.clipboard.readText()") == block.locator("pre").text_content()
        )


def test_the_button_is_itself_again_after_a_while(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "terms/reward-hacking/", **ALLOWED)
    formats(page)
    button = page.locator("button.concord-copy").first
    button.click()
    expect(button).to_have_text("Copied")
    page.wait_for_timeout(1000)
    expect(button).to_have_text("Copied")
    expect(button).to_have_text("Copy", timeout=3000)


def test_buttons_work_from_the_keyboard_and_have_names(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "terms/reward-hacking/", **ALLOWED)
    formats(page)
    button = page.get_by_role("button", name="BibTeX")
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_text("Copied")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith("@incollection{")


def test_where_copying_is_forbidden_the_text_is_selected(real: Served, open_page: OpenPage) -> None:
    page = open_page(real.url + "terms/reward-hacking/")
    page.evaluate("() => { navigator.clipboard.writeText = () => Promise.reject(new Error('no')) }")
    formats(page)
    block = page.locator(".concord-cite-format").first
    block.locator("button").click()
    expect(block.locator("button")).not_to_have_text("Copied")
    assert page.evaluate("getSelection().toString()").strip() == block.locator("pre").inner_text()


@pytest.mark.parametrize("name", ["sencha", "matcha"])
def test_texts_in_any_script_are_copied(foreign: Served, open_page: OpenPage, name: str) -> None:
    page = open_page(f"{foreign.url}terms/{name}/", **ALLOWED)
    formats(page)
    page.locator("button.concord-copy").first.click()
    assert foreign.site.entries[name]["term"] in page.evaluate("navigator.clipboard.readText()")
