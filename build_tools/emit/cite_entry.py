"""How to cite an entry: plain text, BibTeX and CSL-JSON, each copied with one click."""

from json.encoder import encode_basestring

from build_tools.emit.context import Context
from build_tools.emit.html import Html, escape
from build_tools.model.entry import Entry

__all__ = ["bibtex", "cite_section", "csl_json", "plain_citation"]

_BIBTEX_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "%": r"\%",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def cite_section(context: Context, entry: Entry, description: str) -> Html:
    """The three formats, folded away."""
    return Html(
        '<details class="concord-cite-entry"><summary>Text, BibTeX and CSL-JSON</summary>'
        f"{_format('text', 'Text', plain_citation(context, entry))}"
        f"{_format('bibtex', 'BibTeX', bibtex(context, entry))}"
        f"{_format('csl', 'CSL-JSON', csl_json(context, entry, description))}</details>"
    )


def _format(name: str, label: str, text: str) -> str:
    return (
        f'<div class="concord-cite-format"><h3 id="cite-{name}">{label}</h3>'
        f'<pre id="cite-{name}-text" tabindex="0" aria-labelledby="cite-{name}">{escape(text)}</pre></div>'
    )


def plain_citation(context: Context, entry: Entry) -> str:
    """One line for a bibliography."""
    when = f" ({entry.reviewed.year})" if entry.reviewed else ""
    return f"“{entry.term}”{when}. In {context.site.project.name}. {context.absolute(f'terms/{entry.id}/')}"


def bibtex(context: Context, entry: Entry) -> str:
    """An ``@incollection`` (BibTeX) of the glossary as a collective work."""
    fields = {
        "title": entry.term.translate(_BIBTEX_SPECIAL),
        "booktitle": context.site.project.name.translate(_BIBTEX_SPECIAL),
        "year": str(entry.reviewed.year) if entry.reviewed else "",
        "url": context.absolute(f"terms/{entry.id}/"),
    }
    lines = "".join(f",\n  {name} = {{{value}}}" for name, value in fields.items() if value)
    return f"@incollection{{concord:{entry.id}{lines}\n}}"


def csl_json(context: Context, entry: Entry, description: str) -> str:
    """A CSL-JSON list with one ``entry-dictionary`` item."""
    day = entry.reviewed
    issued = (
        f',\n "issued": {{"date-parts": [[{day.year}, {day.month}, {day.day}]]}}' if day else ""
    )
    return (
        f'[{{\n "id": "concord:{entry.id}",\n "type": "entry-dictionary",\n'
        f' "title": {encode_basestring(entry.term)},\n'
        f' "container-title": {encode_basestring(context.site.project.name)},\n'
        f' "abstract": {encode_basestring(description)},\n'
        f' "URL": {encode_basestring(context.absolute(f"terms/{entry.id}/"))}{issued}\n}}]'
    )
