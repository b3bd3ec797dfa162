"""The sites that many tests look at, each built once in a run, whoever asks for it first.

Tests run in several processes, and those of the browser look at the same sites as the others. The
first to ask builds, while the rest wait for its lock.
"""

import fcntl
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.site.projects import FIXTURES, ROOT, BuiltSite, build, hostile_project

__all__ = ["shared_site"]

PROJECTS: dict[str, Callable[[Path], Path]] = {
    "real": lambda _folder: ROOT,
    "foreign": lambda _folder: FIXTURES / "foreign",
    "hostile": lambda folder: hostile_project(folder / "project"),
}
"""By name, what makes a project in a folder or says where it is.

real: this repository's own. foreign: somebody else's glossary, in other scripts, published below a
path. hostile: a glossary whose texts try to run script.
"""


def shared_site(name: str, temporary: pytest.TempPathFactory) -> BuiltSite:
    """The site of one of :data:`PROJECTS`, which nobody may change."""
    run = temporary.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        run = run.parent  # of all workers
    folder = run / f"shared-{name}"
    folder.mkdir(exist_ok=True)
    # Beside the folder: in it lies what a build has made, and a test looks that nothing else does.
    done = run / f"shared-{name}.done"
    with (run / f"shared-{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        site = folder / "site"
        if done.exists():
            return BuiltSite(Path(done.read_text("utf-8")), site)
        project = PROJECTS[name](folder)
        built = build(project, site)
        done.write_text(str(project), "utf-8")
        return built
