"""The command line: the only place that prints. Exit codes: 0 clean, 1 findings, 2 wrong use."""

import argparse
import gc
import logging
import os
import sys
import time
from collections.abc import Callable, Sequence
from typing import TextIO

from build_tools.adapters.arguments import argument_parser
from build_tools.adapters.clock import today
from build_tools.adapters.parallel import ForkingRunner
from build_tools.adapters.progress import ProgressBar
from build_tools.adapters.project import ProjectError, read_project
from build_tools.adapters.read import read_glossary, read_pages
from build_tools.adapters.report import printable_lines, report, summary_line
from build_tools.adapters.scaffold import ScaffoldError, new_entry
from build_tools.adapters.selection import SelectionError, found_in
from build_tools.compiler import compile_glossary
from build_tools.model.diagnostics import Code, Severity
from build_tools.model.glossary import Site
from build_tools.stages.graph.edges import concept_graph
from build_tools.stages.graph.layout import updated_positions
from build_tools.stages.graph.positions import POSITIONS, positions_text
from build_tools.stages.rules.catalogue import manual, manual_page
from build_tools.stages.words.nearest import suggestion

__all__ = ["WRONG_USE", "main"]

CLEAN = 0
FINDINGS = 1
WRONG_USE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code."""
    options = _parser().parse_args(arguments)
    # Material's notice says nothing about this build.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    # Nothing made here forms cycles worth looking for, and looking costs a tenth of a build.
    gc.disable()
    run: Callable[[argparse.Namespace], int] = options.run
    try:
        return run(options)
    except (ProjectError, ScaffoldError, SelectionError) as error:
        return _fail(str(error))
    except BrokenPipeError:  # the reader of our output has gone
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WRONG_USE


def _parser() -> argparse.ArgumentParser:
    return argument_parser(
        {
            "build": _build,
            "serve": _serve,
            "check": _check,
            "new": _new,
            "layout": _layout,
            "graph": _graph,
            "explain": _explain,
        }
    )


def _build(options: argparse.Namespace) -> int:
    read_project(options.config)  # the sooner a wrong path is named, the better
    started = time.perf_counter()
    from build_tools import mkdocs_plugin  # noqa: PLC0415  # loading a theme takes longer than checking

    _show_host_messages(logging.INFO if options.verbose else logging.WARNING)
    progress = ProgressBar(sys.stderr, enabled=not options.quiet and not os.environ.get("CI"))

    def show(text: str) -> None:
        progress.clear()
        if not options.quiet or "error:" in text:
            sys.stderr.write(f"{text}\n")

    try:
        outcome = mkdocs_plugin.build(
            options.config,
            options.site_dir,
            strict=options.strict,
            force=options.force,
            on_progress=progress.show,
            show_report=show,
        )
    except mkdocs_plugin.HostError as error:
        progress.clear()
        _say(f"concord: {error}", sys.stderr)
        return FINDINGS
    progress.clear()
    if not options.quiet:
        site, written = outcome.compilation.site, outcome.written
        links = site.linked.links if site else 0
        mentions = sum(map(len, site.mentions.values())) if site else 0
        place = _place(outcome.site_dir)
        print(summary_line(outcome.compilation.entries, outcome.compilation.diagnostics))
        print(f"{links:,} links, {mentions:,} mentions")
        _say(f"{written.files:,} files written to {place} in {time.perf_counter() - started:.1f} s")
    return CLEAN


def _place(folder: str) -> str:
    """A folder as one would name it from here; this one may be gone with the old site."""
    try:
        shown = os.path.relpath(folder)
    except OSError:
        return folder
    return folder if shown.startswith("..") else f"{shown}/"


def _serve(options: argparse.Namespace) -> int:
    read_project(options.config)
    from build_tools import mkdocs_plugin  # noqa: PLC0415  # as above

    gc.enable()  # this process lives long
    _show_host_messages(logging.INFO)
    try:
        mkdocs_plugin.serve(options.config, options.address, open_in_browser=options.open)
    except mkdocs_plugin.HostError as error:
        _say(f"concord: {error}", sys.stderr)
        return FINDINGS
    return CLEAN


def _check(options: argparse.Namespace) -> int:
    project = read_project(options.config)
    folder = options.config.parent
    sources = read_glossary(folder, project.settings.glossary)
    pages = read_pages(folder, project.docs)
    runner = ForkingRunner(project.settings.workers)
    compilation = compile_glossary(sources, project, pages=pages, today=today(), run=runner)
    found = compilation.diagnostics
    if options.paths:
        known = [source.path for source in (*sources, *pages)]
        found = found_in(options.paths, found, known, options.config)
    by_path = {source.path: source for source in (*sources, *pages)}
    colour = sys.stdout.isatty() and "NO_COLOR" not in os.environ
    sys.stdout.write(
        report(
            compilation.entries,
            found,
            by_path,
            options.format,
            colour=colour,
            verbose=options.verbose,
        )
    )
    failing = {Severity.ERROR, Severity.WARNING} if options.strict else {Severity.ERROR}
    return FINDINGS if any(item.severity in failing for item in found) else CLEAN


def _new(options: argparse.Namespace) -> int:
    project = read_project(options.config)
    path = new_entry(options.config.parent, project, options.term, options.topic, options.kind)
    _say(
        f"{os.path.relpath(path)} is begun; fill in what is in angle brackets, then run 'concord check'"
    )
    return CLEAN


def _compiled(options: argparse.Namespace) -> Site | None:
    project = read_project(options.config)
    runner = ForkingRunner(project.settings.workers)
    sources = read_glossary(options.config.parent, project.settings.glossary)
    site = compile_glossary(sources, project, run=runner).site
    if site is None:
        _say("concord: the glossary has errors; concord check names them", sys.stderr)
    return site


def _layout(options: argparse.Namespace) -> int:
    site = _compiled(options)
    if site is None:
        return FINDINGS
    if options.check:
        new = [name for name in site.entries if name not in site.positions]
        for name in new:
            print(f"{name} has no lasting place on the map")
        return FINDINGS if new else CLEAN
    positions = updated_positions(concept_graph(site), site.positions)
    path = options.config.parent / site.project.settings.glossary / POSITIONS
    path.write_text(positions_text(positions), encoding="utf-8")
    kept = sum(site.positions.get(name) == place for name, place in positions.items())
    _say(f"{os.path.relpath(path)}: {kept:,} kept, {len(positions) - kept:,} placed")
    return CLEAN


def _graph(options: argparse.Namespace) -> int:
    # Loading networkx takes longer than any other command.
    from build_tools.adapters.graph_answers import answer  # noqa: PLC0415

    site = _compiled(options)
    if site is None:
        return FINDINGS
    for name in options.ids[:2]:
        if name not in site.entries:
            near = suggestion(name, list(site.entries))
            return _fail(f"there is no entry '{name}'{near and f'; {near}'}")
    if len(options.ids) > 2:
        return _fail("two entries at most can be asked for")
    _say("\n".join(answer(site, options.ids)))
    return CLEAN


def _explain(options: argparse.Namespace) -> int:
    if options.code is None:
        for page in manual():
            print(f"{page.code:32} {page.severity:8} {page.summary}")
        return CLEAN
    try:
        page = manual_page(Code(options.code))
    except ValueError:
        return _fail(
            f"there is no check '{options.code}'; {suggestion(options.code, list(Code)) or 'concord explain lists them'}"
        )
    print(f"{page.code} ({page.severity})\n\n{page.summary}.\n\n{page.text}")
    return CLEAN


def _fail(message: str) -> int:
    _say(f"concord: {message}", sys.stderr)
    return WRONG_USE


def _say(text: str, stream: TextIO | None = None) -> None:
    """Print what may hold a name or a text of the project's; reports see to that themselves."""
    print(printable_lines(text), file=stream)


class _HostMessages(logging.Formatter):
    """The host's messages name its users' files; ours see to that themselves, and have colours."""

    def format(self, record: logging.LogRecord) -> str:
        text = super().format(record)
        return text if record.name.endswith(".concord") else printable_lines(text)


def _show_host_messages(level: int) -> None:
    handler = logging.StreamHandler()
    handler.setFormatter(_HostMessages("%(levelname)s: %(message)s"))
    host = logging.getLogger("mkdocs")
    host.handlers[:] = [handler]
    host.setLevel(level)
