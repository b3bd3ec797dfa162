"""Where a site may go, whatever the folder is called."""

import os
from pathlib import Path

import pytest

from build_tools.adapters.site.errors import SiteError
from build_tools.adapters.site.mounts import Mount
from build_tools.adapters.site.place import (
    MARK,
    MARK_TEXT,
    Place,
    Read,
    check_replaceable,
    find_place,
    is_kept,
    lies_in,
)


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    (folder / "words" / "entries").mkdir(parents=True)
    (folder / "words" / "entries" / "tea.yml").write_text("term: Tea\n")
    (folder / "mkdocs.yml").write_text("site_name: A\n")
    return folder


def reads(project: Path) -> tuple[Read, ...]:
    return (
        Read("the project's folder", project, wholly=False),
        Read("the glossary", project / "words"),
        Read("the configuration", project / "mkdocs.yml"),
    )


def found(project: Path, site: str | Path) -> Place:
    return find_place(project / site, (), reads(project))


@pytest.mark.parametrize("site", ["site", "deep/er/site", "wordss", "words.site", "../site"])
def test_a_site_may_go_beside_what_is_read(project: Path, site: str) -> None:
    assert found(project, site).folder == (project / site).resolve()


@pytest.mark.parametrize(
    ("site", "why"),
    [
        (".", "is the project's folder"),
        ("..", "holds the project's folder"),
        ("/", "holds the project's folder"),
        ("words", "is the glossary"),
        ("words/", "is the glossary"),
        ("words/site", "lies in the glossary"),
        ("words/entries", "lies in the glossary"),
        ("words/not/there/yet", "lies in the glossary"),
        ("site/../words", "is the glossary"),
        ("words/../words/./site", "lies in the glossary"),
        ("mkdocs.yml", "is not a folder"),
        ("mkdocs.yml/site", "is not a folder"),
        ("words/entries/tea.yml", "is not a folder"),
    ],
)
def test_it_may_not_where_it_would_replace_that(project: Path, site: str, why: str) -> None:
    with pytest.raises(SiteError, match=why) as raised:
        found(project, site)
    assert "\n" not in str(raised.value)


LINKS = {
    "to the glossary": ("site", "words"),
    "to what lies in it": ("site", "words/entries"),
    "to the project": ("site", "."),
    "to where the project lies": ("site", ".."),
    "above it": ("link", "words"),
}


@pytest.mark.parametrize("name", LINKS)
@pytest.mark.parametrize("below", ["", "new"])
def test_links_are_seen_through(project: Path, name: str, below: str) -> None:
    link, target = LINKS[name]
    (project / link).symlink_to(project / target)
    site = Path(link, below)
    if not below or target.startswith("words"):
        with pytest.raises(SiteError, match=r"glossary|project"):
            found(project, site)
    else:
        assert found(project, site).folder == (project / target / below).resolve()


def test_a_glossary_that_is_a_link_is_where_it_leads(project: Path, tmp_path: Path) -> None:
    (project / "words").rename(tmp_path / "elsewhere")
    (project / "words").symlink_to(tmp_path / "elsewhere")
    for site in (tmp_path / "elsewhere", tmp_path / "elsewhere" / "site"):
        with pytest.raises(SiteError, match="the glossary"):
            found(project, site)


def test_a_glossary_that_is_not_there_yet_is_not_made_a_site(project: Path) -> None:
    """Nor under a name in other letters: who knows whether the system tells them apart."""
    nowhere = [Read("the glossary", project / "nowhere")]
    for name in ("nowhere", "Nowhere", "nowhere/site"):
        with pytest.raises(SiteError, match="the glossary"):
            find_place(project / name, (), nowhere)


