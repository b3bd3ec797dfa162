"""Draw mutants at random, and show those that no test notices."""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import FIRST_EXCEPTION, ThreadPoolExecutor, wait
from contextlib import ExitStack, suppress
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Lock

from tests.mutants.mutant import Judgement, Language, Mutant, Verdict, applied
from tests.mutants.python import Python
from tests.mutants.scripts import Scripts

__all__ = ["LANGUAGES", "ROOT", "drawn", "main"]

ROOT = Path(__file__).parents[2]
LANGUAGES: Sequence[Language] = (Python(), Scripts())
_EXAMPLES = """\
examples:
  python -m tests.mutants                                 the files changed since HEAD~1 or main
  python -m tests.mutants build_tools/stages --minutes 20
  python -m tests.mutants --since v1.0 --seed 7 --slow
"""

Judged = tuple[Mutant, Judgement]


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutants",
        description=__doc__,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", help="files and folders (default: what has changed)")
    parser.add_argument("--since", help="a commit: mutate the files changed since it")
    parser.add_argument("--minutes", type=float, default=5, help="stop after these (default: 5)")
    parser.add_argument("--count", type=int, default=1_000_000, help="stop after so many mutants")
    parser.add_argument("--kinds", help="of change, with commas between: boundary,slice")
    parser.add_argument("--seed", type=int, help="draw the same mutants again")
    parser.add_argument("--slow", action="store_true", help="ask the tests of whole sites too")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="how many at a time")
    parser.add_argument("--json", type=Path, help="write the results to a file, too")
    options = parser.parse_args(arguments)
    if options.seed is None:
        options.seed = random.randrange(10_000)
    chosen = _chosen(options.paths, options.since)
    if not chosen:
        print("Nothing that can be mutated has changed.")
        return 0
    texts = {path: (ROOT / path).read_bytes().decode() for path in chosen}
    mutants = [
        mutant
        for path, language in chosen.items()
        for mutant in language.mutants(path, texts[path])
        if not options.kinds or mutant.operator in options.kinds.split(",")
    ]
    print(f"{len(chosen)} files, {len(mutants):,} mutants, seed {options.seed}", flush=True)
    some = islice(drawn(mutants, random.Random(options.seed)), options.count)
    judged = _judge_all(list(some), chosen, texts, options)
    print("\n".join(_table(judged)))
    if options.json:
        options.json.write_text(
            json.dumps(_as_data(judged, texts, options.seed), indent=1), "utf-8"
        )
    return 0


def _chosen(paths: Sequence[str], since: str | None) -> Mapping[str, Language]:
    """The files to mutate, each with its language."""
    every = {path: language for language in LANGUAGES for path in language.files(ROOT)}
    if paths:
        wanted = [Path(path).resolve().relative_to(ROOT).as_posix() for path in paths]
        chosen = {
            path: language
            for path, language in every.items()
            if any(name in (path, ".") or path.startswith(f"{name}/") for name in wanted)
        }
        if not chosen:
            raise SystemExit(f"there is nothing to mutate in {', '.join(paths)}")
        return chosen
    changed = _git("diff", "--name-only", since or _fork_point())
    return {path: every[path] for path in changed if path in every}


def _fork_point() -> str:
    """Where this branch left the main one; on that, the commit before."""
    here = _git("rev-parse", "HEAD")
    for main_branch in ("main", "origin/main"):
        with_main = _git("merge-base", main_branch, "HEAD", check=False)
        if with_main and with_main != here:
            return with_main[0]
    return "HEAD~1"


