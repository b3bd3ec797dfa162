"""The hostile glossary as a parser sees it: no element, attribute or address that came of text."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

from tests.site.page import Element, Page
from tests.site.projects import HOSTILE_FOLDER, BuiltSite, build, write_project

SAFE = re.compile(r"(?:https?:|mailto:|data:,$|[^:]*(?:[/?#]|$))")  # data:, is an empty icon
DATA = frozenset({"application/json", "application/ld+json"})


def scripts(page: Page) -> Iterator[Element]:
    """What runs."""
    return (item for item in page.all("script") if item.attributes.get("type") not in DATA)


def test_no_script_came_of_text(hostile: BuiltSite, real: BuiltSite) -> None:
    """Scripts are files of the theme, or the same as on pages that no hostile text is on."""
    known = {_anywhere(item) for page in real.pages.values() for item in scripts(page)}
    for name, page in hostile.pages.items():
        for script in scripts(page):
            source = script.attributes.get("src")
            if source is not None:
                assert re.fullmatch(r"[./]*assets/[\w./-]+\.js", source), f"{name}: {source}"
            elif page.has("meta", http_equiv="refresh"):
                assert re.fullmatch(
                    r"location\.replace\('[./a-z0-9-]+' \+ location\.hash\)", script.raw_text
                )
            else:
                assert _anywhere(script) in known, f"{name}: {script.raw_text}"


def _anywhere(script: Element) -> str:
    """A script without what depends on where its page lies."""
    return re.sub(r'new URL\("[./]*",', "new URL(…,", script.raw_text)


def test_no_attribute_came_of_text(hostile: BuiltSite) -> None:
    for name, page in hostile.pages.items():
        for element in page:
            for attribute, value in element.attributes.items():
                assert not attribute.startswith("on"), (
                    f"{name}: <{element.tag} {attribute}={value!r}>"
                )
                assert re.fullmatch(r"[a-z:-]+[0-9]?", attribute), f"{name}: {attribute!r}"
                if attribute in ("href", "src", "action", "formaction", "xlink:href"):
                    assert SAFE.match(value), f"{name}: {value}"


def test_no_element_came_of_text(hostile: BuiltSite, foreign: BuiltSite) -> None:
    def tags(site: BuiltSite) -> set[str]:
        return {element.tag for page in site.pages.values() for element in page}

    assert tags(hostile) - tags(foreign) <= {"form", "code", "pre", "img"}


def test_no_comment_or_section_swallows_the_page(hostile: BuiltSite) -> None:
    for name in hostile.entries:
        page = hostile.entry(name)
        assert page.has("footer")
        assert page.has("script", id="__config")
        assert page.one("body").has("main")


def test_text_comes_out_as_it_went_in(hostile: BuiltSite) -> None:
    page = hostile.entry("hostile")
    entry = hostile.entries["hostile"]
    assert page.title == f"{entry['term']} - Salt & Pepper"
    assert page.one("main").one("h1").text == f"{entry['term']} {entry['abbreviation']}"
    shown = page.one("main").one(".concord-aliases").text
    assert all(alias in shown for alias in entry["aliases"])
    definition = page.one("#definition").text
    assert definition.startswith(
        "\"><script>window.__pwned='definition'</script> </script><!-- <![CDATA[ "
    )
    assert "<img src=x onerror=\"window.__pwned='label of a link'\">" in definition
    body = page.one("main").one(".concord-body").text
    assert "entities: <script>window.__pwned='entities'</script>" in body
    assert "escapes: <script>window.__pwned='escape'</script>" in body
    assert "</code></pre><script>window.__pwned='fence'</script>" in body
    assert entry["examples"][1] in page.one("section", aria_labelledby="examples").text
    assert page.meta("og:title") == entry["term"]


def test_structured_data_and_citations_stay_data(hostile: BuiltSite) -> None:
    page = hostile.entry("hostile")
    term = hostile.entries["hostile"]["term"]
    assert json.loads(page.one("script", type="application/ld+json").raw_text)["name"] == term
    plain, _bibtex, csl = (
        text.raw_text for text in page.one("section", aria_labelledby="cite").all("pre")
    )
    assert term in plain
    assert json.loads(csl)[0]["title"] == term


def test_the_file_of_an_entry_is_linked_whatever_its_folder(hostile: BuiltSite) -> None:
    links = dict(hostile.entry("victim").one("main").links())
    for label in ("Edit this entry", "View its YAML source"):
        path = links[label].split("/main/", 1)[1]
        assert re.fullmatch(r"[\w.~/%!$&'()*+,;=:@-]+", path), path
    assert hostile.entries["victim"]["path"] == f"glossary/entries/{HOSTILE_FOLDER}/victim.yml"


def test_placeholders_of_the_engine_are_text_like_any_other(hostile: BuiltSite) -> None:
    page = hostile.entry("mark")
    assert page.one("main").one("h1").text == "concordslotmainend"
    assert page.one("#definition").text.startswith(
        "concordslotcontentend and concordslotnowhereend"
    )
    topic = hostile.page("topics/mark/")
    label = "concordslotcontentend concordslotheadend concordslotnowhereend"
    assert topic.title == f"{label} - Salt & Pepper"
    assert topic.one("main").one("h1").text == label
    assert len(topic.all("h1")) == 1
    assert [label for label, _ in hostile.page("topics/").one("article").links()].count(label) == 1


def test_nothing_leaves_the_sites_folder(hostile: BuiltSite) -> None:
    assert not [
        path for path in hostile.folder.parent.iterdir() if path.name not in ("site", "project")
    ]
    for path in hostile.folder.rglob("*"):
        assert path.resolve().is_relative_to(hostile.folder)
        assert re.fullmatch(r"[\w.@-]+", path.name), path


def test_control_characters_of_references_are_gone(tmp_path: Path) -> None:
    """JSON can escape them, and half of a surrogate pair, which no file may hold."""
    texts = {"references.json": '[{"id": "a", "title": "A\\ud800B\\u202eC\\u0000D"}]'}
    texts["entries/tea.yml"] = "term: Tea\ntopic: t\nkind: k\ndefinition: D.\nsources: [a]\n"
    site = build(write_project(tmp_path / "p", texts), tmp_path / "site")
    assert site.entry("tea").one("#source-1").one("cite").text.replace("�", "") == "ABCD"


def test_any_id_is_possible(tmp_path: Path) -> None:
    names = ["index", "constructor", "con", "assets", "data", "terms", "404", "0", "a" * 200]
    text = "term: Tea {}\ntopic: t\nkind: k\ndefinition: A drink.\n"
    files = {f"entries/{name}.yml": text.format(name) for name in names}
    site = build(write_project(tmp_path / "p", files), tmp_path / "site")
    assert sorted(site.entries) == sorted(names)
    for name in names:
        assert site.entry(name).one("main").attributes["data-entry-id"] == name
    assert site.page("terms/").has("h1")
