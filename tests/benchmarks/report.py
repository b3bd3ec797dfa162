"""The results as a page of Markdown for the documentation."""

from collections.abc import Iterable, Mapping, Sequence

from tests.benchmarks.peers import PEERS
from tests.benchmarks.results import Cell, Results
from tests.benchmarks.targets import Verdict

__all__ = ["render", "table"]

_INTRODUCTION = """\
# Benchmarks

One invented glossary, the same for each builder, built from nothing by one command.
`make bench` measures again and rewrites this page.
"""
_METHOD = """\
## How it is measured

- An entry has a definition of 60 words, a body of 150 words with two lists and about
  five links, three to six typed links, one or two references and up to three aliases.
  The same number of entries gives the same glossary on every machine.
- MkDocs with Material gets a Markdown page an entry, none of them in the navigation,
  an A–Z page, topic pages and its own search. Hugo gets the same with a theme of a few
  lines: backlinks and one search file. Concord gets the entries as YAML and makes all
  that its site has.
- The builders take turns, so that what else the machine does hits all of them alike.
  Each build is a new process with a fresh output folder; one build beforehand, which does
  not count, compiles Python's bytecode and templates, as on any machine in use. Sites are
  deleted only when the run ends, since ext4 is slow to create files soon after many were
  deleted, and the next builder would pay for it.
- CPU is user and system time of all processes of a build and wall is the time until the
  command ends; both are medians, with the least and the most CPU beside them. Files,
  sizes and pages are those of the last build.
- Memory: *largest process* is the highest resident memory of any one process, as the
  kernel reports it; *all processes* is the highest sum over the build's processes at
  one moment, with shared pages counted once, sampled every 50 ms or less often, so
  that a short peak may be missed. The promise is held against the larger of the two.
- A page is an entry's HTML alone, the median of 50 entries, raw and compressed with
  gzip at level 6. MB and KB are powers of ten.
"""

_CELL_HEADER = (
    "Builder",
    "Builds",
    "CPU s",
    "least–most",
    "Wall s",
    "Largest process MB",
    "All processes MB",
    "Page KB",
    "gzipped",
    "Site MB",
    "Files",
)


def render(
    results: Results,
    verdicts: Sequence[Verdict],
    *,
    machine: str,
    versions: Sequence[str],
    absences: Mapping[str, str],
) -> str:
    """Return the page; `absences` maps a builder, or a build, to why it is not in it."""
    sections = [_INTRODUCTION, "## Promises\n", _promises(verdicts), _ratios(results)]
    for size in results.sizes:
        sections += [f"## {size:,} entries\n", _cells(results.of_size(size))]
    sections += [f"## The machine\n\n{machine}.\n\n{'; '.join(versions)}.\n"]
    if absences:
        missing = "".join(f"- {what}: {why}\n" for what, why in absences.items())
        sections += [f"Not measured:\n\n{missing}"]
    return "\n".join((*sections, _METHOD))


def _promises(verdicts: Iterable[Verdict]) -> str:
    words = {True: "kept", False: "**missed**", None: "–"}
    rows = [(v.promise, v.limit, v.measured, words[v.kept]) for v in verdicts]
    return table(("Promise", "Limit", "Measured", ""), rows, left=1)


def _ratios(results: Results) -> str:
    """Return what the cells say about one another, at every size."""
    peers = [name for name in PEERS if any(cell.peer == name for cell in results.cells)]
    others = [name for name in peers if name != "concord"]
    rows = []
    for other in others:
        label = f"Concord / {PEERS[other].label}"
        cpu = [_number(results.cpu_ratio("concord", other, size)) for size in results.sizes]
        wall = [_number(results.wall_ratio("concord", other, size)) for size in results.sizes]
        rows += [(f"CPU, {label}", *cpu), (f"Wall, {label}", *wall)]
    header = ("Ratio", *(f"{size:,}" for size in results.sizes))
    ratios = table(header, rows, left=1) + "\n" if "concord" in peers and rows else ""
    return ratios + "".join(_growth(results, name) for name in peers)


def _growth(results: Results, peer: str) -> str:
    growth = results.growth(peer)
    if growth is None:
        return ""
    exponent, small, large = growth
    return (
        f"- {PEERS[peer].label}: CPU grows with the number of entries to the power of "
        f"{exponent:.2f}, from {small:,} to {large:,}.\n"
    )


def _cells(cells: Iterable[Cell]) -> str:
    return table(_CELL_HEADER, [_cell(cell) for cell in cells], left=1)


def _cell(cell: Cell) -> tuple[str, ...]:
    least, most = cell.cpu_range
    return (
        PEERS[cell.peer].label,
        f"{len(cell.samples)}",
        f"{cell.cpu_seconds:.2f}",
        f"{least:.2f}–{most:.2f}",
        f"{cell.wall_seconds:.2f}",
        f"{cell.largest_process_bytes / 1e6:.0f}",
        f"{cell.all_processes_bytes / 1e6:.0f}",
        f"{cell.weight.page_bytes / 1e3:.1f}",
        f"{cell.weight.page_gzip_bytes / 1e3:.1f}",
        f"{cell.weight.total_bytes / 1e6:.1f}",
        f"{cell.weight.files:,}",
    )


def _number(ratio: float | None) -> str:
    return "–" if ratio is None else f"{ratio:.2f}"


def table(header: Sequence[str], rows: Iterable[Sequence[str]], *, left: int) -> str:
    """Return a table whose first `left` columns are text and the others numbers."""
    rule = ["---"] * left + ["---:"] * (len(header) - left)
    return "".join(f"| {' | '.join(row)} |\n" for row in (header, rule, *rows))
