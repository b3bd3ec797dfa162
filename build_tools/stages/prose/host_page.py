"""Hand-written pages: Markdown that belongs to the host, in which ``[[id]]`` and ``[@key]`` work.

The host renders these pages with its own Markdown, so only the two additions are looked for, and
only where Markdown would show text: not in code, comments and front matter.
"""

import re
from collections.abc import Callable

from build_tools.model.source import SourceFile
from build_tools.model.text import Named
from build_tools.stages.prose.plain import KEYS, citation_keys
from build_tools.stages.prose.reading import citation

__all__ = ["named_in_page", "page_text", "replace_in_page"]

_SPECIAL = re.compile(
    r"\A---\n.*?\n(?:---|\.\.\.)\n"  # front matter
    r"|^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[^\n]*$|\Z)"  # fenced code
    r"|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"  # code
    r"|<!--.*?-->"
    r"|\\\["
    r"|\[\[(?P<target>[^\[\]|\n]+)(?:\|(?P<label>[^\[\]\n]+))?\]\]"
    rf"|\[(?P<keys>{KEYS})\]",
    re.DOTALL | re.MULTILINE,
)


def page_text(page: SourceFile) -> str:
    """The text of a page, into which offsets count."""
    return page.content.decode("utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")


def named_in_page(page: SourceFile) -> tuple[Named, ...]:
    """The wiki links and citations of a page, with their offsets in its text."""
    found = []
    for match in _SPECIAL.finditer(page_text(page)):
        if match["target"]:
            found.append(Named(match["target"].strip(), False, (), match.start(), match.end()))
        elif match["keys"]:
            _part, used = citation(citation_keys(match["keys"], match.start("keys")))
            found += [Named(name, True, (), start, end) for name, _citation, start, end in used]
    return tuple(found)


def replace_in_page(
    text: str,
    link: Callable[[str, str | None], str],
    cite: Callable[[tuple[str, ...]], str],
) -> str:
    """``text`` with every wiki link and citation replaced.

    Args:
        text: the page's Markdown.
        link: from an entry's id and a label (``None`` where the page gives none) to Markdown.
        cite: from the keys of a citation to Markdown.
    """

    def replacement(match: re.Match[str]) -> str:
        if match["target"]:
            return link(match["target"].strip(), match["label"])
        if match["keys"]:
            return cite(tuple(citation_keys(match["keys"], 0).values()))
        return match[0]

    return _SPECIAL.sub(replacement, text)
