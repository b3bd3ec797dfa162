"""Nothing in a site leads nowhere, and nothing that a browser loads is somewhere else."""

import re
from collections.abc import Iterator
from functools import cache, partial
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

import pytest

from tests.site.page import Element, Page
from tests.site.projects import BuiltSite

# Of <link>: what a browser fetches or connects to without being asked.
LOADED_LINKS = frozenset(
    [
        "stylesheet",
        "icon",
        "apple-touch-icon",
        "mask-icon",
        "manifest",
        "preload",
        "prefetch",
        "modulepreload",
        "preconnect",
        "dns-prefetch",
        "prerender",
    ]
)
_CSS_URL = re.compile(
    r"""url\(\s*(?:"([^"]*)"|'([^']*)'|([^"')\s]*))\s*\)|@import\s+["']([^"']+)"""
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def references(page: Page) -> Iterator[tuple[Element, str, str]]:
    """Every attribute that holds a URL: the element, the attribute's name and the URL."""
    for element in page:
        for name in ("href", "src", "action", "formaction", "poster", "cite", "xlink:href"):
            if name in element.attributes:
                yield element, name, element.attributes[name]
        if element.tag == "object" and "data" in element.attributes:
            yield element, "data", element.attributes["data"]
        for candidate in element.attributes.get("srcset", "").split(","):
            if candidate.strip():
                yield element, "srcset", candidate.split()[0]
        if element.attributes.get("http-equiv", "").lower() == "refresh":
            yield element, "content", element.attributes["content"].partition("url=")[2]


def is_loaded(element: Element, attribute: str) -> bool:
    """Whether the browser fetches the URL by itself."""
    if element.tag == "link":
        return not LOADED_LINKS.isdisjoint(element.attributes.get("rel", "").split())
    return element.tag not in ("a", "area", "blockquote", "q", "form", "del", "ins")


def base_of(site: BuiltSite, name: str) -> str:
    """The URL that relative ones on a page are relative to; the 404 page may be shown anywhere."""
    return f"{site.url}any/where/" if name == "404.html" else site.absolute(name)


def problem_of(site: BuiltSite, url: str) -> str | None:
    """Why an absolute ``url`` leads nowhere in the site; ``None`` if it does lead, or leaves it."""
    whole, fragment = urldefrag(url)
    if not whole.startswith(site.url):
        host = urlsplit(site.url).netloc
        return "leaves the site's folder" if urlsplit(whole).netloc == host else None
    path = unquote(urlsplit(whole).path.removeprefix(urlsplit(site.url).path))
    if path == "" or path.endswith("/"):
        path += "index.html"
    if path not in site.files:
        return "no such file"
    target = site.pages.get(path)
    if fragment and target is not None and unquote(fragment) not in target.known_ids:
        return "no such fragment"
    return None


def test_internal_links_sources_and_fragments_resolve(site: BuiltSite) -> None:
    problem = cache(partial(problem_of, site))
    broken = []
    for name, page in site.pages.items():
        base = base_of(site, name)
        for element, attribute, url in references(page):
            if found := problem(urljoin(base, url)):
                broken.append(f"{name}: <{element.tag} {attribute}={url!r}>: {found}")
    assert not broken


def test_absolute_addresses_in_heads_resolve(site: BuiltSite) -> None:
    broken = [
        f"{name}: {url}"
        for name, page in site.pages.items()
        for url in (page.canonical, page.meta("og:url"), page.meta("og:image"))
        if url is not None and (not url.startswith(site.url) or problem_of(site, url))
    ]
    assert not broken


def test_canonical_address_is_the_page_or_where_it_moved(site: BuiltSite) -> None:
    addresses = {site.absolute(name) for name in site.pages}
    for name, page in site.pages.items():
        if name == "404.html":
            assert page.canonical is None
        elif page.has("meta", http_equiv="refresh"):
            assert page.canonical in addresses
        else:
            assert page.canonical == site.absolute(name)
            assert page.meta("og:url") in (None, page.canonical)


def test_ids_are_unique(site: BuiltSite) -> None:
    repeated = {
        name: sorted({id_ for id_ in page.ids if page.ids.count(id_) > 1})
        for name, page in site.pages.items()
        if len(set(page.ids)) < len(page.ids)
    }
    assert not repeated


def test_no_page_loads_anything_from_another_host(site: BuiltSite) -> None:
    foreign = [
        f"{name}: <{element.tag} {attribute}={url!r}>"
        for name, page in site.pages.items()
        for element, attribute, url in references(page)
        if is_loaded(element, attribute)
        and not urljoin(site.absolute(name), url).startswith((site.url, "data:"))
    ]
    assert not foreign


def css_of(site: BuiltSite) -> Iterator[tuple[str, str]]:
    """The style sheets, and the styles inside pages."""
    for path in sorted(site.folder.rglob("*.css")):
        yield path.relative_to(site.folder).as_posix(), path.read_text("utf-8")
    for name, page in site.pages.items():
        for element in page:
            if element.tag == "style":
                yield name, element.raw_text
            elif "style" in element.attributes:
                yield name, element.attributes["style"]


def test_styles_load_only_what_is_there(site: BuiltSite) -> None:
    wrong = []
    for name, css in css_of(site):
        for groups in _CSS_URL.findall(_COMMENT.sub("", css)):
            url = next(filter(None, groups), "")
            whole = urljoin(site.absolute(name), url)
            if whole.startswith("data:"):
                continue
            if not whole.startswith(site.url) or problem_of(site, whole):
                wrong.append(f"{name}: {url}")
    assert not wrong


@pytest.mark.parametrize(
    ("url", "problem"),
    [
        ("sencha/", None),
        ("sencha/#definition", None),
        ("https://elsewhere.example.org/", None),
        ("sencha/#nothing", "no such fragment"),
        ("sencha", "no such file"),
        ("sencha/nothing.css", "no such file"),
        ("/terms/", "leaves the site's folder"),
        ("../../terms/", "leaves the site's folder"),
    ],
)
def test_the_crawl_would_notice(foreign: BuiltSite, url: str, problem: str | None) -> None:
    assert problem_of(foreign, urljoin(base_of(foreign, "terms/index.html"), url)) == problem


@pytest.mark.parametrize("suffix", [".js", ".css", ".svg", ".html", ".json", ".xml"])
def test_no_source_maps_or_development_addresses(real: BuiltSite, suffix: str) -> None:
    def offends(path: Path) -> bool:
        text = path.read_text("utf-8")
        return "localhost" in text or "//127.0.0.1" in text or "sourceMappingURL=http" in text

    assert not [path.name for path in real.folder.rglob(f"*{suffix}") if offends(path)]


def test_the_map_names_all_that_its_script_imports(foreign: BuiltSite) -> None:
    """So that no browser finds it step by step; each is there, see the crawl above."""
    named = {
        (foreign.folder / "graph" / item.attributes["src"]).resolve()
        for item in foreign.pages["graph/index.html"].all("script")
        if item.attributes.get("type") == "module"
    }
    imported = set(named)
    for script in named:
        names = re.findall(r'^(?:import|export|\}).*? "(\..+)";$', script.read_text(), re.MULTILINE)
        imported.update((script.parent / name).resolve() for name in names)
    assert len(imported) > 20
    assert imported == named
