"""From validated entries to a glossary: what entries can get wrong only together, and names."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from build_tools.model.diagnostics import Finding
from build_tools.model.entry import Entry
from build_tools.model.fields import Vocabulary
from build_tools.model.glossary import Glossary
from build_tools.model.identifiers import EntryId
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.model.vocabulary import Vocabularies
from build_tools.stages.rules import (
    duplicate_id,
    former_id_claimed_twice,
    former_id_in_use,
    label_conflict,
    self_link,
    unknown_citation,
    unknown_entry,
    unknown_kind,
    unknown_reference,
    unknown_relation,
    unknown_replacement,
    unknown_target,
    unknown_topic,
    unknown_wiki_link,
)
from build_tools.stages.validate import Validated, entry_id_of
from build_tools.stages.words.likeness import skeleton

__all__ = ["check_hidden_labels", "check_names", "collect"]


def collect(
    validated: Sequence[Validated],
    paths: Iterable[str],
    vocabularies: Vocabularies,
    misplaced: frozenset[str] = frozenset(),
) -> tuple[Glossary, tuple[Finding, ...]]:
    """Gather entries into a glossary in which every name means something.

    Args:
        validated: what became of each document.
        paths: of all entry files, the unreadable ones too: links to an entry that has a mistake
            of its own are not reported as unknown on top of it.
        vocabularies: the project's; what was not read of them is not missed.
        misplaced: the ids of entries that nothing reads, which links may have too.

    Returns:
        The glossary of all good entries, and the findings.
    """
    findings: list[Finding] = []
    first_path: dict[str, str] = {}
    for path in sorted(paths):
        name = entry_id_of(path)
        if name in first_path:
            findings.append(duplicate_id.finding(Place(path), name, first_path[name]))
        first_path.setdefault(name, path)
    entries: dict[EntryId, Entry] = {}
    for item in validated:
        if item.entry and first_path.get(item.entry.id) == item.entry.path:
            entries[item.entry.id] = item.entry
    entries = dict(sorted(entries.items()))
    ids = first_path.keys() | misplaced
    for item in validated:
        if item.entry:
            wrong = _entry_names(item.entry, ids, vocabularies)
            wrong += check_names(item.entry.path, item.named, ids, vocabularies, item.entry.id)
            if wrong:
                findings += wrong
                entries.pop(item.entry.id, None)
    findings += _labels(entries.values())
    redirects, redirect_findings = _redirects(entries.values(), ids)
    texts = {
        item.entry.id: item.texts for item in validated if item.entry and item.entry.id in entries
    }
    return Glossary(entries, vocabularies, texts, redirects), (*findings, *redirect_findings)


def check_names(
    path: str,
    named: Iterable[Named],
    ids: Collection[str],
    vocabularies: Vocabularies,
    own_id: str | None = None,
) -> list[Finding]:
    """Report wiki links and citations in the text of one file that lead nowhere."""
    findings = []
    references, unread = vocabularies.references, vocabularies.unread
    for name, citation, pointer, start, end in named:
        if name in (references if citation else ids) and (citation or name != own_id):
            continue  # nearly always
        place = Place(path, pointer, start=start, end=end)
        if citation:
            if Vocabulary.REFERENCES not in unread:
                findings.append(unknown_citation.finding(place, name, references))
        elif name == own_id:
            findings.append(self_link.finding(place))
        elif Vocabulary.ENTRIES not in unread:
            others = [other for other in ids if other != own_id]
            findings.append(unknown_wiki_link.finding(place, name, others))
    return findings


def check_hidden_labels(path: str, named: Iterable[str], ids: Collection[str]) -> list[Finding]:
    """Report hidden labels of entries that do not exist."""
    return [
        unknown_entry.finding(Place(path, (name,), "key"), name, ids)
        for name in named
        if name not in ids
    ]


def _entry_names(entry: Entry, ids: Collection[str], vocabularies: Vocabularies) -> list[Finding]:
    """Report every name in an entry's structured fields that means nothing."""
    findings = []
    path, unread = entry.path, vocabularies.unread
    if entry.topic not in vocabularies.topics and Vocabulary.TOPICS not in unread:
        findings.append(
            unknown_topic.finding(Place(path, ("topic",)), entry.topic, vocabularies.topics)
        )
    if entry.kind not in vocabularies.kinds and Vocabulary.KINDS not in unread:
        findings.append(
            unknown_kind.finding(Place(path, ("kind",)), entry.kind, vocabularies.kinds)
        )
    if entry.replaced_by == entry.id:
        findings.append(self_link.finding(Place(path, ("replaced_by",))))
    elif entry.replaced_by and entry.replaced_by not in ids and Vocabulary.ENTRIES not in unread:
        others = [name for name in ids if name != entry.id]
        findings.append(
            unknown_replacement.finding(Place(path, ("replaced_by",)), entry.replaced_by, others)
        )
    for index, link in enumerate(entry.links):
        if link.relation not in vocabularies.relations and Vocabulary.RELATIONS not in unread:
            place = Place(path, ("links", index, "relation"))
            findings.append(unknown_relation.finding(place, link.relation, vocabularies.relations))
        if link.target not in ids and Vocabulary.ENTRIES not in unread:
            others = [name for name in ids if name != entry.id]
            findings.append(
                unknown_target.finding(Place(path, ("links", index, "target")), link.target, others)
            )
    for pointer, key in _cited(entry):
        if key not in vocabularies.references and Vocabulary.REFERENCES not in unread:
            findings.append(
                unknown_reference.finding(Place(path, pointer), key, vocabularies.references)
            )
    return findings


def _cited(entry: Entry) -> Iterable[tuple[tuple[str | int, ...], str]]:
    for index, key in enumerate(entry.sources):
        yield ("sources", index), key
    for at, link in enumerate(entry.links):
        for index, key in enumerate(link.sources):
            yield ("links", at, "sources", index), key
    for at, position in enumerate(entry.debate.positions if entry.debate else ()):
        for index, key in enumerate(position.sources):
            yield ("debate", "positions", at, "sources", index), key


def _labels(entries: Iterable[Entry]) -> list[Finding]:
    """Report labels that two entries have; preferred labels are seated first."""
    findings = []
    owner: dict[str, tuple[Entry, str]] = {}
    ordered = tuple(entries)
    for entry in ordered:
        other, field = owner.setdefault(skeleton(entry.term), (entry, "term"))
        if other is not entry:
            findings.append(
                label_conflict.finding(Place(entry.path, ("term",)), entry.term, other.path, field)
            )
    for entry in ordered:
        extra = [(("aliases", index), "alias", alias) for index, alias in enumerate(entry.aliases)]
        if entry.abbreviation:
            extra.append((("abbreviation",), "abbreviation", entry.abbreviation))  # type: ignore[arg-type]
        for pointer, kind, label in extra:
            other, field = owner.setdefault(skeleton(label), (entry, kind))
            if other is not entry:
                findings.append(
                    label_conflict.finding(Place(entry.path, pointer), label, other.path, field)
                )
    return findings


def _redirects(
    entries: Iterable[Entry], ids: Collection[str]
) -> tuple[Mapping[EntryId, EntryId], list[Finding]]:
    findings = []
    claimed: dict[EntryId, Entry] = {}
    for entry in entries:
        for index, name in enumerate(entry.former_ids):
            place = Place(entry.path, ("former_ids", index))
            if name in ids:
                findings.append(former_id_in_use.finding(place, name))
            elif name in claimed:
                findings.append(former_id_claimed_twice.finding(place, name, claimed[name].path))
            else:
                claimed[name] = entry
    return {name: entry.id for name, entry in sorted(claimed.items())}, findings