def test_a_folder_is_known_by_what_it_is_and_not_by_its_name(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a system that does not tell letters by their case."""
    words, stat = project / "words", Path.stat

    def any_case(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        same = Path(str(path).replace("/WORDS", "/words"))
        return stat(same, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", any_case)
    assert (project / "WORDS").stat().st_ino == words.stat().st_ino
    for site in ("WORDS", "WORDS/site"):
        with pytest.raises(SiteError, match="the glossary"):
            found(project, site)


MOUNTED = (
    Mount("/", "8:1", "/"),
    Mount("/srv/whole", "8:1", "/home/project"),
    Mount("/srv/part", "8:1", "/home/project/words/entries"),
    Mount("/srv/above", "8:1", "/home"),
    Mount("/srv/other", "8:2", "/home/project/words"),
)


@pytest.mark.parametrize(
    ("site", "why"),
    [
        ("/srv/whole/words", "is the glossary"),
        ("/srv/whole/words/site", "lies in the glossary"),
        ("/srv/part", "lies in the glossary"),
        ("/srv/part/x", "lies in the glossary"),
        ("/srv/above", "holds the glossary"),
        ("/srv/above/project/words", "is the glossary"),
        ("/srv/whole/site", ""),
        ("/srv/other", ""),
        ("/srv/other/site", ""),
    ],
)
def test_a_folder_mounted_twice_is_one(site: str, why: str) -> None:
    read = [Read("the glossary", Path("/home/project/words"))]
    if why:
        with pytest.raises(SiteError, match=why):
            find_place(Path(site), MOUNTED, read)
    else:
        assert find_place(Path(site), MOUNTED, read).folder == Path(site)


def test_the_site_goes_where_its_link_leads(project: Path, tmp_path: Path) -> None:
    (tmp_path / "public").mkdir()
    (project / "site").symlink_to(tmp_path / "public")
    place = found(project, "site")
    assert place.given == project / "site"
    assert place.folder == tmp_path / "public"


@pytest.mark.parametrize("site", ["site", "site/below"])
def test_a_link_to_nothing_is_said_to_be_one(project: Path, site: str) -> None:
    (project / "site").symlink_to("not there")
    with pytest.raises(SiteError, match=r"site is a link to not there, which is not there$"):
        found(project, site)


@pytest.mark.parametrize("site", ["one", "one/below", "self", "self/below"])
def test_links_in_a_circle(project: Path, site: str) -> None:
    (project / "one").symlink_to("two")
    (project / "two").symlink_to("one")
    (project / "self").symlink_to("self")
    with pytest.raises(SiteError, match="symbolic links"):
        found(project, site)


@pytest.mark.parametrize("site", ["n" * 300, "a\0b", f"words/{'n' * 300}/site"])
def test_names_that_no_file_can_have(project: Path, site: str) -> None:
    with pytest.raises(SiteError, match=r"too long|null") as raised:
        found(project, site)
    assert "\0" not in str(raised.value)


def test_a_pipe_is_no_folder(project: Path) -> None:
    os.mkfifo(project / "site")
    with pytest.raises(SiteError, match="is not a folder"):
        found(project, "site")


def test_a_folder_that_nobody_may_look_into(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stat = Path.stat

    def refuse(path: Path, *, follow_symlinks: bool = True) -> os.stat_result:
        if path.name == "site":
            raise PermissionError(13, "Permission denied", str(path))
        return stat(path, follow_symlinks=follow_symlinks)

    monkeypatch.setattr(Path, "stat", refuse)
    with pytest.raises(SiteError, match="Permission denied"):
        found(project, "site")


def test_messages_cannot_command_a_terminal(project: Path) -> None:
    with pytest.raises(SiteError) as raised:
        found(project, "words/\x1b[2Jx")
    assert str(raised.value).isprintable()


def test_what_lies_in_what(project: Path) -> None:
    (project / "link").symlink_to("words")
    assert lies_in(project / "words", project, ())
    assert lies_in(project / "link" / "entries", project / "words", ())
    assert lies_in(project, project / "words" / "..", ())
    assert not lies_in(project, project / "words", ())


# -- what may be replaced


def folder(tmp_path: Path, *names: str) -> Place:
    site = tmp_path / "site"
    site.mkdir()
    for name in names:
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.mkdir() if name.endswith("/") else path.write_bytes(b"x")
    return Place(site, site)


def test_what_is_not_there_needs_no_replacing(tmp_path: Path) -> None:
    check_replaceable(Place(tmp_path / "site", tmp_path / "site"), force=False)


@pytest.mark.parametrize(
    "names", [(), (".nojekyll",), (".git/HEAD", ".gitignore"), ("lost+found/",)]
)
def test_an_empty_folder_is_taken(tmp_path: Path, names: tuple[str, ...]) -> None:
    """Hidden files stay with the site, so that they stop nobody."""
    check_replaceable(folder(tmp_path, *names), force=False)


@pytest.mark.parametrize(
    "names",
    [
        ("notes.txt",),
        ("HEAD", "config", "objects/a"),
        ("entries/a.yml", ".git/HEAD"),
        ("index.html", "assets/app.js"),
        ("data/glossary.json", "data/glossary.schema.json", "assets/concord/a.js", "terms/a"),
    ],
)
def test_other_folders_are_not(tmp_path: Path, names: tuple[str, ...]) -> None:
    place = folder(tmp_path, *names)
    with pytest.raises(SiteError, match="--force") as raised:
        check_replaceable(place, force=False)
    assert "\n" not in str(raised.value)
    check_replaceable(place, force=True)


def test_a_site_that_bears_our_mark_is(tmp_path: Path) -> None:
    place = folder(tmp_path, "index.html")
    (place.folder / MARK).write_bytes(MARK_TEXT)
    check_replaceable(place, force=False)


def test_a_site_from_before_there_was_a_mark_is(tmp_path: Path) -> None:
    place = folder(tmp_path, "index.html", "assets/concord/a.js", "terms/index.html")
    (place.folder / "data").mkdir()
    data = place.folder / "data" / "glossary.json"
    data.write_bytes(b'{"$schema":"glossary.schema.json","format":1')
    check_replaceable(place, force=False)
    data.write_bytes(b'{"$schema":"other.schema.json","format":1')
    with pytest.raises(SiteError, match="--force"):
        check_replaceable(place, force=False)


@pytest.mark.parametrize("kind", ["link", "pipe", "folder", "empty", "other"])
def test_a_mark_is_a_file_that_names_the_builder(tmp_path: Path, kind: str) -> None:
    place = folder(tmp_path, "notes.txt")
    mark = place.folder / MARK
    if kind == "link":
        (tmp_path / "real").write_bytes(MARK_TEXT)
        mark.symlink_to(tmp_path / "real")
    elif kind == "pipe":
        os.mkfifo(mark)
    elif kind == "folder":
        mark.mkdir()
    else:
        mark.write_bytes(b"" if kind == "empty" else b"something else\n")
    with pytest.raises(SiteError, match="--force"):
        check_replaceable(place, force=False)


def test_what_the_configuration_names_is_not_forced(project: Path) -> None:
    (project / "snippets").mkdir()
    (project / "snippets" / "a.md").write_text("a")
    for named in ("snippets", "snippets/a.md"):
        place = find_place(project / "snippets", (), reads(project), [project / named])
        with pytest.raises(SiteError, match="which the configuration names"):
            check_replaceable(place, force=True)
    other = find_place(project / "snippets", (), reads(project), [project / "words"])
    check_replaceable(other, force=True)


def test_what_a_plugin_writes_into_the_site_is_no_hindrance(project: Path) -> None:
    """An option may name what somebody reads, or what somebody writes: a site is a site."""
    site = project / "site"
    (site / "pdf").mkdir(parents=True)
    (site / MARK).write_bytes(MARK_TEXT)
    check_replaceable(find_place(site, (), reads(project), [site / "pdf"]), force=False)


def test_a_folder_that_became_a_link_is_not_replaced(tmp_path: Path) -> None:
    place = folder(tmp_path)
    place.folder.rmdir()
    (tmp_path / "other").mkdir()
    place.folder.symlink_to("other")
    with pytest.raises(SiteError, match="has become a link"):
        check_replaceable(place, force=True)


@pytest.mark.parametrize(
    ("name", "kept"),
    [(".git", True), (".well-known", True), ("lost+found", True), ("index.html", False)],
)
def test_what_stays(name: str, kept: bool) -> None:
    assert is_kept(name) is kept
