"""How to cite an entry: plain text, BibTeX and CSL-JSON, each copied with one click."""

import re
from json.encoder import encode_basestring

from build_tools.emit.parts.context import Context
from build_tools.emit.parts.html import Html, escape
from build_tools.model.entry import Entry

__all__ = ["cite_section"]

_BIBTEX_SPECIAL = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        # BibTeX counts braces whatever stands before them.
        "{": r"\textbraceleft{}",
        "}": r"\textbraceright{}",
        "$": r"\$",
        "&": r"\&",
        "#": r"\#",
        "_": r"\_",
        "%": r"\%",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)
_HAS_SPECIAL = re.compile(r"[\\{}$&#_%~^]")


def cite_section(context: Context, entry: Entry, description: str) -> Html:
    """The three formats, folded away."""
    term = context.terms[entry.id]
    url = f"{context.base}terms/{entry.id}/"
    return Html(
        '<details class="concord-cite-entry"><summary>Text, BibTeX and CSL-JSON</summary>'
        f"{_format('text', 'Text', _plain(context, entry, term, url))}"
        f"{_format('bibtex', 'BibTeX', _bibtex(context, entry, url))}"
        f"{_format('csl', 'CSL-JSON', _csl_json(context, entry, description, url))}</details>"
    )


def _format(name: str, label: str, text: str) -> str:
    return (
        f'<div class="concord-cite-format"><h3 id="cite-{name}">{label}</h3>'
        f'<pre id="cite-{name}-text" tabindex="0" aria-labelledby="cite-{name}">{text}</pre></div>'
    )


def _plain(context: Context, entry: Entry, term: Html, url: str) -> str:
    """One line for a bibliography."""
    when = f" ({entry.reviewed.year})" if entry.reviewed else ""
    return f"&#8220;{term}&#8221;{when}. In {context.name}. {url}"


def _bibtex(context: Context, entry: Entry, url: str) -> str:
    """An ``@incollection`` (BibTeX) of the glossary as a collective work."""
    year = f",\n  year = {{{entry.reviewed.year}}}" if entry.reviewed else ""
    return (
        f"@incollection{{concord:{entry.id},\n  title = {{{_in_bibtex(entry.term)}}},\n"
        f"  booktitle = {{{_in_bibtex(context.site.project.name)}}}{year},\n  url = {{{url}}}\n}}"
    )


def _in_bibtex(text: str) -> Html:
    return escape(text.translate(_BIBTEX_SPECIAL) if _HAS_SPECIAL.search(text) else text)


def _csl_json(context: Context, entry: Entry, description: str, url: str) -> str:
    """A CSL-JSON list with one ``entry-dictionary`` item."""
    day = entry.reviewed
    issued = (
        f',\n "issued": {{"date-parts": [[{day.year}, {day.month}, {day.day}]]}}' if day else ""
    )
    title, name, abstract = (
        escape(encode_basestring(text)[1:-1])
        for text in (entry.term, context.site.project.name, description)
    )
    return (
        f'[{{\n "id": "concord:{entry.id}",\n "type": "entry-dictionary",\n "title": "{title}",\n'
        f' "container-title": "{name}",\n "abstract": "{abstract}",\n "URL": "{url}"{issued}\n}}]'
    )
