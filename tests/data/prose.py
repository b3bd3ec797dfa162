"""The texts of the glossary and its pages, as plain words that a reader meets."""

import re
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from build_tools.model.entry import Entry
from build_tools.model.glossary import Site
from build_tools.model.source import SourceFile

DEVELOPER_RECORDS = ("docs/design/", "docs/about/benchmarks.md", "docs/about/search-quality.md")
"""Pages about the program and not about its subject; they have words of their own."""

ALIASES = "aliases"
"""The field that may be of any spelling, so that readers find a term by theirs."""
FRONT_MATTER = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
NOT_PROSE = re.compile(
    r"```.*?```|`[^`]*`"  # code
    r"|\[@[^\]]*\]"  # citations
    r"|\[\[[^\]|]*\]\]|\[\[[^\]|]*\|"  # links without a text of their own; targets
    r"|\]\([^)]*\)|https?://\S+"  # addresses
    r"|</?[a-zA-Z][^>]*>|\{[^}\n]*\}",  # tags and attributes
    re.DOTALL,
)
WORD = re.compile(r"[^\W_]+(?:[-'’.,/][^\W_]+)*")


class Text(NamedTuple):
    """A text and where it stands."""

    path: str
    field: str
    content: str


def plain(markdown: str) -> str:
    """A text without markers, citations, addresses, code and tags; a drawing's labels stay."""
    return NOT_PROSE.sub(" ", markdown)


def visible(page: str) -> str:
    """A page whose front matter is but what readers may meet: its title and its description."""
    front = FRONT_MATTER.match(page)
    kept = re.findall(r"^(?:title|description): *(.*)", front[0], re.MULTILINE) if front else ()
    return "\n\n".join((*kept, FRONT_MATTER.sub("", page)))


def words(markdown: str) -> list[str]:
    """The words of a text in order; numbers count, and a compound with hyphens counts once."""
    return WORD.findall(plain(markdown))


def entry_texts(entry: Entry) -> Iterator[Text]:
    """Every text of an entry."""
    yield Text(entry.path, "term", entry.term)
    yield Text(entry.path, ALIASES, "; ".join(entry.aliases))
    yield Text(entry.path, "definition", entry.definition)
    yield Text(entry.path, "body", entry.body)
    yield from (Text(entry.path, "examples", text) for text in entry.examples)
    yield Text(entry.path, "misconception", entry.misconception or "")
    if entry.debate:
        claims = (position.claim for position in entry.debate.positions)
        yield from (Text(entry.path, "debate", text) for text in (entry.debate.question, *claims))
    yield from (Text(entry.path, f"link to {link.target}", link.because) for link in entry.links)


def vocabulary_texts(site: Site) -> Iterator[Text]:
    """Labels, definitions and stories of topics, kinds and relations."""
    vocabularies = site.vocabularies
    for name, items in (
        ("topics", vocabularies.topics.values()),
        ("kinds", vocabularies.kinds.values()),
        ("relations", vocabularies.relations.values()),
    ):
        for item in items:
            parts = (item.label, item.definition)
            extra = (getattr(item, "story", ""), getattr(item, "inverse_label", ""))
            yield Text(f"glossary/{name}.yml", item.key, "\n\n".join((*parts, *extra)))


def reader_texts(site: Site, pages: tuple[SourceFile, ...]) -> tuple[Text, ...]:
    """All texts that are for the readers of the glossary."""
    return (
        *chain.from_iterable(map(entry_texts, site.entries.values())),
        *vocabulary_texts(site),
        *(
            Text(page.path, "text", visible(page.content.decode()))
            for page in pages
            if not page.path.startswith(DEVELOPER_RECORDS)
        ),
    )


def program_texts(root: Path, pages: tuple[SourceFile, ...]) -> tuple[Text, ...]:
    """All texts about the program: its records on the site, and what stands beside the code."""
    beside = (*sorted(root.glob("*.md")), *sorted((root / ".github").glob("*.md")))
    return (
        *(
            Text(page.path, "text", visible(page.content.decode()))
            for page in pages
            if page.path.startswith(DEVELOPER_RECORDS)
        ),
        *(
            Text(path.relative_to(root).as_posix(), "text", path.read_text("utf-8"))
            for path in beside
        ),
    )


def chapters(pages: Iterable[SourceFile]) -> tuple[SourceFile, ...]:
    """The pages of the guided reading, without its table of contents."""
    return tuple(
        page
        for page in pages
        if page.path.startswith("docs/chapters/") and not page.path.endswith("/index.md")
    )


def section(text: str, heading: str) -> str:
    """What stands below a heading of the second level, to the next one; ``""`` without it."""
    found = re.search(
        rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL
    )
    return found[1] if found else ""
