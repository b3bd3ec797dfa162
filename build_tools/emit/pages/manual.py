"""The manual of the checks: a page for each code, from its rule's docstring."""

from collections.abc import Iterable

from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context, Page, toc_item
from build_tools.emit.parts.html import Html
from build_tools.emit.parts.shell import Slot
from build_tools.emit.parts.structured_data import page_head
from build_tools.emit.parts.text import render_markdown
from build_tools.model.diagnostics import Severity
from build_tools.model.identifiers import site_url
from build_tools.stages.rules.catalogue import ManualPage, manual

__all__ = ["MANUAL_URL", "manual_index", "manual_pages"]

MANUAL_URL = site_url("contribute", "checks")

_CONSEQUENCE = {
    Severity.ERROR: "An error: the site is not built until it is mended.",
    Severity.WARNING: "A warning: the site is built, unless the build is strict.",
    Severity.INFO: "Information: nothing has to be done.",
}


def manual_pages(context: Context) -> Iterable[Page]:
    """One page a code."""
    for page in manual():
        yield _page(context, page)


def _page(context: Context, page: ManualPage) -> Page:
    url = site_url("contribute", "checks", page.code.value)
    content = (
        '<nav class="concord-breadcrumbs" aria-label="Breadcrumbs"><ol><li><a href="../../../">Home</a></li>'
        '<li><a href="../../">Contribute</a></li><li><a href="../">Checks</a></li></ol></nav>\n'
        f'<h1 id="term"><code>{page.code}</code></h1>\n<p class="concord-lead">{_inline(context, page.summary)}.</p>\n'
        f'<p><span class="concord-chip concord-chip--{page.severity}">{page.severity}</span> {_CONSEQUENCE[page.severity]}</p>\n'
        f"{render_markdown(page.text, context.site, CitationNumbers(), '../../../')}"
    )
    title = page.code.value
    head = page_head(context, title, page.summary, context.absolute(url))
    toc = Html(toc_item("term", Html(title)))
    slots = {Slot.HEAD: head, Slot.CONTENT: Html(content), Slot.TOC: toc}
    return Page(url, title, page.summary, slots)


def manual_index(context: Context) -> Page:
    """``/contribute/checks/``: all codes."""
    rows = "".join(
        f'<tr><td><a href="{page.code}/"><code>{page.code}</code></a></td>'
        f'<td><span class="concord-chip concord-chip--{page.severity}">{page.severity}</span></td>'
        f"<td>{_inline(context, page.summary)}</td></tr>\n"
        for page in manual()
    )
    title = "Checks"
    description = "Everything that is checked in an entry, with what to do about it."
    content = (
        f'<h1 id="term">{title}</h1>\n<p class="concord-lead">{description}</p>\n'
        '<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table"><table>'
        f"<thead><tr><th>Code</th><th>Severity</th><th>What it means</th></tr></thead><tbody>\n{rows}</tbody></table></div></div>"
    )
    head = page_head(context, title, description, context.absolute(MANUAL_URL))
    return Page(MANUAL_URL, title, description, {Slot.HEAD: head, Slot.CONTENT: Html(content)})


def _inline(context: Context, text: str) -> str:
    html = render_markdown(text, context.site, CitationNumbers(), "../../../").strip()
    return html.removeprefix("<p>").removesuffix("</p>")
