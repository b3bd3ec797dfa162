"""Bodies: CommonMark with tables, wiki links and citations, read into tokens.

pulldown-cmark (through pyromark) finds the structure; the HTML is written here, so raw HTML and
unsafe URLs cannot reach a page even if nobody looked at the problems that this module reports.
"""

import re
from html import escape
from typing import Any

import pyromark

from build_tools.stages.markdown_text import RunCollector, run_tokens
from build_tools.stages.tokens import Heading, Problem, Prose, Reading, Token, WikiClose, WikiOpen
from build_tools.stages.urls import is_remote, is_safe_url

__all__ = ["read_markdown", "slug"]

_OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_WIKILINKS
_NOT_IN_SLUG = re.compile(r"[^\w]+")
_TABLE = '<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table"><table>'
_SIMPLE = {
    "Paragraph": ("<p>", "</p>"),
    "Item": ("<li>", "</li>"),
    "Emphasis": ("<em>", "</em>"),
    "Strong": ("<strong>", "</strong>"),
    "TableHead": ("<thead><tr>", "</tr></thead><tbody>"),
    "TableRow": ("<tr>", "</tr>"),
    "HtmlBlock": ("", ""),
}
_LEVELS = {f"H{level}": level for level in range(1, 7)}


def read_markdown(text: str) -> Reading:
    """Read a body. Headings are moved so that the highest is ``h2`` and no level is skipped."""
    if not text.strip():
        return Reading(())
    return _Reader(text).read()


def slug(text: str, taken: set[str]) -> str:
    """An HTML id from ``text`` that is not in ``taken``, to which it is added."""
    stem = _NOT_IN_SLUG.sub("-", text.lower()).strip("-") or "section"
    name, count = stem, 1
    while name in taken:
        count += 1
        name = f"{stem}-{count}"
    taken.add(name)
    return name


ROOT = "../../"
"""From a page that shows a body to the site's root, against which image URLs are read."""

RESERVED_IDS = frozenset(
    {"definition", "examples", "misconception", "debate", "connections", "mentioned-in"}
    | {"sources", "cite", "details", "term", "entries", "__toc", "__drawer"}
)
"""Ids of a page's own sections, which no heading may take."""


