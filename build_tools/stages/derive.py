"""From a linked glossary to everything that pages show."""

from array import array
from collections.abc import Mapping

from build_tools.model.glossary import Label, LinkedGlossary, Site
from build_tools.model.identifiers import EntryId, ReferenceKey, TopicKey
from build_tools.model.project import Project
from build_tools.stages.graph.costs import prerequisite_relations, unspecific_relations
from build_tools.stages.graph.reading_order import read_first
from build_tools.stages.mentions import Mentioned
from build_tools.stages.words.collate import collation_key

__all__ = ["derive"]


def derive(
    project: Project, linked: LinkedGlossary, mentioned: Mapping[EntryId, Mentioned]
) -> Site:
    """Compute the inverse indexes and the orders. Total: it cannot fail."""
    entries = linked.glossary.entries
    relations = tuple(linked.glossary.vocabularies.relations.values())
    by_label = sorted(entries.values(), key=lambda entry: collation_key(entry.term))
    mentioned_in = [array("I") for _ in entries]
    topic_entries: dict[TopicKey, list[EntryId]] = {
        key: [] for key in linked.glossary.vocabularies.topics
    }
    citing: dict[ReferenceKey, list[EntryId]] = {}
    labels: list[Label] = []
    ranks = {name: rank for rank, name in enumerate(entries)}
    for entry in by_label:
        own = ranks[entry.id]
        for target in mentioned[entry.id].anywhere:
            mentioned_in[target].append(own)
        topic_entries[entry.topic].append(entry.id)
        for key in entry.references:
            citing.setdefault(key, []).append(entry.id)
        labels += (Label(text, entry.id, index == 0) for index, text in enumerate(entry.labels))
    labels.sort(key=lambda label: (collation_key(label.text), not label.preferred, label.entry))
    return Site(
        project=project,
        linked=linked,
        ranks=ranks,
        mentions={name: item.anywhere for name, item in mentioned.items()},
        mention_links={name: item.links for name, item in mentioned.items()},
        mentioned_in=dict(zip(entries, mentioned_in, strict=True)),
        definition_uses={name: item.in_definition for name, item in mentioned.items()},
        labels=tuple(labels),
        topic_entries={key: tuple(items) for key, items in topic_entries.items()},
        read_first=read_first(entries.values(), prerequisite_relations(relations)),
        unspecific_relations=unspecific_relations(relations),
        citing={key: tuple(items) for key, items in sorted(citing.items())},
    )
