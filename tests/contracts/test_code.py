"""What every module keeps to. Import contracts are checked by ``make check``."""

import ast
from collections import Counter
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
MODULES = {
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path
    for path in sorted((ROOT / "build_tools").rglob("*.py"))
}
MOST_LINES = 300
MOST_LINES_OF_A_FUNCTION = 50
MOST_MODULES = 15
"""Of a folder, beside its ``__init__``."""


def tree(name: str) -> ast.Module:
    return ast.parse(MODULES[name].read_text("utf-8"))


def exported(name: str) -> list[str] | None:
    """What a module's ``__all__`` lists."""
    for node in tree(name).body:
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "__all__":
            return list(ast.literal_eval(node.value))
    return None


def is_rule(name: str) -> bool:
    """Rules share one form (``RULE``, ``check``, ``finding``) and list no names."""
    return name.startswith("build_tools.stages.rules.") and not name.endswith(
        (".rule", ".catalogue")
    )


@pytest.mark.parametrize("name", MODULES)
def test_a_module_says_what_it_is_for(name: str) -> None:
    summary = (ast.get_docstring(tree(name)) or "").partition("\n\n")[0]
    assert summary.endswith((".", ":"))


@pytest.mark.parametrize("name", MODULES)
def test_a_module_is_not_long(name: str) -> None:
    lines = MODULES[name].read_text("utf-8").count("\n")
    assert lines <= MOST_LINES, f"{MODULES[name].relative_to(ROOT)} has {lines} lines; split it"


@pytest.mark.parametrize("name", MODULES)
def test_a_function_is_not_long(name: str) -> None:
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.FunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            assert lines <= MOST_LINES_OF_A_FUNCTION, f"{name}.{node.name} has {lines} lines"


def test_a_folder_holds_few_modules() -> None:
    folders = Counter(path.parent for path in MODULES.values() if path.stem != "__init__")
    full = {
        folder.relative_to(ROOT).as_posix(): count
        for folder, count in folders.items()
        # One rule a file: a list that is looked into by name.
        if count > MOST_MODULES and folder.name != "rules"
    }
    assert not full


@pytest.mark.parametrize("name", MODULES)
def test_public_names_are_listed_in_order(name: str) -> None:
    public = [
        node.name
        for node in tree(name).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    listed = exported(name)
    if is_rule(name):
        assert listed is None
    elif public:
        assert listed, f"{name} defines {', '.join(public)} and has no __all__"
    if listed:
        defined = {
            target
            for node in tree(name).body
            for target in (
                [node.name]
                if isinstance(node, ast.FunctionDef | ast.ClassDef)
                else [ast.unparse(item) for item in node.targets]
                if isinstance(node, ast.Assign)
                else [ast.unparse(node.target)]
                if isinstance(node, ast.AnnAssign)
                else []
            )
        }
        assert set(listed) <= defined
        assert len(listed) == len(set(listed))


@pytest.mark.parametrize("name", MODULES)
def test_only_what_is_listed_is_used_elsewhere(name: str) -> None:
    for node in ast.walk(tree(name)):
        if not isinstance(node, ast.ImportFrom) or node.module not in MODULES:
            continue
        for alias in node.names:
            is_module = f"{node.module}.{alias.name}" in MODULES
            if not is_module and not is_rule(node.module):
                assert alias.name in (exported(node.module) or ()), f"{node.module}: {alias.name}"


@pytest.mark.parametrize("name", MODULES)
def test_only_the_command_line_prints(name: str) -> None:
    calls = [
        node.lineno
        for node in ast.walk(tree(name))
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "print"
    ]
    assert name in ("build_tools.cli", "build_tools.__main__") or not calls


@pytest.mark.parametrize(
    "name", [name for name in MODULES if name.startswith("build_tools.model.")]
)
def test_data_are_frozen_and_hold_no_lists(name: str) -> None:
    for node in ast.walk(tree(name)):
        if isinstance(node, ast.ClassDef):
            decorators = [ast.unparse(item) for item in node.decorator_list]
            bases = {ast.unparse(base) for base in node.bases}
            assert "dataclass(frozen=True, slots=True)" in decorators or bases & {
                *("NamedTuple", "StrEnum")
            }, node.name
        if isinstance(node, ast.ClassDef | ast.Module):
            for item in node.body:  # what functions hold meanwhile is their own affair
                if isinstance(item, ast.AnnAssign):
                    annotation = ast.unparse(item.annotation)
                    assert "list[" not in annotation, ast.unparse(item)
                    assert "set[" not in annotation.replace("frozenset[", ""), ast.unparse(item)
                    assert "dict[" not in annotation, ast.unparse(item)
