"""Glossaries of all sorts build, and none of this repository's words is in the engine."""

import json
import re
from pathlib import Path
from urllib.parse import urljoin

import pytest

from build_tools.cli import main
from tests.site.projects import BuiltSite, build, run, write_project
from tests.site.test_html import problems_in
from tests.site.test_links import base_of, problem_of, references

MINIMAL = "term: Tea\ntopic: t\nkind: k\ndefinition: A drink.\n"


def test_a_small_glossary_is_whole(tmp_path: Path) -> None:
    """One whose only entry has what it must have."""
    project = write_project(tmp_path / "project", {"entries/tea.yml": MINIMAL})
    small = build(project, tmp_path / "site")
    urls = [
        (name, url)
        for name, page in small.pages.items()
        for _element, _attribute, url in references(page)
    ]
    assert not [
        (name, url) for name, url in urls if problem_of(small, urljoin(base_of(small, name), url))
    ]
    assert not problems_in(small.folder)


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("left", ["nothing", "an empty folder", "another folder", "another name"])
def test_a_glossary_without_entries_replaces_no_site(tmp_path: Path, left: str) -> None:
    project = write_project(tmp_path / "project", {"entries/tea.yml": MINIMAL})
    site = tmp_path / "site"
    build(project, site)
    before = files_in(site)
    entries = project / "glossary" / "entries"
    if left == "another folder":
        entries.rename(entries.with_name("words"))
    elif left == "another name":
        (entries / "tea.yml").rename(entries / "tea.YML")
    else:
        (entries / "tea.yml").unlink()
        if left == "nothing":
            entries.rmdir()
    done = run("build", "--config", project / "mkdocs.yml", "--site-dir", site)
    assert done.returncode == 1
    code = "misplaced-file" if left == "another name" else "no-entries"
    assert f"[{code}]" in done.stdout + done.stderr
    assert files_in(site) == before


def test_vocabularies_without_anything_in_them(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {"topics.yml": "{}\n", "kinds.yml": "{}\n", "relations.yml": "{}\n"}
    project = write_project(tmp_path / "p", files | {"references.json": "[]"})
    assert main(["check", "--config", str(project / "mkdocs.yml")]) == 1
    assert re.findall(r"\[[a-z-]+\]\n", capsys.readouterr().out) == ["[no-entries]\n"]


def test_an_entry_needs_four_keys_only(tmp_path: Path) -> None:
    site = build(
        write_project(tmp_path / "project", {"entries/tea.yml": MINIMAL}), tmp_path / "site"
    )
    page = site.entry("tea")
    assert page.title == "Tea - A glossary"
    assert page.one("#definition").text == "A drink."
    assert [heading.text for heading in page.one("main").all("h2")] == ["Cite this entry"]
    assert "(" not in page.all("pre")[0].text  # no year is known


def test_an_unconfigured_project_shows_no_addresses_it_has_not(tmp_path: Path) -> None:
    project = write_project(tmp_path / "project", {"entries/tea.yml": MINIMAL})
    config = project / "mkdocs.yml"
    theme = "theme: {name: material, font: false}\n"
    config.write_text(f"site_name: A\nplugins: [concord]\n{theme}", "utf-8")
    done = run("build", "--config", config, "--site-dir", tmp_path / "site")
    assert done.returncode == 0, done.stderr
    site = BuiltSite(project, tmp_path / "site")
    page = site.entry("tea")
    assert page.canonical is None
    assert page.meta("og:url") is None
    assert not (site.folder / "sitemap.xml").exists()
    assert "Edit this entry" not in page.one("main").text
    assert "terms/tea/" in page.all("pre")[0].text


def test_a_foreign_glossary_shows_its_own_words_alone(foreign: BuiltSite, real: BuiltSite) -> None:
    shown = {
        element.text
        for page in foreign.pages.values()
        for element in page.one("body")
        if element.tag in ("a", "h1", "h2", "h3", "span", "td", "p")
    }
    for vocabulary in ("topics", "kinds", "relations"):
        for item in real.data[vocabulary]:
            assert item["label"] not in shown
            assert item.get("definition") not in shown
    text = " ".join(page.one("body").text for page in foreign.pages.values())
    for vocabulary in ("topics", "kinds"):
        for item in foreign.data[vocabulary]:
            assert item["label"] in text
    for label in ("で淹れる", "を淹れる器である", "ähnelt"):
        assert label in text
    assert "Concord" not in text


def test_a_foreign_glossary_is_published_below_its_path(foreign: BuiltSite) -> None:
    assert foreign.pages["404.html"].has("a", href="/words/terms/")
    data = json.loads((foreign.folder / "data" / "glossary.json").read_bytes())
    assert data["url"] == "https://tea.example.org/words/"


@pytest.mark.parametrize(("language", "direction"), [("he", "rtl"), ("de", "ltr")])
def test_languages_of_both_directions(tmp_path: Path, language: str, direction: str) -> None:
    files = {"entries/tea.yml": MINIMAL.replace("Tea", "שלום")}
    project = write_project(tmp_path / "project", files)
    config = project / "mkdocs.yml"
    text = config.read_text("utf-8").replace(
        "{name: material,", f"{{name: material, language: {language},"
    )
    config.write_text(text, "utf-8")
    page = build(project, tmp_path / "site").entry("tea")
    assert page.one("html").attributes["lang"] == language
    assert page.one("body").attributes["dir"] == direction
    assert page.one("main").one("h1").text == "שלום"


def test_characters_beyond_the_basic_plane_reach_titles_and_navigation(tmp_path: Path) -> None:
    label = "葉と𠮷田の畑 🍃"
    files = {
        "entries/tea.yml": MINIMAL,
        "topics.yml": f"t: {{label: {label}, definition: d}}\n",
    }
    project = write_project(tmp_path / "project", files)
    config = project / "mkdocs.yml"
    nav = "nav: [index.md, terms/index.md, Topics: [topics/index.md, topics/t/index.md]]\n"
    config.write_text(config.read_text("utf-8") + nav, "utf-8")
    site = build(project, tmp_path / "site")
    page = site.page("topics/t/")
    assert page.title.startswith(f"{label} - ")
    assert label in page.one("nav.md-nav--primary").text
    assert label in site.entry("tea").one("nav.md-nav--primary").text
    assert page.one("main").one("h1").text == label


def test_topics_outside_the_navigation_are_stamped(foreign: BuiltSite) -> None:
    label = "葉と𠮷田の畑 🍃"
    page = foreign.page("topics/leaf/")
    assert page.title == f"{label} - 茶ことば"
    assert label not in page.one("nav.md-nav--primary").text
    assert label in foreign.page("topics/").one("main").text
    canonical = page.one("link", rel="canonical").attributes["href"]
    assert canonical.endswith("/topics/leaf/")