def _git(*arguments: str, check: bool = True) -> list[str]:
    done = subprocess.run(
        ["git", *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode and check:
        raise SystemExit(done.stderr.strip())
    return done.stdout.splitlines() if not done.returncode else []


def drawn(mutants: Sequence[Mutant], chance: random.Random) -> Iterator[Mutant]:
    """The mutants in the order of trial: one of each line, then a second one of each, and so on.

    Of a line with several kinds of change, each kind is as likely: a line with many texts is not
    tried for them alone.
    """
    lines: dict[tuple[str, int], dict[str, list[Mutant]]] = {}
    for mutant in mutants:
        kinds = lines.setdefault((mutant.path, mutant.line), {})
        kinds.setdefault(mutant.operator, []).append(mutant)
    while lines:
        for place in chance.sample(sorted(lines), len(lines)):
            kinds = lines[place]
            kind = chance.choice(sorted(kinds))
            yield kinds[kind].pop(chance.randrange(len(kinds[kind])))
            if not kinds[kind]:
                del kinds[kind]
            if not kinds:
                del lines[place]


def _judge_all(
    order: Sequence[Mutant],
    chosen: Mapping[str, Language],
    texts: Mapping[str, str],
    options: argparse.Namespace,
) -> Sequence[Judged]:
    """Try mutants until the time is over, and give those that were, in the order drawn."""
    waiting: SimpleQueue[Mutant] = SimpleQueue()
    for mutant in order:
        waiting.put(mutant)
    judged: dict[Mutant, Judgement] = {}
    jobs = max(1, min(options.jobs, len(order)))
    end = [0.0]
    alone = Lock()

    def work(scratch: Path) -> None:
        with ExitStack() as stack:
            # What the first learns of the tests, the others find in the cache.
            with alone:
                judges = {
                    language: stack.enter_context(language.judge(ROOT, scratch, options.slow))
                    for language in dict.fromkeys(chosen.values())
                }
            # Getting ready does not count.
            end[0] = end[0] or time.monotonic() + options.minutes * 60
            while time.monotonic() < end[0]:
                try:
                    mutant = waiting.get_nowait()
                except Empty:
                    return
                with applied(mutant, scratch):
                    judgement = judges[chosen[mutant.path]](mutant)
                with alone:
                    judged[mutant] = judgement
                    _show(mutant, judgement, texts[mutant.path])
                    _progress(judged)

    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        copies = [_copy(Path(folder) / str(at)) for at in range(jobs)]
        with ThreadPoolExecutor(jobs) as pool:
            working = [pool.submit(work, copy) for copy in copies]
            with suppress(KeyboardInterrupt):  # what has been found is reported
                wait(working, return_when=FIRST_EXCEPTION)
            if not all(item.done() for item in working):
                end[0] = 1.0  # long ago
            for item in working:
                item.result()
    return [(mutant, judged[mutant]) for mutant in order if mutant in judged]


def _copy(folder: Path) -> Path:
    """A copy of the working tree as it is, with what was installed in it."""
    for name in _git("ls-files", "--cached", "--others", "--exclude-standard"):
        source, target = ROOT / name, folder / name
        if source.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, target)
    for installed in (".venv", "tests/js/node_modules"):
        if (ROOT / installed).exists():
            (folder / installed).symlink_to(ROOT / installed)
    return folder


def _show(mutant: Mutant, judgement: Judgement, text: str) -> None:
    """Show a mutant that lived, as soon as that is known."""
    if judgement.verdict is not Verdict.KILLED:
        seen = f"{judgement.tests} tests could see it"
        head = f"{judgement.verdict} ({mutant.operator}; {seen})"
        print(f"\n{head}\n{mutant.diff(text)}", flush=True)


def _progress(judged: Mapping[Mutant, Judgement]) -> None:
    if sys.stderr.isatty():
        counts = Counter(judgement.verdict for judgement in judged.values())
        text = ", ".join(f"{counts[verdict]} {verdict}" for verdict in Verdict)
        print(f"\r{text}", end="", file=sys.stderr, flush=True)


def _table(judged: Sequence[Judged]) -> Iterator[str]:
    kinds: dict[str, Counter[Verdict]] = {}
    for mutant, judgement in judged:
        kinds.setdefault(mutant.operator, Counter())[judgement.verdict] += 1
    yield f"\n{'':12}" + "".join(f"{verdict:>10}" for verdict in Verdict)
    for kind, counts in (*sorted(kinds.items()), ("all", sum(kinds.values(), Counter()))):
        yield f"{kind:12}" + "".join(f"{counts[verdict]:10}" for verdict in Verdict)


def _as_data(judged: Sequence[Judged], texts: Mapping[str, str], seed: int) -> object:
    return {
        "seed": seed,
        "mutants": [
            {
                "path": mutant.path,
                "line": mutant.line,
                "operator": mutant.operator,
                "verdict": judgement.verdict,
                "by": judgement.by,
                "diff": mutant.diff(texts[mutant.path]),
            }
            for mutant, judgement in judged
        ],
    }


if __name__ == "__main__":
    raise SystemExit(main())
