"""One run reports everything; a site comes of a glossary without errors; runners change nothing."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from build_tools.adapters.report import report
from build_tools.compiler import compile_glossary, run_serially
from build_tools.model.diagnostics import Severity
from build_tools.model.project import Project, Settings
from build_tools.model.source import SourceFile
from tests.support.glossaries import VOCABULARIES, compile_files, entry_path

A = TypeVar("A")
B = TypeVar("B")

LEAST = "term: {0}\ntopic: safety\nkind: concept\ndefinition: Something that is called {0} here.\n"


def test_an_entry_with_only_the_four_required_keys_builds() -> None:
    compiled = compile_files({entry_path("a"): LEAST.format("Alpha")})
    assert compiled.compilation.site is not None
    assert compiled.compilation.count(Severity.ERROR) == 0


def test_an_error_anywhere_means_no_site() -> None:
    good = LEAST.format("Alpha")
    for files in (
        {entry_path("b"): "term: b\n"},
        {"docs/index.md": "[[gone]]"},
        {"glossary/kinds.yml": "Concept: {label: c, definition: d}\n"},
        {"glossary/references.json": "{"},
    ):
        compiled = compile_files({entry_path("a"): good, **files})
        assert compiled.compilation.site is None
        assert compiled.compilation.count(Severity.ERROR) >= 1


def test_a_warning_does_not_keep_the_site_from_being() -> None:
    compiled = compile_files({entry_path("a"): LEAST.format("Alpha")})
    assert compiled.codes == ["no-source", "unused-reference"]
    assert compiled.compilation.site is not None


def test_entries_are_counted_even_if_they_are_bad() -> None:
    files = {entry_path(name): "" for name in "abc"}
    assert compile_files(files).compilation.entries == 3


def test_no_files_at_all() -> None:
    compilation = compile_glossary((), Project())
    assert [item.code.value for item in compilation.diagnostics] == ["missing-file"] * 2
    assert compilation.site is None


def test_a_glossary_may_lie_anywhere() -> None:
    files = {path.replace("glossary/", "a/b/"): text for path, text in VOCABULARIES.items()}
    files["a/b/entries/x.yml"] = LEAST.format("Alpha")
    sources = [SourceFile(path, text.encode()) for path, text in files.items()]
    compilation = compile_glossary(sources, Project(settings=Settings(glossary="a/b")))
    assert compilation.site is not None
    assert list(compilation.site.entries) == ["x"]


def one_by_one(function: Callable[[Sequence[A]], B], items: Sequence[A], /) -> list[B]:
    """A runner that gives each item a run of its own."""
    return [function(items[at : at + 1]) for at in range(len(items))]


def test_runners_and_the_order_of_files_change_nothing() -> None:
    files = {
        **{
            entry_path(name): LEAST.format(name.upper() * 3)
            + f"body: Of {other * 3} and [[{other}]].\nlinks:\n"
            + f"  - {{relation: related, target: {other}, because: It is.}}\n"
            for name, other in ("ab", "bc", "cd", "de", "ef")
        },
        entry_path("f"): LEAST.format("FFF"),
        **VOCABULARIES,
    }
    sources = [SourceFile(path, text.encode()) for path, text in files.items()]
    by_path = {source.path: source for source in sources}
    first = compile_glossary(sources, Project(), run=run_serially)
    assert first.site is not None
    for run in (run_serially, one_by_one):
        for order in (sources, sources[::-1]):
            other = compile_glossary(order, Project(), run=run)
            assert other.site == first.site
            assert report(6, other.diagnostics, by_path, "json") == report(
                6, first.diagnostics, by_path, "json"
            )


def test_without_a_calendar_no_review_is_late() -> None:
    compiled = compile_files({entry_path("a"): LEAST.format("A") + "reviewed: 1999-01-01\n"})
    assert "review-overdue" not in compiled.codes
