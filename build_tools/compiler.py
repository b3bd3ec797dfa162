"""The stages, composed: sources in, a site and its diagnostics out. Pure: no disk, no clock."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, TypeVar

from build_tools.model.diagnostics import Diagnostic, Finding, Severity
from build_tools.model.fields import Vocabulary
from build_tools.model.glossary import Glossary, Site
from build_tools.model.identifiers import EntryId
from build_tools.model.project import Project, Settings
from build_tools.model.source import SourceFile
from build_tools.model.text import EntryTexts, Named
from build_tools.model.vocabulary import HIDDEN_LABELS, Vocabularies
from build_tools.stages.batches import in_batches
from build_tools.stages.collect import check_hidden_labels, check_names, collect
from build_tools.stages.derive import derive
from build_tools.stages.graph.positions import POSITIONS, inherited, read_positions
from build_tools.stages.inputs import ENTRIES, Inputs, sorted_inputs
from build_tools.stages.link import link
from build_tools.stages.locate import locate
from build_tools.stages.mentions import Mentioned, MentionMatcher, gather, mentioned_by
from build_tools.stages.prose.host_page import named_in_page
from build_tools.stages.rules import (
    circular_definition,
    no_entries,
    unlinked_entry,
    unused_reference,
)
from build_tools.stages.rules.catalogue import ENTRY_RULES, GLOSSARY_RULES
from build_tools.stages.rules.rule import Facts
from build_tools.stages.texts import inspect_text
from build_tools.stages.validate import Validated, validate
from build_tools.stages.vocabularies import read_vocabularies, vocabulary_texts
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

    @property
    def worth_telling(self) -> tuple[Diagnostic, ...]:
        """What a build tells of by itself: errors and warnings."""
        return tuple(item for item in self.diagnostics if item.severity is not Severity.INFO)

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
    settings = project.settings
    inputs, in_folders = sorted_inputs(project, sources, pages)
    vocabularies, in_vocabularies = read_vocabularies(
        settings.glossary, inputs.by_path, inputs.unread
    )
    positions, in_positions = read_positions(inputs.by_path.get(settings.path_of(POSITIONS)))
    facts = Facts(settings, today)
    (glossary, cited), in_entries = _collected(inputs, vocabularies, facts, run)
    cited_elsewhere, in_other_texts = _check_other_texts(inputs, vocabularies, settings)
    findings = [*in_folders, *in_vocabularies, *in_positions, *in_entries, *in_other_texts]
    if inputs.is_without_entries and not _has_error(findings):  # which may be why
        findings.append(no_entries.finding(settings.path_of(ENTRIES)))
    site = None
    if not _has_error(findings):  # what rests on a mistake would only repeat it
        site, in_site = _linked_and_derived(glossary, project, run)
        site = replace(site, positions=inherited(positions, site.entries))
        findings += (*in_site, *unused_reference.check(site, cited | cited_elsewhere))
    return Compilation(
        None if _has_error(findings) else site,
        locate(findings, inputs.by_path),
        len(inputs.entries),
    )


def _has_error(findings: Iterable[Finding]) -> bool:
    return any(finding.severity is Severity.ERROR for finding in findings)


def _collected(
    inputs: Inputs, vocabularies: Vocabularies, facts: Facts, run: Runner
) -> tuple[tuple[Glossary, frozenset[str]], Sequence[Finding]]:
    """All good entries, and the keys of the works that texts of entries cite."""
    validated: list[Validated] = []
    findings: list[Finding] = []
    for part, part_findings in run(lambda chunk: _read_entries(chunk, facts), inputs.entries):
        validated += part
        findings += part_findings
    paths = [source.path for source in inputs.entries]
    glossary, in_names = collect(validated, paths, vocabularies, inputs.misplaced)
    cited = frozenset(name.name for item in validated for name in item.named if name.citation)
    return (glossary, cited), (*findings, *in_names)


def _check_other_texts(
    inputs: Inputs, vocabularies: Vocabularies, settings: Settings
) -> tuple[frozenset[str], Sequence[Finding]]:
    """The keys of the works that vocabularies and pages cite, and what is wrong in their texts."""
    findings = [text for page in inputs.pages if isinstance(text := decoded(page), Finding)]
    named: dict[str, list[Named]] = {page.path: [*named_in_page(page)] for page in inputs.pages}
    for name, pointer, reading in vocabulary_texts(vocabularies):
        path = settings.path_of(name)
        inspect_text(path, pointer, reading, named.setdefault(path, []), findings)
    ids = inputs.ids
    for path, names in named.items():
        findings += check_names(path, names, ids, vocabularies)
    if Vocabulary.ENTRIES not in vocabularies.unread:
        hidden = settings.path_of(HIDDEN_LABELS)
        findings += check_hidden_labels(hidden, vocabularies.hidden_labels, ids)
    cited = frozenset(name.name for names in named.values() for name in names if name.citation)
    return cited, findings


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


def _linked_and_derived(
    glossary: Glossary, project: Project, run: Runner
) -> tuple[Site, Sequence[Finding]]:
    """The site of a glossary in which every name means something."""
    findings = [finding for check in GLOSSARY_RULES for finding in check(glossary)]
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
    uses = [item.in_definition for item in mentioned.values()]
    findings += circular_definition.check(glossary, uses)
    site = derive(project, link(glossary), mentioned)
    findings += unlinked_entry.check(site)
    return site, findings


def _mentions(
    names: Sequence[EntryId], texts: Mapping[EntryId, EntryTexts], matcher: MentionMatcher
) -> Mapping[EntryId, Mentioned]:
    mentioned = {}
    for batch in in_batches(names):
        prose = [gather(texts[name]) for name in batch]
        for name, named in zip(batch, prose, strict=True):
            mentioned[name] = mentioned_by(name, named, matcher)
    return mentioned
