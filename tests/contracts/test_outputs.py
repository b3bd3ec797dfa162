"""All that is made of one small glossary, kept as files: whatever changes is seen in a review.

The glossary uses everything once, and the theme is the least that there can be. These files say
what a page holds; that it is right is for the tests of each page. ``--update-cases`` writes them anew.
"""

import re
import shutil
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

from build_tools.emit.pages.entry import entry_pages
from build_tools.emit.pages.manual import manual_pages
from build_tools.emit.parts.shell import CONTENT_MARK, Slot, cut, mark
from build_tools.emit.site import emit, front_matter, plan
from build_tools.model.artifact import Artifact
from build_tools.model.glossary import Site
from build_tools.model.project import Project
from tests.support.glossaries import site_of
from tests.support.hostile import rendered

FOLDER = Path(__file__).parent
GLOSSARY = FOLDER / "small_glossary"
KEPT = FOLDER / "outputs"
SHELL = cut(
    f"<!doctype html><html><head><title>{mark(Slot.TITLE)}</title>"
    f'<meta name="description" content="{mark(Slot.DESCRIPTION)}">'
    f'<link rel="canonical" href="/{mark(Slot.PATH)}/"></head>'
    f"<body><main><div>{CONTENT_MARK}</div></main>"
    f'<nav><li><a href="#{mark(Slot.TOC)}">{mark(Slot.TOC)}</a></li></nav></body></html>'
)
"""A theme with every slot and nothing else."""

MENDING = (
    "if the change is meant, write the files anew and read the difference: "
    ".venv/bin/python -m pytest tests/contracts/test_outputs.py --update-cases"
)

WRITTEN = """\
Of [[proxy]] and [[reward-hacking|it]] [@doe2020; @roe2021], and [[proxy]] [@doe2020].

<!-- concord:topics -->
"""
"""A page by hand."""


@cache
def site() -> Site:
    files = {
        f"glossary/{path.relative_to(GLOSSARY).as_posix()}": path.read_text("utf-8")
        for path in sorted(GLOSSARY.rglob("*.*"))
    }
    project = Project(
        name="Words & signs",
        url="https://example.org/words/",
        description="A small glossary.",
        edit_url="https://example.org/edit/main/",
    )
    return site_of({**files}, project)


@cache
def outputs() -> Mapping[str, str]:
    """Each by the name of the file that keeps it."""
    return dict(_outputs())


def _outputs() -> Iterator[tuple[str, str]]:
    ready = plan(site(), ("terms/",), has_home=False, imports_of=lambda _script: ("ui/a.js",))
    shells = dict.fromkeys(ready.shells, SHELL)
    for page in ready.hosted.values():
        yield f"{page.url}index.html", front_matter(page) + SHELL.stamp(page.slots)
    for artifact in emit(ready, shells, ["", "terms/", "about/"]):
        yield artifact.path, _text(artifact)
    for artifact in entry_pages(ready.context, SHELL, ready.context.ids):
        yield artifact.path, _text(artifact)
    for page in manual_pages(ready.context):
        # One stands for all.
        if page.url.endswith("/deprecated-without-replacement/"):
            yield f"{page.url}index.html", SHELL.stamp(page.slots)
    yield "a/page/index.html", rendered(site(), WRITTEN, url="a/page/")[0]


def _text(artifact: Artifact) -> str:
    return b"".join(artifact.pieces).decode()


def _kept(text: str) -> str:
    """The text with one tag a line, so that a difference can be read."""
    return re.sub(r">(?=<)", ">\n", text).rstrip("\n") + "\n"


def _files() -> list[str]:
    return sorted(path.relative_to(KEPT).as_posix() for path in KEPT.rglob("*") if path.is_file())


def test_a_file_is_kept_of_each_output(update_cases: bool) -> None:
    if update_cases:
        shutil.rmtree(KEPT)
        for name, text in outputs().items():
            (KEPT / name).parent.mkdir(parents=True, exist_ok=True)
            (KEPT / name).write_text(_kept(text), encoding="utf-8")
    assert _files() == sorted(outputs()), MENDING


@pytest.mark.parametrize("name", _files())
def test_an_output_is_what_is_kept_of_it(name: str, update_cases: bool) -> None:
    # Names are read before files are written anew.
    assert update_cases or _kept(outputs()[name]) == (KEPT / name).read_text("utf-8"), MENDING
