"""The page that explains how two entries connect."""

from build_tools.emit.parts.context import Context, Page
from build_tools.emit.parts.html import Html, plural
from build_tools.emit.parts.shell import Slot
from build_tools.emit.parts.structured_data import page_head
from build_tools.model.identifiers import site_url

__all__ = ["PATH_URL", "path_page"]

PATH_URL = site_url("path")


def path_page(context: Context) -> Page:
    """``/path/?from=ID&to=ID``: the question is in the address, and the answer comes by script.

    Its script and its style sheet are no other page's, so they stand in its own head.
    """
    title = "How two concepts connect"
    count = plural(len(context.site.entries), "entry", "entries")
    description = (
        f"Choose two of {count} and read what leads from one to the other: "
        "up to three chains of links, each link with its reason and its sources."
    )
    content = (
        f'<div class="concord-path" data-concord-path><h1 id="term">{title}</h1>\n'
        f'<p class="concord-lead">{description}</p>\n'
        "<noscript><p>Finding the way between two entries needs JavaScript. Without it, "
        '<a href="../graph/">the concept graph as text</a> tells what is linked with what and why, '
        f'and <a href="../terms/">all {count} from A to Z</a> have their connections on their pages.'
        "</p></noscript></div>"
    )
    head = (
        page_head(context, title, description, context.absolute(PATH_URL))
        + '<link rel="stylesheet" href="../assets/concord/path.css">'
        '<script type="module" src="../assets/concord/path/main.js"></script>'
    )
    slots = {Slot.HEAD: Html(head), Slot.CONTENT: Html(content)}
    return Page(PATH_URL, title, description, slots, wide=True)
