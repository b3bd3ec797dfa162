"""Replacing the files of a folder that must stay."""

import errno
import os
from pathlib import Path

import pytest

from build_tools.adapters.site.contents import fill
from build_tools.adapters.site.errors import SiteError
from build_tools.adapters.site.place import MARK


def lay(folder: Path, files: dict[str, str]) -> Path:
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return folder


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }


NEW = {
    MARK: "mark",
    "index.html": "new",
    "terms/a/index.html": "new",
    "assets/app.js": "new",
    "data/x/y.json": "new",
}


@pytest.fixture
def new(tmp_path: Path) -> Path:
    return lay(tmp_path / "site" / ".site.building-1", NEW)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay(tmp_path / "site", {})


@pytest.fixture(autouse=True)
def _site_is_first(site: Path) -> None:
    """The new one may lie in it."""


def test_everything_is_replaced_and_the_folder_stays(site: Path, new: Path) -> None:
    lay(site, {"index.html": "old", "terms/a/index.html": "old", "terms/b/index.html": "old"})
    lay(site, {"gone/deep/er.html": "old", "data/x/z.json": "old", "notes.txt": "old"})
    lay(site, {".nojekyll": "", ".git/HEAD": "ref", "lost+found/a": "kept"})
    before = site.stat().st_ino
    fill(site, new)
    new.joinpath("nothing").mkdir()  # the new folder is still there, to be deleted by others
    assert tree(site) == {**NEW, ".nojekyll": "", ".git/HEAD": "ref", "lost+found/a": "kept"}
    assert sorted(item.name for item in (site / "terms").iterdir()) == ["a"]
    assert not (site / "gone").exists()
    assert site.stat().st_ino == before


def test_what_is_in_the_way_goes(site: Path, new: Path, tmp_path: Path) -> None:
    """Links among it, but nothing that they lead to."""
    other = lay(tmp_path / "other", {"a/index.html": "mine", "y.json": "mine"})
    lay(site, {"index.html/deep/file": "old", "terms": "a file"})
    (site / "assets").symlink_to(other)
    (site / "data").mkdir()
    (site / "data" / "x").symlink_to(other)
    (site / "more").symlink_to(other)
    os.mkfifo(site / "pipe")
    fill(site, new)
    assert tree(site) == NEW
    assert not (site / "assets").is_symlink()
    assert tree(other) == {"a/index.html": "mine", "y.json": "mine"}


def test_a_file_that_is_a_link_is_replaced_and_not_written_through(
    site: Path, new: Path, tmp_path: Path
) -> None:
    (tmp_path / "secret").write_text("mine")
    (site / "index.html").symlink_to(tmp_path / "secret")
    fill(site, new)
    assert not (site / "index.html").is_symlink()
    assert (tmp_path / "secret").read_text() == "mine"


def test_pages_come_last_and_the_mark_first(
    site: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    order: list[str] = []
    replace = Path.replace

    def recorded(path: Path, target: Path) -> Path:
        order.append(target.relative_to(site).as_posix())
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", recorded)
    lay(site, {"old.html": "old"})
    fill(site, new)
    assert order == [MARK, "assets/app.js", "data/x/y.json", "index.html", "terms/a/index.html"]


def test_no_page_is_ever_missing(site: Path, new: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(site, dict.fromkeys(NEW, "old"))
    replace = Path.replace

    def watched(path: Path, target: Path) -> Path:
        assert all((site / name).read_text() in ("old", "new", "mark") for name in NEW)
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", watched)
    fill(site, new)
    assert tree(site) == NEW


def test_from_one_device_to_another_files_are_copied(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    new = lay(tmp_path / ".site.building-2", NEW)
    lay(site, {"index.html": "old", "terms/b.html": "old"})
    replace = Path.replace

    def across(path: Path, target: Path) -> Path:
        if path.is_relative_to(new):
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(path))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", across)
    fill(site, new)
    assert tree(site) == NEW


def test_what_fails_at_once_changes_nothing(
    site: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lay(site, {"index.html": "old"})

    def refuse(path: Path, target: Path) -> Path:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS), str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OSError, match="Read-only"):
        fill(site, new)
    assert (site / "index.html").read_text() == "old"


def test_what_fails_on_the_way_is_told(
    site: Path, new: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace = Path.replace

    def full(path: Path, target: Path) -> Path:
        if target.name == "y.json":
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(SiteError, match=r"only in part .No space left on device: .*y.json"):
        fill(site, new)
    monkeypatch.undo()
    lay(new, NEW)
    fill(site, new)
    assert tree(site) == NEW


def test_names_that_differ_in_case_alone_are_not_mistaken(site: Path, new: Path) -> None:
    """What is kept is known by what it is.

    Where the system takes ``Terms`` for ``terms``, the new folder is listed under its old name.
    """
    lay(site, {"Terms/a/index.html": "old"})
    fill(site, new)
    assert tree(site) == NEW
