"""``sitemap.xml`` (sitemaps.org protocol 0.9), split where it must be."""

from collections.abc import Iterable, Sequence
from xml.sax.saxutils import escape

from build_tools.emit.parts.context import Context
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Status

__all__ = ["sitemap"]

MOST_URLS = 50_000
"""URLs that one file may hold."""

_NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"


def sitemap(context: Context, pages: Sequence[str]) -> Iterable[Artifact]:
    """The sitemap of hand-written and generated ``pages`` (URLs from the root) and all entries.

    Entries say when they were last reviewed; nothing says when it was built. A project without a
    URL has no sitemap, since its locations must be absolute.
    """
    if not context.site.project.url:
        return
    lines = [_line(context, url, "") for url in sorted(set(pages))]
    lines += (
        _line(context, f"terms/{entry.id}/", entry.reviewed.isoformat() if entry.reviewed else "")
        for entry in context.site.entries.values()
        if entry.status is not Status.DEPRECATED
    )
    parts = [lines[at : at + MOST_URLS] for at in range(0, len(lines), MOST_URLS)] or [[]]
    if len(parts) == 1:
        yield Artifact("sitemap.xml", (_document("urlset", parts[0]),))
        return
    names = [f"sitemap-{at}.xml" for at in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield Artifact(name, (_document("urlset", part),))
    index = [f"<sitemap><loc>{escape(context.absolute(name))}</loc></sitemap>\n" for name in names]
    yield Artifact("sitemap.xml", (_document("sitemapindex", index),))


def _line(context: Context, url: str, modified: str) -> str:
    last = f"<lastmod>{modified}</lastmod>" if modified else ""
    return f"<url><loc>{escape(context.absolute(url))}</loc>{last}</url>\n"


def _document(element: str, lines: Sequence[str]) -> bytes:
    text = "".join(lines)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{element} xmlns="{_NAMESPACE}">\n{text}</{element}>\n'.encode()
