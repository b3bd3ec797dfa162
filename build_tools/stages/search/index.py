"""The index of the search, from the names and texts of a site."""

from collections.abc import Sequence

from build_tools.model.entry import Entry
from build_tools.model.fields import REMARK_KEYS
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId
from build_tools.model.search import IndexPart, JsonValue, SearchIndex
from build_tools.stages.batches import in_batches
from build_tools.stages.prose.plain_text import plain_definition, plain_runs
from build_tools.stages.search.files import cut, in_utf16_order
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

__all__ = ["search_index_of"]

MOST_NAMES = 300
"""Names kept for one of their words: one file at most."""


def search_index_of(site: Site) -> SearchIndex:
    """The index. It is large, so that it is worked out when its files are made, and let go then."""
    algorithm = stemmer_for(site.project.language)
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
    return SearchIndex(algorithm, entries, definitions, _parts(found, texts))


def _parts(found: list[Name], texts: TextIndex) -> tuple[IndexPart, ...]:
    names = sorted_names(found)
    best = best_first(names)
    in_words = words_in(best)
    by_label = labels(names)
    spelt = spellings(names, in_words)
    return (
        by_label,
        prefixes(best, by_label.firsts),
        _words(in_words, texts.words()),
        beginnings(spelt),
        endings(spelt),
    )


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


def _words(names: dict[str, list[Name]], texts: dict[str, tuple[int, str]]) -> IndexPart:
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

    def file(some: Sequence[str]) -> JsonValue:
        named = [key for key in some if key in names]
        told = [key for key in some if key in texts]
        return {
            "words": "\n".join(named),
            "names": [packed(names[key][:MOST_NAMES]) for key in named],
            "stems": "\n".join(told),
            "counts": [texts[key][0] for key in told],
            "postings": "\n".join([texts[key][1] for key in told]),
        }

    return IndexPart(
        "words",
        tuple(item.first for item in cuts),
        (file(keys[start:stop]) for start, stop, _first in cuts),
    )
