"""``/data/search/``: the index that the search reads. Its format: docs/design/0007-search.md."""

from collections.abc import Iterable, Iterator, Sequence

from orjson import dumps

from build_tools.emit.parts.context import Context
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Entry
from build_tools.model.search import JsonValue, SearchIndex

__all__ = ["search_index"]

FOLDER = "data/search/"
VERSION = 1
PAGE = 32
"""Entries of a page of teasers."""
FACETS = 4096
"""Entries of a file of topics and kinds, which are two characters an entry."""
TEASER = 200
"""Characters of a definition that a result shows."""


def search_index(context: Context, index: SearchIndex) -> Iterable[Artifact]:
    """The manifest and all files of the index."""
    vocabularies, entries = context.site.vocabularies, index.entries
    manifest: dict[str, JsonValue] = {
        "version": VERSION,
        "entries": len(entries),
        "page": PAGE,
        "facets": FACETS,
        "stemmer": index.algorithm,
        "topics": [
            {"key": topic.key, "label": topic.label} for topic in vocabularies.topics.values()
        ],
        "kinds": [{"key": kind.key, "label": kind.label} for kind in vocabularies.kinds.values()],
    }
    for part in index.parts:
        manifest[part.name] = "\n".join(part.firsts) if part.firsts else None
        for at, file in enumerate(part.files):
            yield _artifact(f"{part.name}/{at}", file)
    topics = _numbers(vocabularies.topics, [entry.topic for entry in entries])
    kinds = _numbers(vocabularies.kinds, [entry.kind for entry in entries])
    for at, page in enumerate(_pages(entries, topics, kinds, index.definitions)):
        yield _artifact(f"entries/{at}", page)
    for at, page in enumerate(_facets(topics, kinds)):
        yield _artifact(f"facets/{at}", page)
    yield _artifact("manifest", manifest)


def _artifact(name: str, value: JsonValue) -> Artifact:
    return Artifact(f"{FOLDER}{name}.json", (dumps(value),))


def _numbers(vocabulary: Iterable[str], keys: Iterable[str]) -> list[int]:
    """The places that keys have in the manifest's list."""
    places = {key: at for at, key in enumerate(vocabulary)}
    return [places[key] for key in keys]


def _pages(
    entries: Sequence[Entry],
    topics: Sequence[int],
    kinds: Sequence[int],
    definitions: Sequence[str],
) -> Iterator[JsonValue]:
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


def _facets(topics: Sequence[int], kinds: Sequence[int]) -> Iterator[JsonValue]:
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
