"""The scripts have no type errors, their tests pass, and what others wrote is what it claims."""

import json
import os
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ASSETS = ROOT / "build_tools" / "theme" / "static" / "assets"
VENDOR = ASSETS / "vendor"
TESTS = ROOT / "tests" / "js"

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


def test_the_tests_of_the_scripts_pass() -> None:
    tests = sorted(path for path in TESTS.rglob("*.test.mjs") if "node_modules" not in path.parts)
    assert tests
    _run(*NODE, "--test", *map(str, tests))


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
