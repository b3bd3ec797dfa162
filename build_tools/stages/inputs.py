"""The files of a project, sorted by what they are, and what lies in the glossary's folder unread."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from build_tools.model.diagnostics import Finding
from build_tools.model.fields import Vocabulary
from build_tools.model.project import Project
from build_tools.model.source import SourceFile, Trouble
from build_tools.model.vocabulary import VOCABULARY_FILES
from build_tools.stages.graph.positions import POSITIONS
from build_tools.stages.rules import misplaced_file, unread_file, unreadable_file
from build_tools.stages.validate import entry_id_of
from build_tools.stages.words.nearest import nearly

__all__ = ["ENTRIES", "ENTRY_SUFFIXES", "Inputs", "is_nearly_entries", "sorted_inputs"]

ENTRIES = "entries"
"""The folder of the entries, in the glossary's."""
ENTRY_SUFFIXES = (".yml", ".yaml")

_STEMS = {name.partition(".")[0]: name for name in (*VOCABULARY_FILES, POSITIONS)}
_NAMES_IN = {
    "topics": Vocabulary.TOPICS,
    "kinds": Vocabulary.KINDS,
    "relations": Vocabulary.RELATIONS,
    "references": Vocabulary.REFERENCES,
}
_NEARLY_AN_ENTRY = re.compile(r"(.+?)\.y[aml]{1,4}[\s._]*(?:\.txt)?\Z", re.IGNORECASE | re.DOTALL)
_NEARLY_A_VOCABULARY = re.compile(
    r"([^.]+?)(?:\.(?:y[aml]{1,4}|js[on]{0,3})[\s._]*(?:\.txt)?)?\Z", re.IGNORECASE | re.DOTALL
)
_HIDDEN_ENTRY = re.compile(r"\.(?![_#])(.*)\.ya?ml\Z", re.IGNORECASE | re.DOTALL)
"""Locks (``.#a.yml``, Emacs) and attributes (``._a.yml``, macOS) are none."""
_HIDDEN = "its name begins with a dot"
_EXPECTED = re.compile(
    r"\..*|.*~|#.*#|.*\.(?:orig|bak|sw[a-px])|thumbs\.db|desktop\.ini|icon\r"
    r"|(?:read[ _-]?me|licen[cs]e|copying|notice|authors|contributing|changelog|codeowners)(?:\..*)?",
    re.IGNORECASE | re.DOTALL,
)
"""Names of what is no entry and may lie beside them: hidden, a backup, or about the files."""
_ELSEWHERE = "keep it in another folder"


class Inputs(NamedTuple):
    """What was read, by what it is."""

    by_path: Mapping[str, SourceFile]
    entries: Sequence[SourceFile]
    """By id, since what is used together is made together: later stages go by ids."""
    pages: Sequence[SourceFile]
    misplaced: frozenset[str]
    """The ids of entries that lie where nothing reads them."""
    unread: frozenset[Vocabulary]
    """What there may be more names of than are known, since something is not read that holds some."""

    is_without_entries: bool
    """Whether somebody looked for entries and found none."""

    @property
    def ids(self) -> frozenset[str]:
        """Of all entries, those that cannot be read too."""
        return self.misplaced.union([entry_id_of(source.path) for source in self.entries])


def sorted_inputs(
    project: Project, sources: Iterable[SourceFile], pages: Sequence[SourceFile]
) -> tuple[Inputs, tuple[Finding, ...]]:
    """Tell the entries from the rest, and report what is neither an entry nor a vocabulary.

    Args:
        project: whose files these are.
        sources: what lies in the glossary's folder. Among them may be folders, whose paths end in
            ``/``: ``entries/`` where none were found.
        pages: the hand-written pages.
    """
    path_of = project.settings.path_of
    vocabularies = frozenset(path_of(name) for name in (*VOCABULARY_FILES, POSITIONS))
    folder = path_of(f"{ENTRIES}/")
    entries = []
    rest = _Rest(project)
    by_path = {page.path: page for page in pages}
    for source in sources:
        path = source.path
        by_path[path] = source
        if path.startswith(folder) and path.endswith(ENTRY_SUFFIXES) and not _is_hidden(path):
            entries.append(source)
        elif path not in vocabularies:
            rest.add(source)
    rest.finish()
    entries.sort(key=lambda source: (entry_id_of(source.path), source.path))
    is_empty = folder in by_path and not entries
    inputs = Inputs(by_path, entries, pages, frozenset(rest.ids), frozenset(rest.unread), is_empty)
    return inputs, tuple(rest.findings)


