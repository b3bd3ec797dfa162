"""What ``make mutants`` changes, what it leaves alone, and whom it asks."""

import random
import shutil
import subprocess
from collections.abc import Mapping
from itertools import islice
from pathlib import Path

import pytest

from tests.mutants.__main__ import LANGUAGES, ROOT, drawn
from tests.mutants.mutant import Mutant, applied
from tests.mutants.operators import mutants_of
from tests.mutants.python import Python
from tests.mutants.reach import Code, Known, Reach
from tests.mutants.scripts import Scripts
from tests.site.projects import snapshot


def changes(text: str) -> set[str]:
    """What can become of a line of code."""
    return {mutant.text(text) for mutant in mutants_of("m.py", text)}


@pytest.mark.parametrize(
    ("text", "some"),
    [
        ("a < b", {"(a <= b)"}),
        ("a <= b < c", {"(a < b < c)", "(a <= b <= c)"}),
        ("a == b", {"(a != b)"}),
        ("a in b", {"(a not in b)"}),
        ("a is None", {"(a is not None)"}),
        ("a and b or c", {"((a and b) and c)", "(a or b) or c"}),
        ("not a", {"a"}),
        ("a + b", {"(a - b)"}),
        ("a * 2", {"(a // 2)", "a * 3", "a * 1"}),
        ("a = 1", {"a = 2", "a = 0"}),
        ("a = -1", {"a = -2", "a = -0", "a = 1"}),
        ("a = True", {"a = False"}),
        ("a = 'b'", {"a = 'b~'", "a = ''"}),
        ("a = ''", {"a = '~'"}),
        ("a = f'b{c}'", {"a = f'b~{c}'", "a = f'{c}'"}),
        ("a = f'{b + c}'", {"a = f'{b - c}'"}),
        ("a = 'é' + b[1:]", {"a = 'é' + b[2:]", "a = 'é' + b[0:]"}),
        ("a[:b]", {"a[:(b + 1)]", "a[:(b - 1)]"}),
        ("min(a)", {"max(a)"}),
        ("a = [b, c]", {"a = [b]", "a = [c]"}),
        ("a = {b: c}", {"a = {}"}),
        ("a.b = c", {"pass"}),
        ("a += b", {"pass"}),
        ("a()", {"pass"}),
        ("def f(a=1): return a", {"def f(a=2): return a", "def f(a=1): return None"}),
        ("def f():\n  if a: return", {"def f():\n  if (not a): return"}),
        ("while a:\n  break", {"while (not a):\n  break", "while a:\n  continue"}),
        ("[a for a in b if c]", {"[a for a in b if (not c)]"}),
    ],
)
def test_what_is_changed(text: str, some: set[str]) -> None:
    # An expression by itself is a statement, which may be gone.
    assert some <= changes(text)
    assert text not in changes(text)


