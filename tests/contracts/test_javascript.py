"""The scripts have no type errors, their tests pass, and what others wrote is what it claims."""

import json
import os
import shutil
import subprocess
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "build_tools" / "theme" / "static" / "assets"
VENDOR = ASSETS / "vendor"
TESTS = ROOT / "tests" / "js"
SCRIPT_TESTS = sorted(
    path.relative_to(TESTS).as_posix()
    for path in TESTS.rglob("*.test.mjs")
    if "node_modules" not in path.parts
)

_BESIDE = ROOT / ".venv" / "bin" / "node"
NODE = (
    str(_BESIDE) if _BESIDE.exists() else shutil.which("node") or "node",
    # The scripts are modules by what is in them: the site has no package.json.
    "--disable-warning=MODULE_TYPELESS_PACKAGE_JSON",
)
# TypeScript's launcher looks Node up.
_ENVIRONMENT = {**os.environ, "PATH": f"{Path(NODE[0]).parent}{os.pathsep}{os.environ['PATH']}"}


def _run(*command: str) -> str:
    done = subprocess.run(
        command, cwd=ROOT, env=_ENVIRONMENT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_the_scripts_have_no_type_errors() -> None:
    """``tsconfig.json`` says how strictly, for editors and ``make check`` too."""
    tsc = str(TESTS / "node_modules" / ".bin" / "tsc")
    listed = set(_run(tsc, "--project", str(ROOT), "--listFilesOnly").splitlines())
    assert set(map(str, (ASSETS / "concord").rglob("*.js"))) <= listed
    _run(tsc, "--project", str(ROOT))


@dataclass(frozen=True, slots=True)
class Told:
    """What `reporter.mjs` tells of one test."""

    file: str
    line: int
    name: str
    wrong: str
    left: bool
    """Whether it was skipped."""


@pytest.fixture(scope="session")
def told(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Told]]:
    """The tests of all files that are asked for, by file: Node is started once in a process."""
    asked = [getattr(item, "callspec", None) for item in request.session.items]
    paths = {spec.params["script"] for spec in asked if spec and "script" in spec.params}
    report = tmp_path_factory.mktemp("scripts") / "tests.jsonl"
    command = [
        *(*NODE, "--test", "--test-isolation=none", f"--test-reporter={TESTS / 'reporter.mjs'}"),
        *(f"--test-reporter-destination={report}", *sorted(str(TESTS / path) for path in paths)),
    ]
    done = subprocess.run(
        command,
        cwd=ROOT,
        env=_ENVIRONMENT,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    found: dict[str, list[Told]] = {path: [] for path in paths}
    for line in report.read_text("utf-8").splitlines():
        test = Told(**json.loads(line))
        found[Path(test.file).relative_to(TESTS).as_posix()].append(test)
    failed = any(test.wrong for tests in found.values() for test in tests)
    assert done.returncode == 0 or failed, done.stdout + done.stderr
    return found


@pytest.mark.parametrize("script", SCRIPT_TESTS)
def test_the_tests_of_a_script_pass(
    script: str, told: dict[str, list[Told]], subtests: pytest.Subtests
) -> None:
    assert told[script], "there are tests"
    for test in told[script]:
        with subtests.test(f"{test.name} (line {test.line})"):
            assert not test.left, "it was skipped"
            if test.wrong:
                pytest.fail(test.wrong, pytrace=False)


def test_vendored_files_are_what_their_manifest_says() -> None:
    manifest = json.loads((VENDOR / "manifest.json").read_text(encoding="utf-8"))
    listed: dict[str, str] = {}
    for library in manifest["libraries"]:
        assert {"name", "version", "licence", "source"} <= library.keys()
        listed |= library["files"]
    actual = {
        path.relative_to(VENDOR).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in VENDOR.rglob("*.js")
    }
    assert actual == listed
