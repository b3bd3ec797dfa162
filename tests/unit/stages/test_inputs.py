"""How files are sorted by what they are; what is said of the rest is in ``tests/cases``."""

import pytest

from build_tools.model.fields import Vocabulary
from build_tools.model.project import Project, Settings
from build_tools.model.source import SourceFile, Trouble
from build_tools.stages.inputs import Inputs, is_nearly_entries, sorted_inputs


def inputs_of(*paths: str, glossary: str = "glossary", trouble: str | None = None) -> Inputs:
    project = Project(settings=Settings(glossary=glossary))
    return sorted_inputs(project, [SourceFile(path, b"", trouble) for path in paths], ())[0]


def codes_of(*paths: str, glossary: str = "glossary", docs: str = "docs") -> list[str]:
    project = Project(settings=Settings(glossary=glossary), docs=docs)
    return [
        finding.code.value
        for finding in sorted_inputs(project, [SourceFile(path, b"") for path in paths], ())[1]
    ]


def test_entries_come_by_id_and_then_by_path() -> None:
    inputs = inputs_of(
        "glossary/entries/z/a.yml", "glossary/entries/b.yml", "glossary/entries/a.yaml"
    )
    assert [source.path.rpartition("/")[2] for source in inputs.entries] == [
        "a.yaml",
        "a.yml",
        "b.yml",
    ]
    assert inputs.ids == {"a", "b"}
    assert not inputs.is_without_entries


def test_misplaced_entries_have_ids_too() -> None:
    inputs = inputs_of("glossary/entries/a.YML", "glossary/entrys/", "glossary/entrys/x/b.yml")
    assert not inputs.entries
    assert inputs.misplaced == {"a", "b"}
    assert inputs.ids == {"a", "b"}


@pytest.mark.parametrize(
    ("path", "unread"),
    [
        ("glossary/entries/more/", {Vocabulary.ENTRIES}),
        ("glossary/entries/", {Vocabulary.ENTRIES}),
        ("glossary/", set(Vocabulary)),
        ("glossary/entries/a.yml", set()),
        ("glossary/other/", set()),
    ],
)
def test_what_a_folder_that_cannot_be_read_may_hold(path: str, unread: set[Vocabulary]) -> None:
    assert inputs_of(path, trouble=Trouble.PERMISSION).unread == unread


def test_only_who_looked_for_entries_can_say_that_there_are_none() -> None:
    assert not inputs_of("glossary/topics.yml").is_without_entries
    assert inputs_of("glossary/topics.yml", "glossary/entries/").is_without_entries
    assert not inputs_of("glossary/entries/", "glossary/entries/a.yml").is_without_entries
    assert inputs_of("topics.yml", "entries/", glossary=".").is_without_entries


@pytest.mark.parametrize(
    ("glossary", "prefix", "docs"), [(".", "", "docs"), ("docs/words", "docs/words/", "docs")]
)
def test_where_other_things_lie_by_right_only_slips_are_reported(
    glossary: str, prefix: str, docs: str
) -> None:
    names = ("index.md", "src/", "src/a.py", "conf.yml", "data/", "data/a.yml")
    assert codes_of(*(prefix + name for name in names), glossary=glossary, docs=docs) == []
    slips = ("Topics.yml", "entries/a.YML", "entrys/", "entrys/a.yml")
    found = codes_of(*(prefix + name for name in slips), glossary=glossary, docs=docs)
    assert found == ["misplaced-file"] * 3


def test_pages_may_lie_in_the_glossary_s_folder() -> None:
    names = ("glossary/pages/", "glossary/pages/index.md")
    assert codes_of(*names, docs="glossary/pages") == []
    assert codes_of(*names) == ["unread-file"]


@pytest.mark.parametrize("name", ["entrys", "Entries", "entry", "enteries", "entires", "ENTRY"])
def test_folders_that_must_be_meant(name: str) -> None:
    assert is_nearly_entries(name)


@pytest.mark.parametrize("name", ["images", "terms", "drafts", "en", "country"])
def test_folders_that_need_not_be_meant(name: str) -> None:
    assert not is_nearly_entries(name)
