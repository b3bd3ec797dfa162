import re

import pytest

from build_tools.emit.parts.html import Html
from build_tools.emit.parts.placeholders import Insertion, Placeholders
from build_tools.stages.prose.host_page import Written

BEE = Insertion(
    Html('<a href="bee/">&lt;b&gt; &amp; &quot;</a>'), '<b> & "', "bee/", "bee", "[[bee|<b>]]"
)
WASP = Insertion(Html("<a>Wasp</a>"), "Wasp", "wasp/", "wasp", "[[wasp]]")
LINK = Written("[[bee]]", False)
ADDRESS = Written("[[bee]]", True)


def filled(html: str, written: Written = LINK) -> str:
    placeholders = Placeholders("the page")
    bee, wasp = placeholders.add(BEE, written), placeholders.add(WASP, LINK)
    return placeholders.filled(html.replace("BEE", bee).replace("WASP", wasp))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("a BEE b", f"a {BEE.html} b"),
        ("<p>xBEEy BEEWASP</p>", f"<p>x{BEE.html}y {BEE.html}{WASP.html}</p>"),
        ("<b>x</b> BEE <p", f"<b>x</b> {BEE.html} <p"),
        # text where there can be no link
        ('<a href="x">BEE</a> WASP', f'<a href="x">&lt;b&gt; &amp; &quot;</a> {WASP.html}'),
        ('<a id="x"/> WASP <a name="y"> WASP</a>', f'<a id="x"/> {WASP.html} <a name="y"> {WASP.html}</a>'),
        ("<title>BEE</title>", "<title>&lt;b&gt; &amp; &quot;</title>"),
        ("<button>WASP</button><svg><text>WASP</text></svg>", "<button>Wasp</button><svg><text>Wasp</text></svg>"),
        # code is what the page says
        ("<code>BEE</code> WASP", f"<code>[[bee|&lt;b&gt;]]</code> {WASP.html}"),
        ("<PRE><span>BEE</span></PRE>", "<PRE><span>[[bee|&lt;b&gt;]]</span></PRE>"),
        ("<textarea>BEE</textarea>", "<textarea>[[bee|&lt;b&gt;]]</textarea>"),
        ("<script>'BEE' < 1</script> WASP", f"<script>'[[bee|<b>]]' < 1</script> {WASP.html}"),
        ("<style>BEE", "<style>[[bee|<b>]]"),
        ("<!-- BEE > --> WASP <!-- WASP", f"<!-- [[bee|<b>]] > --> {WASP.html} <!-- [[wasp]]"),
        # attributes
        ('<i title="BEE">', '<i title="&lt;b&gt; &amp; &quot;">'),
        ("<i ALT='x BEE'>", "<i ALT='x &lt;b&gt; &amp; &quot;'>"),
        ("<img alt=BEE src=x>", '<img alt="&lt;b&gt; &amp; &quot;" src=x>'),
        ('<i aria-label = "WASP" aria-controls="WASP">', '<i aria-label = "Wasp" aria-controls="wasp">'),
        ('<i id="x-BEE" for=BEE>', '<i id="x-bee" for="bee">'),
        ('<a href="BEE">x</a>', '<a href="bee/">x</a>'),
        ('<a href="https://x/BEE#BEE">x</a>', '<a href="https://x/bee#bee">x</a>'),
        ('<a href="//BEE">x</a>', '<a href="//bee">x</a>'),
        ('<use xlink:href="#BEE"/>', '<use xlink:href="#bee"/>'),
        ('<i class="BEE" onclick="BEE" style=BEE data-x="a > BEE">', '<i class="[[bee|&lt;b&gt;]]" onclick="[[bee|&lt;b&gt;]]" style="[[bee|&lt;b&gt;]]" data-x="a > [[bee|&lt;b&gt;]]">'),
        ('<meta http-equiv="refresh" content="0; url=BEE">', '<meta http-equiv="refresh" content="0; url=[[bee|&lt;b&gt;]]">'),
        ('<iframe srcdoc="BEE">BEE</iframe>', '<iframe srcdoc="[[bee|&lt;b&gt;]]">[[bee|<b>]]</iframe>'),
        ("<p BEE>x", "<p [[bee|&lt;b&gt;]]>x"),
        ('<i title="BEE', '<i title="[[bee|&lt;b&gt;]]'),
    ],
)  # fmt: skip
def test_what_takes_its_place_depends_on_the_place(html: str, expected: str) -> None:
    assert filled(html) == expected


