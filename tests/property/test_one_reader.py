"""Whatever a project says, wherever it says it: each output is well-formed and says just that."""

import json
import re
from functools import cache
from html import unescape
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from mkdocs.utils.meta import get_data

from build_tools.emit.pages.entry import entry_pages
from build_tools.emit.site import emit, front_matter, plan
from build_tools.model.glossary import Site
from build_tools.model.project import Project, Settings
from tests.support.glossaries import compile_files
from tests.support.hostile import HOSTILE, glossary_with
from tests.support.pages import SHELL, Element, parse_html
from tests.support.strategies import labels

SQUEEZED = {("tspan", "textlength"), ("tspan", "lengthadjust")}  # what is wide is squeezed
HOSTS = {"", "example.org", "git.example.org", "schema.org"}


def site_with(text: str) -> Site | None:
    project = Project(
        name=text,
        description=text,
        url="https://example.org/",
        edit_url="https://git.example.org/edit/main/",
        settings=Settings(manual=False),
    )
    compiled = compile_files(glossary_with(text), project=project)
    if "label-conflict" in compiled.codes:  # two labels that are alike but for what is not heard
        return None
    assert compiled.compilation.site, compiled.text()
    return compiled.compilation.site


def outputs(site: Site) -> dict[str, str]:
    """Every file of a site by its path."""
    made = plan(site, None, has_home=False, imports_of=lambda _script: ())
    pages = {f"{url}index.html": SHELL.stamp(page.slots) for url, page in made.hosted.items()}
    shells = dict.fromkeys(made.shells, SHELL)
    artifacts = (
        *emit(made, shells, ["notes/"]),
        *entry_pages(made.context, SHELL, made.context.ids),
    )
    files = {artifact.path: b"".join(artifact.pieces).decode() for artifact in artifacts}
    return {**files, **pages}


def attributes_of(page: Element) -> set[tuple[str, str]]:
    return {(item.tag, name) for item in page.elements for name in ("", *item.attributes)}


def scripts_of(page: Element) -> set[str]:
    """Scripts that run."""
    return {
        item.attributes.get("src") or item.text
        for item in page.all("script")
        if "json" not in item.attributes.get("type", "")
    }


@cache
def ordinary() -> tuple[frozenset[tuple[str, str]], frozenset[str]]:
    """What elements, attributes and scripts there are where nobody means harm."""
    site = site_with("Ordinary text")
    assert site
    pages = [parse_html(text) for path, text in outputs(site).items() if path.endswith(".html")]
    return (
        frozenset().union(*map(attributes_of, pages)) | SQUEEZED,
        frozenset().union(*map(scripts_of, pages)),
    )


def check_page(text: str) -> None:
    page = parse_html(text)
    attributes, scripts = ordinary()
    assert attributes_of(page) <= attributes
    assert scripts_of(page) <= scripts
    for item in page.elements:
        for name in ("href", "src", "action"):
            parts = urlsplit(item.attributes.get(name, ""))
            assert parts.netloc in HOSTS
            assert parts.scheme in ("", "https", "data")
        if "json" in item.attributes.get("type", ""):
            json.loads(item.text)


def check_everything(text: str) -> None:
    site = site_with(text)
    if site is None:
        return
    shown = " ".join(text.split())
    files = outputs(site)
    for path, content in files.items():
        assert content.isprintable() or re.fullmatch(
            r"(?s)[^\x00-\x08\x0b-\x1f\x7f-\x9f]*", content
        )
        if path.endswith(".html"):
            check_page(content)
        elif path.endswith(".json"):
            json.loads(content)
        elif not path.endswith(".css"):
            ET.fromstring(content)  # noqa: S314  # our own
    entries = {item["id"]: item for item in json.loads(files["data/glossary.json"])["entries"]}
    assert entries["own"]["term"] == f"{shown} own".strip()
    graph = ET.fromstring(files["data/graph.graphml"])  # noqa: S314  # our own
    assert f"{shown} own".strip() in [
        item.text for item in graph.iter() if item.get("key") == "label"
    ]
    titles = {unescape(item) for item in re.findall("<h1[^>]*>(.*?)</h1>", "".join(files.values()))}
    assert {f"{shown} alignment".strip(), f"{shown} safety".strip()} <= titles
    check_front_matter(site)


def check_front_matter(site: Site) -> None:
    """The host reads it as YAML, and prints it as HTML."""
    listed = [f"topics/{key}/" for key in site.vocabularies.topics]
    made = plan(site, listed, has_home=False, imports_of=lambda _script: ())
    assert len(made.hosted) > 2
    for url, page in made.hosted.items():
        rest, data = get_data(front_matter(page))
        assert rest == ""
        assert set(data) == {"title", "description", "hide"} - ({"title"} if not url else set())
        for name in ("title", "description"):
            if name in data:
                assert unescape(data[name]) == getattr(page, name)
                assert not re.search("[<>\"']", data[name])


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_in_every_field(text: str) -> None:
    check_everything(text)


@settings(max_examples=max(20, settings().max_examples // 2))  # each makes a whole site
@given(labels())
def test_any_text_in_every_field(text: str) -> None:
    check_everything(text)
