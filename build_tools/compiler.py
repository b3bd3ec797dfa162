"""The stages, composed: sources in, a site and its diagnostics out. Pure: no disk, no clock."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from typing import Protocol, TypeVar

from build_tools.model.diagnostics import Diagnostic, Finding, Severity
from build_tools.model.glossary import Glossary, Site
from build_tools.model.graph import Position
from build_tools.model.identifiers import EntryId
from build_tools.model.project import Project
from build_tools.model.source import SourceFile
from build_tools.model.text import EntryTexts, Named
from build_tools.stages.batches import in_batches
from build_tools.stages.collect import check_hidden_labels, check_names, collect
from build_tools.stages.derive import derive
from build_tools.stages.graph.positions import POSITIONS, inherited, read_positions
from build_tools.stages.link import link
from build_tools.stages.locate import locate
from build_tools.stages.mentions import Mentioned, MentionMatcher, gather, mentioned_by
from build_tools.stages.prose.host_page import named_in_page
from build_tools.stages.rules import circular_definition, unlinked_entry, unused_reference
from build_tools.stages.rules.catalogue import ENTRY_RULES, GLOSSARY_RULES
from build_tools.stages.rules.rule import Facts
from build_tools.stages.texts import inspect_text
from build_tools.stages.validate import Validated, entry_id_of, validate
from build_tools.stages.vocabularies import (
    HIDDEN_LABELS,
    VOCABULARY_FILES,
    read_vocabularies,
    vocabulary_texts,
)
from build_tools.stages.yaml.read import decoded, parse

__all__ = ["Compilation", "Runner", "compile_glossary", "run_serially"]

A = TypeVar("A")
B = TypeVar("B")


class Runner(Protocol):
    """Applies a function to runs of items, perhaps several at once; results keep the order."""

    def __call__(self, function: Callable[[Sequence[A]], B], items: Sequence[A], /) -> list[B]:
        """Apply ``function`` to consecutive runs that together are ``items``."""
        ...


def run_serially(function: Callable[[Sequence[A]], B], items: Sequence[A], /) -> list[B]:
    """The simplest runner: one run of all items, here and now."""
    return [function(items)]


@dataclass(frozen=True, slots=True)
class Compilation:
    """What came of compiling."""

    site: Site | None
    """``None`` when there is an error."""
    diagnostics: tuple[Diagnostic, ...]
    """In the order of reports."""
    entries: int
    """How many entry files were read."""

    def count(self, severity: Severity) -> int:
        """How many diagnostics have this severity."""
        return sum(item.severity is severity for item in self.diagnostics)


def compile_glossary(
    sources: Sequence[SourceFile],
    project: Project,
    *,
    pages: Sequence[SourceFile] = (),
    today: date | None = None,
    run: Runner = run_serially,
) -> Compilation:
    """Compile a glossary.

    Args:
        sources: the files of the glossary's folder: vocabularies, positions and entries.
        project: identity and settings; ``project.settings.glossary`` is the folder's path.
        pages: hand-written Markdown pages, whose wiki links and citations are checked too.
        today: for the rules that need a calendar; ``None`` switches them off.
        run: how to spread work, see :class:`Runner`.

    Returns:
        The site, or ``None`` when anything is wrong that a page would show, and every diagnostic.
    """
    folder = project.settings.glossary
    by_path = {source.path: source for source in (*sources, *pages)}
    vocabularies, findings_before = read_vocabularies(folder, by_path)
    findings = list(findings_before)
    positions: Mapping[EntryId, Position] = {}
    if f"{folder}/{POSITIONS}" in by_path:
        positions, position_findings = read_positions(by_path[f"{folder}/{POSITIONS}"])
        findings += position_findings
    other_paths = {f"{folder}/{name}" for name in (*VOCABULARY_FILES, POSITIONS)}
    entry_sources = sorted(
        (source for source in sources if source.path not in other_paths),
        # What is used together is made together: later stages go by ids.
        key=lambda source: (entry_id_of(source.path), source.path),
    )
    facts = Facts(project.settings, today)

    validated: list[Validated] = []
    for part, part_findings in run(lambda chunk: _read_entries(chunk, facts), entry_sources):
        validated += part
        findings += part_findings
    paths = [source.path for source in entry_sources]
    glossary, collect_findings = collect(validated, paths, vocabularies)
    findings += collect_findings
    cited = {item.name for entry in validated for item in entry.named if item.citation}
    del validated

    findings += [text for page in pages if isinstance(text := decoded(page), Finding)]
    ids = {entry_id_of(path) for path in paths}
    findings += check_hidden_labels(f"{folder}/{HIDDEN_LABELS}", vocabularies.hidden_labels, ids)
    named: dict[str, list[Named]] = {}
    for name, pointer, reading in vocabulary_texts(vocabularies):
        path = f"{folder}/{name}"
        inspect_text(path, pointer, reading, named.setdefault(path, []), findings)
    for path, names in chain(named.items(), ((page.path, named_in_page(page)) for page in pages)):
        findings += check_names(path, names, ids, vocabularies.references)
        cited |= {item.name for item in names if item.citation}

    complete = not any(finding.severity is Severity.ERROR for finding in findings)
    site = _link_and_derive(glossary, project, findings, run) if complete else None
    if site:
        site = replace(site, positions=inherited(positions, site.entries))
        findings += _unused_references(site, cited)
    if any(finding.severity is Severity.ERROR for finding in findings):
        site = None
    return Compilation(site, locate(findings, by_path), len(entry_sources))


def _read_entries(
    chunk: Sequence[SourceFile], facts: Facts
) -> tuple[list[Validated], list[Finding]]:
    validated: list[Validated] = []
    findings: list[Finding] = []
    for batch in in_batches(chunk):
        documents = []
        for source in batch:
            document, parse_findings = parse(source)
            findings += parse_findings
            if document:
                documents.append(document)
        items = [validate(document) for document in documents]
        findings += [finding for item in items for finding in item.findings]
        good = [(item.entry, item.named) for item in items if item.entry]
        for check in ENTRY_RULES:
            for entry, named in good:
                findings += check(entry, named, facts)
        validated += [item._replace(findings=()) if item.findings else item for item in items]
    return validated, findings


def _link_and_derive(
    glossary: Glossary,
    project: Project,
    findings: list[Finding],
    run: Runner,
) -> Site:
    for check in GLOSSARY_RULES:
        findings += check(glossary)
    linked = link(glossary)
    settings = project.settings
    matcher = MentionMatcher(
        glossary.entries.values(),
        settings.plural_suffixes,
        settings.unlinked_labels,
        settings.mentions_per_entry,
    )
    parts = run(lambda names: _mentions(names, glossary.texts, matcher), tuple(glossary.entries))
    mentioned: dict[EntryId, Mentioned] = {}
    for part in parts:
        mentioned |= part
    findings += circular_definition.check(
        glossary, [item.in_definition for item in mentioned.values()]
    )
    site = derive(project, linked, mentioned)
    findings += unlinked_entry.check(site)
    return site


def _mentions(
    names: Sequence[EntryId], texts: Mapping[EntryId, EntryTexts], matcher: MentionMatcher
) -> Mapping[EntryId, Mentioned]:
    mentioned = {}
    for batch in in_batches(names):
        prose = [gather(texts[name]) for name in batch]
        for name, named in zip(batch, prose, strict=True):
            mentioned[name] = mentioned_by(name, named, matcher)
    return mentioned


def _unused_references(site: Site, cited: Collection[str]) -> Iterator[Finding]:
    path = f"{site.project.settings.glossary}/references.json"
    for index, key in enumerate(site.vocabularies.references):
        if key not in site.citing and key not in cited:
            yield unused_reference.finding(path, index, key)