def test_an_address_leads_to_what_it_names() -> None:
    assert filled('<a href="BEE">x</a> BEE', ADDRESS) == f'<a href="bee/">x</a> {BEE.html}'
    assert "//" not in filled("<i title='BEE'>(BEE)", ADDRESS)


def test_letters_of_any_case_and_references_to_them() -> None:
    placeholders = Placeholders("the page")
    word = placeholders.add(WASP, LINK)
    assert re.fullmatch("[a-z]{17}", word)
    assert placeholders.filled(word.upper()) == WASP.html
    encoded = "".join(f"&#{ord(letter)};" for letter in word)
    assert placeholders.filled(f"&#60;{encoded}&#64;") == f"&#60;{WASP.html}&#64;"


def test_what_is_inserted_is_not_looked_at_again() -> None:
    placeholders = Placeholders("the page")
    word = placeholders.add(WASP, LINK)
    tricky = Insertion(Html(f"<a>{word}</a>"), word, word, word, word)
    other = placeholders.add(tricky, LINK)
    assert placeholders.filled(f"{other} <i title={other}>") == f'<a>{word}</a> <i title="{word}">'


def test_a_page_cannot_say_its_own_placeholders() -> None:
    first, second = Placeholders("a"), Placeholders("b")
    word = first.add(WASP, LINK)
    assert second.add(WASP, LINK) != word
    assert Placeholders("a").add(WASP, LINK) == word, "same input, same bytes"
    assert second.filled(word) == word
    beyond = word[:-1] + "b"
    assert first.filled(beyond) == beyond


def test_without_insertions_nothing_is_looked_for() -> None:
    text = "<p>&#113;" * 3
    assert Placeholders("").filled(text) is text


@pytest.mark.parametrize(
    "html",
    ["<i title='" * 9_000, "<i =" * 20_000, "<!-- " * 20_000, "<script>" * 20_000, "<a <" * 20_000]
)  # fmt: skip
def test_long_pages_are_filled_at_once(html: str) -> None:
    assert "Wasp" in filled(f"WASP {html} WASP")


TEXT = "&lt;b&gt; &amp; &quot;"
SOURCE = "[[bee|&lt;b&gt;]]"


@pytest.mark.parametrize(
    ("tags", "shown"),
    [
        ("iframe noembed noframes plaintext script style xmp", BEE.source),
        ("code pre textarea", SOURCE),
        ("button math option select svg title", TEXT),
        ("b em h2 kbd label p samp span template td", str(BEE.html)),
    ],
)
def test_what_an_element_can_hold(tags: str, shown: str) -> None:
    for tag in tags.split():
        assert filled(f"<{tag}>BEE</{tag}> WASP") == f"<{tag}>{shown}</{tag}> {WASP.html}"


@pytest.mark.parametrize(
    ("names", "shown"),
    [
        ("alt aria-description aria-label label placeholder title", TEXT),
        ("action cite data formaction href poster src xlink:href", "bee/"),
        ("aria-controls aria-labelledby for headers id list name", "bee"),
        ("class content data-x onclick srcdoc style value", SOURCE),
    ],
)
def test_what_an_attribute_can_hold(names: str, shown: str) -> None:
    for name in names.split():
        assert filled(f'<i {name}="BEE">') == f'<i {name}="{shown}">'
