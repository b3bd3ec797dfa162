r"""Bodies of ordinary Markdown, read from the HTML that pulldown-cmark writes.

Its events say where everything stands, and walking them costs twice as much as all that is done
here. An ordinary body is paragraphs, headings, lists, quotations, emphasis, code, wiki links and
citations. :func:`read_quickly` gives such a body the reading that :mod:`stages.prose.markdown_events` would give
it, and declines every other; a property test holds the two to the same answers.

::

    <p>Text with <a href="id">a label</a> and <em>more</em>.</p>\n
    └┬┘└───┬────┘└─────┬─────┘└──┬──┘└┬─┘
     H     P           w p x     P    H …         the letters of packed text
"""

import re
from collections.abc import Set

import pyromark

from build_tools.model.page_ids import RESERVED_IDS
from build_tools.model.text import (
    ASIDE,
    HTML,
    LABELED_LINK,
    LINK,
    LINK_END,
    PART_END,
    PROSE,
    Heading,
    PackedText,
)
from build_tools.stages.prose.plain import KEYS, citation_keys
from build_tools.stages.prose.reading import Reading, UsedName, citation
from build_tools.stages.prose.tags import HeadingLevels, slug

__all__ = ["OPTIONS", "read_quickly"]

OPTIONS = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_WIKILINKS

_DEFINED = re.compile(r"\](?<!\]\]):")
# All that follow begin with a letter of their own, for which the text is searched quickly.
# Code blocks and tables are laid out otherwise, and quotation marks in code are written otherwise;
# headings, the labels of links, and code seldom hold more than text; and a block right after text is
# in a nested list.
_UNUSUAL_HTML = re.compile(
    r"<(?:pre|table|code>[^<]*[\"'\[]|h\d>[^<]*(?:<(?!/h)|\[)|a [^>]*>[^<]*(?:<(?!/a)|\[))"
)
_NESTED = re.compile(r"\n(?:(?<=[^>]\n)|(?<=em>\n|ng>\n|/a>\n|de>\n))<(?:ul>|ol|blockquote>|h|p>)")
_NAMED = re.compile(
    rf"\[\[([a-z0-9-]+)(?:\|([^\s\[\]|](?:[^\[\]|\n]*[^\s\[\]|])?))?\]\]|\[({KEYS})\]"
)
_CITATION = re.compile(rf"\[({KEYS})\]")
_LINK = re.compile(r'<a href="([^"]*)">([^<]*)</a>')
_HEADING = re.compile(r"<h(\d)>([^<]*)</h\d>")
_TAG = (
    r"<(?:/?(?:ul|ol|blockquote)>\n|ol start=\"\d+\">\n|/(?:p|li|h\d)>\n|[hb]r>\n"
    r"|(?:p|li|/?em|/?strong)>|code>[^<]*</code>|h\d id=\"[^\"]*\">)"
)
_TAGS = re.compile(f"({_TAG}(?:{_TAG})*)")
"""What becomes one part of finished HTML."""
_AFTER_ID = f'">{PART_END}{PROSE}'
_HEADING_TEXT = f'">{PART_END}{ASIDE}'
_EMPTY = f"{PART_END}{PROSE}{PART_END}"
_LABELED, _LABEL, _LINK_TO = f"{PART_END}{LABELED_LINK}", f"{PART_END}{ASIDE}", f"{PART_END}{LINK}"
_LINKED = f"{PART_END}{LINK_END}{PART_END}{PROSE}"


def read_quickly(text: str, taken: Set[str] = frozenset()) -> Reading | None:
    """The reading of an ordinary body; ``None`` for one that has to be read from events.

    ``taken`` are ids that its headings may not have, beside a page's own.
    """
    html = _ordinary_html(text)
    if html is None:
        return None
    headings: list[Heading] = []
    if "<h" in html:
        html = _with_ids(html, headings, taken)
    pieces = _TAGS.split(html)  # text, tags, text, tags, …, text
    pieces[::2] = [f"{PROSE}{piece}" for piece in pieces[::2]]
    pieces[1::2] = [f"{HTML}{piece}" for piece in pieces[1::2]]
    packed = PART_END.join(pieces)
    if headings:  # whose text follows the only tag here that ends so
        packed = packed.replace(_AFTER_ID, _HEADING_TEXT)
    names: list[UsedName] = []
    if "[" in text:
        labels = _find_names(text, names)
        if not len(labels) == text.count("[[") == packed.count("<a "):
            return None
        links = iter(labels)
        packed = _LINK.sub(lambda match: _packed_link(match, next(links)), packed)
        packed, citations = _CITATION.subn(_packed_citation, packed)
        if citations != len(_CITATION.findall(text)):
            return None
    packed = packed.replace(_EMPTY, PART_END).removeprefix(_EMPTY[1:]).removesuffix(_EMPTY[:-1])
    return Reading(PackedText(packed), names, (), tuple(headings))


def _ordinary_html(text: str) -> str | None:
    """The HTML of an ordinary body, with the line ends and names of tags that ours have."""
    # Escapes, references to characters, HTML, images, and links that are no wiki links.
    if "\\" in text or "&" in text or "<" in text or "![" in text or "](" in text:
        return None
    if "]:" in text and _DEFINED.search(text):
        return None
    html = pyromark.html(text, options=OPTIONS)
    if not html or _UNUSUAL_HTML.search(html) or _NESTED.search(html):
        return None
    if "&" in html:  # the text has none, so that it is a ">"
        if "<code>" in html:
            return None
        html = html.replace("&gt;", ">")
    return html.replace("<li>\n", "<li>").replace("r />", "r>")


def _find_names(text: str, names: list[UsedName]) -> list[bool]:
    """Add the names that a source uses; of each wiki link, whether it has a label of its own."""
    labelled = []
    for match in _NAMED.finditer(text):
        target, label, keys = match.groups()
        if target is None:
            names += citation(citation_keys(keys, match.start(3)))[1]
        else:
            names.append(UsedName(target, False, match.start(), match.end()))
            labelled.append(label is not None)
    return labelled


def _with_ids(html: str, headings: list[Heading], reserved: Set[str]) -> str:
    """Headings on their levels and with ids; ``headings`` gets them."""
    levels, taken = HeadingLevels(), {*RESERVED_IDS, *reserved}

    def opening(match: re.Match[str]) -> str:
        level, text = levels.moved(int(match[1])), match[2].strip()
        name = slug(text, taken)
        headings.append(Heading(level, name, text))
        return f'<h{level} id="{name}">{match[2]}</h{level}>'

    return _HEADING.sub(opening, html)


def _packed_link(match: re.Match[str], labelled: bool) -> str:
    target, label = match.groups()
    if labelled:
        return f"{_LABELED}{target}{_LABEL}{label}{_LINKED}"
    return f"{_LINK_TO}{target}{_LINKED}"


def _packed_citation(match: re.Match[str]) -> str:
    return f"{PART_END}{citation(citation_keys(match[1], 0))[0]}{PART_END}{PROSE}"
