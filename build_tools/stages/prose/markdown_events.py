"""Bodies of any Markdown, read from the events of the parser.

pulldown-cmark (through pyromark) finds the structure; the HTML is written here, so raw HTML and
unsafe URLs cannot reach a page even if nobody looked at the problems that this module reports.
"""

from collections.abc import Set
from html import escape
from typing import Any

import pyromark

from build_tools.model.page_ids import RESERVED_IDS
from build_tools.model.text import (
    ASIDE,
    HTML,
    LABELED_LINK,
    LINK,
    LINK_END,
    PROSE,
    Heading,
    packed,
)
from build_tools.stages.prose.markdown_quick import OPTIONS
from build_tools.stages.prose.reading import Problem, ProblemKind, Reading, UsedName
from build_tools.stages.prose.runs import RunCollector, run_parts
from build_tools.stages.prose.tags import CLOSING, LEVELS, OPENING, ROWS, TABLE, HeadingLevels, slug
from build_tools.stages.prose.urls import is_remote, is_safe_url
from build_tools.stages.words.characters import without_forbidden

__all__ = ["read_from_events"]

_TAGS = {"Start": OPENING, "End": CLOSING}


def read_from_events(text: str, taken: Set[str] = frozenset()) -> Reading:
    """The reading of a body, ordinary or not; ``taken`` are ids that its headings may not have."""
    return _Reader(text, taken).read()


ROOT = "../../"
"""From a page that shows a body to the site's root, against which image URLs are read."""


