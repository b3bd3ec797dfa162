"""The extension of the host's Markdown; what it makes of links is tested with hand-written pages."""

import markdown

from build_tools.adapters.host_markdown import PageLinks
from build_tools.emit.pages.hand_written import HandWrittenPage
from build_tools.emit.parts.context import Context
from tests.support.glossaries import entry_path, site_of

BEE = "term: Bee\ntopic: alignment\nkind: concept\ndefinition: An insect that makes honey.\n"
CONTEXT = Context(site_of({entry_path("bee"): BEE}))
TEXT = "See [[bee]]."


def test_pages_that_nobody_wrote_are_left_alone() -> None:
    reader = markdown.Markdown(extensions=[PageLinks(lambda: None)])
    assert reader.convert(TEXT) == "<p>See [[bee]].</p>"


def test_one_reader_for_several_pages() -> None:
    """As a plugin does that shows excerpts; each has the addresses of the page it is shown on."""
    pages = iter(["a/", "a/b/", ""])
    reader = markdown.Markdown(
        extensions=[PageLinks(lambda: HandWrittenPage(CONTEXT, next(pages)))]
    )
    for root in ("../", "../../", "./"):
        assert f'href="{root}terms/bee/"' in reader.convert(TEXT)


def test_a_heading_is_no_mark_of_a_shell() -> None:
    page = HandWrittenPage(CONTEXT, "")
    reader = markdown.Markdown(extensions=["toc", PageLinks(lambda: page)])
    assert "concordslot" not in reader.convert("# concordslotmainend").partition(">")[2]
    assert reader.toc_tokens[0]["name"] == "&#99;oncordslotmainend"
