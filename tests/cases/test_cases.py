"""Every diagnostic, from a glossary to what a contributor reads."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from build_tools.model.diagnostics import Code
from tests.support.cases import Case, cases_in

FOLDER = Path(__file__).parent
CASES = tuple(cases_in(FOLDER))

# What is said of many things at once, and what nothing is said about.
GENERAL = {"nothing-to-report", "several-at-once"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.path.stem}: {case.name}")
def test_case(case: Case, update_cases: bool) -> None:
    report = case.report()
    if update_cases and report != case.expected:
        case.rewrite(report)
        return
    assert report == case.expected


@pytest.mark.parametrize("code", Code)
def test_every_code_has_cases_that_show_it(code: Code) -> None:
    # Read anew, since --update-cases may have written them a moment ago.
    cases = list(cases_in(FOLDER, code.value))
    assert cases, f"tests/cases/{code.value}.yml is missing"
    for case in cases:
        assert f"[{code.value}]\n" in case.expected, case.name


CHANGES = [(case, change) for case in CASES for change in case.changes]


@pytest.mark.parametrize(
    ("case", "change"),
    CHANGES,
    ids=[f"{case.path.stem}: {case.name}: {', '.join(change)}" for case, change in CHANGES],
)
def test_the_nearest_case_is_silent(case: Case, change: Mapping[str, Any]) -> None:
    code = case.path.stem
    fires = set(case.compiled().codes)
    assert code in fires
    silent = set(case.compiled(change).codes)
    assert code not in silent
    assert silent - fires == set(change.get("still", ())), "the change has another effect as well"


@pytest.mark.parametrize("code", Code)
def test_every_code_has_a_nearest_case_that_is_silent(code: Code) -> None:
    assert any(case.changes for case in cases_in(FOLDER, code.value)), (
        f"no case in tests/cases/{code.value}.yml has 'silent'"
    )


def test_every_file_is_named_after_a_code() -> None:
    assert {case.path.stem for case in CASES} <= GENERAL.union(map(str, Code))


def test_nothing_is_reported_where_nothing_should_be() -> None:
    for case in cases_in(FOLDER, "nothing-to-report"):
        assert case.expected.endswith(": nothing to report\n"), case.name


def test_rewriting_a_case_changes_what_it_expects_and_nothing_else(tmp_path: Path) -> None:
    for path in sorted(FOLDER.glob("*.yml")):
        copy = tmp_path / path.name
        copy.write_bytes(path.read_bytes())
        for case in cases_in(tmp_path, path.stem):
            case.rewrite("one\n\n  two\n")
        assert {case.expected for case in cases_in(tmp_path, path.stem)} == {"one\n\n  two\n"}
        for case in cases_in(FOLDER, path.stem):
            replace(case, path=copy).rewrite(case.expected)
        assert copy.read_text("utf-8") == path.read_text("utf-8")
