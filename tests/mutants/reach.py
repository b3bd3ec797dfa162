"""Which tests can see a change: those that call the function that it is in.

Code outside of functions runs when its module is imported, which tells little. There it is followed
by name: from what a statement defines to all that uses it, and to the tests that call that.
"""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

__all__ = ["Code", "Known", "Reach"]

_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one test file."""

    seconds: Mapping[str, float]
    """How long each test takes, of those that pass without a mutant."""
    calls: Mapping[str, Sequence[str]]
    """What each test calls: files of the code with the first lines of functions."""
    shared: Sequence[str]
    """What importing the file calls, or a fixture that several of its tests share."""


class Code:
    """The code as a graph of names."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._trees = {path: ast.parse(text) for path, text in texts.items()}

    def function_at(self, path: str, line: int) -> str:
        """The outermost function or method around a line: ``path:name``; ``path:`` without one."""
        for function, first, last in self._functions.get(path, ()):  # templates are code, too
            if first <= line <= last:
                return f"{path}:{function}"
        return f"{path}:"

    def users_of(self, path: str, line: int) -> tuple[frozenset[str], frozenset[str]]:
        """What uses that which a line outside of functions defines.

        Returns:
            The functions, as :meth:`function_at` names them, and the names that lead to them.
        """
        start = self._defined_at(path, line)
        names, waiting, functions = set(start), list(start), set[str]()
        while waiting:
            home, name = waiting.pop()
            for user, defined, used in self._uses:
                place = user.partition(":")[0]
                if name in used and (place == home or home in self._imports[place]):
                    if defined:
                        new = {(place, other) for other in defined} - names
                        names |= new
                        waiting += new
                    else:
                        functions.add(user)
        return frozenset(functions), frozenset(name for _home, name in start)

    @cached_property
    def _functions(self) -> Mapping[str, Sequence[tuple[str, int, int]]]:
        return {
            path: [
                (name, min([node.lineno, *(d.lineno for d in node.decorator_list)]), _last(node))
                for name, node in _functions_in(tree)
            ]
            for path, tree in self._trees.items()
        }

    @cached_property
    def _uses(self) -> Sequence[tuple[str, frozenset[str], frozenset[str]]]:
        """Each function, and each statement outside of them: what it defines, what it uses."""
        found = []
        for path, tree in self._trees.items():
            for name, node in _functions_in(tree):
                found.append((f"{path}:{name}", frozenset[str](), _names(node)))
            found += [
                (f"{path}:", _defined(statement), _names(statement))
                for statement in tree.body
                if not isinstance(statement, _Function | ast.Import | ast.ImportFrom)
            ]
        return found

    @cached_property
    def _imports(self) -> Mapping[str, frozenset[str]]:
        """The files that each file imports something from."""
        return {
            path: frozenset(
                f"{dotted.replace('.', '/')}.py"
                for node in ast.walk(tree)
                if isinstance(node, ast.ImportFrom) and node.module
                for dotted in (node.module, *(f"{node.module}.{a.name}" for a in node.names))
            )
            for path, tree in self._trees.items()
        }

    def _defined_at(self, path: str, line: int) -> frozenset[tuple[str, str]]:
        for statement in self._trees[path].body:
            if statement.lineno <= line <= _last(statement):
                return frozenset((path, name) for name in _defined(statement))
        return frozenset()


class Reach:
    """All tests, and which of them see what."""

    def __init__(self, code: Code, known: Mapping[str, Known], texts: Mapping[str, str]) -> None:
        self._code = code
        self._known = known
        self._texts = texts

    def __len__(self) -> int:
        return sum(len(known.seconds) for known in self._known.values())

    def ids(self, file: str) -> Sequence[str]:
        """All tests of a file."""
        return tuple(self._known[file].seconds)

    def seconds(self, test: str) -> float:
        """How long a test takes."""
        return self._known[test.partition("::")[0]].seconds[test]

    def seeing(self, path: str, line: int) -> Sequence[str]:
        """The tests that can see a change of a line, in the order in which to ask them."""
        function = self._code.function_at(path, line)
        if not function.endswith(":"):
            found = self._callers({function})
        else:
            users, names = self._code.users_of(path, line)
            found = self._callers(users) | self._naming(names)
            found = found or self._callers({function})
        found |= self._about(path)
        files: dict[str, list[str]] = {}
        for test in found:
            files.setdefault(test.partition("::")[0], []).append(test)
        stem = Path(path).stem
        return [
            test
            for _file, tests in sorted(files.items(), key=lambda item: self._rank(stem, *item))
            for test in sorted(tests, key=lambda test: (self.seconds(test), test))
        ]

    def _rank(self, stem: str, file: str, tests: Sequence[str]) -> tuple[int, float, str]:
        """The file that is about the module first, then cases, and then whatever costs little."""
        kind = 0 if stem in file else 1 if "/cases/" in file else 3 if "/site/" in file else 2
        return kind, sum(map(self.seconds, tests)), file

    def _callers(self, functions: set[str] | frozenset[str]) -> set[str]:
        return {test for function in functions for test in self._by_function.get(function, ())}

    def _about(self, path: str) -> set[str]:
        """The tests that have a module for parameter, since they read the code itself."""
        ending = f"[{path.removesuffix('.py').replace('/', '.')}]"
        return {
            test
            for known in self._known.values()
            for test in known.seconds
            if test.endswith(ending)
        }

    def _naming(self, names: frozenset[str]) -> set[str]:
        """The tests of files in which a name stands."""
        if not names:
            return set()
        pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b")
        return {
            test
            for file, known in self._known.items()
            if pattern.search(self._texts[file])
            for test in known.seconds
        }

    @cached_property
    def _by_function(self) -> Mapping[str, set[str]]:
        found: dict[str, set[str]] = {}
        for known in self._known.values():
            for test in known.seconds:
                for call in {*known.calls[test], *known.shared}:
                    path, _colon, line = call.rpartition(":")
                    found.setdefault(self._code.function_at(path, int(line)), set()).add(test)
        return found


def _functions_in(tree: ast.Module) -> Iterator[tuple[str, _Function]]:
    for node in tree.body:
        if isinstance(node, _Function):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            for item in node.body:
                if isinstance(item, _Function):
                    yield f"{node.name}.{item.name}", item


def _defined(statement: ast.stmt) -> frozenset[str]:
    if isinstance(statement, ast.ClassDef):
        return frozenset({statement.name})
    return frozenset(
        node.id
        for node in ast.walk(statement)
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
    )


def _names(node: ast.AST) -> frozenset[str]:
    return frozenset(
        item.id if isinstance(item, ast.Name) else item.attr
        for item in ast.walk(node)
        if isinstance(item, ast.Name | ast.Attribute)
    )


def _last(node: ast.stmt) -> int:
    return node.end_lineno or node.lineno
