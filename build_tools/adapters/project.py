"""From ``mkdocs.yml`` to a project, without MkDocs: checking must not wait for a theme."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from posixpath import normpath
from typing import Any
from urllib.parse import urljoin, urlsplit, urlunsplit

import yaml

from build_tools.adapters.disk.files import read_file
from build_tools.adapters.read import MAXIMUM_OTHER_BYTES
from build_tools.model.project import Project, Settings
from build_tools.model.source import Trouble
from build_tools.stages.prose.urls import is_safe_url
from build_tools.stages.words.characters import without_forbidden

__all__ = [
    "ProjectError",
    "edit_base",
    "inherited",
    "paths_in",
    "project_from",
    "read_project",
    "settings_from",
]


class ProjectError(Exception):
    """``mkdocs.yml`` is missing, unreadable or says something impossible."""


_NOT_IN_URLS = {ord(character): f"%{ord(character):02X}" for character in ' "<>\\^`{|}'}
"""Characters that a URL cannot have as they are (RFC 3986, appendix A), encoded."""


class _Loader(yaml.CSafeLoader):
    """Reads MkDocs' tags (``!ENV``, ``!!python/name``, ``!relative``) as nothing."""


_Loader.add_multi_constructor("!", lambda _loader, _suffix, _node: None)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda _loader, _suffix, _node: None)


def read_project(config: Path) -> Project:
    """The project that ``config`` describes.

    Raises:
        ProjectError: with a sentence for the user.
    """
    data = _loaded(config)
    if not isinstance(data, dict):
        raise ProjectError(f"{config} is not a mapping")
    options: Mapping[str, Any] | None = None
    for name, value in _listed(data.get("plugins")):
        if name == "concord":
            options = value or {}
    if options is None:
        raise ProjectError(f"{config} does not list the plugin 'concord'")
    return project_from(data, settings_from(options), config.parent)


def _loaded(config: Path) -> Any:
    """What the file says."""
    content, trouble = read_file(str(config), MAXIMUM_OTHER_BYTES)
    if trouble == Trouble.VANISHED:
        if not config.is_symlink():
            raise ProjectError(f"{config} does not exist; name another with --config")
        trouble = Trouble.NOWHERE
    if len(content) > MAXIMUM_OTHER_BYTES:
        trouble = Trouble.TOO_LARGE
    if trouble:
        raise ProjectError(f"{config} cannot be read: {trouble}")
    try:
        return yaml.load(content.decode("utf-8"), Loader=_Loader)  # noqa: S506  # a safe loader, see above
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wrong = f"byte 0x{content[error.start]:02x} in line {line} is not valid UTF-8"
        raise ProjectError(f"{config} cannot be read: {wrong}") from None
    except yaml.YAMLError as error:
        raise ProjectError(f"{config} cannot be read: {error}") from None


def inherited(config: Path) -> Iterator[Path]:
    """The configurations that ``config`` is built upon (``INHERIT``), nearest first.

    One that cannot be read ends them: the host says what is wrong with it.
    """
    seen: set[Path] = set()
    while config not in seen:
        seen.add(config)
        try:
            data = _loaded(config)
        except ProjectError:
            return
        named = data.get("INHERIT") if isinstance(data, dict) else None
        if not isinstance(named, str):
            return
        config = Path(normpath(config.parent / named))
        yield config


def _listed(plugins: Any) -> Iterator[tuple[Any, Any]]:
    """Plugins and their options, in either of the ways in which MkDocs lets them be listed."""
    if isinstance(plugins, dict):
        plugins = [plugins]
    for plugin in plugins if isinstance(plugins, list) else ():
        if isinstance(plugin, dict):
            yield from plugin.items()
        else:
            yield plugin, None


def settings_from(options: Mapping[str, Any]) -> Settings:
    """The plugin's options, checked; unset ones keep their defaults.

    Raises:
        ProjectError: an option is unknown or of the wrong type.
    """
    if not isinstance(options, Mapping):
        raise ProjectError(f"the plugin 'concord' wants a mapping of options, not {options!r}")
    known = {field: getattr(Settings(), field) for field in Settings.__dataclass_fields__}
    values: dict[str, Any] = {}
    for name, given in options.items():
        if name not in known:
            raise ProjectError(
                f"the plugin 'concord' has no option '{name}'; it has {', '.join(known)}"
            )
        default = known[name]
        if given is None:
            continue
        value = tuple(given) if isinstance(default, tuple) and isinstance(given, list) else given
        right = type(value) is type(default)
        if right and isinstance(value, tuple):
            wanted = int if name == "definition_words" else str
            right = all(type(item) is wanted for item in value)
        if not right or (name == "definition_words" and not _is_range(value)):
            raise ProjectError(
                f"the plugin's option '{name}' cannot be {value!r}; the default is {default!r}"
            )
        values[name] = normpath(str(value).strip("/") or ".") if name == "glossary" else value
    return Settings(**values)


def _is_range(value: tuple[Any, ...]) -> bool:
    return len(value) == 2 and value[0] <= value[1]


def project_from(data: Mapping[str, Any], settings: Settings, folder: Path) -> Project:
    """The parts of MkDocs' configuration that pages show."""

    def text(key: str) -> str:
        value = data.get(key)
        return without_forbidden(value) if isinstance(value, str) else ""

    url = text("site_url").translate(_NOT_IN_URLS)
    theme = data.get("theme")
    language = theme.get("language") if isinstance(theme, dict) else None
    docs = Path(text("docs_dir") or "docs")
    docs = docs.relative_to(folder) if docs.is_absolute() and docs.is_relative_to(folder) else docs
    extra = data.get("extra")
    licence = extra.get("license_url") if isinstance(extra, dict) else None
    return Project(
        name=text("site_name") or "Glossary",
        description=text("site_description"),
        url=url if not url or url.endswith("/") else f"{url}/",
        language=language if isinstance(language, str) else "en",
        licence_url=licence if isinstance(licence, str) else "",
        docs=docs.as_posix(),
        repository_url=text("repo_url"),
        edit_url=edit_base(text("repo_url"), text("edit_uri"), docs.as_posix()),
        settings=settings,
    )


def edit_base(repository: str, edit_uri: str, docs: str) -> str:
    """Where the project's own folder is edited, from where its pages are.

    MkDocs' ``edit_uri`` leads to ``docs_dir``; an entry lies beside it:
    ``…/edit/main/docs/`` is ``…/edit/main/`` and then ``glossary/entries/…``.
    """
    if not repository or not edit_uri or not is_safe_url(repository) or not is_safe_url(edit_uri):
        return ""
    base = (
        edit_uri
        if urlsplit(edit_uri).scheme
        else urljoin(repository.rstrip("/") + "/", edit_uri.lstrip("/"))
    )
    parts = urlsplit(base)
    ups = "/".join(".." for _ in docs.split("/") if docs not in ("", "."))
    path = normpath(f"{parts.path}/{ups}").lstrip("/")
    return urlunsplit((parts.scheme, parts.netloc, f"/{path}/" if path else "/", "", ""))


def paths_in(nav: Any) -> list[str]:
    """The pages that a ``nav`` setting lists, however deep."""
    if isinstance(nav, str):
        return [nav]
    items = nav.values() if isinstance(nav, dict) else nav or ()
    return [path for item in items for path in paths_in(item)]
