"""What the host's side refuses; what it builds is in ``tests/site``."""

import re
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from mkdocs.exceptions import Abort

from build_tools.adapters.site.folder import claim, stage
from build_tools.adapters.site.place import MARK, find_place
from build_tools.cli import main
from build_tools.emit.parts.html import escape
from build_tools.mkdocs_plugin import ConcordPlugin, HostError, Outcome, build, serve
from tests.support.glossaries import VOCABULARIES, entry_path

CONFIG = "site_name: Words\ntheme: {{name: material, font: false}}\nplugins: [{plugins}]\n"
ENTRY = "term: {0}\ntopic: safety\nkind: concept\ndefinition: It is {0}, as everybody will know.\n"
LINKED = "links: [{relation: related, target: b, because: So.}]\nsources: [doe2020]\n"


class Build:
    """A project in a folder, and what was told while it was built."""

    def __init__(self, folder: Path, page: str, plugins: str = "concord") -> None:
        self.folder = folder
        self.told: list[tuple[str, int, int]] = []
        self.reports: list[str] = []
        files = {
            **VOCABULARIES,
            "mkdocs.yml": CONFIG.format(plugins=plugins),
            "docs/index.md": page,
            entry_path("a"): ENTRY.format("Alpha") + LINKED,
            entry_path("b"): ENTRY.format("Beta") + "sources: [doe2020]\n",
        }
        for path, text in files.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text)

    def run(self, *, strict: bool = False, name: str = "mkdocs.yml") -> Outcome:
        return build(
            self.folder / name,
            None,
            strict=strict,
            on_progress=lambda *progress: self.told.append(progress),
            show_report=self.reports.append,
        )


def test_the_host_renders_what_it_is_given_and_no_more(tmp_path: Path) -> None:
    said = 'Of "a" & <b>.'
    found = Build(tmp_path, f"---\ndescription: '{said}'\n---\n# Words\n\nOf [[a]].\n")
    site = Path(found.run().site_dir)
    pages = {
        path.relative_to(site).as_posix(): path.read_text("utf-8") for path in site.rglob("*.html")
    }
    assert not [path for path, page in pages.items() if "concordslot" in page]
    home, index, entry = (pages[f"{path}index.html"] for path in ("", "terms/", "terms/a/"))
    assert f'<meta name="description" content="{escape(said)}">' in home
    assert '<a class="concord-link" href="./terms/a/">Alpha</a>' in home
    # The table of contents of an entry is that of its page; a list's is its heading alone.
    assert re.findall(r'href="#([\w-]+)" class="md-nav__link"', entry)[-3:] == [
        *("neighbourhood", "sources", "cite")
    ]
    assert index.count('<h1 id="term">') == entry.count('<h1 id="term">') == 1


@pytest.mark.parametrize("strict", [False, True])
def test_a_site_is_built_and_counted(tmp_path: Path, strict: bool) -> None:
    found = Build(tmp_path, "# Words\n\nOf [[a]].\n")
    outcome = found.run(strict=strict)
    site = Path(outcome.site_dir)
    assert site == tmp_path / "site"
    assert outcome.compilation.entries == 2
    paths = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    # The theme's own files are not counted, nor is its page for what is missing.
    ours = {path for path in paths if not path.startswith("assets/")} - {"404.html", MARK}
    ours |= {f"assets/concord/{name}" for name in ("vocabulary.css", "search/propose.json")}
    assert ours <= paths
    assert outcome.written.files == len(ours)
    # What the host writes is counted, and not weighed.
    hosted = {"index.html", "terms/index.html", "graph/index.html", "path/index.html"}
    hosted |= {"search/index.html", "topics/index.html"}
    sizes = {path: (site / path).stat().st_size for path in ours}
    assert outcome.written.size == sum(sizes[path] for path in ours - hosted)
    assert found.told[0] == ("reading entries", 0, 6)
    assert found.told[-1] == ("writing pages", 0, 2)
    assert found.reports == []


def test_only_what_is_strict_stops_at_a_link_of_a_page_that_leads_nowhere(tmp_path: Path) -> None:
    found = Build(tmp_path, "# Words\n\n[Nowhere](nowhere.md).\n")
    assert Path(found.run().site_dir, "index.html").is_file()
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(HostError, match="strict"):
        found.run(strict=True)
    assert sorted(tmp_path.rglob("*")) == before


def test_only_what_is_strict_stops_at_a_warning(tmp_path: Path) -> None:
    found = Build(tmp_path, "# Words\n")
    (tmp_path / entry_path("c")).write_text(ENTRY.format("Gamma"))
    found.run()
    (told,) = found.reports
    assert "[no-source]" in told
    with pytest.raises(HostError, match="the build is strict"):
        found.run(strict=True)


