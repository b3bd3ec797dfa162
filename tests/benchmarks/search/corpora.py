"""The glossaries that are searched, compiled by the stages that a build goes through."""

import json
from array import array
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from build_tools.adapters.project import read_project
from build_tools.adapters.read import read_glossary
from build_tools.compiler import compile_glossary
from build_tools.model.entry import Entry
from build_tools.model.glossary import Site
from build_tools.model.project import Project
from build_tools.model.source import SourceFile
from build_tools.model.text import PackedText
from build_tools.stages.collect import collect
from build_tools.stages.derive import derive
from build_tools.stages.link import link
from build_tools.stages.mentions import Mentioned
from build_tools.stages.prose.plain_text import plain_runs
from build_tools.stages.validate import validate
from build_tools.stages.vocabularies import read_vocabularies
from build_tools.stages.yaml.read import parse
from tests.benchmarks.search.wordnet import KIND, TOPICS

__all__ = ["ROOT", "Document", "documents_of", "real_site", "site_of", "wordnet_site"]

ROOT = Path(__file__).resolve().parents[3]

Document = dict[str, str]
"""What every engine is given of an entry, as plain text: the fields ``id``, ``term``,
``aliases``, ``abbreviation``, ``definition`` and ``text``; aliases one a line."""


def site_of(folder: Path) -> Site:
    """The glossary of the project in a folder."""
    project = read_project(folder / "mkdocs.yml")
    site = compile_glossary(read_glossary(folder, project.settings.glossary), project).site
    if site is None:
        raise ValueError("the glossary has errors; `concord check` lists them")
    return site


@cache
def real_site() -> Site:
    """This repository's own glossary."""
    return site_of(ROOT)


def wordnet_site(entries: Iterable[Entry]) -> Site:
    """A glossary of WordNet's nouns: without mentions, and with labels that several entries share.

    The compiler would refuse the homonyms, so that this goes from stage to stage by itself.
    """
    vocabularies, findings = read_vocabularies("glossary", _vocabulary_files())
    if findings:
        raise ValueError(f"the vocabularies have mistakes: {findings}")
    validated = []
    paths = []
    for entry in entries:
        document, problems = parse(SourceFile(entry.path, _source(entry)))
        if document is None:
            raise ValueError(f"{entry.path} cannot be read: {problems}")
        validated.append(validate(document)._replace(findings=()))
        paths.append(entry.path)
    glossary, _homonyms = collect(validated, paths, vocabularies)
    nothing = Mentioned(array("I"), array("I"), array("I"))
    project = Project(name="WordNet", url="https://glossary.example/")
    return derive(project, link(glossary), dict.fromkeys(glossary.entries, nothing))


def _source(entry: Entry) -> bytes:
    """An entry file; JSON is YAML."""
    value = {
        "term": entry.term,
        "aliases": entry.aliases,
        "topic": entry.topic,
        "kind": entry.kind,
        "definition": entry.definition,
    }
    return json.dumps(value, ensure_ascii=False).encode()


def _vocabulary_files() -> dict[str, SourceFile]:
    contents = {
        "topics.yml": {
            key: {"label": key.capitalize(), "definition": f"Nouns of the file {key}."}
            for key in TOPICS
        },
        "kinds.yml": {KIND: {"label": "Noun", "definition": "A noun."}},
        "relations.yml": {
            "related": {
                "label": "related to",
                "inverse_label": "related to",
                "symmetric": True,
                "definition": "Has to do with.",
            }
        },
        "references.json": [],
    }
    return {
        f"glossary/{name}": SourceFile(f"glossary/{name}", json.dumps(content).encode())
        for name, content in contents.items()
    }


def documents_of(site: Site) -> Iterator[Document]:
    """The entries as documents, in the order of ids."""
    texts = site.linked.glossary.texts
    for entry in site.entries.values():
        definition, *others = (reading.text for _pointer, reading in texts[entry.id])
        hidden = " ".join(site.vocabularies.hidden_labels.get(entry.id, ()))
        yield {
            "id": entry.id,
            "term": entry.term,
            "aliases": "\n".join(entry.aliases),
            "abbreviation": entry.abbreviation or "",
            "definition": f"{_plain(definition, site)} {hidden}".rstrip(),
            "text": "\n".join(_plain(text, site) for text in others),
        }


def _plain(text: PackedText, site: Site) -> str:
    return " ".join(" ".join(plain_runs(text, site.entries)).split())
