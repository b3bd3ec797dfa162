"""``/data/search/``: the index that the search reads. Its format: docs/design/0007-search.md."""

from collections.abc import Iterable, Iterator, Sequence

from orjson import dumps

from build_tools.emit.parts.context import Context
from build_tools.emit.parts.text import plain_definition
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Entry
from build_tools.model.fields import REMARK_KEYS
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId
from build_tools.stages.batches import in_batches
from build_tools.stages.prose.plain_text import plain_runs
from build_tools.stages.search.files import JSON, Part, cut, in_utf16_order
from build_tools.stages.search.names import (
    Name,
    beginnings,
    best_first,
    endings,
    labels,
    names_of,
    packed,
    prefixes,
    sorted_names,
    spellings,
    words_in,
)
from build_tools.stages.search.postings import TextIndex
from build_tools.stages.search.words import stemmer_for

__all__ = ["search_index"]

FOLDER = "data/search/"
VERSION = 1
PAGE = 32
"""Entries of a page of teasers."""
FACETS = 4096
"""Entries of a file of topics and kinds, which are two characters an entry."""
TEASER = 200
"""Characters of a definition that a result shows."""
MOST_NAMES = 300
"""Names kept for one of their words: one file at most."""


def search_index(context: Context) -> Iterable[Artifact]:
    """The manifest and all files of the index."""
    site = context.site
    project = site.project
    algorithm = stemmer_for(project.language)
    # By label: alike names stand near each other, so that the results for a prefix are on few pages.
    entries = [site.entries[label.entry] for label in site.labels if label.preferred]
    texts = TextIndex(algorithm)
    found: list[Name] = []
    definitions = []
    for row, entry in enumerate(entries):
        found += names_of(row, entry, _rank(site, entry.id))
    for batch in in_batches(entries):
        plain = [_plain(site, entry) for entry in batch]
        for entry, (definition, body) in zip(batch, plain, strict=True):
            definitions.append(definition or entry.definition)
            hidden = " ".join(site.vocabularies.hidden_labels.get(entry.id, ()))
            texts.add(entry.labels, f"{definition} {hidden}", body)
    names = sorted_names(found)
    best = best_first(names)
    in_words = words_in(best)
    by_label = labels(names)
    spelt = spellings(names, in_words)
    parts = (
        by_label,
        prefixes(best, by_label.firsts),
        _words(in_words, texts.words()),
        beginnings(spelt),
        endings(spelt),
    )
    manifest: dict[str, JSON] = {
        "version": VERSION,
        "entries": len(entries),
        "page": PAGE,
        "facets": FACETS,
        "stemmer": algorithm,
        "topics": [
            {"key": topic.key, "label": topic.label} for topic in site.vocabularies.topics.values()
        ],
        "kinds": [
            {"key": kind.key, "label": kind.label} for kind in site.vocabularies.kinds.values()
        ],
    }
    for part in parts:
        manifest[part.name] = "\n".join(part.firsts) if part.firsts else None
        for at, file in enumerate(part.files):
            yield _artifact(f"{part.name}/{at}", file)
    topics = _numbers(site.vocabularies.topics, [entry.topic for entry in entries])
    kinds = _numbers(site.vocabularies.kinds, [entry.kind for entry in entries])
    for at, page in enumerate(_pages(entries, topics, kinds, definitions)):
        yield _artifact(f"entries/{at}", page)
    for at, page in enumerate(_facets(topics, kinds)):
        yield _artifact(f"facets/{at}", page)
    yield _artifact("manifest", manifest)


def _artifact(name: str, value: JSON) -> Artifact:
    return Artifact(f"{FOLDER}{name}.json", (dumps(value),))


def _rank(site: Site, name: EntryId) -> int:
    """How well connected an entry is, from 0 to 9."""
    return min(9, (len(site.linked.connections[name]) + len(site.mentioned_in[name])).bit_length())


def _plain(site: Site, entry: Entry) -> tuple[str, str]:
    """The definition and all other texts as the reader sees them."""
    others = site.linked.glossary.texts[entry.id][1:]
    runs = [
        run
        for pointer, (text, _) in others
        if pointer[-1] not in REMARK_KEYS
        for run in plain_runs(text, site.entries)
    ]
    return plain_definition(entry, site), " ".join(runs)


def _words(names: dict[str, list[Name]], texts: dict[str, tuple[int, str]]) -> Part:
    """Names by their words and texts by their stems, in one order: mostly in one file."""
    keys = sorted({*names, *texts}, key=in_utf16_order)
    sizes = [
        len(key)
        + 12
        + len(texts.get(key, (0, ""))[1])
        + sum(len(name.label) + 9 for name in names.get(key, ())[:MOST_NAMES])
        for key in keys
    ]
    cuts = cut(keys, sizes)

    def file(some: Sequence[str]) -> JSON:
        named = [key for key in some if key in names]
        told = [key for key in some if key in texts]
        return {
            "words": "\n".join(named),
            "names": [packed(names[key][:MOST_NAMES]) for key in named],
            "stems": "\n".join(told),
            "counts": [texts[key][0] for key in told],
            "postings": "\n".join([texts[key][1] for key in told]),
        }

    return Part(
        "words",
        tuple(item.first for item in cuts),
        (file(keys[start:stop]) for start, stop, _first in cuts),
    )


def _numbers(vocabulary: Iterable[str], keys: Iterable[str]) -> list[int]:
    """The places that keys have in the manifest's list."""
    places = {key: at for at, key in enumerate(vocabulary)}
    return [places[key] for key in keys]


def _pages(
    entries: Sequence[Entry],
    topics: Sequence[int],
    kinds: Sequence[int],
    definitions: Sequence[str],
) -> Iterator[JSON]:
    """Pages of what a result shows, as columns."""
    for start in range(0, len(entries), PAGE):
        some = slice(start, start + PAGE)
        yield {
            "ids": "\n".join([entry.id for entry in entries[some]]),
            "terms": [entry.term for entry in entries[some]],
            "topics": topics[some],
            "kinds": kinds[some],
            "definitions": [_shortened(text) for text in definitions[some]],
        }


def _facets(topics: Sequence[int], kinds: Sequence[int]) -> Iterator[JSON]:
    """Topics and kinds alone, so that all that a query finds can be counted and filtered."""
    for start in range(0, len(topics), FACETS):
        some = slice(start, start + FACETS)
        yield {"topics": _digits(topics[some]), "kinds": _digits(kinds[some])}


def _digits(numbers: Iterable[int]) -> str:
    """A character each, from ``0`` on."""
    return "".join([chr(ord("0") + number) for number in numbers])


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    if len(text) <= TEASER:
        return text
    return text[:TEASER].rsplit(" ", 1)[0].rstrip(",;:") + "…"
