"""The files of a theme."""

import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, Protocol

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, Template
from jinja2.bccache import Bucket
from jinja2.filters import do_striptags

from build_tools.emit.parts.host_texts import ShownText, for_templates
from build_tools.emit.parts.html import Html
from build_tools.emit.parts.shell import unmarked

__all__ = [
    "FOLDER",
    "STATIC",
    "THEME",
    "HostTheme",
    "PublishedFile",
    "ThemeLoader",
    "extend_theme",
    "template_cache",
]

THEME = Path(__file__).parents[2] / "theme"
STATIC = THEME / "static"
"""Files that are published."""
FOLDER = "assets/concord/"
"""Our own among them, and a project's instead of these; what others wrote is published as they made it,
with its licence."""


class PublishedFile(Protocol):
    """What is needed of a file that the host publishes."""

    src_uri: str
    content_string: str


class HostTheme(Protocol):
    """What is needed of the host's theme."""

    @property
    def dirs(self) -> list[str]:
        """Where its files are looked for, in this order."""

    @property
    def custom_dir(self) -> str | None:
        """The project's own, if it has one; the first of these."""

    @property
    def static_templates(self) -> set[str]:
        """Templates that become files by themselves."""

    def get_env(self) -> Environment:
        """The environment that renders its templates."""
        ...


def extend_theme(theme: HostTheme) -> None:
    """Put our templates and files before the theme's own, and behind the project's."""
    folders = [str(THEME / "templates"), str(STATIC)]
    if folders[0] not in theme.dirs:
        first = 1 if theme.custom_dir else 0
        theme.dirs[first:first] = folders
    theme.static_templates.discard("sitemap.xml")  # the host's own carries the day of the build

    def get_env() -> Environment:
        environment = type(theme).get_env(theme)
        environment.loader = ThemeLoader(theme.dirs)
        environment.bytecode_cache = template_cache()
        environment.template_class = _HostTemplate
        environment.filters["striptags"] = _without_tags
        return environment

    vars(theme)["get_env"] = get_env


class _HostTemplate(Template):
    """The host's configuration is printed as it stands, so each template is given texts for that."""

    def render(self, *arguments: Any, **values: Any) -> str:
        """A page, or a file that is nothing but a template."""
        return super().render(for_templates(dict(*arguments, **values)))


def _without_tags(value: str) -> ShownText:
    """Markup as text. Jinja's own filter gives its characters back as they are, which ends elements."""
    # Marks of ours are in titles as they are; others come of references to characters alone.
    return ShownText(do_striptags(value), has_marks=unmarked(Html(value)) != value)


def template_cache() -> FileSystemBytecodeCache | None:
    """Where compiled templates are kept, since compiling them takes longer than rendering.

    A folder of the user's own, since what lies there is run. ``None`` where there is none.
    """
    home = os.environ.get("XDG_CACHE_HOME") or str(Path.home() / ".cache")
    folder = Path(home, "concord", "templates")
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        owned = not hasattr(os, "getuid") or folder.stat().st_uid == os.getuid()
    except OSError:
        return None
    return _Cache(str(folder)) if owned and os.access(folder, os.W_OK) else None


class _Cache(FileSystemBytecodeCache):
    """A disk that is full keeps nothing, which is no reason not to build."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)


_SEARCH = """\
    {% if "material/search" in config.plugins %}
      {% set search = config.plugins["material/search"] | attr("config") %}
      {% if search.enabled %}
        <label class="md-header__button md-icon" for="__search">
          {% set icon = config.theme.icon.search or "material/magnify" %}
          {% include ".icons/" ~ icon ~ ".svg" %}
        </label>
        {% include "partials/search.html" %}
      {% endif %}
    {% endif %}
"""

_ICON = """<link rel="icon" href="{{ config.theme.favicon | url }}">"""

_SEARCH_DESCRIPTION = """{% if config.site_url %}<link rel="search" type="application/opensearchdescription+xml" title="{{ config.site_name | e }}" href="{{ 'opensearch.xml' | url }}">{% endif %}"""

MENDS = {
    # Our search needs no plugin of the theme's.
    "partials/header.html": ((_SEARCH, '{% include "partials/search.html" %}\n'),),
    # Browsers may take the site as a search engine.
    "base.html": ((_ICON, _ICON + _SEARCH_DESCRIPTION),),
    "partials/nav-item.html": (
        # A section with a page of its own has a label without text, so that all such are one name.
        ('aria-labelledby="{{ path }}_label"', 'aria-label="{{ nav_item.title | striptags | e }}"'),
        (' tabindex="{{ tabindex }}"', '{% if tabindex %} tabindex="{{ tabindex }}"{% endif %}'),
    ),
}
"""Of a template, what it says and what it should: a copy of the whole would miss all else that a
new version of the theme changes. Where the words are not found, nothing is done."""


class ThemeLoader(FileSystemLoader):
    """Lists no icons: the theme has 11,000, and MkDocs asks for a list of everything.

    Nor MkDocs' sitemap, a template that would be published as it stands where none is rendered.
    And it mends what Material's templates get wrong, see :data:`MENDS`.
    """

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str, Callable[[], bool]]:
        """A template's text, mended."""
        source, path, is_current = super().get_source(environment, template)
        for wrong, right in MENDS.get(template, ()):
            source = source.replace(wrong, right)
        return source, path, is_current

    def list_templates(self) -> list[str]:
        """Every file of the theme outside hidden folders."""
        found: set[str] = set()
        for folder in self.searchpath:
            for parent, folders, names in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                base = os.path.relpath(parent, folder).replace(os.sep, "/")
                found.update(name if base == "." else f"{base}/{name}" for name in names)
        return sorted(found - {"sitemap.xml"})
