import errno
import os
import tempfile
from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from build_tools.adapters.theme.files import ThemeLoader, template_cache


def test_hidden_folders_and_the_sitemap_are_not_listed(tmp_path: Path) -> None:
    for name in ("main.html", "partials/toc.html", ".icons/a/b.svg", "sitemap.xml", "404.html"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    loader = ThemeLoader([str(tmp_path), str(tmp_path / "gone")])
    assert loader.list_templates() == ["404.html", "main.html", "partials/toc.html"]


def test_compiled_templates_are_kept_where_only_their_owner_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache = template_cache()
    assert cache is not None
    assert Path(cache.directory).is_relative_to(tmp_path)
    if hasattr(os, "getuid"):
        assert Path(cache.directory).stat().st_mode & 0o077 == 0


def test_a_full_disk_keeps_no_templates_and_stops_nobody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    cache = template_cache()
    assert cache is not None

    def full(*_arguments: object, **_options: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(tempfile, "NamedTemporaryFile", full)
    environment = Environment(
        loader=DictLoader({"a": "{{ 1 + 1 }}"}), bytecode_cache=cache, autoescape=True
    )
    assert environment.get_template("a").render() == "2"


def test_without_a_place_to_keep_them_there_is_no_cache(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert template_cache() is None