class _Reader:
    """State of one pass over the events of a body."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._runs = RunCollector(text)
        self.tokens: list[Token] = []
        self.problems: list[Problem] = []
        self.headings: list[Heading] = []
        self._ids = set(RESERVED_IDS)
        self._levels: list[int] = []
        self._heading: tuple[int, int] | None = None
        self._not_linkable = 0
        self._in_code = False
        self._alt: list[str] | None = None
        self._alt_depth = 0
        self._image = ""
        self._closers: list[Token] = []
        self._skip = 0
        self._alignments: list[str] = []
        self._cell = 0
        self._in_head = False

    def read(self) -> Reading:
        """Walk all events."""
        for event, span in pyromark.events_with_range(self._text, options=_OPTIONS):
            if isinstance(event, dict):
                name, value = next(iter(event.items()))
                if name == "Text":
                    self._runs.add(str(value), span["start"], span["end"])
                    continue
                self._flush()
                getattr(self, f"_on_{name.lower()}")(value, span["start"], span["end"])
            elif event == "SoftBreak":
                self._runs.add("\n", span["start"], span["end"])
            else:
                self._flush()
                self.tokens.append("<hr>\n" if event == "Rule" else "<br>\n")
        self._flush()
        return Reading(tuple(self.tokens), tuple(self.problems), tuple(self.headings))

    def _flush(self) -> None:
        run = self._runs.take()
        if run is None or (self._skip and self._alt is None):
            return
        if self._alt is not None:
            self._alt.append(run.text)
        elif self._in_code:
            self.tokens.append(escape(run.text))
        else:
            tokens, problems = run_tokens(run, not self._not_linkable)
            self.tokens += tokens
            self.problems += problems

    def _problem(self, kind: Any, start: int, end: int, detail: str) -> None:
        place = self._runs.character(start), self._runs.character(end)
        self.problems.append(Problem(kind, *place, detail))

    # -- events with a value

    def _on_code(self, text: str, start: int, end: int) -> None:
        if self._alt is not None:
            self._alt.append(text)
        else:
            self.tokens.append(f"<code>{escape(text)}</code>")

    def _on_inlinehtml(self, text: str, start: int, end: int) -> None:
        self._problem("raw-html", start, end, text.strip())
        self.tokens.append(escape(text))

    _on_html = _on_inlinehtml

    def _on_start(self, tag: Any, start: int, end: int) -> None:
        if self._alt is not None:
            self._alt_depth += 1
            return
        if isinstance(tag, str):
            if tag == "TableCell":
                self._open_cell()
                return
            self._in_head = tag == "TableHead" or (self._in_head and tag != "TableRow")
            self._cell = 0
            self.tokens.append(_SIMPLE[tag][0])
            return
        name, value = next(iter(tag.items()))
        if name == "Heading":
            self._heading = (len(self.tokens), self._moved(_LEVELS[value["level"]]))
            self._not_linkable += 1
            self.tokens.append("")
        elif name == "Link":
            self._open_link(value, start, end)
        elif name == "Image":
            self._open_image(value, start, end)
        elif name == "List":
            attribute = "" if value in (None, 1) else f' start="{value}"'
            self.tokens.append("<ul>\n" if value is None else f"<ol{attribute}>\n")
        elif name == "CodeBlock":
            self._in_code = True
            language = value["Fenced"].split(" ")[0] if isinstance(value, dict) else ""
            self.tokens.append(
                f'<pre><code class="language-{escape(language)}">' if language else "<pre><code>"
            )
        elif name == "BlockQuote":
            self.tokens.append("<blockquote>\n")
        elif name == "Table":
            self._alignments = [str(item).lower() for item in value]
            self.tokens.append(_TABLE)

    def _on_end(self, tag: Any, start: int, end: int) -> None:
        if self._alt_depth:
            self._alt_depth -= 1
            return
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in _SIMPLE:
            self.tokens.append(
                _SIMPLE[name][1] + "\n" if name not in ("Emphasis", "Strong") else _SIMPLE[name][1]
            )
        elif name == "TableCell":
            self.tokens.append("</th>" if self._in_head else "</td>")
        elif name == "Heading":
            self._close_heading()
        elif name == "Link":
            self._close_link()
        elif name == "Image":
            self._close_image()
        elif name == "List":
            ordered = next(iter(tag.values())) if isinstance(tag, dict) else False
            self.tokens.append("</ol>\n" if ordered else "</ul>\n")
        elif name == "CodeBlock":
            self._in_code = False
            self.tokens.append("</code></pre>\n")
        elif name == "BlockQuote":
            self.tokens.append("</blockquote>\n")
        elif name == "Table":
            self.tokens.append("</tbody></table></div></div>\n")

    # -- what has state

    def _open_cell(self) -> None:
        alignment = self._alignments[self._cell] if self._cell < len(self._alignments) else "none"
        self._cell += 1
        aligned = "" if alignment == "none" else f' class="concord-align-{alignment}"'
        self.tokens.append(f"<{'th' if self._in_head else 'td'}{aligned}>")

    def _moved(self, level: int) -> int:
        while self._levels and self._levels[-1] >= level:
            self._levels.pop()
        self._levels.append(level)
        return min(len(self._levels) + 1, 6)

    def _close_heading(self) -> None:
        if self._heading is None:
            return
        index, level = self._heading
        self._heading = None
        self._not_linkable -= 1
        text = "".join(
            token.text for token in self.tokens[index:] if isinstance(token, Prose)
        ).strip()
        name = slug(text, self._ids)
        self.tokens[index] = f'<h{level} id="{escape(name)}">'
        self.tokens.append(f"</h{level}>\n")
        self.headings.append(Heading(level, name, text))

    def _open_link(self, link: Any, start: int, end: int) -> None:
        self._not_linkable += 1
        kind, url = link["link_type"], link["dest_url"]
        if isinstance(kind, dict) and "WikiLink" in kind:
            if not url.strip():
                self._problem(
                    "empty-wiki-link", start, end, self._text[self._runs.character(start) :][:4]
                )
            labelled = bool(kind["WikiLink"]["has_pothole"])
            target = " ".join(url.split()).removesuffix("\\")  # in a table one writes [[id\|text]]
            self.tokens.append(
                WikiOpen(target, self._runs.character(start), self._runs.character(end), labelled)
            )
            self._closers.append(WikiClose(labelled))
            self._skip += not labelled
            return
        if kind == "Email" and not url.startswith("mailto:"):
            url = f"mailto:{url}"
        if is_safe_url(url):
            title = f' title="{escape(link["title"])}"' if link["title"] else ""
            self.tokens.append(f'<a href="{escape(url)}"{title}>')
            self._closers.append("</a>")
        else:
            self._problem("unsafe-url", start, end, url)
            self._closers.append("")

    def _close_link(self) -> None:
        self._not_linkable -= 1
        closer = self._closers.pop()
        self.tokens.append(closer)
        if isinstance(closer, WikiClose) and not closer.labelled:
            self._skip -= 1

    def _open_image(self, image: Any, start: int, end: int) -> None:
        url = image["dest_url"]
        self._image = url if url.startswith(("#", ".")) else ROOT + url.lstrip("/")
        self._alt = []
        if not is_safe_url(url):
            self._problem("unsafe-url", start, end, url)
            self._image = ""
        elif is_remote(url):
            self._problem("remote-image", start, end, url)
            self._image = ""

    def _close_image(self) -> None:
        alt = "".join(self._alt or ())
        self._alt = None
        self.tokens.append(
            f'<img src="{escape(self._image)}" alt="{escape(alt)}" loading="lazy">'
            if self._image
            else escape(alt)
        )