def test_an_error_is_told_and_nothing_is_built(tmp_path: Path) -> None:
    found = Build(tmp_path, "# Words\n\nOf [[gone]].\n")
    with pytest.raises(HostError, match="the glossary has errors"):
        found.run()
    assert "[unknown-wiki-link]" in found.reports[0]
    assert not (tmp_path / "site").exists()


@pytest.mark.parametrize(
    ("plugins", "name", "message"),
    [
        ("search", "mkdocs.yml", "does not list the plugin 'concord'"),
        ("concord", "gone.yml", "gone.yml"),
        ("nobody", "mkdocs.yml", "configuration error"),
        ("concord: {glosary: x}", "mkdocs.yml", "glosary"),
    ],
)
def test_what_is_no_project_of_ours(tmp_path: Path, plugins: str, name: str, message: str) -> None:
    with pytest.raises(HostError, match=message):
        Build(tmp_path, "# Words\n", plugins).run(name=name)


@pytest.mark.parametrize(
    ("page", "config"),
    [
        ("[Nowhere](nowhere.md)", ""),
        ("<!-- nothing -->", "nav: [index.md, nowhere.md]\n"),
    ],
    ids=["link", "navigation"],
)
def test_what_the_host_warns_of_is_an_exit_code_of_a_strict_build_alone(
    tmp_path: Path, page: str, config: str
) -> None:
    Build(tmp_path, f"# Words\n\n{page}\n")
    path = tmp_path / "mkdocs.yml"
    path.write_text(path.read_text() + config)
    command = ["build", "--quiet", "--config", str(path), "--site-dir", str(tmp_path / "site")]
    assert main(command) == 0
    assert main([*command, "--strict"]) == 1


class Preview:
    """Stands for the host's server."""

    def __init__(self) -> None:
        self.watched: list[str] = []
        self.builder: Callable[..., None] = lambda: None

    def watch(self, path: str) -> None:
        self.watched.append(path)


def preview_of(config_file: Path | str, options: dict[str, object], builder: Any) -> Preview:
    plugin: Any = ConcordPlugin()
    plugin.config = options
    server = Preview()
    config = SimpleNamespace(config_file_path=str(config_file))
    returned: object = plugin.on_serve(server, config=config, builder=builder)
    assert isinstance(returned, Preview)
    return returned


@pytest.mark.parametrize(("option", "folder"), [(None, "glossary"), ("words", "words")])
def test_a_preview_watches_the_glossary(tmp_path: Path, option: str | None, folder: str) -> None:
    options: dict[str, object] = {"glossary": option}
    for file, place in ((tmp_path / "mkdocs.yml", tmp_path), ("", Path.cwd())):
        assert preview_of(file, options, print).watched == [str(place / folder)]


def test_a_preview_keeps_the_last_good_build(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    built: list[object] = []

    def builder(what: object) -> None:
        built.append(what)
        if what == "bad":
            raise Abort("it is bad")
        if what == "broken":
            raise KeyError(what)

    server = preview_of(tmp_path / "mkdocs.yml", {}, builder)
    server.builder("good")
    assert caplog.text == ""
    server.builder("bad")
    assert "it is bad; the preview shows the last good build" in caplog.text
    with pytest.raises(KeyError):  # a bug is seen
        server.builder("broken")
    assert built == ["good", "bad", "broken"]


@pytest.mark.parametrize(
    ("address", "settings"), [(None, {}), ("0.0.0.0:80", {"dev_addr": "0.0.0.0:80"})]
)
@pytest.mark.parametrize("opened", [False, True])
def test_the_host_serves(
    monkeypatch: pytest.MonkeyPatch, address: str | None, settings: dict[str, str], opened: bool
) -> None:
    asked: list[object] = []

    def host(config: str, **given: object) -> None:
        asked.append((config, given))

    monkeypatch.setattr("mkdocs.commands.serve.serve", host)
    serve(Path("a/mkdocs.yml"), address, open_in_browser=opened)
    assert asked == [("a/mkdocs.yml", {"open_in_browser": opened, **settings})]


def test_a_host_that_cannot_serve_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    def host(config: str, **given: object) -> None:
        raise Abort("the port is taken")

    monkeypatch.setattr("mkdocs.commands.serve.serve", host)
    with pytest.raises(HostError, match="the port is taken"):
        serve(Path("mkdocs.yml"), None, open_in_browser=False)


def test_a_build_that_fails_leaves_no_folder(tmp_path: Path) -> None:
    plugin: Any = ConcordPlugin()
    plugin.on_build_error(error=ValueError())
    plugin._begun = stage(claim(find_place(tmp_path / "site", (), ()), print), force=False)
    assert list(tmp_path.iterdir())
    plugin.on_build_error(error=ValueError())
    assert plugin._begun is None
    assert list(tmp_path.iterdir()) == []
