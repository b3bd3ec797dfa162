"""What stays with a site when another one takes its place."""

import os
from pathlib import Path

from build_tools.adapters.site.kept import copy_kept


def test_hidden_files_stay_and_others_go(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    for name in (".nojekyll", ".git/HEAD", ".ours", "index.html", ".both"):
        path = old / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("old", encoding="utf-8")
    (old / ".link").symlink_to("/etc/hostname")
    os.mkfifo(old / ".git" / "pipe")
    new.mkdir()
    (new / ".both").write_text("new", encoding="utf-8")
    copy_kept(old, new, lambda name: name == ".ours")
    found = {path.relative_to(new).as_posix() for path in new.rglob("*") if not path.is_dir()}
    assert found == {".nojekyll", ".git/HEAD", ".link", ".both"}
    assert (new / ".link").is_symlink()
    assert (new / ".both").read_text(encoding="utf-8") == "new"
