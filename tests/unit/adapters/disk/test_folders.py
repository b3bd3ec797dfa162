"""What lies in a folder that is no file to be read."""

import os
from pathlib import Path

import pytest

from build_tools.adapters.disk.folders import Found, Item, hindering, is_missing, trouble_in
from build_tools.model.source import Trouble


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("in/a.yml", "in/deep/b.yml", "in/.hidden/c.yml", "in/.d.yml", "in/e.txt", "out/f"):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return tmp_path


def walked(folder: str = "in", inside: str | None = None) -> Found:
    found = Found((".yml",), inside)
    found.walk(folder)
    return found


def test_files_and_the_rest(folder: Path) -> None:
    found = walked()
    assert sorted(found.files) == ["in/a.yml", "in/deep/b.yml"]
    assert sorted(found.others) == [Item("in/.d.yml"), Item("in/e.txt")]


def test_what_is_no_file(folder: Path) -> None:
    os.mkfifo("in/pipe.yml")
    Path("in/folder.yml").mkdir()
    Path("in/folder.yml/x.yml").touch()
    for name, target in {
        "nowhere.yml": "gone",
        "self.yml": "self.yml",
        "up": "..",
        "here": ".",
        "beside": "deep",
        "outside": "../out",
        "outside.yml": "../out/f",
        "inside.yml": "deep/b.yml",
    }.items():
        Path("in", name).symlink_to(target)
    found = walked(inside=f"{folder}/in/")
    troubles = {path.removeprefix("in/"): trouble for path, trouble in found.others if trouble}
    assert troubles == {
        "pipe.yml": Trouble.PIPE,
        "folder.yml": Trouble.FOLDER,
        "nowhere.yml": Trouble.NOWHERE,
        "self.yml": Trouble.CIRCLE,
        "up": Trouble.CIRCLE,
        "here": Trouble.CIRCLE,
        "beside": Trouble.LINKED_FOLDER,
        "outside": Trouble.OUTSIDE_FOLDER,
        "outside.yml": Trouble.OUTSIDE,
    }
    assert sorted(found.files) == [
        *("in/a.yml", "in/deep/b.yml", "in/folder.yml/x.yml", "in/inside.yml")
    ]


def test_a_folder_that_cannot_be_looked_into(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scan = os.scandir

    def refuse(path: str) -> object:
        if path.endswith("deep"):
            raise PermissionError(13, "Permission denied")
        return scan(path)

    monkeypatch.setattr(os, "scandir", refuse)
    found = walked()
    assert found.files == ["in/a.yml"]
    assert Item("in/deep/", Trouble.PERMISSION) in found.others


def test_a_folder_behind_a_broken_link(folder: Path) -> None:
    Path("link").symlink_to("gone")
    assert walked("link").others == [Item("link/", Trouble.NOWHERE)]
    assert walked("gone").others == [Item("gone/", Trouble.VANISHED)]


def test_nesting_has_no_limit_of_its_own(folder: Path) -> None:
    deep = "in"
    for _ in range(1500):
        deep += "/d"
        Path(deep).mkdir()
    Path(deep, "z.yml").touch()
    try:
        assert len(walked().files) == 3
    finally:
        # By hand: what removes the folders of old test runs goes into them by recursion.
        Path(deep, "z.yml").unlink()
        while deep != "in":
            Path(deep).rmdir()
            deep = deep.removesuffix("/d")


def test_whether_a_folder_is_missing(folder: Path) -> None:
    Path("link").symlink_to("gone")
    assert is_missing("gone")
    assert is_missing("in/a.yml/x")
    assert not is_missing("link")
    assert not is_missing("in")
    assert not is_missing("a" * 5000)


def test_what_the_host_would_fail_at(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    os.mkfifo("in/pipe")
    Path("in/link").symlink_to("../out")
    Path("in/.lock").symlink_to("gone")
    Path("in/.#a").symlink_to("gone")
    Path("in/secret.png").touch()
    Path("out/back").symlink_to("../in")
    can = os.access
    monkeypatch.setattr(os, "access", lambda path, mode: "secret" not in path and can(path, mode))
    assert sorted(hindering(walked().others)) == [
        Item("in/link", Trouble.CIRCLE),
        Item("in/pipe", Trouble.PIPE),
        Item("in/secret.png", Trouble.PERMISSION),
    ]
    Path("out/back").unlink()
    assert Item("in/link", Trouble.CIRCLE) not in list(hindering(walked().others))


def test_an_item_that_vanishes(folder: Path) -> None:
    Path("in/gone").symlink_to("a.yml")
    items = list(os.scandir("in"))
    Path("in/gone").unlink()
    (item,) = [item for item in items if item.name == "gone"]
    assert trouble_in(item, None) is Trouble.NOWHERE
