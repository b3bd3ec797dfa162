r"""Cases as data: what a glossary says, and what ``concord check`` says about it.

A file holds cases by name::

    a slip of the finger:
      files:                       # path to content; the vocabularies are supplied
        glossary/entries/a.yml: |
          term: A
          …
      settings: {review_years: 1}  # options of the plugin
      today: 2026-11-23
      verbose: true                # information too
      expect: |
        glossary/entries/a.yml:2:8: error: unknown topic 'algnment' [unknown-topic]
        …

Content that is no text, or too much of it, is written as ``{bytes: "caf\xe9"}`` (a character is
a byte), ``{crlf: "…"}`` (lines end as on Windows) or ``{repeat: "[", times: 100000, before: "a: "}``;
``null`` takes a vocabulary away.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from build_tools.adapters.project import settings_from
from tests.support.glossaries import compile_files

__all__ = ["Case", "cases_in"]


@dataclass(frozen=True, slots=True)
class Case:
    """One case."""

    path: Path
    name: str
    data: Mapping[str, Any]

    KEYS = frozenset({"files", "settings", "today", "verbose", "expect"})

    @property
    def expected(self) -> str:
        """The report as the file has it; ``""`` in a case that has just been begun."""
        return str(self.data.get("expect") or "")

    def report(self) -> str:
        """The report as it is."""
        unknown = self.data.keys() - self.KEYS
        if unknown:
            raise ValueError(f"{self.path.name}: {self.name}: unknown keys {sorted(unknown)}")
        today = self.data.get("today")
        if not isinstance(today, date | None):
            raise TypeError(f"{self.path.name}: {self.name}: 'today' wants a date")
        compiled = compile_files(
            {path: _content(value) for path, value in self.data["files"].items()},
            settings=settings_from(self.data.get("settings") or {}),
            today=today,
        )
        return compiled.text(verbose=bool(self.data.get("verbose")))

    def rewrite(self, report: str) -> None:
        """Put ``report`` where the file has what is expected; nothing else changes."""
        lines = self.path.read_text(encoding="utf-8").splitlines(keepends=True)
        key = _expect_key(yaml.compose("".join(lines)), self.name)
        first, indentation = key.start_mark.line, " " * key.start_mark.column
        last = first + 1
        while last < len(lines) and (
            lines[last].startswith(indentation + " ") or lines[last] == "\n"
        ):
            last += 1
        while lines[last - 1] == "\n":
            last -= 1
        new = [
            f"{indentation}  {line}" if line.strip() else "\n"
            for line in report.splitlines(keepends=True)
        ]
        lines[first:last] = [f"{indentation}expect: |\n", *new]
        self.path.write_text("".join(lines), encoding="utf-8")


def cases_in(folder: Path, name: str = "*") -> Iterator[Case]:
    """The cases in ``folder``, of every file or of one."""
    for path in sorted(folder.glob(f"{name}.yml")):
        cases = yaml.load(path.read_text(encoding="utf-8"), Loader=_CaseLoader)  # noqa: S506  # a safe loader
        for title, data in cases.items():
            yield Case(path, str(title), data)


class _CaseLoader(yaml.SafeLoader):
    """Refuses a file that names two cases alike."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [key.value for key, _value in node.value]
        twice = sorted({key for key in keys if keys.count(key) > 1})
        if twice:
            raise ValueError(f"{node.start_mark}: {twice} stands there twice")
        return super().construct_mapping(node, deep)


def _expect_key(root: yaml.Node | None, name: str) -> yaml.Node:
    if isinstance(root, yaml.MappingNode):
        for case_key, case in root.value:
            if case_key.value == name:
                for key, _value in case.value:
                    if key.value == "expect" and isinstance(key, yaml.Node):
                        return key
    raise ValueError(f"the case {name!r} has no 'expect:' to write to")


def _content(value: Any) -> str | bytes | None:
    match value:
        case str() | None:
            return value
        case {"bytes": str(characters)}:
            return characters.encode("latin-1")
        case {"crlf": str(text)}:
            return text.replace("\n", "\r\n")
        case {"repeat": str(part), "times": int(times)}:
            return f"{value.get('before', '')}{part * times}{value.get('after', '')}"
    raise ValueError(f"content cannot be {value!r}")
