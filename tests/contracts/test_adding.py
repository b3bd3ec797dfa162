"""docs/design/adding.md is followed to the letter, in copies of the code, and what it adds works."""

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

import jsonschema
import pytest

from tests.contracts.test_javascript import NODE
from tests.support.glossaries import VOCABULARIES, entry_path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/design/adding.md").read_text("utf-8")
BLOCK = re.compile(
    r"^(In|New,) `([^`\n]+)`[^\n]*\n\n(`{3,})(\w+)\n(.*?)^\3$", re.MULTILINE | re.DOTALL
)
HEADINGS = ("A rule", "A field", "A relation's property", "A page", "An output", "A script")


class Step(NamedTuple):
    """What is done to one file."""

    path: str
    new: bool
    content: str
    """All of a new file; of another one, hunks between ``@@``."""


def steps(heading: str) -> list[Step]:
    """The steps below a heading of the page, in their order."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [Step(path, how != "In", text) for how, path, _, _, text in BLOCK.findall(section)]


def changed(text: str, hunks: str) -> str:
    """A file with the lines that are marked as new, each below those that stand before them."""
    for hunk in hunks.split("@@\n"):
        lines = hunk.splitlines(keepends=True)
        assert {line[0] for line in lines} <= {" ", "+"}, hunk
        before = "".join(line[1:] for line in lines if line[0] == " ")
        assert text.count(before) == 1, f"not there, or more than once:\n{before}"
        text = text.replace(before, "".join(line[1:] for line in lines))
    return text


@pytest.mark.parametrize(
    ("text", "hunks", "after"),
    [
        ("a\nb\n", " a\n+x\n", "a\nx\nb\n"),
        ("a\nb\n", "+x\n b\n", "a\nx\nb\n"),
        ("a\nb\nc\n", " a\n+x\n@@\n b\n+y\n c\n", "a\nx\nb\ny\nc\n"),
        ("  a\nb\n", "   a\n+x\n", "  a\nx\nb\n"),
    ],
)
def test_lines_are_added_where_they_are_shown(text: str, hunks: str, after: str) -> None:
    assert changed(text, hunks) == after


@pytest.mark.parametrize(
    ("text", "hunks"), [("a\n", " b\n+x\n"), ("a\na\n", " a\n+x\n"), ("a\n", "-a\n")]
)
def test_a_place_that_is_not_there_is_noticed(text: str, hunks: str) -> None:
    with pytest.raises(AssertionError):
        changed(text, hunks)


LEFT_OUT = {"node_modules", *(ROOT / "tests" / name for name in ("data", "site"))}
"""What no addition needs."""


def _left_out(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if name in LEFT_OUT or Path(folder, name) in LEFT_OUT}


class Copy:
    """A copy of the code, and a small project beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.project = folder / "project"
        for name in ("build_tools", "tests", "docs"):
            shutil.copytree(ROOT / name, folder / name, ignore=_left_out)
        for name in ("pyproject.toml", ".editorconfig"):
            shutil.copy(ROOT / name, folder)
        for name in (".venv", "tests/js/node_modules"):  # for the tests of scripts
            (folder / name).symlink_to(ROOT / name)
        self.write(VOCABULARIES)
        self.write(
            {
                "mkdocs.yml": "site_name: Words\nsite_url: https://example.org/\n"
                "theme: {name: material, font: false}\nplugins: [concord]\n",
                "docs/index.md": "# Words\n",
                entry_path("a"): "term: Alpha\ntopic: safety\nkind: concept\nsources: [doe2020]\n"
                "definition: The first of all letters, long ago.\n",
            }
        )

    def write(self, files: Mapping[str, str]) -> None:
        """Write files of the project."""
        for path, text in files.items():
            (self.project / path).parent.mkdir(parents=True, exist_ok=True)
            (self.project / path).write_text(text, encoding="utf-8")

    def follow(self, heading: str) -> None:
        """Do what the page says, and nothing else."""
        for step in steps(heading):
            path = self.folder / step.path
            assert path.exists() != step.new, step.path
            if step.new:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(step.content, encoding="utf-8")
            else:
                path.write_text(changed(path.read_text("utf-8"), step.content), encoding="utf-8")

    def run(self, *command: str, code: int = 0) -> str:
        """What a command prints that runs in the copy, with the code that it must end with."""
        done = subprocess.run(
            command,
            cwd=self.folder,
            env={**os.environ, "NO_COLOR": "1", "CI": "1", "NO_MKDOCS_2_WARNING": "1"},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == code, done.stdout + done.stderr
        return done.stdout + done.stderr

    def concord(self, name: str, *arguments: str, code: int = 0) -> str:
        """A command of the copy's program."""
        config = () if name == "explain" else ("--config", str(self.project / "mkdocs.yml"))
        return self.run(sys.executable, "-m", "build_tools", name, *arguments, *config, code=code)

    def pytest(self, *arguments: str) -> str:
        """Tests of the copy."""
        return self.run(sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments)

    def case(self, name: str) -> bytes:
        """A file of cases."""
        return (self.folder / "tests/cases" / name).read_bytes()

    def built(self, path: str) -> str:
        """A file of the project's site."""
        return (self.project / "site" / path).read_text("utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    return Copy(tmp_path)


ENTRY = "term: {0}\ntopic: safety\nkind: concept\nsources: [doe2020]\ndefinition: {1}\n"


def rule(copy: Copy) -> None:
    """Its finding is reported, and its manual printed."""
    assert copy.concord("check", "--strict").endswith("nothing to report\n")
    copy.write({entry_path("a"): ENTRY.format("ALL ALPHA", "The first of all letters, long ago.")})
    told = copy.concord("check", "--strict", code=1)
    assert "1:7: warning: the term 'ALL ALPHA' is written in capitals [shouted-term]" in told
    assert "Capitals are for abbreviations" in copy.concord("explain", "shouted-term")


def field(copy: Copy) -> None:
    """It is shown, linked, checked, exported and declared in both schemas."""
    entry = ENTRY.format("Beta", "The second of all letters, after Alpha.")
    link = "links: [{relation: related, target: a, because: Both are letters.}]\n"
    wrong = f"{entry}origin: Of [[gone]] [@nobody].\n{link}"
    copy.write({entry_path("b"): wrong})
    found = copy.concord("check", code=1)
    assert "glossary/entries/b.yml:6:12: error: " in found
    assert all(code in found for code in ("[unknown-wiki-link]", "[unknown-citation]"))
    copy.write({entry_path("b"): wrong.replace("gone", "a").replace("nobody", "doe2020")})
    copy.concord("build", "--strict")
    page = copy.built("terms/b/index.html")
    assert '<h2 id="origin">Where the word comes from</h2>' in page
    assert 'Of <a class="concord-link" href="../a/">Alpha</a><sup' in page
    data = json.loads(copy.built("data/glossary.json"))
    assert [item["origin"] for item in data["entries"]] == [None, "Of [[a]] [@doe2020]."]
    assert data["entries"][0]["mentioned_in"] == ["b"]
    jsonschema.validate(data, json.loads(copy.built("data/glossary.schema.json")))
    schema = json.loads(copy.built("data/entry.schema.json"))
    assert schema["properties"]["origin"]["description"] == "Where the word comes from"


def relation_property(copy: Copy) -> None:
    """It is read, refused where it is no flag, and exported as the schema says."""
    relations = "broader: {{label: is a kind of, functional: {0}}}\nrelated: {{label: bears on}}\n"
    copy.write({"glossary/relations.yml": relations.format("often")})
    assert "[wrong-type]" in copy.concord("check", code=1)
    copy.write({"glossary/relations.yml": relations.format("true")})
    copy.concord("build", "--strict")
    data = json.loads(copy.built("data/glossary.json"))
    assert [item["functional"] for item in data["relations"]] == [True, False]
    jsonschema.validate(data, json.loads(copy.built("data/glossary.schema.json")))


def page(copy: Copy) -> None:
    """It is in its place in the theme, and in the sitemap."""
    copy.concord("build", "--strict")
    shown = copy.built("kinds/index.html")
    assert '<h1 id="term">Kinds</h1>' in shown
    assert "<li>Concept: 1 entry</li>" in shown
    assert "<title>Kinds - Words</title>" in shown
    assert "<loc>https://example.org/kinds/</loc>" in copy.built("sitemap.xml")


def output(copy: Copy) -> None:
    """It is written."""
    copy.concord("build", "--strict")
    assert copy.built("data/labels.tsv") == "Alpha\ta\n"


def script(copy: Copy) -> None:
    """The page names it, it is published without comments, and its test passes."""
    copy.concord("build", "--strict")
    assert 'src="../assets/concord/letters.js"' in copy.built("terms/index.html")
    published = copy.built("assets/concord/letters.js")
    assert "export function followLetters(page) {" in published
    assert "@param" not in published
    copy.run(*NODE, "--test", "tests/js/letters.test.mjs")


WORKS: dict[str, Callable[[Copy], None]] = dict(
    zip(HEADINGS, (rule, field, relation_property, page, output, script), strict=True)
)


@pytest.mark.parametrize("heading", HEADINGS)
def test_an_addition_needs_the_files_that_are_listed_and_no_other(heading: str, copy: Copy) -> None:
    copy.follow(heading)
    WORKS[heading](copy)


def test_the_page_has_these_additions_and_nothing_that_is_not_followed() -> None:
    assert tuple(re.findall(r"^## (.+)$", PAGE, re.MULTILINE)) == HEADINGS
    assert sum(len(steps(heading)) for heading in HEADINGS) == PAGE.count("\n```\n")


@pytest.mark.parametrize(
    ("heading", "most"), [("A rule", 3), ("A field", 3), ("An output", 2), ("A page", 2)]
)
def test_an_addition_touches_few_files(heading: str, most: int) -> None:
    ours = {step.path for step in steps(heading) if not step.path.startswith(("tests/", "docs/"))}
    assert len(ours) <= most


def test_what_is_added_keeps_to_the_rules_of_the_house(copy: Copy) -> None:
    """All of it at once: lint, layout, import contracts, its own tests and those of the house."""
    for heading in HEADINGS:
        copy.follow(heading)
    done = [step for heading in HEADINGS for step in steps(heading)]
    python = [step.path for step in done if step.path.endswith(".py")]
    tools = Path(sys.executable).parent
    copy.run(str(tools / "ruff"), "check", "--no-cache", *python)
    copy.run(str(tools / "ruff"), "format", "--check", "--no-cache", *python)
    copy.run(str(tools / "lint-imports"), "--no-cache")
    scripts = [step.path for step in done if step.path.endswith(("js", "mjs"))]
    copy.run(*NODE, "tests/js/node_modules/prettier/bin/prettier.cjs", "--check", *scripts)
    cases = {path.name: path.read_bytes() for path in (copy.folder / "tests/cases").glob("*.yml")}
    own = [step.path for step in done if step.new and step.path.startswith("tests/unit/")]
    house = [
        f"tests/contracts/test_{name}.py"
        for name in ("code", "mirror", "rules", "fields", "script_rooms")
    ]
    # Those that look at what is new: the others would say what they say without it.
    names = (
        "shouted",
        "origin",
        "kinds",
        "labels",
        "unknown-key",
        "folder",
        "listed",
        "every",
        "room",
    )
    passed = copy.pytest(*own, *house, "tests/cases", "--update-cases", "-k", " or ".join(names))
    assert int(passed.partition(" passed")[0].rpartition("\n")[2]) > 50
    rewritten = [name for name, was in cases.items() if was != copy.case(name)]
    assert rewritten == ["unknown-key.yml"]
