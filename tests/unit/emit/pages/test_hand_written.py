"""What hand-written pages become when the host's own Markdown renders them."""

import re

import pytest

from build_tools.emit.pages.hand_written import HandWrittenPage
from build_tools.emit.parts.context import Context
from build_tools.model.fields import ENTRY_FIELDS
from build_tools.model.glossary import Site
from tests.support.glossaries import entry_path, site_of
from tests.support.hostile import HOSTILE, PLACEHOLDER, rendered
from tests.support.pages import Element, parse_html
from tests.support.strategies import dump

TERM = "*Bee* & <b>"
SHOWN = "*Bee* &amp; &lt;b&gt;"
LINK = f'<a class="concord-link" href="../terms/bee/">{SHOWN}</a>'


@pytest.fixture(name="site", scope="module")
def _site() -> Site:
    bee = {"term": TERM, "topic": "alignment", "kind": "concept", "definition": "An insect."}
    return site_of({entry_path("bee"): dump(bee)})


def html(site: Site, text: str, url: str = "notes/") -> str:
    return rendered(site, text, url=url)[0]


def page(site: Site, text: str) -> Element:
    return parse_html(html(site, text))


def test_a_link_shows_the_term_as_it_is(site: Site) -> None:
    assert html(site, "See [[bee]].") == f"<p>See {LINK}.</p>"
    assert html(site, "[[bee]]") == f"<p>{LINK}</p>"


@pytest.mark.parametrize(
    ("url", "root"), [("", "./"), ("a/", "../"), ("a/b/", "../../"), ("a.html", "./")]
)
def test_links_lead_from_any_page(site: Site, url: str, root: str) -> None:
    assert f'href="{root}terms/bee/"' in html(site, "[[bee]]", url)


def test_what_nobody_knows_is_left_as_it_is(site: Site) -> None:
    assert html(site, "[[wasp]] [[wasp|x]] [@nobody]") == "<p>[[wasp]] [[wasp|x]] [@nobody]</p>"


@pytest.mark.parametrize(
    ("label", "shown"),
    [
        ("the bee", "the bee"),
        ("the bee's <b> & \"", "the bee&#x27;s &lt;b&gt; &amp; &quot;"),
        ("*the* `bee` **x**", "<em>the</em> <code>bee</code> <strong>x</strong>"),
        ("a_bee_x \\*", "a_bee_x *"),
        ("*x*{ onclick=y }", "<em>x</em>{ onclick=y }"),
        ("*x* <b>", "<em>x</em> &lt;b&gt;"),
        ("<b onclick=x>_x_", "&lt;b onclick=x&gt;<em>x</em>"),
        ("# *x*", "# *x*"),
        ("- *x*", "- *x*"),
        ("_x_ <https://evil.example>", "_x_ &lt;https://evil.example&gt;"),
        ("&lt; R&D", "&amp;lt; R&amp;D"),
        ("![*", "![*"),
    ],
)
def test_words_of_a_link_are_read_by_our_markdown(site: Site, label: str, shown: str) -> None:
    expected = f'<p><a class="concord-link" href="../terms/bee/">{shown}</a></p>'
    if "[" in label:  # a label has no brackets
        assert "concord-link" not in html(site, f"[[bee|{label}]]")
    else:
        assert html(site, f"[[bee|{label}]]") == expected


@pytest.mark.parametrize("label", [text for text in HOSTILE if not set(text) & {"[", "]"}])
def test_hostile_words_of_a_link(site: Site, label: str) -> None:
    paragraph = page(site, f"x [[bee|{label}]] y")
    link = paragraph.one("a")
    assert {item.tag for item in link.elements} <= {"a", "em", "strong", "code"}
    assert not [item for item in link.elements[1:] if item.attributes]
    assert link.attributes == {"class": "concord-link", "href": "../terms/bee/"}


def test_headings_are_named_by_the_term(site: Site) -> None:
    text = "# [[bee]]\n\n[TOC]\n\n## The [[bee]] and [[bee|others]] [@doe2020]\n\n## [[bee]]"
    shown, host = rendered(site, text)
    assert [item.attributes["id"] for item in parse_html(shown).all("h2")] == [
        "the-bee-b-and-others-1",
        "bee-b_1",
        "sources",
    ]
    (top,) = host.toc_tokens
    assert (top["id"], top["name"]) == ("bee-b", SHOWN)
    assert [item["name"] for item in top["children"]] == [f"The {SHOWN} and others [1]", SHOWN]
    assert f'<a href="#bee-b">{SHOWN}</a>' in shown
    assert 'class="headerlink" href="#bee-b_1"' in shown


