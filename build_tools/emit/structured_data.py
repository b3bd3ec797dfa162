"""What machines read in ``<head>``: JSON-LD (schema.org ``DefinedTerm``), canonical and Open Graph."""

from build_tools.emit.context import Context
from build_tools.emit.html import Html, escape, json_script
from build_tools.model.entry import Entry, Status

__all__ = ["entry_head", "page_head"]


def entry_head(context: Context, entry: Entry, description: str) -> Html:
    """For an entry."""
    project = context.site.project
    url = context.absolute(f"terms/{entry.id}/")
    term: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "DefinedTerm",
        "@id": url,
        "url": url,
        "termCode": entry.id,
        "name": entry.term,
        "description": description,
        "inDefinedTermSet": {
            "@type": "DefinedTermSet",
            "@id": context.absolute("terms/"),
            "name": project.name,
        },
    }
    alternatives = entry.labels[1:]
    if alternatives:
        term["alternateName"] = list(alternatives)
    if entry.reviewed:
        term["dateModified"] = entry.reviewed.isoformat()
    retired = '<meta name="robots" content="noindex">' if entry.status is Status.DEPRECATED else ""
    return Html(
        page_head(context, entry.term, description, url, "article")
        + retired
        + json_script(term, "application/ld+json")
    )


def page_head(
    context: Context, title: str, description: str, url: str, kind: str = "website"
) -> Html:
    """Open Graph for any page; ``url`` is absolute where the project has a URL."""
    properties = {
        "og:type": kind,
        "og:title": title,
        "og:description": description,
        "og:site_name": context.site.project.name,
        "og:url": url if context.site.project.url else "",
    }
    return Html(
        "".join(
            f'<meta property="{name}" content="{escape(value)}">'
            for name, value in properties.items()
            if value
        )
        + '<meta name="twitter:card" content="summary">'
    )
