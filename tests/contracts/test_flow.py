"""What docs/design/flow.md says of one entry is what becomes of it, from disk to page, search and graph."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from build_tools.mkdocs_plugin import build
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId
from build_tools.model.source import SourceFile
from build_tools.model.text import parts_of
from build_tools.stages.validate import Validated, validate
from build_tools.stages.yaml.document import RawDocument
from build_tools.stages.yaml.read import parse
from tests.support.glossaries import VOCABULARIES, compile_files, site_of

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs/design/flow.md").read_text("utf-8")
FENCE = re.compile(r"^```\w+\n(.*?)^```$", re.MULTILINE | re.DOTALL)
CONFIG = "site_name: Words\ntheme: {name: material, font: false}\nplugins: [concord]\n"
OWN, OTHER = EntryId("reward-hacking"), EntryId("reward-model")


def fences() -> dict[str, list[str]]:
    """The blocks of code below each heading."""
    sections = re.split(r"^## (.+)\n", PAGE, flags=re.MULTILINE)[1:]
    return {
        heading: FENCE.findall(text)
        for heading, text in zip(sections[::2], sections[1::2], strict=True)
    }


def says(text: str, quoted: str) -> bool:
    """Whether a text has what is quoted of it: white space aside, with gaps where ``…`` stands."""
    pieces = [re.sub(r"\s+", "", piece) for piece in quoted.split("…")]
    return bool(
        re.search(".*".join(map(re.escape, filter(None, pieces))), re.sub(r"\s+", "", text))
    )


@pytest.mark.parametrize(
    ("text", "quoted", "said"),
    [
        ("a b c", "ab…c", True),
        ("f(a,\n  b)", "f(a, b)", True),
        ("abc", "b", True),
        ("abc", "c…a", False),
        ("a.c", "a.c", True),
        ("abc", "a.c", False),
        ("one two", "one\ntwo", True),
        ("one and two", "one\ntwo", False),
        ("one and two", "one\n…\ntwo\n", True),
        ("two and one", "one\n…\ntwo\n", False),
    ],
)
def test_excerpts_are_told_from_what_is_not_there(text: str, quoted: str, said: bool) -> None:
    assert says(text, quoted) is said


def files_of(blocks: list[str]) -> dict[str, str]:
    """Files, each of which has its path in a comment above its content."""
    parted = [block.removeprefix("# ").partition("\n") for block in blocks]
    return {path: text for path, _, text in parted}


FILES = files_of(fences()["On disk"])
OWN_FILE = f"glossary/entries/{OWN}.yml"


@cache
def document() -> RawDocument:
    found, findings = parse(SourceFile(OWN_FILE, FILES[OWN_FILE].encode()))
    assert found is not None
    assert not findings
    return found


@cache
def validated() -> Validated:
    return validate(document())


@cache
def site() -> Site:
    return site_of(FILES)


def parts_of_the_definition() -> str:
    _pointer, reading = validated().texts[0]
    return repr(list(parts_of(reading.text)))


def report_of_a_wrong_target() -> str:
    wrong = FILES[OWN_FILE].replace("target: reward-model", "target: reward-modle")
    return compile_files({**FILES, OWN_FILE: wrong}).text()


def mentions() -> str:
    told = {}
    for name in ("mentions", "mention_links"):
        of_entries = getattr(site(), name)
        told[name] = {entry: list(numbers) for entry, numbers in of_entries.items()}
    return " ".join(f"{name}={value}" for name, value in told.items())


@dataclass(frozen=True, slots=True)
class Built:
    """A file of the built site, or all paths of it."""

    path: str | None = None


STAGES: dict[str, list[Callable[[], str] | Built]] = {
    "Parse": [lambda: repr(document())],
    "Validate": [lambda: repr(validated().entry), parts_of_the_definition],
    "Collect": [report_of_a_wrong_target],
    "Link": [lambda: repr(site().linked.connections[OTHER])],
    "Derive": [mentions, lambda: repr(site().labels)],
    "The page": [Built(f"terms/{OWN}/index.html"), Built(f"terms/{OTHER}/index.html")],
    "The search index": [Built("data/search/labels/0.json"), Built("data/search/words/0.json")],
    "The graph": [Built("data/graph.json")],
    "On disk again": [Built()],
}
"""Below each heading of the page, where its blocks are taken from."""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("flow")
    files = {**VOCABULARIES, **FILES, "mkdocs.yml": CONFIG, "docs/index.md": "# Words\n"}
    for path, text in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    outcome = build(
        folder / "mkdocs.yml",
        None,
        strict=True,
        on_progress=lambda _what, _done, _all: None,
        show_report=pytest.fail,
    )
    return Path(outcome.site_dir)


def test_every_block_is_looked_at() -> None:
    assert list(fences()) == ["On disk", *STAGES]
    counts = {heading: len(blocks) for heading, blocks in fences().items()}
    assert counts == {"On disk": 2, **{heading: len(taken) for heading, taken in STAGES.items()}}
    assert set(FILES) == {f"glossary/entries/{name}.yml" for name in (OWN, OTHER)}


@pytest.mark.parametrize("heading", STAGES)
def test_what_the_page_says_is_so(heading: str, built: Path) -> None:
    for quoted, source in zip(fences()[heading], STAGES[heading], strict=True):
        if not isinstance(source, Built):
            text = source()
        elif source.path:
            text = (built / source.path).read_text("utf-8")
        else:
            files = (path for path in built.rglob("*") if path.is_file())
            text = "\n".join(sorted(path.relative_to(built).as_posix() for path in files))
        assert says(text, quoted), f"docs/design/flow.md, {heading}: this is so:\n{text}"


def test_data_files_are_quoted_from_the_file_that_is_named() -> None:
    for heading, taken in STAGES.items():
        section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
        for source in taken:
            assert not isinstance(source, Built) or not source.path or f"`{source.path}`" in section
    assert json.loads(VOCABULARIES["glossary/references.json"])[0]["id"] in FILES[OWN_FILE]
