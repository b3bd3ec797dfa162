"""What a mutant is, and what a language has to offer to be mutated."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from difflib import unified_diff
from enum import StrEnum
from itertools import count
from os import utime
from pathlib import Path
from typing import Protocol

__all__ = ["Judge", "Judgement", "Language", "Mutant", "Verdict", "applied"]


@dataclass(frozen=True, slots=True)
class Mutant:
    """One change of one file."""

    path: str
    """Relative to the repository."""
    line: int
    """Where the change begins, from 1."""
    start: int
    """The text that is replaced: from this character…"""
    end: int
    """… to before this one."""
    replacement: str
    operator: str
    """The kind of change, for tables: ``boundary``."""

    def text(self, original: str) -> str:
        """The whole file with the change."""
        return original[: self.start] + self.replacement + original[self.end :]

    def diff(self, original: str) -> str:
        """The change for a reader."""
        before, after = (text.splitlines() for text in (original, self.text(original)))
        names = (f"a/{self.path}", f"b/{self.path}")
        return "\n".join(unified_diff(before, after, *names, n=2, lineterm=""))


class Verdict(StrEnum):
    """What became of a mutant."""

    KILLED = "killed"
    """A test failed, or did not end in time."""
    SURVIVED = "survived"
    """Every test that runs the changed code passed."""
    UNREACHED = "unreached"
    """No test that may be run runs the changed code."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A mutant's fate."""

    verdict: Verdict
    by: str = ""
    """The test that noticed, or ``time`` when it took too long."""
    tests: int = 0
    """How many tests could see the change."""


class Judge(Protocol):
    """Tries mutants of one language in one copy of the repository."""

    def __call__(self, mutant: Mutant) -> Judgement:
        """Run the tests that can see a mutant; its file has been changed already."""
        ...


class Language(Protocol):
    """What can be mutated, how, and who notices."""

    def files(self, root: Path) -> Sequence[str]:
        """Paths of all files that may be mutated, sorted, relative to the repository."""
        ...

    def mutants(self, path: str, text: str) -> Sequence[Mutant]:
        """Every mutant of a file, always in the same order."""
        ...

    def judge(self, root: Path, scratch: Path, slow: bool) -> AbstractContextManager[Judge]:
        """A judge that works in ``scratch``, a copy of the repository ``root``.

        It may keep what it learns about the tests in ``root/.cache``. ``slow`` allows tests of
        whole sites.
        """
        ...


# Python trusts compiled code by the size and the whole second of its source.
_times = count(1_000_000_000)


@contextmanager
def applied(mutant: Mutant, scratch: Path) -> Iterator[None]:
    """Change the file in ``scratch`` for a while."""
    path = scratch / mutant.path
    original = path.read_bytes()
    try:
        path.write_text(mutant.text(original.decode()), encoding="utf-8", newline="")
        utime(path, (moment := next(_times), moment))
        yield
    finally:
        path.write_bytes(original)
        utime(path, (moment := next(_times), moment))