def is_nearly_entries(name: str) -> bool:
    """Whether a folder of this name must be meant to hold the entries."""
    return nearly(name, (ENTRIES, "entry")) is not None


def _is_hidden(path: str) -> bool:
    return path[path.rfind("/") + 1] == "."


class _Rest:
    """What is neither an entry nor a vocabulary."""

    def __init__(self, project: Project) -> None:
        self.findings: list[Finding] = []
        self.ids: set[str] = set()
        self.unread: set[Vocabulary] = set()
        self._path_of = project.settings.path_of
        self._prefix = self._path_of("")
        self._docs = f"{project.docs}/"
        # Where other things lie by right, only slips are looked for.
        self._is_own = bool(self._prefix) and not self._prefix.startswith(self._docs)
        self._folders: dict[str, list[str]] = {}

    def add(self, source: SourceFile) -> None:
        """Look at one file or folder."""
        path, trouble = source.path, source.unreadable
        top, slash, rest = path.removeprefix(self._prefix).partition("/")
        if not top or (top == ENTRIES and path.endswith("/")):
            if trouble:
                self._unreadable_folder(path, trouble)
            if not top:
                self.unread.update(Vocabulary)
        elif top == ENTRIES and rest:
            self._beside_entries(path, rest.rpartition("/")[2], trouble)
        elif slash:
            files = self._folders.setdefault(top, [])
            if rest:
                files.append(path)
        else:
            self._beside_vocabularies(path, top, trouble)

    def finish(self) -> None:
        """Look at the folders, each as a whole."""
        for name, files in self._folders.items():
            path = self._path_of(f"{name}/")
            entries = [
                found[1]
                for file in files
                if (found := _NEARLY_AN_ENTRY.match(file.rpartition("/")[2]))
            ]
            if entries and is_nearly_entries(name):
                self.ids.update(entries)
                first = min(files)
                self.findings.append(misplaced_file.folder(first, name, ENTRIES, len(files)))
            elif self._is_own and not _EXPECTED.fullmatch(name) and not self._docs.startswith(path):
                hint = f"entries lie in {self._path_of(ENTRIES)}/; keep other things elsewhere"
                self.findings.append(unread_file.finding(path, "", hint))

    def _unreadable_folder(self, path: str, trouble: str) -> None:
        self.findings.append(unreadable_file.finding(path or "./", trouble))
        self.unread.add(Vocabulary.ENTRIES)

    def _beside_entries(self, path: str, name: str, trouble: str | None) -> None:
        slip, hidden = _NEARLY_AN_ENTRY.match(name), _HIDDEN_ENTRY.match(name)
        if hidden:
            hint = f"an entry's file would be named '{hidden[1].strip('.') or 'ID'}.yml'"
            self.findings.append(unread_file.finding(path, _HIDDEN, hint))
        elif _EXPECTED.fullmatch(name):
            return
        elif trouble == Trouble.OUTSIDE_FOLDER:
            self._unreadable_folder(f"{path}/", trouble)
        elif slip and trouble is None:
            self.ids.add(slip[1])
            self.findings.append(misplaced_file.finding(path, f"{slip[1]}.yml"))
        else:
            hint = "" if trouble else "the name of an entry's file ends in .yml"
            self.findings.append(unread_file.finding(path, trouble or "", hint or _ELSEWHERE))

    def _beside_vocabularies(self, path: str, name: str, trouble: str | None) -> None:
        slip = _NEARLY_A_VOCABULARY.match(name)
        stem = nearly(slip[1], _STEMS) if slip and not _EXPECTED.fullmatch(name) else None
        if name.startswith(".") and name.lstrip(".") in _STEMS.values():
            hint = f"did you mean '{name.lstrip('.')}'?"
            self.findings.append(unread_file.finding(path, _HIDDEN, hint))
        elif stem and trouble is None:
            self.findings.append(misplaced_file.finding(path, _STEMS[stem]))
            if stem in _NAMES_IN:
                self.unread.add(_NAMES_IN[stem])
        elif self._is_own and not _EXPECTED.fullmatch(name):
            is_entry = name.endswith(ENTRY_SUFFIXES)
            hint = f"entries lie in {self._path_of(ENTRIES)}/" if is_entry else _ELSEWHERE
            self.findings.append(unread_file.finding(path, trouble or "", hint))
