from pathlib import Path

import pytest

from build_tools.adapters import write as module
from build_tools.adapters.write import discard, put_in_place, staging_folder, write
from build_tools.model.artifact import Artifact


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8")
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(params=["exchange", "two renames"])
def _way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if request.param == "two renames":
        monkeypatch.setattr(module, "_exchange", lambda _first, _second: False)


def test_pieces_are_written_one_after_the_other(tmp_path: Path) -> None:
    artifacts = [
        Artifact("a.txt", (b"one ", b"", b"two")),
        Artifact("b/c/d.txt", (piece for piece in (b"x", b"y"))),
        Artifact("b/e.txt", ()),
        Artifact("é/中.txt", (b"z",)),
    ]
    written = write(artifacts, str(tmp_path))
    assert tree(tmp_path) == {"a.txt": "one two", "b/c/d.txt": "xy", "b/e.txt": "", "é/中.txt": "z"}
    assert (written.files, written.size) == (4, 10)


def test_what_is_there_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("longer than before")
    write([Artifact("a", (b"short",))], str(tmp_path))
    assert tree(tmp_path) == {"a": "short"}


@pytest.mark.parametrize("path", ["/a", "../a", "a/../../b", "a/..", "a\\b", "a\0b"])
def test_nothing_leaves_the_folder(path: str, tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    with pytest.raises(ValueError, match="leaves the site's folder"):
        write([Artifact(path, (b"x",))], str(tmp_path / "site"))
    assert tree(tmp_path) == {}


def test_a_folder_to_build_in_is_fresh_and_beside_the_site(tmp_path: Path) -> None:
    site = tmp_path / "deep" / "site"
    staging = staging_folder(site)
    assert staging.parent == site.parent
    assert list(staging.iterdir()) == []
    (staging / "left").touch()
    assert list(staging_folder(site).iterdir()) == []


def test_what_dead_builds_left_is_removed_and_what_live_ones_have_is_not(tmp_path: Path) -> None:
    dead, alive, other = (
        tmp_path / f".{name}"
        for name in ("site.building-999999999", "site.building-1", "other.building-1")
    )
    for folder in (dead, alive, other):
        folder.mkdir()
    staging_folder(tmp_path / "site")
    assert not dead.exists()
    assert alive.exists()
    assert other.exists()


@pytest.mark.usefixtures("_way")
def test_the_first_site(tmp_path: Path) -> None:
    site = tmp_path / "site"
    staging = staging_folder(site)
    (staging / "new").write_text("new")
    put_in_place(staging, site)
    assert tree(tmp_path) == {"site/new": "new"}


@pytest.mark.usefixtures("_way")
def test_a_new_site_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "old").mkdir(parents=True)
    (site / "old" / "page").write_text("old")
    (site / ".nojekyll").write_text("")
    (site / ".both").write_text("old")
    (site / ".git" / "refs").mkdir(parents=True)
    (site / ".git" / "HEAD").write_text("ref")
    (site / ".link").symlink_to(".git")
    staging = staging_folder(site)
    (staging / "new").write_text("new")
    (staging / ".both").write_text("new")
    put_in_place(staging, site)
    assert tree(tmp_path) == {
        "site/new": "new",
        "site/.nojekyll": "",
        "site/.both": "new",
        "site/.git/HEAD": "ref",
    }
    assert list(tmp_path.iterdir()) == [site]
    assert (site / ".link").readlink() == Path(".git")


def test_a_failed_build_is_thrown_away(tmp_path: Path) -> None:
    staging = staging_folder(tmp_path / "site")
    (staging / "half").write_text("half")
    discard(staging)
    discard(staging)
    assert list(tmp_path.iterdir()) == []
