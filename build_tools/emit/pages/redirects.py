"""Pages that stand where entries used to be."""

from collections.abc import Iterable

from build_tools.emit.parts.context import Context
from build_tools.emit.parts.html import escape
from build_tools.model.artifact import Artifact

__all__ = ["redirect_pages"]

SCRIPT = "assets/concord/entry/moved.js"
"""A file, not a line in the page: a site may forbid script that stands in pages."""


def redirect_pages(context: Context) -> Iterable[Artifact]:
    """One small page for each former id; works without script and keeps the fragment with it."""
    for former, name in context.site.linked.glossary.redirects.items():
        term = context.terms[name]
        canonical = (
            escape(context.absolute(f"terms/{name}/"))
            if context.site.project.url
            else f"../{name}/"
        )
        page = (
            f'<!doctype html>\n<html lang="{escape(context.site.project.language)}"><head><meta charset="utf-8">'
            f'<title>{term}</title><meta name="viewport" content="width=device-width,initial-scale=1">'
            f'<meta name="robots" content="noindex"><link rel="canonical" href="{canonical}">'
            '<link rel="icon" href="data:,">'  # or browsers ask for /favicon.ico on their way
            f'<script src="../../{SCRIPT}" data-to="../{name}/"></script>'
            f'<meta http-equiv="refresh" content="0; url=../{name}/"></head>\n'
            f'<body><p>This page has moved to <a href="../{name}/">{term}</a>.</p></body></html>\n'
        )
        yield Artifact(f"terms/{former}/index.html", (page.encode(),))
