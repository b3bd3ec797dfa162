import errno
import os
from pathlib import Path

import pytest

from build_tools.adapters.project import (
    ProjectError,
    edit_base,
    paths_in,
    project_from,
    read_project,
    settings_from,
)
from build_tools.model.project import Project, Settings


def read(tmp_path: Path, text: str | bytes) -> Project:
    config = tmp_path / "mkdocs.yml"
    config.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_project(config)


def test_a_whole_project(tmp_path: Path) -> None:
    project = read(
        tmp_path,
        """
site_name: Words
site_description: Of words.
site_url: https://example.org/words
repo_url: https://git.example.org/words/
edit_uri: edit/main/pages/
docs_dir: pages
theme: {name: material, language: de}
extra: {license_url: https://example.org/licence}
plugins:
  - search
  - concord: {glossary: /words/, plural_suffixes: [s, es], review_years: 1, manual: true}
  - other: !ENV [X, y]
markdown_extensions:
  - x:
      y: !!python/name:material.extensions.emoji.twemoji
      z: !relative
""",
    )
    assert project == Project(
        name="Words",
        description="Of words.",
        url="https://example.org/words/",
        language="de",
        licence_url="https://example.org/licence",
        docs="pages",
        repository_url="https://git.example.org/words/",
        edit_url="https://git.example.org/words/edit/main/",
        settings=Settings("words", ("s", "es"), review_years=1, manual=True),
    )


@pytest.mark.parametrize(
    "plugins",
    [
        "[concord]",
        "[search, concord]",
        "{concord: {}}",
        "{search: {}, concord: null}",
        "[concord: ]",
    ],
)
def test_ways_to_list_the_plugin(tmp_path: Path, plugins: str) -> None:
    assert read(tmp_path, f"plugins: {plugins}\n") == Project()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("plugins: [search]", "does not list the plugin 'concord'"),
        ("plugins:", "does not list the plugin 'concord'"),
        ("plugins: concord", "does not list the plugin 'concord'"),
        ("plugins: [{}]", "does not list the plugin 'concord'"),
        ("plugins: 5", "does not list the plugin 'concord'"),
        ("plugins: [[concord]]", "does not list the plugin 'concord'"),
        ("{}", "does not list the plugin 'concord'"),
        ("", "is not a mapping"),
        ("- a", "is not a mapping"),
        ("a: [", "cannot be read"),
        (b"a: \xff", "cannot be read: byte 0xff in line 1 is not valid UTF-8"),
        (b"a: b\nc: \xff", "byte 0xff in line 2 is not valid UTF-8"),
        ("plugins: [concord: {glosary: x}]", "no option 'glosary'; it has glossary,"),
        ("plugins: [concord: text]", "wants a mapping of options, not 'text'"),
    ],
)
def test_mistakes_are_said_in_a_sentence(tmp_path: Path, text: str | bytes, message: str) -> None:
    with pytest.raises(ProjectError, match=message) as caught:
        read(tmp_path, text)
    assert "mkdocs.yml" in str(caught.value) or "plugin" in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match=r"does not exist; name another with --config"):
        read_project(tmp_path / "gone.yml")


def test_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(ProjectError, match="cannot be read: it is a folder"):
        read_project(tmp_path)
    pipe, link, circle = tmp_path / "pipe.yml", tmp_path / "link.yml", tmp_path / "circle.yml"
    os.mkfifo(pipe)
    link.symlink_to("gone.yml")
    circle.symlink_to("circle.yml")
    for path, why in (
        (pipe, "it is a named pipe"),
        (link, "it is a link that leads nowhere"),
        (circle, "it is a link that leads in a circle"),
    ):
        with pytest.raises(ProjectError, match=f"{path.name} cannot be read: {why}"):
            read_project(path)


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str, *_rest: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", path)

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(ProjectError, match=r"mkdocs\.yml cannot be read: permission denied"):
        read_project(tmp_path / "mkdocs.yml")


def test_no_more_is_read_than_shows_that_a_file_is_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("build_tools.adapters.project.MAXIMUM_OTHER_BYTES", 20_000)
    with pytest.raises(ProjectError, match="cannot be read: it is too large"):
        read(tmp_path, "a" * 20_001)


@pytest.mark.parametrize(
    ("options", "settings"),
    [
        ({}, Settings()),
        ({"glossary": None}, Settings()),
        ({"glossary": "/a/b/"}, Settings(glossary="a/b")),
        ({"glossary": "/"}, Settings(glossary=".")),
        ({"plural_suffixes": []}, Settings()),
        ({"unlinked_labels": ["on"]}, Settings(unlinked_labels=("on",))),
        ({"definition_words": [3, 3]}, Settings(definition_words=(3, 3))),
        ({"workers": 4, "manual": True}, Settings(workers=4, manual=True)),
    ],
)
def test_options(options: dict[str, object], settings: Settings) -> None:
    assert settings_from(options) == settings


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("glossary", 5),
        ("glossary", ["a"]),
        ("plural_suffixes", "s"),
        ("plural_suffixes", ["s", 1]),
        ("unlinked_labels", [True]),
        ("unlinked_labels", {"a": "b"}),
        ("definition_words", 5),
        ("definition_words", [5]),
        ("definition_words", [5, 4]),
        ("definition_words", [1, 2, 3]),
        ("definition_words", ["1", "2"]),
        ("definition_words", [True, 2]),
        ("review_years", "2"),
        ("review_years", 1.5),
        ("review_years", True),
        ("manual", 1),
        ("manual", "yes"),
        ("workers", "all"),
    ],
)
def test_options_of_the_wrong_type(name: str, value: object) -> None:
    with pytest.raises(ProjectError, match=f"option '{name}' cannot be .*; the default is"):
        settings_from({name: value})


