"""The changes of Python code: what could be in the place of a piece of syntax.

Not changed is what has no say in what the code does: docstrings, annotations, ``__all__``, texts
for logs, for ``--help`` and of exceptions (which mean bugs).
"""

import ast
from collections.abc import Callable, Iterator, Sequence
from typing import TypeAlias

from tests.mutants.mutant import Mutant

__all__ = ["mutants_of"]

Change: TypeAlias = tuple[str, ast.AST]
"""The kind of change, and what stands there instead."""

_BOUNDARIES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
}
_OPPOSITES: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_ARITHMETIC: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.Div: ast.Mult,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.FloorDiv,
    ast.Pow: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
    ast.LShift: ast.RShift,
    ast.RShift: ast.LShift,
}
_TWINS = {"min": "max", "max": "min", "any": "all", "all": "any"}

_BOUND = (ast.Constant, ast.Name, ast.Attribute, ast.Call, ast.List, ast.Tuple, ast.Dict, ast.Set)
"""What needs no brackets round it, or is written with them."""

_SAYS_NOTHING = frozenset({"TypeVar", "NewType", "cast", "getLogger", "warn", "assert_never"})
_LOGGERS = frozenset({"log", "logger", "logging"})
_PARSERS = frozenset({"ArgumentParser", "add_parser", "add_argument", "add_subparsers"})
_HELP = frozenset({"help", "description", "epilog", "metavar", "title"})


def mutants_of(path: str, text: str) -> Sequence[Mutant]:
    """Every mutant of a file, in the order of its text."""
    found = list(_Finder(path, text).found(ast.parse(text), None))
    return sorted(found, key=lambda mutant: (mutant.start, mutant.end))


