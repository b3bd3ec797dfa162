import os
from pathlib import Path

from build_tools.adapters.site.removal import remove


def test_what_links_lead_to_stays(tmp_path: Path) -> None:
    other = tmp_path / "other"
    (other / "deep").mkdir(parents=True)
    (other / "file").write_text("mine")
    folder = tmp_path / "folder"
    (folder / "a").mkdir(parents=True)
    (folder / "folder").symlink_to(other)
    (folder / "a" / "file").symlink_to(other / "file")
    (folder / "a" / "nowhere").symlink_to("nowhere")
    os.mkfifo(folder / "a" / "pipe")
    assert remove(folder)
    assert not folder.exists()
    assert (other / "file").read_text() == "mine"
    assert (other / "deep").is_dir()


def test_folders_that_may_not_be_written_to(tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    (folder / "a" / "b").mkdir(parents=True)
    (folder / "a" / "b" / "file").touch()
    for path in (folder / "a" / "b", folder / "a", folder):
        path.chmod(0o500)
    assert remove(folder)
    assert not folder.exists()


def test_a_link_is_not_removed_as_a_folder(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir(mode=0o755)
    (tmp_path / "other" / "file").touch()
    (tmp_path / "link").symlink_to("other")
    assert not remove(tmp_path / "link")
    assert (tmp_path / "other" / "file").exists()


def test_what_is_not_there_is_gone(tmp_path: Path) -> None:
    assert remove(tmp_path / "nothing")
