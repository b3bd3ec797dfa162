import errno
import shutil
from pathlib import Path

import pytest

from build_tools.adapters.site.errors import reason, shown


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (OSError(errno.ENOSPC, "No space left on device", "/a/b"), "No space left on device: /a/b"),
        (OSError(errno.EXDEV, "Cross", "/a", None, "/b"), "Cross: /b"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
        (PermissionError(errno.EACCES, "Denied", b"/\xff"), "Denied: /\ufffd"),
        (OSError(errno.EIO, "Broken", "a\x1b[2J\nb"), "Broken: a\ufffd[2J\ufffdb"),
        (ChildProcessError("signal 9 ended a worker process"), "signal 9 ended a worker process"),
        (ValueError("embedded null byte"), "embedded null byte"),
    ],
)
def test_one_line_without_a_number(error: OSError | ValueError, text: str) -> None:
    assert reason(error) == text


def test_of_many_files_that_could_not_be_copied_one_is_named(tmp_path: Path) -> None:
    (tmp_path / "from").mkdir()
    for name in ("a", "b"):
        (tmp_path / "from" / name).touch()

    def refuse(source: str, _target: str) -> None:
        raise OSError(errno.ENOSPC, "No space left on device", source)

    with pytest.raises(shutil.Error) as raised:
        shutil.copytree(tmp_path / "from", tmp_path / "to", copy_function=refuse)
    assert reason(raised.value).startswith("No space left on device: ")
    assert "\n" not in reason(raised.value)


def test_whatever_a_path_holds_can_be_printed() -> None:
    assert shown(Path("a\udcffb\u202ec")) == "a\ufffdb\ufffdc"
