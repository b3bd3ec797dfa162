"""One rule a file, whose docstring is its page in the manual."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from build_tools.model.diagnostics import Code, Severity
from build_tools.model.source import SourceFile
from build_tools.stages import rules
from build_tools.stages.rules.catalogue import ENTRY_RULES, GLOSSARY_RULES, manual, manual_page
from build_tools.stages.rules.rule import Rule
from build_tools.stages.yaml.read import parse

FOLDER = Path(rules.__path__[0])
SHARED = {"__init__", "catalogue", "rule"}
NAMES = sorted(path.stem for path in FOLDER.glob("*.py") if path.stem not in SHARED)


def test_every_code_has_its_module_and_every_module_its_code() -> None:
    assert sorted(code.value.replace("-", "_") for code in Code) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_a_module_holds_the_rule_that_it_is_named_after(name: str) -> None:
    module = import_module(f"build_tools.stages.rules.{name}")
    assert isinstance(module.RULE, Rule)
    assert module.RULE.code == name.replace("_", "-")
    assert isinstance(module.RULE.severity, Severity)
    assert hasattr(module, "check") or hasattr(module, "finding")


@pytest.mark.parametrize("code", Code)
def test_the_manual_says_something_about_it(code: Code) -> None:
    page = manual_page(code)
    assert len(page.summary.split()) >= 3
    assert "\n" not in page.summary
    assert not page.summary.endswith(".")
    assert page.text
    assert len(page.summary) <= 90


@pytest.mark.parametrize("code", Code)
def test_examples_in_the_manual_are_well_formed_unless_that_is_their_fault(code: Code) -> None:
    for before, example in re.findall(
        r"([^\n]*)\n\n```yaml\n(.*?)```", manual_page(code).text, re.DOTALL
    ):
        _document, findings = parse(SourceFile("example.yml", example.encode()))
        wrong = before == "Wrong:" and code in set(Code) & {finding.code for finding in findings}
        assert wrong or not findings, (before, findings)


def test_the_manual_is_in_the_order_of_the_codes() -> None:
    assert [page.code for page in manual()] == list(Code)


def test_rules_that_look_at_entries_are_all_run() -> None:
    listed = {check.__module__.rpartition(".")[2] for check in (*ENTRY_RULES, *GLOSSARY_RULES)}
    with_check = {
        name
        for name in NAMES
        if hasattr(import_module(f"build_tools.stages.rules.{name}"), "check")
    }
    # These need what is derived later, and the compiler runs them.
    assert with_check - listed == {"circular_definition", "unlinked_entry", "unused_reference"}
