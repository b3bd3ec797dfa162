"""Small glossaries, and what becomes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from build_tools.adapters.report import report
from build_tools.compiler import Compilation, compile_glossary
from build_tools.model.glossary import Site
from build_tools.model.project import Project, Settings
from build_tools.model.source import SourceFile, Trouble

__all__ = ["VOCABULARIES", "Compiled", "compile_files", "entry_path", "site_of"]

VOCABULARIES: Mapping[str, str] = {
    "glossary/topics.yml": (
        "alignment:\n  label: Alignment\n  definition: Making systems do what is meant.\n"
        "safety:\n  label: Safety\n  definition: Keeping harm away.\n"
    ),
    "glossary/kinds.yml": (
        "concept:\n  label: Concept\n  definition: An idea.\n"
        "failure-mode:\n  label: Failure mode\n  definition: A way to go wrong.\n"
    ),
    "glossary/relations.yml": (
        "broader:\n  label: is a kind of\n  inverse_label: has as a kind\n"
        "  transitive: true\n  acyclic: true\n"
        "related:\n  label: is related to\n  symmetric: true\n"
        "exploits:\n  label: exploits\n  inverse_label: is exploited by\n"
    ),
    "glossary/references.json": (
        '[\n {"id": "doe2020", "type": "book", "title": "On Terms",\n'
        '  "author": [{"family": "Doe", "given": "Jane"}],\n'
        '  "issued": {"date-parts": [[2020]]}}\n]\n'
    ),
}
"""What a test's glossary has unless it says otherwise."""


def entry_path(name: str) -> str:
    """Where the entry ``name`` lies."""
    return f"glossary/entries/{name}.yml"


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compilation and the files that it came from."""

    compilation: Compilation
    sources: Mapping[str, SourceFile]

    def text(self, *, verbose: bool = False) -> str:
        """The report as ``concord check`` prints it."""
        found = self.compilation
        return report(found.entries, found.diagnostics, self.sources, "text", verbose=verbose)

    @property
    def codes(self) -> list[str]:
        """The codes of all diagnostics, in the order of the report."""
        return [item.code.value for item in self.compilation.diagnostics]


def compile_files(
    files: Mapping[str, str | bytes | Trouble | None],
    *,
    settings: Settings | None = None,
    today: date | None = None,
    project: Project | None = None,
) -> Compiled:
    """Compile ``files`` (path to content) together with the vocabularies that they do not bring.

    ``None`` takes a vocabulary away, and trouble is why a file has no content. Files that end in
    ``.md`` are hand-written pages, and paths that end in ``/`` are folders.
    """
    contents = {**VOCABULARIES, **files}
    sources = {
        path: _source(path, content)
        for path, content in sorted(contents.items())
        if content is not None
    }
    compilation = compile_glossary(
        [source for path, source in sources.items() if not path.endswith(".md")],
        project or Project(settings=settings or Settings()),
        pages=[source for path, source in sources.items() if path.endswith(".md")],
        today=today,
    )
    return Compiled(compilation, sources)


def _source(path: str, content: str | bytes | Trouble) -> SourceFile:
    if isinstance(content, Trouble):
        return SourceFile(path, b"", content)
    return SourceFile(path, content.encode() if isinstance(content, str) else content)


def site_of(files: Mapping[str, str | bytes | None], project: Project | None = None) -> Site:
    """The site that good ``files`` become."""
    compiled = compile_files(files, project=project)
    site = compiled.compilation.site
    if site is None:
        raise AssertionError(compiled.text())
    return site
