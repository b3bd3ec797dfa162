"""Hand-written pages with all that hosts can do, as a parser sees them."""

import json
import re
from pathlib import Path

import pytest

from tests.site.hostile_pages import hostile_pages_project, shown
from tests.site.projects import BuiltSite, build, run, write_project
from tests.support.hostile import HOSTILE, PLACEHOLDER

TITLE = "Salt & </title><script>window.__pwned='site'</script> \" it's {{ 7 * 7 }} &lt;b&gt; \ufffd"


@pytest.fixture(name="site", scope="module")
def _site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    folder = tmp_path_factory.mktemp("pages")
    return build(hostile_pages_project(folder / "project"), folder / "site")


def folded(text: str) -> str:
    return " ".join(text.split())


def test_nothing_that_runs_came_of_text(site: BuiltSite) -> None:
    for name, page in site.pages.items():
        for element in page:
            for attribute, value in element.attributes.items():
                # what the page's own author wrote stays what it was
                assert not attribute.startswith("on") or value.startswith(("[[", "[@")), name
                if attribute in ("href", "src", "action", "formaction"):
                    assert not value.lower().lstrip().startswith(("javascript:[[", "data:text")), (
                        name
                    )
                if attribute == "src":
                    assert "//" not in value, f"{name}: {value}"
        for script in page.all("script"):
            kind = script.attributes.get("type", "")
            assert kind in ("application/ld+json", "text/plain") or "__pwned" not in script.raw_text


def test_texts_of_the_configuration_are_text(site: BuiltSite) -> None:
    for name, page in site.pages.items():
        if not page.has("header"):
            continue
        assert folded(page.title).endswith(TITLE), name
        logo = page.one("header").one("a.md-logo")
        assert logo.attributes["title"] == TITLE
        assert logo.attributes["aria-label"] == TITLE
        copyright_ = page.one(".md-copyright__highlight")
        assert [link.text for link in copyright_.all("a")] == ["us"]
        assert not copyright_.has("script")
        assert not copyright_.has("img")
        assert page.meta("author") == TITLE


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_a_title_is_the_term_wherever_it_is_shown(site: BuiltSite, number: int) -> None:
    page = site.page(f"titles/{number}/")
    term = shown(number)
    assert folded(page.title) == folded(f"{term} - {TITLE}")
    assert page.one("h1").text.removesuffix("¶").strip() == term
    tocs = page.all("nav.md-nav--secondary")
    assert tocs
    for toc in tocs:
        assert f"The {term}" in [folded(item.text) for item in toc.all("a")]
    neighbours = [site.page("titles/0/" if number else "titles/1/"), site.page("places/other/")]
    for other in neighbours:
        navigation = other.one("nav.md-nav--primary")
        assert term in [folded(item.text) for item in navigation.all("a")]
    link = page.one("article").all("a.concord-link")[0]
    assert (folded(link.text), link.attributes["href"]) == (term, f"../../terms/e{number}/")


def test_headings_have_ids_that_lead_to_them(site: BuiltSite) -> None:
    for number in range(len(HOSTILE)):
        page = site.page(f"titles/{number}/")
        targets = [link.attributes["href"] for link in page.all("a", href=None)]
        assert {target[1:] for target in targets if target.startswith("#")} <= page.known_ids
        assert len(page.ids) == len(page.known_ids)


def test_no_placeholder_is_left_in_any_file(site: BuiltSite) -> None:
    for path in sorted(site.folder.rglob("*")):
        if path.is_file():
            text = path.read_bytes().decode("utf-8", "replace")
            text = text.replace("&#", "")  # nor one in disguise
            found = [word for word in re.findall(PLACEHOLDER, text) if not word.startswith("qzaaa")]
            assert not found or path.suffix in (".js", ".map", ".png"), path


def test_a_title_is_no_place_for_a_page(site: BuiltSite) -> None:
    """One is called as the engine's marks are, and stands in the navigation of all others."""
    for name, page in site.pages.items():
        assert len(page.all("h1", id="term")) <= 1, name
        assert len(page.all("main")) <= 1, name


def test_the_hosts_search_finds_terms(site: BuiltSite) -> None:
    index = json.loads((site.folder / "search/search_index.json").read_bytes())
    titles = {item["location"]: item["title"] for item in index["docs"]}
    assert titles["titles/0/"].startswith("*Bee*{ tabindex=0")
    assert not [location for location in titles if location.startswith("shell/")]


