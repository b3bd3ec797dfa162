"""The host: the only module that knows MkDocs. It translates, and decides nothing.

MkDocs renders the hand-written pages, and one empty page for each generated one; the compiler's
pages are stamped into what the theme made of these.
"""

import logging
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from mkdocs.commands import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.base import LegacyConfig
from mkdocs.config.config_options import Optional, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as HostPage
from mkdocs.structure.toc import TableOfContents, get_toc
from mkdocs.utils import CountHandler

from build_tools.adapters.clock import today
from build_tools.adapters.host_markdown import PageLinks
from build_tools.adapters.parallel import ForkingRunner
from build_tools.adapters.project import ProjectError, paths_in, project_from, settings_from
from build_tools.adapters.read import read_glossary, read_pages
from build_tools.adapters.report import printable_lines, report
from build_tools.adapters.site.errors import message_of
from build_tools.adapters.site.folder import Claim, Staging, claim, give_up, publish, stage
from build_tools.adapters.site.sources import place_of
from build_tools.adapters.theme.files import extend_theme
from build_tools.adapters.theme.scripts import imports_of, publish_scripts
from build_tools.adapters.theme.styles import publish_styles
from build_tools.adapters.write import Written, write, write_in_runs
from build_tools.compiler import Compilation, compile_glossary
from build_tools.emit.data.security_policy import script_hashes, security_policy
from build_tools.emit.pages.entry import entry_pages
from build_tools.emit.pages.hand_written import HandWrittenPage
from build_tools.emit.parts import shell as shells
from build_tools.emit.parts.html import escape
from build_tools.emit.parts.shell import SHELL_PAGES, Shell, ShellError, Slot
from build_tools.emit.site import ENTRY_DEPTH, SCRIPTS, STYLESHEETS, Plan, emit, front_matter, plan
from build_tools.model.project import Settings

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

__all__ = ["ConcordPlugin", "HostError", "Outcome", "build", "serve"]

log = logging.getLogger("mkdocs.plugins.concord")

SHELLS = {f"{path}.md": depth for depth, path in SHELL_PAGES.items()}  # pages that become shells


class HostError(Exception):
    """MkDocs could not do what was asked; the message is for the user."""


class Outcome(NamedTuple):
    """What a build did."""

    compilation: Compilation
    written: Written
    site_dir: str


