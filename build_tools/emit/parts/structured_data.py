"""What machines read in ``<head>``: JSON-LD (schema.org ``DefinedTerm``), canonical and Open Graph."""

from json.encoder import encode_basestring as _text

from build_tools.emit.parts.context import Context
from build_tools.emit.parts.html import Html, data_script, escape
from build_tools.model.entry import Entry, Status

__all__ = ["entry_head", "page_head"]


def entry_head(context: Context, entry: Entry, description: str) -> Html:
    """For an entry."""
    url = _text(context.absolute(f"terms/{entry.id}/"))
    alternatives = entry.labels[1:]
    also = f',"alternateName":[{",".join(map(_text, alternatives))}]' if alternatives else ""
    changed = f',"dateModified":"{entry.reviewed.isoformat()}"' if entry.reviewed else ""
    term = (
        f'{{"@context":"https://schema.org","@type":"DefinedTerm","@id":{url},"url":{url},'
        f'"termCode":"{entry.id}","name":{_text(entry.term)},"description":{_text(description)},'
        f'"inDefinedTermSet":{{"@type":"DefinedTermSet","@id":{_text(context.absolute("terms/"))},'
        f'"name":{_text(context.site.project.name)}}}{also}{changed}}}'
    )
    retired = '<meta name="robots" content="noindex">' if entry.status is Status.DEPRECATED else ""
    graph = _open_graph(
        context,
        "article",
        context.terms[entry.id],
        escape(description),
        f"{context.base}terms/{entry.id}/",
    )
    return Html(f"{graph}{retired}{data_script(term, 'application/ld+json')}")


def page_head(context: Context, title: str, description: str, url: str) -> Html:
    """Open Graph for any other page; ``url`` is absolute where the project has a URL."""
    return Html(_open_graph(context, "website", escape(title), escape(description), escape(url)))


def _open_graph(context: Context, kind: str, title: Html, description: Html, url: str) -> str:
    told = f'<meta property="og:description" content="{description}">' if description else ""
    here = f'<meta property="og:url" content="{url}">' if context.base else ""
    return (
        f'<meta property="og:type" content="{kind}"><meta property="og:title" content="{title}">{told}'
        f'<meta property="og:site_name" content="{context.name}">{here}'
        '<meta name="twitter:card" content="summary">'
    )