class _Finder:
    """Walks a tree, and writes what has changed as text."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.lines = [f"{line}\n".encode() for line in text.split("\n")]
        self.starts = [0]
        for line in self.lines:
            self.starts.append(self.starts[-1] + len(line.decode()))

    def found(self, node: ast.AST, anchor: ast.expr | None) -> Iterator[Mutant]:
        """The mutants in ``node``.

        Args:
            anchor: the formatted text that ``node`` is part of. Before Python 3.12 what is in it
                has no place of its own, so that it is replaced as a whole.
        """
        for field, value in ast.iter_fields(node):
            for at, child in enumerate(value if isinstance(value, list) else [value]):
                if not isinstance(child, ast.AST) or _is_left_alone(node, field, child):
                    continue

                def put(
                    new: ast.AST,
                    field: str = field,
                    at: int | None = at if isinstance(value, list) else None,
                ) -> None:
                    if at is None:
                        setattr(node, field, new)
                    else:
                        getattr(node, field)[at] = new

                for operator, new in _changes(child, node, field):
                    yield from self._written(operator, child, new, put, anchor)
                inside = anchor or (child if isinstance(child, ast.JoinedStr) else None)
                yield from self.found(child, inside)

    def _written(
        self,
        operator: str,
        old: ast.AST,
        new: ast.AST,
        put: Callable[[ast.AST], None],
        anchor: ast.expr | None,
    ) -> Iterator[Mutant]:
        try:
            if anchor is None:
                place, text = old, ast.unparse(ast.fix_missing_locations(new))
            else:
                put(new)
                place, text = anchor, ast.unparse(anchor)
                put(old)
        except ValueError:  # a backslash in a formatted text, before Python 3.12
            put(old)
            return
        if not isinstance(place, ast.expr | ast.stmt):
            return
        if isinstance(place, ast.expr) and not (anchor or isinstance(new, _BOUND)):
            text = f"({text})"
        yield Mutant(
            self.path,
            place.lineno,
            self._offset(place.lineno, place.col_offset),
            self._offset(place.end_lineno, place.end_col_offset),
            text,
            operator,
        )

    def _offset(self, line: int | None, column: int | None) -> int:
        if line is None or column is None:
            raise ValueError("a node that was read has a place")
        return self.starts[line - 1] + len(self.lines[line - 1][:column].decode())


def _is_left_alone(parent: ast.AST, field: str, child: ast.AST) -> bool:
    """Whether a part of ``parent`` says nothing about what the code does."""
    match child:
        case ast.Expr(value=ast.Constant()):
            return True  # a docstring
        case ast.Expr(value=ast.Call(func=ast.Attribute(value=ast.Name(id=name)))):
            return name in _LOGGERS
        case ast.Assign(targets=[ast.Name(id="__all__")]) | ast.Raise() | ast.ImportFrom():
            return True
        case ast.AnnAssign(target=ast.Name(id=name), annotation=annotation):
            return name == "__all__" or ast.unparse(annotation) == "TypeAlias"
        case ast.If(test=ast.Name(id="TYPE_CHECKING")):
            return True
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in _SAYS_NOTHING
    return _is_note(parent, field, child)


def _is_note(parent: ast.AST, field: str, child: ast.AST) -> bool:
    """Whether a part is for people and type checkers, or a format that must be one."""
    match parent:
        case ast.AnnAssign() | ast.arg():
            return field == "annotation"
        case ast.FunctionDef():
            return field == "returns"
        case ast.FormattedValue():
            return field == "format_spec"
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)):
            return name in _PARSERS and isinstance(child, ast.keyword) and child.arg in _HELP
    return False


def _changes(node: ast.AST, parent: ast.AST, field: str) -> Iterator[Change]:
    """What could stand in the place of ``node``, the ``field`` of ``parent``."""
    if isinstance(node, ast.stmt):
        yield from _of_statement(node)
    elif isinstance(node, ast.Constant):
        yield from _of_constant(node, is_in_text=isinstance(parent, ast.JoinedStr))
    elif isinstance(node, ast.expr):
        yield from _of_expression(node, parent)
        if field in ("lower", "upper") and isinstance(parent, ast.Slice):
            for operator in (ast.Add(), ast.Sub()):
                if not isinstance(node, ast.UnaryOp):
                    yield "slice", ast.BinOp(node, operator, ast.Constant(1))
    if field == "test" and isinstance(parent, ast.If | ast.While | ast.IfExp):
        yield from _negated(node)
    if field == "ifs":
        yield from _negated(node)


def _negated(node: ast.AST) -> Iterator[Change]:
    # What has an opposite of its own is changed there.
    if isinstance(node, ast.Compare) and type(node.ops[0]) in _OPPOSITES:
        return
    if isinstance(node, ast.expr) and not isinstance(node, ast.UnaryOp):
        yield "condition", ast.UnaryOp(ast.Not(), node)


def _of_statement(node: ast.stmt) -> Iterator[Change]:
    match node:
        case ast.Expr() | ast.AugAssign() | ast.Delete():
            yield "removed", ast.Pass()
        case ast.Assign(targets=[ast.Attribute() | ast.Subscript()]):
            yield "removed", ast.Pass()
        case ast.Break():
            yield "jump", ast.Continue()
        case ast.Continue():
            yield "jump", ast.Break()
        case ast.Return(value=ast.Constant(value=None)) | ast.Return(value=None):
            pass
        case ast.Return():
            yield "return", ast.Return(ast.Constant(None))


def _of_constant(node: ast.Constant, *, is_in_text: bool) -> Iterator[Change]:
    match node.value:
        case bool():
            yield "constant", ast.Constant(not node.value)
        case int():
            yield "constant", ast.Constant(node.value + 1)
            yield "constant", ast.Constant(node.value - 1)
        case float():
            yield "constant", ast.Constant(node.value * 2 or 1.0)
            yield "constant", ast.Constant(node.value / 2 or -1.0)
        case str() if is_in_text:
            yield "text", ast.Constant(f"{node.value}~")
            yield "text", ast.Constant("")
        case str():
            yield "text", ast.Constant(f"{node.value}~")
            if node.value:
                yield "text", ast.Constant("")
        case bytes():
            yield "text", ast.Constant(node.value + b"~")


def _of_expression(node: ast.expr, parent: ast.AST) -> Iterator[Change]:
    match node:
        case ast.Compare() | ast.BoolOp() | ast.UnaryOp() | ast.BinOp():
            yield from _of_operation(node)
        case ast.Call(ast.Name(id=name), args, keywords) if name in _TWINS:
            yield "call", ast.Call(ast.Name(_TWINS[name]), args, keywords)
        case ast.Tuple(elts, ast.Load()) | ast.List(elts, ast.Load()) | ast.Set(elts):
            # Short of an element, these fail at once where they are taken apart.
            if not isinstance(parent, ast.Return | ast.Yield | ast.Subscript | ast.Assign) or (
                isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name)
            ):
                yield from _shorter(node, elts)
        case ast.Dict(keys, values):
            for at in range(len(keys)):
                fewer = [*keys[:at], *keys[at + 1 :]], [*values[:at], *values[at + 1 :]]
                yield "element", ast.Dict(*fewer)


def _of_operation(node: ast.Compare | ast.BoolOp | ast.UnaryOp | ast.BinOp) -> Iterator[Change]:
    match node:
        case ast.Compare(left, ops, comparators):
            for at, operator in enumerate(ops):
                for kind, table in (("boundary", _BOUNDARIES), ("condition", _OPPOSITES)):
                    if other := table.get(type(operator)):
                        changed = [*ops[:at], other(), *ops[at + 1 :]]
                        yield kind, ast.Compare(left, changed, comparators)
        case ast.BoolOp(operator, values):
            swapped = ast.Or() if isinstance(operator, ast.And) else ast.And()
            yield "logic", ast.BoolOp(swapped, values)
        case ast.UnaryOp(ast.Not(), operand):
            yield "condition", operand
        case ast.UnaryOp(ast.USub(), operand):
            yield "arithmetic", operand
        case ast.BinOp(left, operator, right) if not (_is_literal(left) or _is_literal(right)):
            if other_operator := _ARITHMETIC.get(type(operator)):
                yield "arithmetic", ast.BinOp(left, other_operator(), right)


def _is_literal(node: ast.expr) -> bool:
    """Whether this is no number."""
    return isinstance(node, ast.JoinedStr | ast.List | ast.Tuple | ast.Dict) or (
        isinstance(node, ast.Constant) and isinstance(node.value, str | bytes | None)
    )


def _shorter(node: ast.expr, elements: Sequence[ast.expr]) -> Iterator[Change]:
    for at in range(len(elements)):
        left = [*elements[:at], *elements[at + 1 :]]
        if isinstance(node, ast.Tuple):
            yield "element", ast.Tuple(left, ast.Load())
        elif isinstance(node, ast.List):
            yield "element", ast.List(left, ast.Load())
        elif left:
            yield "element", ast.Set(left)