@pytest.mark.parametrize(
    ("repository", "edit_uri", "docs", "base"),
    [
        ("https://g.org/a/b", "edit/main/docs/", "docs", "https://g.org/a/b/edit/main/"),
        ("https://g.org/a/b/", "edit/main/docs", "docs", "https://g.org/a/b/edit/main/"),
        ("https://g.org/a/b", "/edit/main/docs/", "docs", "https://g.org/a/b/edit/main/"),
        ("https://g.org/a/b", "edit/main/x/docs/", "x/docs", "https://g.org/a/b/edit/main/"),
        ("https://g.org/a/b", "edit/main/", ".", "https://g.org/a/b/edit/main/"),
        ("https://g.org/a/b", "edit/main/", "", "https://g.org/a/b/edit/main/"),
        ("https://g.org/a/b", "-/edit/main/docs/", "docs", "https://g.org/a/b/-/edit/main/"),
        ("https://g.org", "https://h.org/x/edit/main/docs/", "docs", "https://h.org/x/edit/main/"),
        ("", "edit/main/docs/", "docs", ""),
        ("https://g.org/a/b", "", "docs", ""),
    ],
)
def test_where_entries_are_edited(repository: str, edit_uri: str, docs: str, base: str) -> None:
    assert edit_base(repository, edit_uri, docs) == base


@pytest.mark.parametrize(
    ("repository", "edit_uri"),
    [
        ("javascript://x/%0aalert(1)", "edit/main/docs/"),
        ("https://git.example.org/a", "javascript:alert(1)"),
        ("java\tscript://x/y", "edit/"),
    ],
)
def test_no_link_to_edit_runs_script(repository: str, edit_uri: str) -> None:
    assert edit_base(repository, edit_uri, "docs") == ""


def test_texts_hold_no_character_that_a_text_may_not_hold() -> None:
    data = {
        "site_name": "A\u202eB\x00",
        "site_description": "\x1b[31m",
        "site_url": 'https://a.example/"><b>{x}`\\',
    }
    project = project_from(data, Settings(), Path())
    assert (project.name, project.description) == ("A\ufffdB\ufffd", "\ufffd[31m")
    assert project.url == "https://a.example/%22%3E%3Cb%3E%7Bx%7D%60%5C/"


@pytest.mark.parametrize(("docs", "found"), [("/p/docs", "docs"), ("docs", "docs"), (None, "docs")])
def test_the_folder_of_pages_is_relative_to_the_project(docs: str | None, found: str) -> None:
    assert project_from({"docs_dir": docs}, Settings(), Path("/p")).docs == found


@pytest.mark.parametrize(
    "data",
    [
        {"site_name": 5, "site_url": None, "theme": "material", "extra": []},
        {"theme": {"language": 5}, "extra": {"license_url": 5}},
        {},
    ],
)
def test_what_has_another_type_counts_as_unset(data: dict[str, object]) -> None:
    assert project_from(data, Settings(), Path()) == Project()


def test_the_pages_of_a_navigation() -> None:
    nav = ["a.md", {"B": "b.md"}, {"C": ["c.md", {"D": {"E": "e.md"}}]}]
    assert paths_in(nav) == ["a.md", "b.md", "c.md", "e.md"]
    assert paths_in(None) == []


def test_where_no_option_is_given() -> None:
    assert settings_from({}) == Settings(
        glossary="glossary",
        plural_suffixes=(),
        unlinked_labels=(),
        mentions_per_entry=24,
        definition_words=(5, 75),
        review_years=2,
        manual=False,
        workers=0,
    )


def test_where_the_configuration_says_nothing(tmp_path: Path) -> None:
    assert project_from({}, Settings(), tmp_path) == Project(
        name="Glossary",
        description="",
        url="",
        language="en",
        licence_url="",
        docs="docs",
        repository_url="",
        edit_url="",
        settings=Settings(),
    )


@pytest.mark.parametrize(
    ("words", "right"),
    [([1, 1], True), ([1, 2], True), ([2, 1], False), ([1], False), ([1, 2, 3], False)],
)
def test_a_range_has_a_first_and_a_last(words: list[int], right: bool) -> None:
    if right:
        assert settings_from({"definition_words": words}).definition_words == tuple(words)
    else:
        with pytest.raises(ProjectError, match="definition_words"):
            settings_from({"definition_words": words})