class ConcordPlugin(BasePlugin[LegacyConfig]):  # type: ignore[no-untyped-call]  # MkDocs has no types there
    """``plugins: [concord: {glossary: glossary}]`` in ``mkdocs.yml``."""

    config_scheme = tuple((name, Optional(Type(object))) for name in Settings.__dataclass_fields__)

    def __init__(self) -> None:
        self.compilation: Compilation | None = None
        self.written = Written()
        self.progress: Callable[[str, int, int], None] = lambda _what, _done, _all: None
        self.strict = self.force = self._serving = False
        self.say: Callable[[str], None] = log.info
        self.show_report: Callable[[str], None] = lambda text: log.warning("\n%s", text)
        self._plan: Plan | None = None
        self._runner = ForkingRunner(1)
        self._begun: Claim | Staging | None = None
        self._urls: list[str] = []
        self._page: HandWrittenPage | None = None
        self._shells: dict[int, Shell] = {}
        self._scripts: set[str] = set()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Called once; a server builds again and again into a folder of its own."""
        self._serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile first: with an error nothing is touched, and the last good site stays."""
        folder = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        try:
            settings = settings_from(dict(self.config))
        except ProjectError as error:
            raise Abort(printable_lines(str(error))) from None
        if not self._serving:
            self._begun = claim(place_of(config, folder, settings.glossary), self.say)
        data = {**dict(config), "theme": {"language": config.theme.get("language")}}
        project = project_from(data, settings, folder)
        sources = read_glossary(folder, settings.glossary)
        pages = read_pages(folder, project.docs)
        self.progress("reading entries", 0, len(sources))
        # In one process: what a second one sends back costs more CPU than it saves time.
        self.compilation = compile_glossary(sources, project, pages=pages, today=today())
        self._report(self.compilation, {source.path: source for source in (*sources, *pages)})
        if (site := self.compilation.site) is None:
            raise Abort("the glossary has errors; the site was left as it was")
        has_home = any(project.is_home(page.path) for page in pages)
        nav = {uri.removesuffix("index.md") for uri in paths_in(config.nav)} if config.nav else None
        self._plan = plan(site, nav, has_home=has_home, imports_of=imports_of)
        self._runner = ForkingRunner(settings.workers)
        self._urls, self._scripts = [], set()
        extend_theme(config.theme)
        config.markdown_extensions.append(PageLinks(lambda: self._page))
        for names, ours in ((config.extra_css, STYLESHEETS), (config.extra_javascript, SCRIPTS)):
            names.extend([name for name in ours if name not in names])
        if isinstance(self._begun, Claim):
            self._begun = stage(self._begun, force=self.force)
            config.site_dir = str(self._begun.folder)
        return config

    def _report(self, compilation: Compilation, sources: dict[str, Any]) -> None:
        if wanted := compilation.worth_telling:
            colour = sys.stderr.isatty()
            self.show_report(report(compilation.entries, wanted, sources, "text", colour=colour))
        if self.strict and wanted:
            raise Abort("the build is strict and there are findings; the site was left as it was")

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add an empty page for each generated one, and one that becomes the entries' shell."""
        if self._plan is None:
            return files
        made = [
            (f"{url}index.md", front_matter(page), self._plan.is_listed(url))
            for url, page in self._plan.hosted.items()
        ]
        made += [(f"{SHELL_PAGES[at]}.md", shells.FRONT_MATTER, False) for at in self._plan.shells]
        for source, text, listed in made:
            level = InclusionLevel.INCLUDED if listed else InclusionLevel.NOT_IN_NAV
            files.append(File.generated(config, source, content=text, inclusion=level))
        publish_scripts(files)
        publish_styles(files, files.remove)
        return files

    def on_page_markdown(self, markdown: str, *, page: HostPage, **others: Any) -> str:
        """Say which page the host's Markdown is about to read."""
        self._page = self._hand_written(page)
        description = page.meta.get("description")
        if self._page and isinstance(description, str):
            page.meta["description"] = escape(description)  # themes put it in an attribute as it is
        return markdown

    @event_priority(100)
    def on_page_context(self, context: Any, *, page: HostPage, **others: Any) -> None:
        """The same for plugins that show one page's text on another, and read it there once more."""
        self._page = self._hand_written(page)

    def _hand_written(self, page: HostPage) -> HandWrittenPage | None:
        if self._plan is None or page.file.src_uri in SHELLS or page.url in self._plan.hosted:
            return None
        return HandWrittenPage(self._plan.context, page.url)

    def on_page_content(self, html: str, *, page: HostPage, **others: Any) -> str:
        """Give generated pages their slots, and hand-written ones their blocks and sources."""
        if self._plan is None:
            return html
        if page.file.src_uri in SHELLS:
            page.toc = _toc(shells.mark(Slot.TITLE), shells.mark(Slot.TOC))
        elif page.url in self._plan.hosted:
            page.toc = _toc(str(page.title))
        else:
            return self._page.completed(html) if self._page else html
        page.edit_url = None
        return shells.CONTENT_MARK

    def on_post_page(self, output: str, *, page: HostPage, config: MkDocsConfig) -> str:
        """Keep the shells; stamp the other generated pages."""
        if self._plan is None:
            return output
        self._scripts |= script_hashes(output)
        try:
            if page.file.src_uri in SHELLS:
                self._shells[SHELLS[page.file.src_uri]] = shells.cut(output)
                return ""
            self._urls.append(page.url)
            generated = self._plan.hosted.get(page.url)
            return shells.cut(output).stamp(generated.slots) if generated else output
        except ShellError as error:
            raise Abort(str(error)) from None

    def on_post_template(self, output_content: str, *, template_name: str, **others: Any) -> str:
        """Look at the pages that are no documents too: that of the error 404."""
        if template_name.endswith(".html"):
            self._scripts |= script_hashes(output_content)
        return output_content

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write everything else, and put the site in its place."""
        if self._plan is None:
            return
        folder, context = config.site_dir, self._plan.context
        self.written = write(emit(self._plan, self._shells, self._urls), folder)
        self.written.add(write([security_policy(self._scripts)], folder))
        self.written.files += len(self._urls)
        make = partial(entry_pages, context, self._shells[ENTRY_DEPTH])
        self.written.add(write_in_runs(make, context.ids, folder, self._runner, self.progress))
        handlers = logging.getLogger("mkdocs").handlers
        if config.strict and any(isinstance(x, CountHandler) and x.get_counts() for x in handlers):
            raise Abort("the build is strict and there are warnings; the site was left as it was")
        if isinstance(self._begun, Staging):
            publish(self._begun, self.say)
            config.site_dir = str(self._begun.claim.place.given)
            self._begun = None

    @event_priority(-100)
    def on_build_error(self, *, error: Exception) -> None:
        """Leave nothing half-built behind, and say in a line what the system would not do."""
        self.on_shutdown()
        if message := message_of(error):
            raise Abort(message) from None

    def on_shutdown(self) -> None:
        """The same when the build was interrupted, which is no error."""
        if self._begun:
            give_up(self._begun)
            self._begun = None

    def on_serve(
        self, server: "LiveReloadServer", *, config: MkDocsConfig, builder: Callable[..., None]
    ) -> "LiveReloadServer":
        """Watch the glossary, and let a mistake leave the preview as it was."""
        folder = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        server.watch(str(folder / (self.config.get("glossary") or Settings().glossary)))

        def build_or_keep(*arguments: Any) -> None:
            try:
                builder(*arguments)
            except Abort as error:
                log.error("%s; the preview shows the last good build", error)

        server.builder = build_or_keep
        return server


def _toc(title: str, *fragments: str) -> TableOfContents:
    """A table of contents with the page's title and headings that are named as their ids."""
    inner: list[Any] = [{"level": 2, "id": id_, "name": id_, "children": []} for id_ in fragments]
    return get_toc([{"level": 1, "id": "term", "name": title, "children": inner}])


