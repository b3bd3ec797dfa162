"""The real glossary, compiled once a session as `concord check` compiles it."""

from datetime import date
from pathlib import Path

import pytest

from build_tools.adapters.project import read_project
from build_tools.adapters.read import read_glossary, read_pages
from build_tools.compiler import Compilation, compile_glossary
from build_tools.model.glossary import Site
from build_tools.model.source import SourceFile

ROOT = Path(__file__).parents[2]
REVIEW_DAY = date(2026, 11, 24)
"""Fixed, so that the verdict does not change with the calendar."""


@pytest.fixture(scope="session")
def pages() -> tuple[SourceFile, ...]:
    return read_pages(ROOT, read_project(ROOT / "mkdocs.yml").docs)


@pytest.fixture(scope="session")
def compilation(pages: tuple[SourceFile, ...]) -> Compilation:
    project = read_project(ROOT / "mkdocs.yml")
    sources = read_glossary(ROOT, project.settings.glossary)
    return compile_glossary(sources, project, pages=pages, today=REVIEW_DAY)


@pytest.fixture(scope="session")
def glossary_site(compilation: Compilation) -> Site:
    assert compilation.site, "the glossary does not compile; `concord check` says why"
    return compilation.site