@pytest.mark.parametrize(
    "text",
    [
        '"""What it is for, in 1 sentence."""',
        "def f(a: 'int' = b) -> 'int | None': ...",
        "__all__ = ['a']",
        "__all__: list[str] = ['a']",
        "A: TypeAlias = 'int | None'",
        "T = TypeVar('T')",
        "if TYPE_CHECKING:\n  a = 1",
        "log.error('%s; the preview', error)",
        "raise ValueError(f'{a} is no b')",
        "from a import b",
        "p = q.add_argument(help='what it does', metavar='X')",
        "a = f'{b:,.2f}'",
        "def f():\n  return None",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert changes(text) == set()


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: type(language).__name__)
def test_every_mutant_changes_its_line_and_they_are_in_order(language: object) -> None:
    (known,) = (item for item in LANGUAGES if item is language)
    paths = known.files(ROOT)
    assert paths == sorted(paths)
    for path in islice(paths, 0, None, 40):
        text = (ROOT / path).read_text("utf-8")
        mutants = known.mutants(path, text)
        assert mutants == known.mutants(path, text)
        for mutant in mutants:
            assert mutant.line == text.count("\n", 0, mutant.start) + 1
            assert mutant.text(text) != text


def test_a_seed_draws_each_mutant_once_and_lines_before_the_rest_of_them() -> None:
    mutants = [Mutant("m.py", line, at, at + 1, "x", "text") for line in (1, 2) for at in (0, 1, 2)]
    order = list(drawn(mutants, random.Random(1)))
    assert order == list(drawn(mutants, random.Random(1)))
    assert sorted(order, key=mutants.index) == mutants
    assert [{mutant.line for mutant in order[at : at + 2]} for at in (0, 2, 4)] == [{1, 2}] * 3


def test_a_line_with_many_texts_is_not_drawn_for_them_alone() -> None:
    many = [Mutant("m.py", 1, at, at, "x", "text") for at in range(99)]
    one = Mutant("m.py", 1, 100, 100, "x", "boundary")
    first = [next(drawn([*many, one], random.Random(seed))) for seed in range(40)]
    assert 10 < first.count(one) < 30


def test_a_mutant_is_applied_for_a_while_and_python_is_told(tmp_path: Path) -> None:
    path = tmp_path / "m.py"
    path.write_bytes(b"a = '\xc3\xa9'\r\nb = 1\r\n")
    mutant = mutants_of("m.py", "a = 'é'\r\nb = 1\r\n")[-1]
    with applied(mutant, tmp_path):
        assert path.read_bytes() == b"a = '\xc3\xa9'\r\nb = 0\r\n"
        during = path.stat().st_mtime
    assert path.read_bytes() == b"a = '\xc3\xa9'\r\nb = 1\r\n"
    assert int(path.stat().st_mtime) != int(during)


CODE = {
    "build_tools/a.py": "LONG = 4\n\n@cache\ndef f():\n    return g\n\ndef g():\n    return LONG\n",
    "build_tools/b.py": "from build_tools.a import LONG\n\nclass C:\n    def m(self):\n        return LONG\n",
    "build_tools/c.py": "LONG = 5\n\ndef h():\n    return LONG\n",
    "build_tools/d.py": "def i():\n    return 1\n",
}


@pytest.mark.parametrize(
    ("path", "line", "seeing"),
    [
        ("build_tools/a.py", 3, ["tests/test_x.py::of_f"]),
        ("build_tools/a.py", 5, ["tests/test_x.py::of_f"]),
        # A constant is seen by what calls those who use it, and where its name stands in a test.
        (
            "build_tools/a.py",
            1,
            ["tests/test_x.py::of_g", "tests/test_x.py::of_m", "tests/y.py::y"],
        ),
        ("build_tools/c.py", 1, ["tests/y.py::y"]),
        ("build_tools/c.py", 4, []),
        # This one reads the file.
        ("build_tools/d.py", 1, ["tests/test_x.py::reads[build_tools.d]"]),
    ],
)
def test_who_can_see_a_change(path: str, line: int, seeing: list[str]) -> None:
    calls = {
        "tests/test_x.py::of_f": ["build_tools/a.py:3"],
        "tests/test_x.py::of_g": ["build_tools/a.py:7"],
        "tests/test_x.py::of_m": ["build_tools/b.py:4"],
        "tests/test_x.py::reads[build_tools.d]": [],
    }
    x = Known(dict.fromkeys(calls, 0.1), calls, ())
    y = Known({"tests/y.py::y": 0.2}, {"tests/y.py::y": ()}, ())
    tests = Reach(
        Code(CODE),
        {"tests/test_x.py": x, "tests/y.py": y},
        {"tests/test_x.py": "", "tests/y.py": "LONG"},
    )
    assert tests.seeing(path, line) == seeing


SMALL = {
    "build_tools/small.py": "def is_long(text):\n    return len(text) > 3\n\ndef unused():\n    return is_long\n",
    "tests/unit/test_small.py": (
        "from build_tools.small import is_long\n\n"
        "def test_it():\n    assert is_long('1234') and not is_long('')\n"
    ),
    "pyproject.toml": "[tool.pytest.ini_options]\npythonpath = ['.']\n",
}


def test_mutants_are_judged_in_a_copy(tmp_path: Path) -> None:
    scratch = tmp_path / "copy"
    shutil.copytree(ROOT / "tests/mutants", scratch / "tests/mutants")
    for name, text in SMALL.items():
        (scratch / name).parent.mkdir(parents=True, exist_ok=True)
        (scratch / name).write_text(text)
    before = snapshot(ROOT / "build_tools")
    found = {}
    mutants = mutants_of("build_tools/small.py", SMALL["build_tools/small.py"])
    with Python().judge(tmp_path, scratch, slow=False) as judge:
        for mutant in mutants:
            with applied(mutant, scratch):
                found[mutant.line, mutant.operator, mutant.replacement] = judge(mutant)
    assert {place: judgement.verdict.value for place, judgement in found.items()} == {
        # Nothing of three letters is tried.
        (2, "boundary", "(len(text) >= 3)"): "survived",
        (2, "constant", "4"): "killed",
        (2, "constant", "2"): "survived",
        (2, "return", "return None"): "killed",
        (5, "return", "return None"): "unreached",
    }
    assert found[2, "constant", "4"].by == "tests/unit/test_small.py::test_it"
    assert snapshot(ROOT / "build_tools") == before


CHANGES_OF_SCRIPTS: Mapping[str, set[str]] = {
    "f(a < b);": {"f(a <= b);", "f(a > b);"},
    "f('é𝔸', a === b);": {"f('é𝔸', a !== b);"},
    "f(!a);": {"f(a);"},
    "f(a && b);": {"f(a || b);", "f(a);", "f(b);"},
    "f(a - b);": {"f(a + b);"},
    "f(2);": {"f(3);", "f(1);"},
    "f(Math.min(a));": {"f(Math.max(a));"},
    # left alone
    'import { a } from "./b.js";': set(),
    'throw new Error("it is a bug");': set(),
    "// A comment with 1 number.": set(),
}


def test_what_is_changed_in_scripts_and_what_is_left_alone() -> None:
    lines = list(CHANGES_OF_SCRIPTS)
    text = "\n".join(lines)
    found: dict[str, set[str]] = {line: set() for line in lines}
    for mutant in Scripts().mutants("m.js", text):
        at = mutant.line - 1
        found[lines[at]].add(mutant.text(text).split("\n")[at])
    for line, some in CHANGES_OF_SCRIPTS.items():
        assert some <= found[line]
        assert line not in found[line]
        assert some or not found[line]


SCRIPT = """\
export const isLong = (text) => text.length > 3;

export const other = () => 1;

export const down = (at) => {
  while (at > 0) at -= 2;
  return at;
};
"""
SCRIPT_TESTS = {
    "tests/js/words/long.test.mjs": """\
import assert from "node:assert";
import { test } from "node:test";

import { down, isLong } from "../../../FOLDER/small.js";

test("it", () => {
  console.log("{}");
  assert(isLong("1234") && !isLong("") && !down(2));
});
""",
    "tests/js/words/other.test.mjs": """\
import { test } from "node:test";

test("it", () => {});
""",
    "FOLDER/small.js": SCRIPT,
    "FOLDER/alone.js": "export const alone = 1;\n",
}


def test_mutants_of_scripts_are_judged_in_a_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    scratch = tmp_path / "copy"
    folder = Scripts.FOLDER.as_posix()
    for name in ("reach.mjs", "modules.mjs", "reporter.mjs", "node_modules"):
        (scratch / "tests/js").mkdir(parents=True, exist_ok=True)
        (scratch / "tests/js" / name).symlink_to(ROOT / "tests/js" / name)
    for name, text in SCRIPT_TESTS.items():
        target = scratch / name.replace("FOLDER", folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text.replace("FOLDER", folder))
    wanted = {(1, ">="), (1, "<"), (1, "4"), (1, "2"), (3, "2"), (6, "+=")}
    judged: dict[tuple[str, int, str], tuple[str, str]] = {}
    with Scripts().judge(tmp_path, scratch, slow=False) as judge:
        for path in Scripts().files(scratch):
            for mutant in Scripts().mutants(path, (scratch / path).read_text()):
                if (mutant.line, mutant.replacement) not in wanted:
                    continue
                if mutant.replacement == "+=":  # it never ends
                    monkeypatch.setattr("tests.mutants.scripts._SECONDS", 3)
                with applied(mutant, scratch):
                    found = judge(mutant)
                place = (Path(path).name, mutant.line, mutant.replacement)
                judged[place] = (found.verdict.value, found.by.rpartition(": ")[2])
    assert judged == {
        # Nothing of three letters is tried.
        ("small.js", 1, ">="): ("survived", ""),
        ("small.js", 1, "<"): ("killed", "it"),
        ("small.js", 1, "4"): ("killed", "it"),
        ("small.js", 1, "2"): ("survived", ""),
        ("small.js", 3, "2"): ("survived", ""),
        ("small.js", 6, "+="): ("killed", "time"),
        ("alone.js", 1, "2"): ("unreached", ""),
    }
    running = subprocess.run(["ps", "-eo", "args"], capture_output=True, text=True, check=True)
    assert str(scratch) not in running.stdout
