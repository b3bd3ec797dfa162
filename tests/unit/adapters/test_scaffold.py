from pathlib import Path

import pytest

from build_tools.adapters.scaffold import ScaffoldError, new_entry
from build_tools.model.project import Project
from build_tools.model.source import SourceFile
from build_tools.stages.yaml.read import parse
from tests.support.glossaries import VOCABULARIES, compile_files


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in VOCABULARIES.items():
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("term", "name"),
    [
        ("Reward hacking", "reward-hacking"),
        ("Goodhart's law", "goodharts-law"),
        ("Goodhart’s law", "goodharts-law"),
        ("École", "ecole"),
        ("C++ & D", "c-d"),
        ("  GPT-4 ", "gpt-4"),
        ('"Quoted": yes # no', "quoted-yes-no"),
        ("A\nB", "a-b"),
    ],
)
def test_the_term_is_read_back_as_it_was_given(folder: Path, term: str, name: str) -> None:
    path = new_entry(folder, Project(), term, "safety", "concept")
    assert path == folder / "glossary" / "entries" / "safety" / f"{name}.yml"
    document, findings = parse(SourceFile("a.yml", path.read_bytes()))
    assert document is not None
    assert not findings
    assert document.root["term"] == term
    assert document.root["topic"] == "safety"
    assert document.root["kind"] == "concept"


def test_a_new_entry_says_what_is_left_to_do(folder: Path) -> None:
    path = new_entry(folder, Project(), "Reward hacking", None, None)
    text = path.read_text("utf-8")
    assert "topic: alignment  # or: alignment, safety\n" in text
    assert "kind: concept  # or: concept, failure-mode\n" in text
    codes = compile_files({path.relative_to(folder).as_posix(): text}).codes
    assert codes == ["unknown-wiki-link", "unknown-citation"]


@pytest.mark.parametrize(
    ("term", "topic", "kind", "message"),
    [
        ("...", None, None, "no id can be made of '...'"),
        ("奖励", None, None, "no id can be made of '奖励'"),
        ("x" * 300, None, None, "no id can be made of"),
        ("New", "alignmnt", None, "unknown topic 'alignmnt'; did you mean 'alignment'?"),
        ("New", None, "xyz", "unknown kind 'xyz'; known are concept, failure-mode"),
        ("Old!", None, None, r"glossary/entries/deep/old\.yaml is there already"),
    ],
)
def test_what_cannot_be_begun(
    folder: Path, term: str, topic: str | None, kind: str | None, message: str
) -> None:
    old = folder / "glossary" / "entries" / "deep" / "old.yaml"
    old.parent.mkdir(parents=True)
    old.write_text("term: Old\n")
    with pytest.raises(ScaffoldError, match=message.replace("?", r"\?")):
        new_entry(folder, Project(), term, topic, kind)
    assert [path.name for path in (folder / "glossary" / "entries").rglob("*.y*ml")] == ["old.yaml"]


def test_nothing_is_begun_without_the_vocabularies(folder: Path) -> None:
    topics = folder / "glossary" / "topics.yml"
    topics.unlink()
    topics.mkdir()
    with pytest.raises(ScaffoldError, match="the topics cannot be read; concord check says why"):
        new_entry(folder, Project(), "New", "safety", None)
    assert not (folder / "glossary" / "entries").exists()
