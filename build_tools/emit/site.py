"""All outputs of a site, composed for a host that renders some of its pages.

::

    site, navigation ──plan──▶ Plan ── hosted pages ──▶ the host renders them ──▶ stamped by it
                                │
                                ├── shells ──▶ the host renders one for each depth
                                ▼                         │
                              emit ◀──────────────────────┘
                                └──▶ all that no host renders: pages, data files, lists
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeAlias

from build_tools.emit.data.entry_schema import entry_schema_file
from build_tools.emit.data.glossary import glossary_json
from build_tools.emit.data.graph import graph_files
from build_tools.emit.data.search import search_index
from build_tools.emit.data.sitemap import sitemap
from build_tools.emit.data.stylesheet import STYLESHEET, vocabulary_stylesheet
from build_tools.emit.pages.graph import SCRIPT, graph_pages
from build_tools.emit.pages.home import home_page
from build_tools.emit.pages.index import index_page
from build_tools.emit.pages.manual import manual_index, manual_pages
from build_tools.emit.pages.path import path_page
from build_tools.emit.pages.redirects import redirect_pages
from build_tools.emit.pages.search import proposal_file, search_description, search_page
from build_tools.emit.pages.topic import topic_page, topics_page
from build_tools.emit.parts.context import Context, Page, stamped_page
from build_tools.emit.parts.html import escape
from build_tools.emit.parts.shell import SHELL_PAGES, Shell, unmarked
from build_tools.model.artifact import Artifact
from build_tools.model.glossary import Site
from build_tools.stages.graph.drawing import drawing_of
from build_tools.stages.search.index import search_index_of

__all__ = ["ENTRY_DEPTH", "SCRIPTS", "STYLESHEETS", "Plan", "emit", "front_matter", "plan"]

STYLESHEETS = ("assets/concord/concord.css", "assets/concord/search.css", STYLESHEET)
"""Of every page."""
SCRIPTS = ("assets/concord/concord.js", "assets/concord/search/boot.js")
"""Of every page."""

ENTRY_DEPTH = 2
"""Segments of the URL of an entry."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be made, and by whom."""

    context: Context
    hosted: Mapping[str, Page]
    """By URL, the pages that the host renders one by one, each around nothing."""
    stamped: tuple[Page, ...]
    """Those that are stamped into a shell, like entries."""
    shells: tuple[int, ...]
    """Which of :data:`build_tools.emit.parts.shell.SHELL_PAGES` the host renders."""
    listed: Collection[str] | None
    """URLs that the navigation lists, or ``None`` when the host makes its own."""

    def is_listed(self, url: str) -> bool:
        """Whether a hosted page stands in the navigation."""
        return self.listed is None or url in self.listed


def plan(
    site: Site,
    listed: Collection[str] | None,
    *,
    has_home: bool,
    imports_of: Callable[[str], Iterable[str]],
) -> Plan:
    """Who makes which page.

    A theme marks the page that it renders in its navigation, so that pages which stand there are
    rendered one by one.

    Args:
        site: what the pages are about.
        listed: URLs that the navigation lists, or ``None`` when the host makes its own.
        has_home: whether somebody wrote the home page.
        imports_of: answers what a script imports, by its address.
    """
    context = Context(site)
    hosted: dict[str, Page] = {}
    stamped = []
    for page in _pages(context, has_home, imports_of(SCRIPT)):
        depth = page.url.count("/")
        if depth in SHELL_PAGES and (listed is None or page.url not in listed):
            stamped.append(page)
        else:
            hosted[page.url] = page
    shells = sorted({ENTRY_DEPTH, *(page.url.count("/") for page in stamped)})
    return Plan(context, hosted, tuple(stamped), tuple(shells), listed)


def front_matter(page: Page) -> str:
    """Title and description as the host's theme wants them: YAML, with the texts escaped."""
    title, description = (
        # Characters as they are: YAML does not join the surrogate pairs of JSON's escapes.
        json.dumps(unmarked(escape(text)), ensure_ascii=False)
        for text in (page.title, page.description)
    )
    hidden = "hide: [toc, navigation]\n" if page.wide else "hide: [toc]\n"
    named = f"title: {title}\n" if page.url else ""  # a home page bears the site's name alone
    return f"---\n{named}description: {description}\n{hidden}---\n"


def emit(plan: Plan, shells: Mapping[int, Shell], host_urls: Sequence[str]) -> Iterator[Artifact]:
    """Everything that neither the host makes nor ``entry_pages``.

    Args:
        plan: what is to be made.
        shells: by the number of segments in the URLs of the pages that they are for.
        host_urls: of the pages that the host has rendered, hand-written ones included.
    """
    for page in plan.stamped:
        yield stamped_page(page, shells[page.url.count("/")])
    for output in OUTPUTS:
        yield from output(plan, host_urls)


Output: TypeAlias = Callable[[Plan, Sequence[str]], Iterable[Artifact]]
"""Makes files when they are asked for, from the plan and the URLs of the host's pages."""


def _of_site(files: Callable[[Context], Iterable[Artifact]]) -> Output:
    return lambda plan, _host_urls: files(plan.context)


def _sitemap(plan: Plan, host_urls: Sequence[str]) -> Iterable[Artifact]:
    pages = chain(plan.hosted.values(), plan.stamped)
    hidden = {page.url for page in pages if not page.indexed}
    urls = [*host_urls, *[page.url for page in plan.stamped]]
    return sitemap(plan.context, [url for url in urls if url not in hidden])


def _search(context: Context) -> Iterable[Artifact]:
    return search_index(context, search_index_of(context.site))


def _graph(context: Context) -> Iterable[Artifact]:
    return graph_files(context, drawing_of(context.site))


OUTPUTS: tuple[Output, ...] = (
    _of_site(redirect_pages),
    _sitemap,
    _of_site(search_description),
    _of_site(_search),
    _of_site(_graph),
    lambda plan, host_urls: proposal_file(plan.context, host_urls),
    _of_site(glossary_json),
    _of_site(entry_schema_file),
    _of_site(vocabulary_stylesheet),
)
"""Each is begun when the one before is written, so that what a large one holds is let go."""


def _pages(context: Context, has_home: bool, map_imports: Iterable[str]) -> Iterator[Page]:
    if not has_home:
        yield home_page(context)
    yield index_page(context)
    yield search_page(context)
    yield from graph_pages(context, map_imports)
    yield path_page(context)
    yield topics_page(context)
    for topic in context.site.vocabularies.topics.values():
        yield topic_page(context, topic)
    if context.site.project.settings.manual:
        yield manual_index(context)
        yield from manual_pages(context)
