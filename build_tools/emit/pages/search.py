"""The page of search results, and how browsers and scripts come to it."""

import json
from collections.abc import Collection, Iterable

from build_tools.emit.parts.context import Context, Page
from build_tools.emit.parts.html import Html, escape, plural
from build_tools.emit.parts.shell import Slot
from build_tools.emit.parts.structured_data import page_head
from build_tools.model.artifact import Artifact
from build_tools.model.identifiers import site_url
from build_tools.stages.inputs import ENTRIES

__all__ = ["SEARCH_URL", "proposal_file", "search_description", "search_page"]

SEARCH_URL = site_url("search")

CONTRIBUTE_URL = site_url("contribute")

SHORT_NAME = 16
"""Most characters of an OpenSearch ``ShortName`` (OpenSearch 1.1 draft 6, section 4.2.2)."""


def search_page(context: Context) -> Page:
    """``/search/?q=``: the question is in the address, and the results come by script.

    It is not to be indexed: it has no text of its own.
    """
    title = "Search"
    count = plural(len(context.site.entries), "term")
    description = f"Find any of {count} by name, by part of a name, or by what it means."
    content = (
        '<div class="concord-results" data-concord-search><h1 id="term">Search</h1>\n'
        '<form action="./" method="get" role="search">'
        '<input class="concord-results__input" name="q" type="search" aria-label="Search" '
        f'placeholder="{count}" autocomplete="off" autocapitalize="off" spellcheck="false">'
        "</form>\n"
        f'<noscript><p>Search needs JavaScript. <a href="../terms/">All {count} from A to Z</a> '
        "are there without it.</p></noscript></div>"
    )
    head = page_head(context, title, description, context.absolute(SEARCH_URL))
    slots = {
        Slot.HEAD: Html(f'{head}<meta name="robots" content="noindex">'),
        Slot.CONTENT: Html(content),
    }
    return Page(SEARCH_URL, title, description, slots, wide=True, indexed=False)


def search_description(context: Context) -> Iterable[Artifact]:
    """``opensearch.xml`` (OpenSearch 1.1), by which a browser takes the site as a search engine.

    It must hold an absolute address, so a project without one has none.
    """
    project = context.site.project
    if not project.url:
        return
    description = project.description or f"Terms of {project.name}"
    yield Artifact(
        "opensearch.xml",
        (
            (
                '<?xml version="1.0" encoding="UTF-8"?>\n'
                '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">\n'
                f"<ShortName>{escape(project.name[:SHORT_NAME].strip())}</ShortName>\n"
                f"<Description>{escape(description[:1024])}</Description>\n"
                "<InputEncoding>UTF-8</InputEncoding>\n"
                '<Url type="text/html" method="get" '
                f'template="{escape(context.absolute(SEARCH_URL))}?q={{searchTerms}}"/>\n'
                "</OpenSearchDescription>\n"
            ).encode(),
        ),
    )


def proposal_file(context: Context, pages: Collection[str]) -> Iterable[Artifact]:
    """Where a reader proposes a term that was not found, as an address with places to fill in.

    Scripts read it only when a search finds nothing. ``{id}`` stands for the new entry's id and
    ``{entry}`` for its text; without a forge that takes new files by address, it is the page on
    contributing, and without one there is no proposing.

    Args:
        context: the site.
        pages: URLs of the hand-written pages.
    """
    edit = context.site.project.edit_url
    folder = context.site.project.settings.path_of(ENTRIES)
    template = ""
    if "/-/edit/" in edit:  # GitLab
        base, _, branch = edit.partition("/-/edit/")
        template = f"{base}/-/new/{branch}{folder}?file_name={{id}}.yml"
    elif "/edit/" in edit:  # GitHub
        base, _, branch = edit.partition("/edit/")
        template = f"{base}/new/{branch}{folder}?filename={{id}}.yml&value={{entry}}"
    elif CONTRIBUTE_URL in pages:
        template = CONTRIBUTE_URL
    content = json.dumps({"template": template}, ensure_ascii=False).encode() + b"\n"
    yield Artifact("assets/concord/search/propose.json", (content,))
