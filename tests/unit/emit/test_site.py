"""Who makes which page, and what is made of all that no host renders."""

from collections.abc import Collection

import pytest
import yaml

from build_tools.emit.parts.context import Page
from build_tools.emit.parts.shell import SHELL_PAGES
from build_tools.emit.site import ENTRY_DEPTH, Plan, emit, front_matter, plan
from build_tools.model.identifiers import SiteUrl
from build_tools.model.project import Project, Settings
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import SHELL

ENTRY = "term: A\ntopic: safety\nkind: concept\ndefinition: What it is.\nformer_ids: [old]\n"
HOSTED = ["", "terms/", "search/", "graph/", "path/", "topics/"]
"""Pages of one segment are rendered by the host, wherever they stand."""
TOPICS = ["topics/alignment/", "topics/safety/"]


def planned(
    listed: Collection[str] | None = (), *, has_home: bool = False, manual: bool = False
) -> Plan:
    project = Project(url="https://a.org/", settings=Settings(manual=manual))
    return plan(
        site_of({entry_path("a"): ENTRY}, project),
        listed,
        has_home=has_home,
        imports_of=lambda _script: (),
    )


@pytest.mark.parametrize("listed", [None, (), ("terms/",)])
def test_pages_that_the_navigation_does_not_list_are_stamped(
    listed: Collection[str] | None,
) -> None:
    found = planned(listed)
    assert list(found.hosted) == HOSTED
    assert [page.url for page in found.stamped] == ["graph/sentences/", *TOPICS]
    assert found.shells == (ENTRY_DEPTH,)


def test_pages_that_it_lists_are_rendered_one_by_one() -> None:
    found = planned(["topics/safety/", "about/"])
    assert list(found.hosted) == [*HOSTED, "topics/safety/"]
    assert [page.url for page in found.stamped] == ["graph/sentences/", "topics/alignment/"]
    assert found.is_listed("topics/safety/")
    assert not found.is_listed("terms/")


def test_a_host_without_a_navigation_lists_everything() -> None:
    assert planned(None).is_listed("terms/")


def test_a_home_page_that_somebody_wrote_is_not_made() -> None:
    assert "" not in planned(has_home=True).hosted


def test_the_manual_needs_a_shell_of_its_own_depth() -> None:
    found = planned(manual=True)
    assert found.shells == (ENTRY_DEPTH, 3)
    assert set(found.shells) <= set(SHELL_PAGES)
    assert "contribute/checks/tag/" in [page.url for page in found.stamped]


@pytest.mark.parametrize(
    ("url", "title", "wide", "wanted"),
    [
        ("x/", 'A "b": c & d', False, {"title": 'A "b": c & d', "hide": ["toc"]}),
        ("x/", "A", True, {"title": "A", "hide": ["toc", "navigation"]}),
        ("", "Words", False, {"hide": ["toc"]}),
    ],
)
def test_front_matter_is_yaml(url: str, title: str, wide: bool, wanted: dict[str, object]) -> None:
    text = front_matter(Page(SiteUrl(url), title, "é 𝒜 <b>", {}, wide=wide))
    assert text.startswith("---\n")
    assert text.endswith("\n---\n")
    value = yaml.safe_load(text.strip("-\n"))
    if "title" in value:
        value["title"] = value["title"].replace("&quot;", '"').replace("&amp;", "&")
    assert value == {**wanted, "description": "é 𝒜 &lt;b&gt;"}


def test_everything_else_is_made_once() -> None:
    found = planned()
    artifacts = list(emit(found, {ENTRY_DEPTH: SHELL}, ["", "about/", *HOSTED[1:]]))
    paths = [item.path for item in artifacts]
    assert len(paths) == len(set(paths))
    pages = ["graph/sentences/index.html", *(f"{url}index.html" for url in TOPICS)]
    assert paths[:3] == pages
    assert {"terms/old/index.html", "sitemap.xml", "opensearch.xml"} <= set(paths)
    assert {"data/glossary.json", "data/graph.json", "data/search/manifest.json"} <= set(paths)
    sitemap = next(
        b"".join(item.pieces).decode() for item in artifacts if item.path == "sitemap.xml"
    )
    for url in ("", "about/", "terms/", "topics/", *TOPICS, "terms/a/"):
        assert f"<loc>https://a.org/{url}</loc>" in sitemap
    assert "https://a.org/search/" not in sitemap
    assert "https://a.org/terms/old/" not in sitemap
