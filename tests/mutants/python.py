"""Mutants of the Python code, and the tests that can see them."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import IO, Any

from tests.mutants.mutant import Judge, Judgement, Mutant, Verdict
from tests.mutants.operators import mutants_of
from tests.mutants.reach import Code, Known, Reach

__all__ = ["Python"]

_FAST = ("unit", "cases", "contracts", "property")
_SLOW = ("data", "site")
"""They read the whole glossary, or build whole sites."""
_LEFT_OUT = "tests/contracts/test_javascript.py"
"""Runs nothing of ours in Python."""


class Python:
    """``build_tools/``."""

    def files(self, root: Path) -> Sequence[str]:
        """All modules."""
        return sorted(
            path.relative_to(root).as_posix() for path in (root / "build_tools").rglob("*.py")
        )

    def mutants(self, path: str, text: str) -> Sequence[Mutant]:
        """Every mutant of a module."""
        return mutants_of(path, text)

    @contextmanager
    def judge(self, root: Path, scratch: Path, slow: bool) -> Iterator[Judge]:
        """A judge with a server of forked processes in ``scratch``."""
        with _server(scratch) as server:
            tests = _tests(root, scratch, server, (*_FAST, *(_SLOW if slow else ())))
            yield lambda mutant: _judged(mutant, tests, server)


class _Server:
    """A process that runs tests when asked."""

    def __init__(self, requests: IO[str], answers: IO[str], folder: Path) -> None:
        self._requests = requests
        self._answers = answers
        self._folder = str(folder)

    def run(self, files: Sequence[str], seconds: float, **more: object) -> Mapping[str, Any]:
        """Run tests of these files, see :mod:`tests.mutants.server`."""
        request = {"files": files, "seconds": seconds, "folder": self._folder, **more}
        print(json.dumps(request), file=self._requests, flush=True)
        answer: Mapping[str, Any] = json.loads(self._answers.readline())
        return answer


@contextmanager
def _server(scratch: Path) -> Iterator[_Server]:
    paths = (scratch / "tests" / "mutants" / "startup", scratch)
    temporary = scratch.with_name(f"{scratch.name}.tmp")
    temporary.mkdir()
    variables = {
        "MUTANT_ROOT": str(scratch),
        "PYTHONPATH": os.pathsep.join(map(str, paths)),
        "PYTHONHASHSEED": "0",
        "TMPDIR": str(temporary),
    }
    # Compiled code is what makes importing everything anew for each mutant bearable.
    inherited = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    with subprocess.Popen(
        [sys.executable, "-m", "tests.mutants.server"],
        cwd=scratch,
        env={**inherited, **variables},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        if process.stdin is None or process.stdout is None:
            raise ValueError("pipes were asked for")
        yield _Server(process.stdin, process.stdout, temporary / "tests")
        process.stdin.close()


def _judged(mutant: Mutant, tests: Reach, server: _Server) -> Judgement:
    seeing = tests.seeing(mutant.path, mutant.line)
    files = list(dict.fromkeys(test.partition("::")[0] for test in seeing))
    # Importing test files costs more than most tests: a few may do.
    for some in (files[:2], files[2:6], files[6:]):
        chosen = [test for test in seeing if test.partition("::")[0] in some]
        if chosen:
            usual = sum(map(tests.seconds, chosen))
            known = [test for file in some for test in tests.ids(file)]
            answer = server.run(some, 20 + 5 * usual, chosen=chosen, known=known)
            if answer["code"]:
                by = str(answer["failed"]) or f"exit code {answer['code']}"
                return Judgement(Verdict.KILLED, by, len(seeing))
    return Judgement(Verdict.SURVIVED if seeing else Verdict.UNREACHED, tests=len(seeing))


def _tests(root: Path, scratch: Path, server: _Server, kinds: Sequence[str]) -> Reach:
    """All tests and what they call; what was found for the same code and tests is used again."""
    code = {path: _read(scratch / path) for path in Python().files(scratch)}
    files = [
        path.relative_to(scratch).as_posix()
        for kind in kinds
        for path in sorted((scratch / "tests" / kind).rglob("test_*.py"))
    ]
    texts = {file: _read(scratch / file) for file in files if file != _LEFT_OUT}
    shared = map(_read, sorted((scratch / "tests" / "support").glob("*.py")))
    base = sha256("\0".join([*code.values(), *shared]).encode()).hexdigest()
    notes = root / ".cache" / "mutants"
    notes.mkdir(parents=True, exist_ok=True)
    known = {}
    for at, file in enumerate(texts):
        if sys.stderr.isatty():
            print(f"\rnoting calls: file {at + 1} of {len(texts)}", end="", file=sys.stderr)
        digest = sha256(base.encode() + _read(scratch / file).encode())
        for path in _data_beside(scratch / file):
            digest.update(path.read_bytes())
        note = notes / f"{file.replace('/', '.')}.json"
        answer = json.loads(_read_again(note) or "{}")
        if answer.get("digest") != digest.hexdigest():
            answer = dict(server.run([file], 900, calls=str(notes.parent)))
            if "tests" not in answer:
                raise SystemExit(f"{file} cannot be run: {answer.get('log') or answer['failed']}")
            note.write_text(json.dumps({**answer, "digest": digest.hexdigest()}), "utf-8")
        known[file] = _known(answer)
    return Reach(Code(code), known, texts)


def _data_beside(file: Path) -> Iterator[Path]:
    """What a test may read that is no code."""
    for path in sorted(file.parent.rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            yield path


def _known(answer: Mapping[str, Any]) -> Known:
    for name, test in answer["tests"].items():
        if not test["passed"]:
            _warn(f"fails without a mutant, and is not asked: {name}")
    passed = {name: test for name, test in answer["tests"].items() if test["passed"]}
    return Known(
        {name: test["seconds"] for name, test in passed.items()},
        {name: test["calls"] for name, test in passed.items()},
        answer["shared"],
    )


@cache
def _warn(text: str) -> None:
    """Say it once, however many judges notice."""
    print(f"\n{text}", file=sys.stderr)


def _read_again(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


@cache
def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")