def build(
    config_file: Path,
    site_dir: Path | None,
    *,
    strict: bool,
    force: bool = False,
    on_progress: Callable[[str, int, int], None],
    show_report: Callable[[str], None],
) -> Outcome:
    """Build the site that ``config_file`` describes, as ``mkdocs build`` would.

    Raises:
        HostError: the site was not built; what readers see is what it was.
    """
    try:
        place = str(site_dir.absolute()) if site_dir else None
        config = load_config(str(config_file), site_dir=place, strict=strict or None)
        plugin = config.plugins.get("concord")
        if not isinstance(plugin, ConcordPlugin):
            raise HostError(f"{config_file} does not list the plugin 'concord'")
        plugin.strict, plugin.force = strict, force
        plugin.progress, plugin.show_report, plugin.say = on_progress, show_report, show_report
        config.plugins.on_startup(command="build", dirty=False)
        try:
            mkdocs_build.build(config)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        raise HostError(str(error)) from None
    if plugin.compilation is None:
        raise HostError("nothing was compiled")
    return Outcome(plugin.compilation, plugin.written, config.site_dir)


def serve(config_file: Path, address: str | None, *, open_in_browser: bool) -> None:
    """Preview on ``address`` (the configured one by default) and rebuild when a file changes."""
    from mkdocs.commands import serve as mkdocs_serve  # noqa: PLC0415  # a server is loaded to serve

    own: dict[str, Any] = {"dev_addr": address} if address else {}
    try:
        mkdocs_serve.serve(str(config_file), open_in_browser=open_in_browser, **own)
    except MkDocsException as error:
        raise HostError(str(error)) from None
