"""What the host's side refuses; what it builds is in ``tests/site``."""

from pathlib import Path

import pytest

from build_tools.mkdocs_plugin import HostError, Outcome, build
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


@pytest.mark.parametrize("strict", [False, True])
def test_a_site_is_built_and_counted(tmp_path: Path, strict: bool) -> None:
    found = Build(tmp_path, "# Words\n\nOf [[a]].\n")
    outcome = found.run(strict=strict)
    site = Path(outcome.site_dir)
    assert site == tmp_path / "site"
    assert outcome.compilation.entries == 2
    paths = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    # The theme's own files are not counted, nor is its page for what is missing.
    ours = {path for path in paths if not path.startswith("assets/")} - {"404.html"}
    ours |= {f"assets/concord/{name}" for name in ("vocabulary.css", "search/propose.json")}
    assert ours <= paths
    assert outcome.written.files == len(ours)
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
