"""Answers to questions about the concept graph, as text."""

from collections.abc import Iterator, Mapping, Sequence

from build_tools.emit.parts.html import plural
from build_tools.model.glossary import Site
from build_tools.model.graph import Explanation
from build_tools.model.identifiers import EntryId
from build_tools.stages.graph.questions import GraphQuestions, definition_order

__all__ = ["answer"]


def answer(site: Site, names: Sequence[EntryId]) -> Iterator[str]:
    """Lines about the whole graph, about one entry, or about how two entries connect."""
    if not names:
        return _overview(site)
    if len(names) == 1:
        return _entry(site, names[0])
    return _connection(site, names[0], names[1])


def _overview(site: Site) -> Iterator[str]:
    questions = GraphQuestions(site)
    relations = site.vocabularies.relations
    entries, links = len(site.entries), site.linked.links
    yield f"{plural(entries, 'entry', 'entries')}, {plural(links, 'typed link')}"
    parts = questions.components()
    sizes = ", ".join(f"{len(part):,}" for part in parts[:5])
    yield f"{plural(len(parts), 'connected part')}, the largest of {sizes} entries"
    alone = [part[0] for part in parts if len(part) == 1]
    yield from _list("without a link", alone)
    for key in relations:
        if relations[key].transitive:
            stated = {
                (entry.id, link.target)
                for entry in site.entries.values()
                for link in entry.links
                if link.relation == key
            }
            implied = stated.difference(questions.reduced(key))
            yield from _list(
                f"'{relations[key].label}' that others imply",
                [f"{one} → {other}" for one, other in sorted(implied)],
            )
    order = definition_order(_definition_uses(site))
    for circle in order.cycles:
        yield from _list("definitions that explain each other", circle)
    deepest = sorted(order.depth, key=lambda name: (-order.depth[name], name))[:5]
    yield from _list(
        "definitions that rest deepest on others",
        [f"{name} ({order.depth[name]})" for name in deepest],
    )


def _entry(site: Site, name: EntryId) -> Iterator[str]:
    questions = GraphQuestions(site)
    yield f"{site.entries[name].term}: {plural(len(site.linked.connections[name]), 'link')}"
    yield from _list("read first", questions.prerequisites(name))
    yield from _list("unlocks", questions.unlocked(name))
    uses = _definition_uses(site)
    order = definition_order(uses)
    yield f"its definition rests {plural(order.depth[name], 'definition')} deep"
    yield from _list("it uses", uses[name])
    circle = next((names for names in order.cycles if name in names), ())
    yield from _list("with it in a circle", [other for other in circle if other != name])


def _definition_uses(site: Site) -> Mapping[EntryId, Sequence[EntryId]]:
    ids = tuple(site.entries)
    return {name: [ids[rank] for rank in used] for name, used in site.definition_uses.items()}


def _connection(site: Site, one: EntryId, other: EntryId) -> Iterator[str]:
    found = GraphQuestions(site).explanations(one, other)
    if not found:
        yield "These do not connect."
    terms = {name: entry.term for name, entry in site.entries.items()}
    for at, explanation in enumerate(found, 1):
        yield f"{at}."
        yield from _steps(site, explanation, terms)


def _steps(site: Site, explanation: Explanation, terms: Mapping[EntryId, str]) -> Iterator[str]:
    for step in explanation.steps:
        if step.relation is None:
            said = "is mentioned by" if step.inverse else "mentions"
        else:
            relation = site.vocabularies.relations[step.relation]
            said = relation.inverse_label if step.inverse else relation.label
        because = f": {step.because}" if step.because else ""
        yield f"   {terms[step.source]} {said} {terms[step.target]}{because}"


def _list(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"{heading}: {', '.join(items)}"