def test_places_without_links(site: Site) -> None:
    assert page(site, "[more [[bee]] there](https://x.example/)").one("a").text == (
        f"more {TERM} there"
    )
    image = parse_html(html(site, "![a [[bee]]](x.png '[[bee]]')").replace(" />", ">")).one("img")
    assert (image.attributes["alt"], image.attributes["title"]) == (f"a {TERM}", TERM)
    assert page(site, "[to it]([[bee]])").one("a").attributes["href"] == "../terms/bee/"
    assert page(site, "[to it]([@doe2020])").all("a")[0].attributes["href"] == "#source-1"
    assert page(site, "HTML\n\n*[HTML]: x [[bee]]").one("abbr").attributes["title"] == f"x {TERM}"
    raw = '<i title="[[bee]]" id="[[bee]]" class="[[bee]]">x</i>'
    assert page(site, raw).one("i").attributes == {"title": TERM, "id": "bee", "class": "[[bee]]"}


def test_an_address_of_mail_is_not_in_disguise(site: Site) -> None:
    assert page(site, "<[[bee]]@x.example>").one("a").text == f"{TERM}@x.example"


def test_code_says_what_the_page_says(site: Site) -> None:
    for text in ("`[[bee|x]]`", "    [[bee|x]]", "~~~\n[[bee|x]]\n~~~", "<pre>[[bee|x]]</pre>"):
        assert "[[bee|x]]" in page(site, f"{text}\n\ntext").text
    # where code is only found by the host
    assert "[[bee]]" in page(site, "++ctrl+`[[bee]]`++").text


def test_sources_are_numbered_as_the_page_cites_them(site: Site) -> None:
    shown = page(site, "A [@doe2020].\n\n- B [@doe2020; @doe2020]")
    assert [item.attributes["id"] for item in shown.all("a") if "id" in item.attributes] == [
        f"cite-1-{at}" for at in (1, 2, 3)
    ]
    assert shown.one("li", id_="source-1").text.startswith("Doe, J. (2020).")


def test_the_topics_take_the_place_of_their_mark(site: Site) -> None:
    shown = page(site, "Text\n\n<!-- concord:topics -->\n")
    assert [item.text for item in shown.one(class_="concord-topics").all("a")] == [
        "Alignment",
        "Safety",
    ]


def test_the_fields_take_the_place_of_their_mark(site: Site) -> None:
    shown = page(site, "Text\n\n<!-- concord:fields -->\n").one("tbody")
    assert [item.text for item in shown.all("th")] == [
        f"{field.key} (required)" if field.required else field.key for field in ENTRY_FIELDS
    ]


def test_no_placeholder_is_left(site: Site) -> None:
    shown, host = rendered(site, "# [[bee]]\n\n[[bee]] `[[bee]]` <b [[bee]]> <[[bee]]>")
    assert not re.search(PLACEHOLDER, shown + repr(host.toc_tokens) + host.toc)


def test_what_is_rendered_inside_another_page_has_its_own(site: Site) -> None:
    first, second = (html(site, text) for text in ("[[bee]] a", "[[bee]] b"))
    assert first.replace(" a<", " b<") == second


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ("<p>Text.</p>", "sources"),
        ('<h2 id="sources">Sources</h2>', "sources-2"),
        ('<h2 id="sources">Sources</h2><h2 id="sources-2">Sources</h2>', "sources-3"),
    ],
)
def test_a_heading_of_the_author_keeps_its_id(site: Site, html: str, name: str) -> None:
    page = HandWrittenPage(Context(site), "notes/")
    page.prepared("[@doe2020]")
    assert f'<h2 id="{name}">Sources</h2><ol' in page.completed(html)
    assert HandWrittenPage(Context(site), "notes/").completed(html) == html


def test_where_there_is_room_for_one_address_several_works_lead_to_the_first() -> None:
    references = (
        '[{"id": "roe2021", "type": "book", "title": "On Names"},'
        ' {"id": "doe2020", "type": "book", "title": "On Terms"}]'
    )
    site = site_of({"glossary/references.json": references})
    shown = html(site, "[@doe2020] [x]([@roe2021; @doe2020])")
    (link,) = re.findall(r'<a href="([^"]*)">x</a>', shown)
    assert link == "#source-2"
