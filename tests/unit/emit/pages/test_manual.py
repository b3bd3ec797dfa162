"""The manual of the checks as pages."""

from build_tools.emit.pages.manual import MANUAL_URL, manual_index, manual_pages
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.shell import Slot
from build_tools.model.diagnostics import Code
from tests.support.glossaries import site_of
from tests.support.pages import content_of


def context() -> Context:
    return Context(site_of({}))


def test_the_index_leads_to_a_page_for_each_code() -> None:
    page = manual_index(context())
    assert page.url == MANUAL_URL == "contribute/checks/"
    assert '<meta property="og:title" content="Checks">' in page.slots[Slot.HEAD]
    assert page.title == content_of(page).one("h1").text == "Checks"
    lead = content_of(page).one(class_="concord-lead").text
    assert (
        page.description
        == lead
        == "Everything that is checked in an entry, with what to do about it."
    )
    links = [link.attributes["href"] for link in content_of(page).all("a")]
    assert links == [f"{code}/" for code in Code]
    assert [item.url for item in manual_pages(context())] == [f"{MANUAL_URL}{it}" for it in links]


def test_a_page_names_its_code_and_says_what_follows() -> None:
    follows = {
        "error": "An error: the site is not built until it is mended.",
        "warning": "A warning: the site is built, unless the build is strict.",
        "info": "Information: nothing has to be done.",
    }
    seen = set()
    for page in manual_pages(context()):
        content = content_of(page)
        assert content.one("h1").text == page.title
        severity = content.all(class_="concord-chip")[0].text
        assert content.all("p")[1].text == f"{severity} {follows[severity]}"
        seen.add(severity)
    assert seen == set(follows)


def test_markup_in_the_manual_is_shown_as_it_is_written() -> None:
    (page,) = (page for page in manual_pages(context()) if page.title == "raw-html")
    assert [code.text for code in content_of(page).all("code")] == ["raw-html", "`<b>`", "&lt;"]
