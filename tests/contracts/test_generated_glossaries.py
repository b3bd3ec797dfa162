"""Glossaries that programs write, of any size and with the least that the format asks for."""

import pytest

from build_tools.adapters.project import settings_from
from build_tools.compiler import compile_glossary
from build_tools.model.diagnostics import Severity
from build_tools.model.project import Project
from build_tools.model.source import SourceFile
from tests.benchmarks.peers import PEERS
from tests.benchmarks.workload import SMALLEST, generate
from tests.support.glossaries import compile_files, entry_path


@pytest.mark.parametrize("size", [SMALLEST, 300])
def test_the_glossaries_of_the_benchmarks_have_no_errors(size: int) -> None:
    sources = [
        SourceFile(path, text.encode())
        for path, text in PEERS["concord"].files(generate(size))
        if path.startswith("glossary/")
    ]
    compilation = compile_glossary(sources, Project(settings=settings_from({})))
    errors = [item for item in compilation.diagnostics if item.severity is Severity.ERROR]
    assert not errors
    assert compilation.site is not None
    assert len(compilation.site.entries) == size


def test_entries_with_the_four_required_keys_alone() -> None:
    files = {
        entry_path(f"entry-{number}"): (
            f"term: Term {number}\ntopic: safety\nkind: concept\ndefinition: Number {number}.\n"
        )
        for number in range(50)
    }
    site = compile_files(files).compilation.site
    assert site is not None
    assert len(site.entries) == 50


@pytest.mark.parametrize("vocabulary", ["relations.yml", "references.json"])
def test_a_project_needs_no_relations_and_no_references(vocabulary: str) -> None:
    files = {
        f"glossary/{vocabulary}": None,
        entry_path("a"): "term: A\ntopic: safety\nkind: concept\ndefinition: B.\n",
    }
    assert compile_files(files).compilation.site is not None
