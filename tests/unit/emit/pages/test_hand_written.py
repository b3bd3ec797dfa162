"""Hand-written pages, before and after the host renders them."""

import pytest

from build_tools.emit.pages.hand_written import finished, prepared
from build_tools.emit.parts.context import Context
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import parse_html

ENTRY = "term: <A>\ntopic: safety\nkind: concept\ndefinition: What it is.\n"
TOPICS = "<!-- concord:topics -->"


def context() -> Context:
    return Context(site_of({entry_path("a"): ENTRY}))


@pytest.mark.parametrize(
    ("url", "root"),
    [("", "./"), ("about/", "../"), ("about/data/", "../../"), ("404.html", "../")],
)
def test_links_lead_from_where_the_page_is(url: str, root: str) -> None:
    page = prepared(context(), url, "See [[a]] and [[a|it & that]].")
    assert page.root == root
    links = parse_html(page.markdown).all("a", class_="concord-link")
    assert [link.text for link in links] == ["<A>", "it & that"]
    assert {link.attributes["href"] for link in links} == {f"{root}terms/a/"}


def test_what_is_unknown_stays_text() -> None:
    assert (
        prepared(context(), "", "See [[gone]], [[gone|a < b]].").markdown == "See gone, a &lt; b."
    )


@pytest.mark.parametrize("root", ["./", "../"])
def test_topics_are_put_where_they_are_wanted(root: str) -> None:
    page = prepared(context(), "" if root == "./" else "x/", f"Before\n\n{TOPICS}\n\nAfter")
    html = finished(context(), page, f"<p>Before</p>\n{TOPICS}\n<p>After</p>")
    assert TOPICS not in html
    cards = parse_html(html).one(class_="concord-topics").all("li")
    assert [card.one("a").attributes["href"] for card in cards] == [
        f"{root}topics/alignment/",
        f"{root}topics/safety/",
    ]
    assert html.startswith("<p>Before</p>")
    assert html.endswith("<p>After</p>")


def test_a_page_without_blocks_and_sources_is_left_as_it_is() -> None:
    page = prepared(context(), "", "Nothing of ours.")
    assert page.markdown == "Nothing of ours."
    assert finished(context(), page, "<p>Nothing of ours.</p>") == "<p>Nothing of ours.</p>"


def test_what_it_cites_stands_at_its_end() -> None:
    page = prepared(context(), "", "So it is [@doe2020], and [@doe2020] again.")
    html = finished(context(), page, f"<p>{page.markdown}</p>")
    parsed = parse_html(html)
    assert parsed.one("p").text == "So it is [1], and [1] again."
    assert "On Terms" in parsed.one("ol", class_="concord-sources").text
    assert [item.attributes["id"] for item in parsed.all("h2")] == ["sources"]
