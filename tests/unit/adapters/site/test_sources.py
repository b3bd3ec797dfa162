"""What counts as read."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from mkdocs.config import load_config

from build_tools.adapters.site.errors import SiteError
from build_tools.adapters.site.place import Place, check_replaceable
from build_tools.adapters.site.sources import named_in, place_of
from tests.support.glossaries import VOCABULARIES

CONFIG = "site_name: A\ntheme: {name: mkdocs}\nplugins: []\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    folder = tmp_path / "above" / "project"
    for name, text in (*VOCABULARIES.items(), ("docs/index.md", "# Home\n")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text)
    (folder / "glossary" / "entries").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(CONFIG)
    return folder


@pytest.fixture
def to(project: Path) -> Callable[..., Place]:
    """Where a site may go of the project with these lines more in its configuration."""

    def place(site: str, more: str = "", glossary: str = "glossary") -> Place:
        (project / "mkdocs.yml").write_text(CONFIG.replace("plugins: []\n", "") + more)
        config = load_config(str(project / "mkdocs.yml"), site_dir=str(project / site), plugins=[])
        return place_of(config, project, glossary)

    return place


def lay(project: Path, *names: str) -> None:
    for name in names:
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text("")


@pytest.mark.parametrize("site", ["site", "public/site", "../site", "docs-site", ".site"])
def test_a_site_may_lie_in_the_project_and_beside_it(to: Callable[..., Place], site: str) -> None:
    assert to(site).folder is not None


@pytest.mark.parametrize(
    "site",
    ["glossary", "glossary/site", "glossary/entries", "glossary/entries/a", ".git", ".git/x"],
)
def test_it_may_not_lie_in_what_is_read(to: Callable[..., Place], site: str) -> None:
    with pytest.raises(SiteError, match=r"glossary|history"):
        to(site)


@pytest.mark.parametrize("glossary", [".", "../project", "..", "./."])
def test_a_glossary_that_is_the_project_may_hold_a_site(
    project: Path, to: Callable[..., Place], glossary: str
) -> None:
    lay(project, "entries/a.yml", "../entries/a.yml")
    assert to("site", glossary=glossary).folder is not None
    above = "../" if glossary == ".." else ""
    for site in (f"{above}entries", f"{above}entries/site"):
        with pytest.raises(SiteError, match="the glossary's entries"):
            to(site, glossary=glossary)


def test_a_glossary_elsewhere(project: Path, to: Callable[..., Place]) -> None:
    lay(project, "../shared/words/topics.yml")
    assert to("../shared/site", glossary="../shared/words").folder is not None
    for site in ("../shared", "../shared/words/x"):
        with pytest.raises(SiteError, match="the glossary"):
            to(site, glossary="../shared/words")


def test_docs_elsewhere_and_through_a_link(project: Path, to: Callable[..., Place]) -> None:
    lay(project, "../pages/index.md")
    (project / "link").symlink_to("../pages")
    for docs in ("../pages", "link"):
        assert to("../site", f"docs_dir: {docs}\n").folder is not None
        for site in ("../pages/site", "link/site"):
            if not site.startswith(docs):  # the host looks at names, and finds these
                with pytest.raises(SiteError, match="the folder of pages"):
                    to(site, f"docs_dir: {docs}\n")


@pytest.mark.parametrize(
    ("more", "files", "site"),
    [
        ("theme: {name: mkdocs, custom_dir: ours}\n", ("ours/main.html",), "ours"),
        ("theme: {name: mkdocs, custom_dir: ours}\n", ("ours/main.html",), "ours/site"),
        ("theme: {name: mkdocs, custom_dir: a/ours}\n", ("a/ours/main.html",), "a"),
        ("hooks: [hooks/a.py]\n", ("hooks/a.py",), "hooks"),
        ("watch: [includes]\n", ("includes/a.md",), "includes"),
        ("watch: [includes]\n", ("includes/a.md",), "includes/site"),
        ("INHERIT: base/one.yml\n", ("base/one.yml",), "base"),
    ],
)
def test_what_the_configuration_names_is_read(
    project: Path, to: Callable[..., Place], more: str, files: tuple[str, ...], site: str
) -> None:
    lay(project, *files)
    with pytest.raises(SiteError, match="cannot go to"):
        to(site, more)
    assert to(f"{files[0].partition('/')[0]}-other", more).folder is not None


def test_configurations_inherit_from_each_other(project: Path, to: Callable[..., Place]) -> None:
    lay(project, "a/one.yml", "b/two.yml")
    (project / "a" / "one.yml").write_text("INHERIT: ../b/two.yml\n")
    for site in ("a", "b"):
        with pytest.raises(SiteError, match="the configuration"):
            to(site, "INHERIT: a/one.yml\n")


def test_a_project_may_be_watched(to: Callable[..., Place]) -> None:
    assert to("site", "watch: ['.', '..']\n").folder is not None


@pytest.mark.parametrize("name", [".git", ".hg", ".svn"])
def test_history_above_the_project(project: Path, to: Callable[..., Place], name: str) -> None:
    lay(project, f"../{name}/HEAD")
    for site in (f"../{name}", f"../{name}/site"):
        with pytest.raises(SiteError, match="the project's history"):
            to(site)


def test_history_elsewhere(project: Path, to: Callable[..., Place]) -> None:
    """As Git does it for a second working tree."""
    lay(project, "../main/git/worktrees/one/HEAD")
    (project / ".git").write_text(f"gitdir: {project.parent}/main/git/worktrees/one\n")
    (project.parent / "main/git/worktrees/one/commondir").write_text("../..\n")
    for site in ("../main/git/worktrees/one/x", "../main/git", "../main"):
        with pytest.raises(SiteError, match="the project's history"):
            to(site)
    assert to("../main-site").folder is not None


@pytest.mark.parametrize("text", ["", "gitdir:", "gitdir: nowhere\n", "\udcff", "x" * 100_000])
def test_odd_files_called_git(project: Path, to: Callable[..., Place], text: str) -> None:
    (project / ".git").write_text(text, "utf-8", "surrogateescape")
    assert to("site").folder is not None


def test_where_links_in_the_pages_lead(project: Path, to: Callable[..., Place]) -> None:
    lay(project, "../other/a.md", "../more/b.md", "README.md")
    (project / "docs" / "readme.md").symlink_to("../README.md")
    (project / "docs" / "deep").mkdir()
    (project / "docs" / "deep" / "other").symlink_to("../../../other")
    (project.parent / "other" / "more").symlink_to("../more")
    (project.parent / "more" / "back").symlink_to("../other")
    (project / "docs" / "project").symlink_to("..")
    (project / "docs" / "nowhere").symlink_to("nowhere")
    (project / "docs" / "self").symlink_to("self")
    assert to("site").folder is not None
    for site in ("../other", "../other/site", "../more", "../more/site"):
        with pytest.raises(SiteError, match="what a link in docs/ leads to"):
            to(site)


def test_where_links_in_the_glossary_lead(project: Path, to: Callable[..., Place]) -> None:
    lay(project, "../other/references.json", "../words/a.yml")
    (project / "glossary" / "references.json").unlink()
    (project / "glossary" / "references.json").symlink_to("../../other/references.json")
    (project / "glossary" / "entries").rmdir()
    (project / "glossary" / "entries").symlink_to("../../words")
    for site in ("../other", "../words", "../words/site"):
        with pytest.raises(SiteError, match="the glossary"):
            to(site)
    assert to("../other/site").folder is not None


def test_the_engine_and_its_python(to: Callable[..., Place]) -> None:
    import build_tools

    engine = Path(build_tools.__file__).parent
    for site in (engine, engine / "theme" / "site", engine.parent):
        with pytest.raises(SiteError, match=r"Concord itself|project|Python|built with"):
            to(str(site))


def test_options_of_plugins_may_name_anything(project: Path, to: Callable[..., Place]) -> None:
    lay(project, "snippets/a.md", "other/b.md")
    more = "markdown_extensions: [pymdownx.snippets: {base_path: [snippets]}]\n"
    with pytest.raises(SiteError, match="which the configuration names"):
        check_replaceable(to("snippets", more), force=True)
    check_replaceable(to("other", more), force=True)


def test_names_in_options(tmp_path: Path) -> None:
    lay(tmp_path, "a/b", "c")
    shared: list[object] = ["a", "", "nothing", "a\0b", "n" * 5000, "two\nlines", 3, None, True]
    loop: dict[str, object] = {"x": shared, "y": (shared, {"z": "a/b"}), "p": Path("c")}
    loop["loop"] = loop
    bomb: list[object] = ["c"]
    for _ in range(60):
        bomb = [bomb, bomb]
    found = [os.path.relpath(path, tmp_path) for path in named_in([loop, bomb], tmp_path)]
    assert sorted(found) == ["a", "a/b", "c", "c"]