def test_each_place_shows_what_it_should(site: BuiltSite) -> None:
    places = site.page("places/").one("article")
    assert len(places.all("a.concord-link")) > 100
    assert len(places.all("img", alt=None)) > 5
    for image in places.all("img"):
        assert re.fullmatch(r"[./]*(image\.png|terms/e\d+/|#source-\d+)", image.attributes["src"])
    for code in places.all("code"):
        assert not code.has("a.concord-link")
    written = (site.project / "docs/places/index.md").read_text("utf-8")
    for area in places.all("textarea"):
        assert area.raw_text in written
    for comment in re.findall(
        "<!-- .*? -->", (site.folder / "places/index.html").read_text("utf-8")
    ):
        assert comment in written


CONFIG = "site_name: A\nsite_url: https://a.example/\ntheme: {name: material, font: false}\n"


def built(
    folder: Path, pages: dict[str, str], config: str = "", term: str = "Bee & <b>"
) -> BuiltSite:
    """A site of one entry, ``bee``, with these pages."""
    entry = f"term: {json.dumps(term)}\ntopic: t\nkind: k\ndefinition: It makes honey all day.\n"
    project = write_project(folder / "project", {"entries/bee.yml": entry})
    (project / "mkdocs.yml").write_text(
        CONFIG + (config or "plugins: [concord]\n"), encoding="utf-8"
    )
    for name, text in pages.items():
        path = project / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
    return build(project, folder / "site", "--verbose")


def test_windows_lines_and_front_matter(tmp_path: Path) -> None:
    text = "---\r\ntitle: x [[bee]]\r\n---\r\n\r\nSee [[bee]].\r\n\r\n    [[bee]]\r\n"
    page = built(tmp_path, {"a.md": text}).page("a/")
    assert [link.text for link in page.one("article").all("a.concord-link")] == ["Bee & <b>"]
    assert page.title == "x [[bee]] - A"


def test_a_link_without_a_page_behind_it_is_nothing_to_warn_of(tmp_path: Path) -> None:
    entry = (
        "term: Bee\ntopic: t\nkind: k\ndefinition: It makes honey all day and night.\nlinks: []\n"
    )
    project = write_project(tmp_path / "project", {"entries/bee.yml": entry})
    strict = "plugins: [concord]\nvalidation: {links: {unrecognized_links: warn, absolute_links: warn}}\n"
    (project / "mkdocs.yml").write_text(CONFIG + strict, encoding="utf-8")
    (project / "docs/a.md").write_text("[to the bee]([[bee]]) and [[bee]]", encoding="utf-8")
    done = run("build", "--config", project / "mkdocs.yml", "--site-dir", tmp_path / "site")
    assert done.returncode == 0
    assert "contains" not in done.stderr
    page = BuiltSite(project, tmp_path / "site").page("a/")
    assert ("to the bee", "../terms/bee/") in page.one("article").links()


def test_posts_are_shown_on_other_pages(tmp_path: Path) -> None:
    """Excerpts are rendered once more, elsewhere, from the page's own text."""
    post = "---\ndate: 2026-01-01\n---\n\n# Of [[bee]]\n\nSee [[bee]].\n\n<!-- more -->\n\nMore [[bee]].\n"
    files = {"index.md": "# Home", "blog/index.md": "# Posts", "blog/posts/one.md": post}
    site = built(tmp_path, files, "plugins: [search, blog, concord]\n")
    page = site.page("blog/").one("main")
    assert [href for label, href in page.links() if label == "Bee & <b>"] == ["../terms/bee/"]
    assert "Of Bee & <b>" in [item.text for item in page.all("h2")]
    assert "[[bee]]" not in page.text


def test_plugins_see_what_the_page_says(tmp_path: Path) -> None:
    hooks = (
        "def on_page_content(html, page, config, files):\n"
        "    return html + f'<pre>{page.markdown}</pre><p>{config.site_name}</p>'\n"
    )
    site_name = "hooks: [hooks.py]\nplugins: [concord]\n"
    entry = {"a.md": "See [[bee]].", "../hooks.py": hooks}
    page = built(tmp_path, entry, site_name).page("a/").one("article")
    assert page.one("pre").text == "See [[bee]]."
    assert [item.text for item in page.all("p")] == ["See Bee & <b>.", "A"]
