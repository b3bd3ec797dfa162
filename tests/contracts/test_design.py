"""Each decision is recorded in one form, the index lists them all, and what they name is there."""

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "docs/design"
RECORDS = sorted(FOLDER.glob("[0-9]*.md"))
GUIDES = sorted(path for path in FOLDER.glob("*.md") if not path.name[0].isdigit())
PARTS = ("Context", "Decision", "Measured", "Consequences")
FORM = re.compile(
    r"# (?P<number>[1-9]\d*)\. (?P<title>[^\n]+[^\n.])\n\n"
    r"Status: (?P<status>proposed|accepted|replaced by \[\d{4}\]\((?P<by>\d{4}-[\w-]+\.md)\))"
    r" · Date: (?P<date>\d{4}-\d\d-\d\d)\n\n"
)
ROW = re.compile(r"^\| (\d{4}) \| \[(.+)\]\(([^)]+)\) \| (.+) \| (\S+) \|$", re.MULTILINE)


class Head(NamedTuple):
    """How a record begins."""

    number: int
    title: str
    status: str
    replaced_by: str | None
    date: str


def head_of(text: str) -> Head | None:
    found = FORM.match(text)
    if found is None:
        return None
    return Head(int(found["number"]), found["title"], found["status"], found["by"], found["date"])


def parts_of(text: str) -> list[str]:
    """The bold words with which its four parts begin, in their order."""
    return re.findall(rf"^\*\*({'|'.join(PARTS)})\b", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("text", "head"),
    [
        (
            "# 3. A title\n\nStatus: accepted · Date: 2026-11-24\n\n",
            Head(3, "A title", "accepted", None, "2026-11-24"),
        ),
        ("# 3. A title\n\nDate: 2026-11-24\n\n", None),
        ("# 3. A title\n\nStatus: good · Date: 2026-11-24\n\n", None),
        ("# A title\n\nStatus: accepted · Date: 2026-11-24\n\n", None),
        ("# 3. A title.\n\nStatus: accepted · Date: 2026-11-24\n\n", None),
        ("# 3. A title\n\nStatus: accepted · Date: soon\n\n", None),
    ],
)
def test_a_record_begins_with_number_title_status_and_date(text: str, head: Head | None) -> None:
    assert head_of(text) == head


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_a_record_has_its_form(path: Path) -> None:
    assert re.fullmatch(r"\d{4}(-[a-z0-9]+)+\.md", path.name)
    text = path.read_text("utf-8")
    head = head_of(text)
    assert head, f"{path.name}: begin it as docs/design/index.md shows"
    assert path.name.startswith(f"{head.number:04}-")
    date.fromisoformat(head.date)
    assert head.replaced_by is None or (FOLDER / head.replaced_by).is_file()
    assert parts_of(text) == list(PARTS), f"{path.name}: its parts are {', '.join(PARTS)}"


def test_numbers_follow_one_another() -> None:
    assert [path.name[:4] for path in RECORDS] == [f"{at:04}" for at in range(1, len(RECORDS) + 1)]


def test_the_index_lists_every_record_and_guide() -> None:
    index = (FOLDER / "index.md").read_text("utf-8")
    heads = [(path.name, head_of(path.read_text("utf-8"))) for path in RECORDS]
    wanted = [
        (f"{head.number:04}", head.title, name, head.status, head.date)
        for name, head in heads
        if head
    ]
    assert ROW.findall(index) == wanted
    for guide in GUIDES:
        assert guide.name == "index.md" or f"]({guide.name})" in index


def ours() -> list[str]:
    """The paths of all files that a text may name, each from a slash on."""
    folders = ("build_tools", "tests", "docs", "glossary", "requirements", ".github")
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*")]
    kept = (path.relative_to(ROOT) for path in (*paths, *ROOT.iterdir()))
    return [f"/{path.as_posix()}" for path in kept if "node_modules" not in path.parts]


NAMED = re.compile(r"`((?:[\w.-]+/)*[\w-]+\.(?:py|js|mjs|css|toml|cff))`")
NEW = re.compile(r"^New, `[^`]+`", re.MULTILINE)
"""What an example would add."""
FOLDERS_NAMED = re.compile(r"`((?:build_tools|tests|docs)/[\w/-]*)`")


@pytest.mark.parametrize(
    "path",
    [*RECORDS, *GUIDES, *(ROOT / f"{name}.md" for name in ("CONTRIBUTING", "README"))],
    ids=lambda path: path.stem,
)
def test_files_that_are_named_are_there(path: Path) -> None:
    text, paths = NEW.sub("", path.read_text("utf-8")), ours()
    named = {*NAMED.findall(text), *(name.rstrip("/") for name in FOLDERS_NAMED.findall(text))}
    gone = [name for name in sorted(named) if not any(it.endswith(f"/{name}") for it in paths)]
    assert not gone, f"{path.name} names what is not there"


def test_the_guide_names_every_room() -> None:
    guide = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    rooms = {
        path.parent.name
        for folder in ("emit", "stages")
        for path in (ROOT / "build_tools" / folder).glob("*/__init__.py")
    }
    assert len(rooms) >= 9
    assert [name for name in sorted(rooms) if f"`{name}/`" not in guide] == []
