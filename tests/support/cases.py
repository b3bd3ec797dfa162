r"""Cases as data: what a glossary says, and what ``concord check`` says about it.

A file holds cases by name::

    a slip of the finger:
      files:                       # path to content; the vocabularies are supplied
        glossary/entries/a.yml: |
          term: A
          …
      settings: {review_years: 1}  # options of the plugin
      silent:                      # the least changes after which nothing is reported any more
        - {"topic: algnment": "topic: alignment"}
      today: 2026-11-23
      verbose: true                # information too
      expect: |
        glossary/entries/a.yml:2:8: error: unknown topic 'algnment' [unknown-topic]
        …

Content that is no text, or too much of it, is written as ``{bytes: "caf\xe9"}`` (a character is
a byte), ``{crlf: "…"}`` (lines end as on Windows) or ``{repeat: "[", times: 100000, before: "a: "}``;
``null`` takes a vocabulary away; ``{unreadable: permission}`` is a file that may not be read. A path that
ends in ``/`` is a folder.

A change under ``silent`` replaces text that stands in the files once, or, if it names a file, that
file's content. ``still`` lists the codes that are reported then and were not before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from build_tools.adapters.project import settings_from
from build_tools.model.source import Trouble
from tests.support.glossaries import Compiled, compile_files

__all__ = ["Case", "cases_in"]


@dataclass(frozen=True, slots=True)
class Case:
    """One case."""

    path: Path
    name: str
    data: Mapping[str, Any]

    KEYS = frozenset({"files", "settings", "today", "verbose", "silent", "expect"})

    @property
    def expected(self) -> str:
        """The report as the file has it; ``""`` in a case that has just been begun."""
        return str(self.data.get("expect") or "")

    @property
    def changes(self) -> tuple[Mapping[str, Any], ...]:
        """What is under ``silent``."""
        return tuple(self.data.get("silent") or ())

    def report(self) -> str:
        """The report as it is."""
        return self.compiled().text(verbose=bool(self.data.get("verbose")))

    def compiled(self, change: Mapping[str, Any] | None = None) -> Compiled:
        """What becomes of the files, perhaps after a change."""
        unknown = self.data.keys() - self.KEYS
        if unknown:
            raise ValueError(f"{self.path.name}: {self.name}: unknown keys {sorted(unknown)}")
        today = self.data.get("today")
        if not isinstance(today, date | None):
            raise TypeError(f"{self.path.name}: {self.name}: 'today' wants a date")
        files = {path: _content(value) for path, value in self.data["files"].items()}
        for old, new in (change or {}).items():
            if old != "still":
                _replace(files, old, new)
        return compile_files(
            files,
            settings=settings_from(self.data.get("settings") or {}),
            today=today,
        )

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


def _replace(files: dict[str, str | bytes | Trouble | None], old: str, new: Any) -> None:
    if old.startswith(("glossary/", "docs/")):
        files[old] = _content(new)
        return
    texts = {
        path: content.decode("latin-1") if isinstance(content, bytes) else content or ""
        for path, content in files.items()
        if not isinstance(content, Trouble)
    }
    places = [path for path, text in texts.items() for _ in range(text.count(old))]
    if len(places) != 1:
        raise ValueError(f"{old!r} stands in the files {len(places)} times")
    (path,) = places
    text = texts[path].replace(old, str(new))
    files[path] = text.encode("latin-1") if isinstance(files[path], bytes) else text


def _content(value: Any) -> str | bytes | Trouble | None:
    match value:
        case str() | None:
            return value
        case {"bytes": str(characters)}:
            return characters.encode("latin-1")
        case {"crlf": str(text)}:
            return text.replace("\n", "\r\n")
        case {"unreadable": str(trouble)}:
            return Trouble[trouble.upper()]
        case {"repeat": str(part), "times": int(times)}:
            return f"{value.get('before', '')}{part * times}{value.get('after', '')}"
    raise ValueError(f"content cannot be {value!r}")
