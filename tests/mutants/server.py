"""Runs test files in forked processes, one after the other, as standard input asks.

What the tests need from others is imported once, before the first fork; the code itself and its
tests are imported anew in each, so that a change of a file counts wherever it has a say.

A request is a line of JSON: ``files``, and either ``chosen`` (ids of tests, in the order in which
they are to run) and ``known`` (all ids that there are without a mutant), or ``calls`` (a folder for
notes on which functions each test calls). ``seconds`` is the time limit. The answer is a line too.
"""

import json
import os
import resource
import signal
import sys
import time
import traceback
from collections.abc import Generator, Mapping, Sequence
from contextlib import suppress
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

__all__: list[str] = []

_LIBRARIES = (
    *("ahocorasick_rs", "hypothesis", "jsonschema", "mkdocs.commands.build", "networkx", "orjson"),
    *("mkdocs.commands.serve", "material", "pyromark", "rapidfuzz", "Stemmer", "yaml", "logging"),
)
_MEMORY = 4 << 30
"""What a mutant may take before it fails, in bytes."""


class _Chosen:
    """Runs certain tests in a certain order, and those that nobody knew, until one fails."""

    def __init__(self, chosen: Sequence[str], known: Sequence[str]) -> None:
        self.order = {name: at for at, name in enumerate(chosen)}
        self.known = frozenset(known)
        self.failed = ""

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        wanted = [item for item in items if item.nodeid in self.order or self._is_new(item)]
        items[:] = sorted(wanted, key=lambda item: self.order.get(item.nodeid, -1))

    def _is_new(self, item: pytest.Item) -> bool:
        return item.nodeid not in self.known

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        if report.failed and not self.failed:
            self.failed = report.nodeid


class _Noted:
    """Notes which functions each test calls, how long it takes, and whether it passes."""

    def __init__(self, folder: str) -> None:
        self.path = Path(folder) / "calls"
        self.tests: dict[str, dict[str, Any]] = {}
        self.shared: set[str] = set()
        """What is called outside of tests: by imports, and by fixtures that tests share."""
        import_module("sitecustomize").trace(str(self.path))

    def _taken(self) -> set[str]:
        """What was called since this was asked last."""
        called = set(self.path.read_text("utf-8").split())
        os.truncate(self.path, 0)
        import_module("sitecustomize").trace(str(self.path))
        return called

    def pytest_collection_finish(self) -> None:
        self.shared |= self._taken()

    @pytest.hookimpl(wrapper=True)
    def pytest_fixture_setup(
        self, fixturedef: pytest.FixtureDef[Any]
    ) -> Generator[None, object, object]:
        result = yield
        if fixturedef.scope != "function":
            self.shared |= self._taken()
        return result

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        _forget()
        began = time.perf_counter()
        result = yield
        note = self.tests.setdefault(item.nodeid, {"passed": True})
        note |= {"seconds": time.perf_counter() - began, "calls": sorted(self._taken())}
        return result

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.tests.setdefault(report.nodeid, {})["passed"] = False


def _forget() -> None:
    """Empty all caches of the code: what a test finds there was called by another."""
    for name, module in list(sys.modules.items()):
        if name.startswith(("build_tools", "tests.")):
            for value in list(vars(module).values()):
                if callable(clear := getattr(value, "cache_clear", None)):
                    clear()


def _answer(request: Mapping[str, Any]) -> Mapping[str, Any]:
    """Run tests in this process."""
    calls = request.get("calls")
    # Plugins that are loaded already cannot have their assertions rewritten, and need not.
    options = ["-q", "-p", "no:cacheprovider", "-W", "ignore::pytest.PytestAssertRewriteWarning"]
    options.append(f"--basetemp={request['folder']}")
    if calls:
        noted = _Noted(calls)
        code = pytest.main([*options, *request["files"]], plugins=[noted])
        return {"code": int(code), "tests": noted.tests, "shared": sorted(noted.shared)}
    chosen = _Chosen(request["chosen"], request["known"])
    code = pytest.main([*options, "-x", *request["files"]], plugins=[chosen])
    return {"code": int(code), "failed": chosen.failed}


def _forked(request: Mapping[str, Any]) -> Mapping[str, Any]:
    """Run tests in a process of their own, within the time limit."""
    reader, writer = os.pipe()
    process = os.fork()
    if not process:
        try:
            os.setsid()
            signal.signal(signal.SIGINT, signal.default_int_handler)
            os.close(reader)
            resource.setrlimit(resource.RLIMIT_DATA, (_MEMORY, _MEMORY))
            log = os.open(f"{request['folder']}.log", os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
            for number, target in enumerate((os.open(os.devnull, os.O_RDONLY), log, log)):
                os.dup2(target, number)
            answer = json.dumps(_answer(request)).encode()
            with os.fdopen(writer, "wb") as pipe:
                pipe.write(answer)
        except BaseException:  # noqa: BLE001  # whatever it is, the parent goes on
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(writer)
    signal.setitimer(signal.ITIMER_REAL, request["seconds"])
    try:
        with os.fdopen(reader, "rb") as pipe:
            answer = pipe.read()
    except TimeoutError:
        return {"code": -1, "failed": "time"}
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        with suppress(ProcessLookupError):
            os.killpg(process, signal.SIGKILL)
        os.waitpid(process, 0)
    said = Path(f"{request['folder']}.log").read_text("utf-8", "replace")
    return json.loads(answer) if answer else {"code": -2, "failed": "the process", "log": said}


def _ring(_number: int, _frame: object) -> None:
    raise TimeoutError


def main() -> None:
    """Serve until standard input ends."""
    for name in _LIBRARIES:
        import_module(name)
    signal.signal(signal.SIGALRM, _ring)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # who asks decides when to stop
    for line in sys.stdin:
        print(json.dumps(_forked(json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
