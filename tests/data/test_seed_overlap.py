"""No text shares a run of more than eight words with the seed article."""

from collections.abc import Collection

from build_tools.adapters.read import read_glossary
from build_tools.model.source import SourceFile
from tests.data.conftest import ROOT
from tests.data.seed_windows import STORED, hashed, windows


def shared(source: SourceFile, hashes: Collection[str]) -> list[str]:
    """The runs of nine words in a file that the hashes know, with the file's path."""
    found = dict.fromkeys(windows(source.content.decode()))
    return [f"{source.path}: say afresh: {run}" for run in found if hashed(run) in hashes]


def test_a_shared_run_is_noticed() -> None:
    run = "one two three four five six seven eight nine"
    copied = SourceFile("copied.md", f"Zero, {run.replace('two', '[[two|two]] [@key]')}.".encode())
    assert shared(copied, {hashed(run)}) == [f"copied.md: say afresh: {run}"]
    assert not shared(SourceFile("short.md", run.removesuffix(" nine").encode()), {hashed(run)})


def test_nothing_is_shared(pages: tuple[SourceFile, ...]) -> None:
    hashes = frozenset(STORED.read_text(encoding="utf-8").split())
    assert len(hashes) > 500
    found = [
        line
        for source in (*read_glossary(ROOT, "glossary"), *pages)
        for line in shared(source, hashes)
    ]
    assert not found, "\n".join(found)
