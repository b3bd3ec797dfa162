"""A home page for projects that have not written one."""

from build_tools.emit.pages.topic import topic_cards
from build_tools.emit.parts.context import Context, Page
from build_tools.emit.parts.html import Html, escape, plural
from build_tools.emit.parts.shell import Slot
from build_tools.emit.parts.structured_data import page_head
from build_tools.model.identifiers import SiteUrl

__all__ = ["home_page"]


def home_page(context: Context) -> Page:
    """``/``: the topics, and the way to all terms."""
    project = context.site.project
    count = plural(len(context.site.entries), "term")
    description = project.description or f"A glossary of {count}."
    content = (
        f'<div class="concord-index"><h1 id="term">{escape(project.name)}</h1>\n<p class="concord-lead">{escape(description)}</p>\n'
        f'<p><a href="terms/">All {count} from A to Z</a></p>\n{topic_cards(context, "./")}</div>'
    )
    head = page_head(context, project.name, description, project.url)
    return Page(
        SiteUrl(""), project.name, description, {Slot.HEAD: head, Slot.CONTENT: Html(content)}
    )