class _Reader:
    """State of one pass over the events of a body."""

    def __init__(self, text: str, taken: Set[str]) -> None:
        self._text = text
        self._runs = RunCollector(text)
        self._parts: list[str] = []
        self._names: list[UsedName] = []
        self._problems: list[Problem] = []
        self._headings: list[Heading] = []
        self._ids = {*RESERVED_IDS, *taken}
        self._levels = HeadingLevels()
        self._heading: tuple[int, int] | None = None
        self._not_linkable = 0
        self._in_code = False
        self._alt: list[str] | None = None
        self._alt_depth = 0
        self._image = ""
        self._closers: list[str] = []
        self._skip = 0
        self._alignments: list[str] = []
        self._cell = 0
        self._in_head = False

    def read(self) -> Reading:
        """Walk all events; of most bodies nearly all are text and plain tags."""
        waiting = self._runs.waiting
        for event, span in pyromark.events_with_range(self._text, options=OPTIONS):
            if isinstance(event, str):
                self._on_bare(event, span)
                continue
            ((name, value),) = event.items()
            if name == "Text":
                waiting.append((str(value), span))
                continue
            if waiting:
                self._flush()
            tags = _TAGS.get(name)
            html = tags.get(value) if tags and isinstance(value, str) else None
            if html is None or self._alt is not None:
                self._on_other(name, value, span)
            else:
                self._literal(html)
        if waiting:
            self._flush()
        if "&" in self._text:  # a character reference can stand for any character
            self._parts = [part[0] + without_forbidden(part[1:]) for part in self._parts]
        return Reading(packed(self._parts), self._names, self._problems, tuple(self._headings))

    def _literal(self, html: str) -> None:
        """Add finished HTML; neighbours become one part."""
        if self._parts and self._parts[-1][0] == HTML:
            self._parts[-1] += html
        else:
            self._parts.append(HTML + html)

    def _flush(self) -> None:
        """Make parts of the text before a tag."""
        runs = self._runs
        if self._alt is not None:
            self._alt.append(runs.take_text())
        elif self._skip:
            runs.waiting.clear()
        elif self._in_code:
            self._literal(escape(runs.take_text()))
        elif runs.has_bracket():
            parts, names, problems = run_parts(runs.take(), ASIDE if self._not_linkable else PROSE)
            self._parts += parts
            self._names += names
            self._problems += problems
        else:
            self._parts.append((ASIDE if self._not_linkable else PROSE) + runs.take_text())

    def _problem(self, kind: ProblemKind, span: Any, detail: str) -> None:
        place = self._runs.character(span["start"]), self._runs.character(span["end"])
        self._problems.append(Problem(kind, *place, detail))

    # -- events

    def _on_bare(self, event: str, span: Any) -> None:
        if event == "SoftBreak":
            self._runs.waiting.append(("\n", span))
        elif self._alt is not None:
            self._runs.waiting.append((" ", span))
        else:
            if self._runs.waiting:
                self._flush()
            self._literal("<hr>\n" if event == "Rule" else "<br>\n")

    def _on_other(self, name: str, value: Any, span: Any) -> None:
        """A tag that is more than HTML, or anything inside an image's text."""
        if name == "Start":
            self._on_start(value, span)
        elif name == "End":
            self._on_end(value)
        elif name == "Code":
            self._on_code(value)
        else:  # Html and InlineHtml, the only others that these options let through
            self._on_html(value, span)

    def _on_code(self, text: Any) -> None:
        if self._alt is not None:
            self._alt.append(text)
        else:
            self._literal(f"<code>{escape(text)}</code>")

    def _on_html(self, text: Any, span: Any) -> None:
        if "<" in text:  # another line of a block was reported with the block's first
            self._problem("raw-html", span, text.strip())
        self._literal(escape(text))

    def _on_start(self, tag: Any, span: Any) -> None:
        if self._alt is not None:
            self._alt_depth += 1
        elif tag == "TableCell":
            self._open_cell()
        elif isinstance(tag, str):
            self._in_head = tag == "TableHead"
            self._cell = 0
            self._literal(ROWS[tag])
        else:
            name, value = next(iter(tag.items()))
            if name == "Link":
                self._open_link(value, span)
            elif name == "Heading":
                self._heading = (len(self._parts), self._levels.moved(LEVELS[value["level"]]))
                self._not_linkable += 1
                self._parts.append(HTML)
            elif name == "List":
                start = "" if value in (None, 1) else f' start="{value}"'
                self._literal("<ul>\n" if value is None else f"<ol{start}>\n")
            else:
                self._open_block(name, value, span)

    def _open_block(self, name: str, value: Any, span: Any) -> None:
        if name == "Image":
            self._open_image(value, span)
        elif name == "CodeBlock":
            self._in_code = True
            # A reference to a character can stand for a space, which would begin another class.
            words = value["Fenced"].split() if isinstance(value, dict) else ()
            language = escape(words[0]) if words else ""
            class_ = f' class="language-{language}"' if language else ""
            self._literal(f"<pre><code{class_}>")
        elif name == "BlockQuote":
            self._literal("<blockquote>\n")
        elif name == "Table":
            self._alignments = [str(item).lower() for item in value]
            self._literal(TABLE)

    def _on_end(self, tag: Any) -> None:
        if self._alt_depth:
            self._alt_depth -= 1
            return
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in CLOSING:
            self._literal(CLOSING[name])
        elif name == "Link":
            self._close_link()
        elif name == "Heading":
            self._close_heading()
        elif name == "List":
            ordered = next(iter(tag.values())) if isinstance(tag, dict) else False
            self._literal("</ol>\n" if ordered else "</ul>\n")
        elif name == "TableCell":
            self._literal("</th>" if self._in_head else "</td>")
        elif name == "Image":
            self._close_image()
        elif name == "CodeBlock":
            self._in_code = False
            self._literal("</code></pre>\n")

    # -- what has state

    def _open_cell(self) -> None:
        alignment = self._alignments[self._cell] if self._cell < len(self._alignments) else "none"
        self._cell += 1
        aligned = "" if alignment == "none" else f' class="concord-align-{alignment}"'
        self._literal(f"<{'th' if self._in_head else 'td'}{aligned}>")

    def _close_heading(self) -> None:
        if self._heading is None:
            return
        index, level = self._heading
        self._heading = None
        self._not_linkable -= 1
        parts = self._parts
        text = "".join([part[1:] for part in parts[index:] if part[0] == ASIDE]).strip()
        text = without_forbidden(text)  # it comes to lists of contents too
        name = slug(text, self._ids)
        opening = f'<h{level} id="{escape(name)}">{parts[index][1:]}'
        if index and parts[index - 1][0] == HTML:
            parts[index - 1] += opening
            del parts[index]
        else:
            parts[index] = HTML + opening
        self._literal(f"</h{level}>\n")
        self._headings.append(Heading(level, name, text))

    def _open_link(self, link: Any, span: Any) -> None:
        self._not_linkable += 1
        kind, url = link["link_type"], link["dest_url"]
        if isinstance(kind, dict) and "WikiLink" in kind:
            if not url.strip():
                self._problem("empty-wiki-link", span, url)
            labelled = bool(kind["WikiLink"]["has_pothole"])
            target = " ".join(url.split()).removesuffix("\\")  # in a table one writes [[id\|text]]
            if target:
                place = self._runs.character(span["start"]), self._runs.character(span["end"])
                self._names.append(UsedName(target, False, *place))
            letter = LABELED_LINK if labelled else LINK
            self._parts.append(letter + target)
            self._closers.append(letter)
            self._skip += not labelled
            return
        if kind == "Email" and not url.startswith("mailto:"):
            url = f"mailto:{url}"
        if is_safe_url(url):
            title = f' title="{escape(link["title"])}"' if link["title"] else ""
            self._literal(f'<a href="{escape(url)}"{title}>')
            self._closers.append("</a>")
        else:
            self._problem("unsafe-url", span, url)
            self._closers.append("")

    def _close_link(self) -> None:
        self._not_linkable -= 1
        closer = self._closers.pop()
        if closer in (LABELED_LINK, LINK):
            self._parts.append(LINK_END)
            self._skip -= closer == LINK
        else:
            self._literal(closer)

    def _open_image(self, image: Any, span: Any) -> None:
        url = image["dest_url"]
        self._image = url if url.startswith(("#", ".")) else ROOT + url.lstrip("/")
        self._alt = []
        if not is_safe_url(url):
            self._problem("unsafe-url", span, url)
            self._image = ""
        elif is_remote(url):
            self._problem("remote-image", span, url)
            self._image = ""

    def _close_image(self) -> None:
        alt = "".join(self._alt or ())
        self._alt = None
        source = escape(self._image)
        image = f'<img src="{source}" alt="{escape(alt)}" loading="lazy">'
        self._literal(image if source else escape(alt))
