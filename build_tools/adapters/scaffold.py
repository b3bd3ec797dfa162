"""Beginning a new entry."""

import json
import re
import unicodedata
from pathlib import Path

from build_tools.adapters.read import read_glossary
from build_tools.model.fields import Vocabulary
from build_tools.model.identifiers import is_identifier
from build_tools.model.project import Project
from build_tools.stages.inputs import ENTRIES
from build_tools.stages.vocabularies import read_vocabularies
from build_tools.stages.words.nearest import suggestion

__all__ = ["ScaffoldError", "new_entry"]


class ScaffoldError(Exception):
    """The entry cannot be begun; the message is for the user."""


def new_entry(
    folder: Path, project: Project, term: str, topic: str | None, kind: str | None
) -> Path:
    """Write the skeleton of an entry for ``term`` and return its path.

    Raises:
        ScaffoldError: there is such an entry, no such topic or kind, or no id in the term.
    """
    glossary = project.settings.glossary
    sources = {source.path: source for source in read_glossary(folder, glossary)}
    vocabularies, _ = read_vocabularies(glossary, sources)
    name = _identifier(term)
    if not is_identifier(name):
        raise ScaffoldError(f"no id can be made of {term!r}: it needs letters a–z or digits")
    for existing in sources:
        if existing.endswith((f"/{name}.yml", f"/{name}.yaml")):
            raise ScaffoldError(f"{existing} is there already")
    for what, given, known in (
        (Vocabulary.TOPICS, topic, vocabularies.topics),
        (Vocabulary.KINDS, kind, vocabularies.kinds),
    ):
        if what in vocabularies.unread:
            raise ScaffoldError(f"the {what}s cannot be read; concord check says why")
        if given is not None and given not in known:
            raise ScaffoldError(
                f"unknown {what} '{given}'; {suggestion(given, known) or 'known are ' + ', '.join(known)}"
            )
    chosen_topic = topic or next(iter(vocabularies.topics), "")
    chosen_kind = kind or next(iter(vocabularies.kinds), "")
    path = folder / glossary / ENTRIES / chosen_topic / f"{name}.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    others = "" if topic else f"  # or: {', '.join(vocabularies.topics)}"
    kinds = "" if kind else f"  # or: {', '.join(vocabularies.kinds)}"
    text = (
        f"term: {json.dumps(term, ensure_ascii=False)}\n"
        "aliases: []\n"
        f"topic: {chosen_topic}{others}\n"
        f"kind: {chosen_kind}{kinds}\n"
        "definition: >-\n  <One or two sentences: what kind of thing it is, and what sets it apart.>\n"
        "body: |\n  <How it works, why it matters, what it is not. Link with [[id]], cite with [@key].>\n"
        "links: []\n"
        "sources: []\n"
        "status: draft\n"
    )
    path.write_text(text, encoding="utf-8")
    return path


def _identifier(term: str) -> str:
    plain = (
        unicodedata.normalize("NFKD", term)
        .encode("ascii", "ignore")
        .decode()
        .lower()
        .replace("'", "")
    )
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
