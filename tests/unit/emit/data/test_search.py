"""The files of the search index: complete, bounded and the same every time."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

from build_tools.emit.data.search import PAGE, VERSION, search_index
from build_tools.emit.parts.context import Context
from build_tools.model.project import Project
from build_tools.stages.search.index import search_index_of
from tests.support.glossaries import compile_files, entry_path

LIMIT = 24_000


def index_of(files: dict[str, str], project: Project | None = None) -> dict[str, Any]:
    site = compile_files(files, project=project).compilation.site
    assert site is not None
    return {
        artifact.path: json.loads(b"".join(artifact.pieces))
        for artifact in search_index(Context(site), search_index_of(site))
    }


def entries(count: int) -> dict[str, str]:
    return {
        entry_path(f"entry-{number}"): (
            f"term: Term {number} of the glossary\ntopic: safety\nkind: concept\n"
            f"definition: Number {number} means what {number * 7} does.\n"
        )
        for number in range(count)
    }


def test_the_manifest() -> None:
    manifest = index_of(entries(3))["data/search/manifest.json"]
    assert manifest["version"] == VERSION
    assert manifest["entries"] == 3
    assert manifest["stemmer"] == "english"
    assert manifest["topics"][1] == {"key": "safety", "label": "Safety"}


@pytest.mark.parametrize(
    ("language", "stemmer"),
    [("en", "english"), ("de-AT", "german"), ("pt_BR", None), ("ja", None)],
)
def test_the_stemmer_is_the_language_s(language: str, stemmer: str | None) -> None:
    index = index_of(entries(1), Project(language=language))
    assert index["data/search/manifest.json"]["stemmer"] == stemmer


def test_every_part_has_as_many_files_as_the_manifest_says() -> None:
    index = index_of(entries(700))
    manifest = index["data/search/manifest.json"]
    for part in ("labels", "prefixes", "words", "beginnings", "endings"):
        files = [path for path in index if path.startswith(f"data/search/{part}/")]
        firsts = manifest[part]
        assert len(files) == (0 if firsts is None else len(firsts.split("\n")))
    assert len([path for path in index if "/entries/" in path]) == -(-700 // PAGE)


def test_files_are_small() -> None:
    index = index_of(entries(700))
    sizes = {
        path: len(json.dumps(value, ensure_ascii=False).encode()) for path, value in index.items()
    }
    assert max(sizes.values()) <= LIMIT, max(sizes, key=lambda path: sizes[path])


def test_an_empty_glossary_has_a_manifest() -> None:
    index = index_of({})
    assert set(index) == {"data/search/manifest.json"}
    assert index["data/search/manifest.json"]["labels"] is None


def test_teasers_are_plain_and_short() -> None:
    files = entries(1) | {
        entry_path("a"): (
            "term: A\ntopic: safety\nkind: concept\n"
            f"definition: Like [[entry-0]] or [[entry-0|that]] [@doe2020], {'and so on ' * 40}\n"
        )
    }
    page = index_of(files)["data/search/entries/0.json"]
    shown = page["definitions"][0]
    assert shown.startswith("Like Term 0 of the glossary or that, and so on")
    assert shown.endswith("…")
    assert len(shown) <= 201


_PROGRAM = (
    "import hashlib, tests.unit.emit.data.test_search as t, json;"
    "print(hashlib.sha256(json.dumps(t.index_of(t.entries(60))).encode()).hexdigest())"
)


def test_the_same_bytes_whatever_the_order_of_hashes() -> None:
    prints = {
        subprocess.run(
            [sys.executable, "-c", _PROGRAM],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
            text=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(prints) == 1


@pytest.mark.parametrize(
    ("letters", "shown"),
    [(199, "word " * 39 + "xxxx"), (200, "word " * 39 + "xxxxx"), (201, "word " * 38 + "word…")],
)
def test_a_teaser_has_two_hundred_characters_at_most(letters: int, shown: str) -> None:
    definition = "word " * 39 + "x" * (letters - 195)
    text = f"term: A\ntopic: safety\nkind: concept\ndefinition: {definition}\n"
    index = index_of({entry_path("a"): text})
    (file,) = (index[path] for path in index if path.startswith("data/search/entries/"))
    assert shown in json.dumps(file, ensure_ascii=False)
    assert ("…" in json.dumps(file, ensure_ascii=False)) is (letters == 201)
