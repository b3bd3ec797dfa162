"""Mutants of the scripts, and the tests that load them."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.mutants.mutant import Judge, Judgement, Mutant, Verdict

__all__ = ["Scripts"]

_ROOT = Path(__file__).parents[2]
_JS = Path("tests", "js")
_SECONDS = 60


class Scripts:
    """What readers' browsers load, but for what others wrote; tests are those that Node runs."""

    FOLDER = Path("build_tools", "theme", "static", "assets", "concord")

    def files(self, root: Path) -> Sequence[str]:
        """All modules."""
        return sorted(
            path.relative_to(root).as_posix() for path in (root / self.FOLDER).rglob("*.js")
        )

    def mutants(self, path: str, text: str) -> Sequence[Mutant]:
        """Every mutant of a module."""
        told = _node(_ROOT, str(_JS / "mutants.mjs"), given=text)
        return [Mutant(path=path, **each) for each in json.loads(told)]

    @contextmanager
    def judge(self, root: Path, scratch: Path, slow: bool) -> Iterator[Judge]:
        """A judge that starts Node for each mutant."""
        # The tests of the search read an index that Python writes: once is enough.
        index = scratch.with_name(f"{scratch.name}.index.json")
        command = [sys.executable, "-m", "tests.js.small_index"]
        done = subprocess.run(command, cwd=scratch, capture_output=True, check=False)
        index.write_bytes(done.stdout)
        loads: Mapping[str, Sequence[str]] = json.loads(
            _node(scratch, str(_JS / "reach.mjs"), str(scratch))
        )
        failing = _failures(scratch, list(loads), index)
        if failing:
            raise SystemExit(f"fails without a mutant: {failing}")

        def judged(mutant: Mutant) -> Judgement:
            seeing = [test for test, loaded in loads.items() if mutant.path in loaded]
            if not seeing:
                return Judgement(Verdict.UNREACHED)
            failed = _failures(scratch, seeing, index)
            verdict = Verdict.KILLED if failed else Verdict.SURVIVED
            return Judgement(verdict, failed, len(seeing))

        yield judged


def _failures(scratch: Path, tests: Sequence[str], index: Path) -> str:
    """What fails in these files; ``""`` if nothing does."""
    if not tests:
        return ""
    reporter = scratch / _JS / "reporter.mjs"
    command = ("--test", "--test-isolation=none", f"--test-reporter={reporter}", *tests)
    try:
        return _told(_run(scratch, *command, variables={"SMALL_INDEX": str(index)}))
    except subprocess.TimeoutExpired:
        return "time"


def _told(done: subprocess.CompletedProcess[str]) -> str:
    for line in done.stdout.splitlines():
        # Tests may print, too.
        if line.startswith('{"file"') and (test := json.loads(line))["wrong"]:
            return f"{test['file']}: {test['name']}"
    return f"exit code {done.returncode}" if done.returncode else ""


def _node(folder: Path, *arguments: str, given: str = "") -> str:
    done = _run(folder, *arguments, given=given)
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def _run(
    folder: Path, *arguments: str, given: str = "", variables: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    beside = _ROOT / ".venv" / "bin" / "node"
    node = str(beside) if beside.exists() else shutil.which("node") or "node"
    # A mutant may never end, or fill the memory.
    options = ("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--max-old-space-size=1024")
    with subprocess.Popen(
        [node, *options, *arguments],
        cwd=folder,
        env={**os.environ, **(variables or {})},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # Node may have been started by a program that only passes on what it is told.
        start_new_session=True,
    ) as process:
        try:
            out, err = process.communicate(given, timeout=_SECONDS)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)
