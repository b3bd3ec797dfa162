"""All outputs of a site, composed for a host that renders some of its pages."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from build_tools.emit.data.entry_schema import entry_schema_file
from build_tools.emit.data.glossary import glossary_json
from build_tools.emit.data.graph import graph_files
from build_tools.emit.data.search import search_index
from build_tools.emit.data.sitemap import sitemap
from build_tools.emit.data.stylesheet import STYLESHEET, vocabulary_stylesheet
from build_tools.emit.pages.entry import entry_pages
from build_tools.emit.pages.graph import GRAPH_URL, graph_pages
from build_tools.emit.pages.home import home_page
from build_tools.emit.pages.index import index_page
from build_tools.emit.pages.manual import manual_index, manual_pages
from build_tools.emit.pages.path import PATH_URL, path_page
from build_tools.emit.pages.redirects import redirect_pages
from build_tools.emit.pages.search import (
    SEARCH_URL,
    proposal_file,
    search_description,
    search_page,
)
from build_tools.emit.pages.topic import topic_cards, topic_page, topics_page
from build_tools.emit.parts.citations import CitationNumbers
from build_tools.emit.parts.context import Context, Page, stamped_page
from build_tools.emit.parts.html import escape
from build_tools.emit.parts.shell import SHELL_PAGES, Shell, cut, unmarked
from build_tools.emit.parts.text import entry_href
from build_tools.model.artifact import Artifact
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId, ReferenceKey
from build_tools.stages.graph.drawing import drawing_of
from build_tools.stages.prose.host_page import replace_in_page
from build_tools.stages.search.index import search_index_of

__all__ = ["GeneratedPage", "SiteEmitter"]


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """A page that the host renders around nothing."""

    url: str
    front_matter: str
    """Title and description as the theme wants them: YAML, with the texts escaped."""


class SiteEmitter:
    """The emitters of one site, and the pages that a host must render for them."""

    STYLESHEETS = ("assets/concord/concord.css", "assets/concord/search.css", STYLESHEET)
    SCRIPTS = ("assets/concord/concord.js", "assets/concord/search/boot.js")

    def __init__(self, site: Site, has_home: bool) -> None:
        self._context = Context(site)
        self._pages: dict[str, Page] = {page.url: page for page in _pages(self._context, has_home)}
        self._stamped: dict[str, Page] = {}
        self._numbers: dict[str, CitationNumbers] = {}

    def pages_for(self, listed: Collection[str] | None) -> Iterator[GeneratedPage]:
        """The pages that the host must render; the others are stamped like entries.

        A theme marks the page that it renders in its navigation, so that pages which stand there
        are rendered one by one.

        Args:
            listed: URLs that the navigation lists, or ``None`` when the host makes its own.
        """
        for url, page in tuple(self._pages.items()):
            depth = url.count("/")
            if depth in SHELL_PAGES and (listed is None or url not in listed):
                self._stamped[url] = self._pages.pop(url)
                continue
            title, description = (
                # Characters as they are: YAML does not join the surrogate pairs of JSON's escapes.
                json.dumps(unmarked(escape(text)), ensure_ascii=False)
                for text in (page.title, page.description)
            )
            bare = url in ("terms/", SEARCH_URL, GRAPH_URL, PATH_URL)
            hidden = "hide: [toc, navigation]\n" if bare else "hide: [toc]\n"
            named = f"title: {title}\n" if url else ""  # a home page bears the site's name alone
            yield GeneratedPage(url, f"---\n{named}description: {description}\n{hidden}---\n")

    @property
    def shells(self) -> tuple[int, ...]:
        """Which of :data:`SHELL_PAGES` the host must render."""
        return tuple(sorted({2, *(url.count("/") for url in self._stamped)}))

    def is_generated(self, url: str) -> bool:
        """Whether a page is one of these."""
        return url in self._pages

    def page_html(self, url: str, rendered: str) -> str:
        """A rendered page: stamped, if it is a generated one.

        Raises:
            ShellError: the theme left no place for the content.
        """
        page = self._pages.get(url)
        return cut(rendered).stamp(page.slots) if page else rendered

    def page_markdown(self, url: str, markdown: str) -> str:
        """A hand-written page's text with its links and citations as HTML."""
        context = self._context
        root = _root(url)
        numbers = CitationNumbers()

        def link(name: str, label: str | None) -> str:
            entry = context.site.entries.get(EntryId(name))
            if entry is None:
                return escape(label or name)
            return f'<a class="concord-link" href="{entry_href(name, root)}">{escape(label or entry.term)}</a>'

        def cite(keys: tuple[str, ...]) -> str:
            return numbers.marks(map(ReferenceKey, keys), context.site.vocabularies.references)

        replaced = replace_in_page(markdown, link, cite)
        self._numbers[url] = numbers
        return replaced

    def page_content(self, url: str, html: str) -> str:
        """A hand-written page's HTML with its blocks filled in and its sources at the end."""
        root = _root(url)
        html = html.replace("<!-- concord:topics -->", topic_cards(self._context, root))
        sources = self._numbers.pop(url, CitationNumbers()).sources(
            self._context.site.vocabularies.references
        )
        if sources:
            html += f'\n<section class="concord-section"><h2 id="sources">Sources</h2><ol class="concord-sources">{sources}</ol></section>'
        return html

    def entries(self, shell: Shell, names: Sequence[EntryId]) -> Iterable[Artifact]:
        """The pages of some entries."""
        return entry_pages(self._context, shell, names)

    @property
    def entry_ids(self) -> Sequence[EntryId]:
        """All entries, in the order of ids."""
        return self._context.ids

    def files(self, pages: Sequence[str], shells: Mapping[int, Shell]) -> Iterable[Artifact]:
        """Everything that is neither an entry nor a page of the host's.

        Args:
            pages: the URLs of the host's pages.
            shells: by the number of segments in the URLs of the pages that they are for.
        """
        context = self._context
        return chain(
            (stamped_page(page, shells[url.count("/")]) for url, page in self._stamped.items()),
            redirect_pages(context),
            sitemap(context, [url for url in (*pages, *self._stamped) if url != SEARCH_URL]),
            search_description(context),
            _search(context),
            _graph(context),
            proposal_file(context, pages),
            glossary_json(context),
            entry_schema_file(context),
            vocabulary_stylesheet(context),
        )


def _pages(context: Context, has_home: bool) -> Iterator[Page]:
    if not has_home:
        yield home_page(context)
    yield index_page(context)
    yield search_page(context)
    yield from graph_pages(context)
    yield path_page(context)
    yield topics_page(context)
    for topic in context.site.vocabularies.topics.values():
        yield topic_page(context, topic)
    if context.site.project.settings.manual:
        yield manual_index(context)
        yield from manual_pages(context)


def _search(context: Context) -> Iterator[Artifact]:
    """Worked out when the first file is asked for."""
    yield from search_index(context, search_index_of(context.site))


def _graph(context: Context) -> Iterator[Artifact]:
    """Likewise."""
    yield from graph_files(context, drawing_of(context.site))


def _root(url: str) -> str:
    """From a page to the site's root."""
    return "../" * url.strip("/").count("/") + ("../" if url.strip("/") else "./")
