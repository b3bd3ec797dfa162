"""``tests/unit`` mirrors ``build_tools``: who changes a module finds its tests by its name."""

import ast
from pathlib import Path

import pytest

from build_tools.model.diagnostics import Code

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "build_tools"
MODULES = sorted(
    path.relative_to(PACKAGE).with_suffix("").as_posix()
    for path in PACKAGE.rglob("*.py")
    if path.name != "__init__.py"
)
UNIT_TESTS = sorted(
    path.relative_to(ROOT / "tests/unit").as_posix()
    for path in (ROOT / "tests/unit").rglob("test_*.py")
)

ELSEWHERE = {
    # What is composed of many parts is tried as a whole.
    "emit/data/entry_schema": ("contracts/test_data_files.py",),
    "stages/rules/catalogue": ("contracts/test_rules.py",),
    # Values without a rule of their own, tried where they are made.
    "model/artifact": ("unit/adapters/test_write.py",),
    "model/glossary": ("unit/stages/test_link.py", "unit/stages/test_derive.py"),
    "model/project": ("unit/adapters/test_project.py",),
    "model/search": ("unit/stages/search/test_names.py", "unit/stages/search/test_index.py"),
    "model/source": ("unit/stages/test_locate.py", "unit/stages/yaml/test_read.py"),
    "model/vocabulary": ("unit/stages/test_vocabularies.py",),
    "stages/prose/markdown_events": (
        "unit/stages/prose/test_markdown_quick.py",
        "property/test_stages.py",
    ),
    "stages/prose/reading": (
        "unit/stages/prose/test_plain.py",
        "unit/stages/prose/test_markdown.py",
    ),
}
"""Where a module is tested that has no file of its own. Rules have cases: ``tests/cases/CODE.yml``."""


def own_test(module: str) -> str:
    """The test file that is named after a module."""
    folder, _, name = module.rpartition("/")
    return f"{folder}/test_{name}.py".removeprefix("/")


def imported(path: Path) -> set[str]:
    """The modules that a test file imports, or imports something of."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return found


def is_rule(module: str) -> bool:
    return module.startswith("stages/rules/") and module.rpartition("/")[2].replace(
        "_", "-"
    ) in set(Code)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_s_tests_are_found_by_its_name_or_in_the_table(module: str) -> None:
    if is_rule(module):
        code = module.rpartition("/")[2].replace("_", "-")
        cases = ROOT / f"tests/cases/{code}.yml"
        assert cases.is_file(), f"tests/cases/{code}.yml is missing"
        assert f"[{code}]" in cases.read_text("utf-8")
        return
    own = own_test(module)
    tests = [f"unit/{own}"] if own in UNIT_TESTS else list(ELSEWHERE.get(module, ()))
    assert tests, f"tests/unit/{own} is missing; write it, or say in ELSEWHERE what tests {module}"
    for name in tests:
        path = ROOT / "tests" / name
        assert path.is_file(), f"tests/{name} is missing"
        assert _uses(path, module), f"tests/{name} imports nothing of {module}"


def _uses(path: Path, module: str) -> bool:
    dotted = f"build_tools.{module.replace('/', '.')}"
    # The program is run, not imported.
    return dotted in imported(path) or (module == "__main__" and dotted in path.read_text("utf-8"))


@pytest.mark.parametrize("name", UNIT_TESTS)
def test_a_unit_test_is_named_after_a_module(name: str) -> None:
    assert name in {own_test(module) for module in MODULES}, (
        f"tests/unit/{name} is named after no module; tests of several stand in tests/contracts"
    )


def test_the_table_lists_nothing_that_has_a_file_of_its_own() -> None:
    spare = [module for module in ELSEWHERE if own_test(module) in UNIT_TESTS]
    gone = [module for module in ELSEWHERE if module not in MODULES]
    assert (spare, gone) == ([], [])
