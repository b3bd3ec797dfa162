"""Check the generator: ``python -m tests.benchmarks.selfcheck``, silent when all is well.

Figures from different runs compare only if the same size is the same glossary, so that
is held here, and what a workload promises about its entries.
"""

import os
import subprocess
import sys
from collections import Counter

from tests.benchmarks.model import TOPICS, Workload, inline_targets
from tests.benchmarks.peers import PEERS
from tests.benchmarks.workload import SMALLEST, generate

__all__ = ["main"]

_SIZES = (SMALLEST, 200, 1_000)


def main() -> int:
    """Run the checks; return 0 when all hold."""
    failures = [f"{size} entries: {failure}" for size in _SIZES for failure in _failures(size)]
    for failure in failures:
        print(failure, file=sys.stderr)
    return 1 if failures else 0


def _failures(size: int) -> list[str]:
    workload = generate(size)
    failures = [f"not so: {claim}" for claim, holds in _claims(workload, size).items() if not holds]
    if _digests(size, hash_seed=1) != _digests(size, hash_seed=2):
        failures.append("two processes wrote different bytes")
    return failures


def _claims(workload: Workload, size: int) -> dict[str, bool]:
    entries = workload.entries
    labels = Counter(label for e in entries for label in (e.term, *e.aliases))
    pairs = Counter(
        frozenset((place, typed.target)) for place, e in enumerate(entries) for typed in e.links
    )
    targets = [{*inline_targets(e), *(typed.target for typed in e.links)} for e in entries]
    claims = {
        "there are as many entries as asked for": len(entries) == size,
        "ids are distinct": len({e.id for e in entries}) == size,
        "labels and aliases are distinct": max(labels.values()) == 1,
        "a pair of entries is linked once": max(pairs.values()) == 1,
        "no entry links to itself": all(p not in t for p, t in enumerate(targets)),
        "every link has a target": all(0 <= t < size for found in targets for t in found),
        "topics are known": {e.topic for e in entries} <= set(TOPICS),
        "the body links four to six times": all(
            4 <= len(list(inline_targets(e))) <= 6 for e in entries
        ),
    }
    for peer in PEERS.values():
        paths = [path for path, _ in peer.files(workload)]
        claims[f"files for {peer.name} are distinct"] = len(paths) == len(set(paths))
    return claims


def _digests(size: int, *, hash_seed: int) -> str:
    command = (sys.executable, "-m", "tests.benchmarks.generate", str(size), "--digest")
    environment = os.environ | {"PYTHONHASHSEED": str(hash_seed)}
    return subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True
    ).stdout


if __name__ == "__main__":
    sys.exit(main())
