"""Every page is valid HTML; ``tests/js/validate-html.mjs`` says what of the theme's is excused, and why."""

import json
import shutil
import subprocess
from pathlib import Path

from tests.site.projects import ROOT, BuiltSite, environment

TOOLS = ROOT / "tests" / "js"


def problems_in(*folders: Path) -> list[str]:
    """What html-validate finds in the pages below these folders."""
    assert (TOOLS / "node_modules").is_dir(), "run `make tests/js/node_modules/.stamp`"
    node = shutil.which("node", path=environment()["PATH"])
    assert node, "node is not there; the test environment brings it"
    done = subprocess.run(
        [node, TOOLS / "validate-html.mjs", *folders],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return [
        "{file}:{line}:{column}: {message} [{rule}] {selector}".format_map(problem)
        for problem in json.loads(done.stdout)
    ]


def test_every_page_is_valid(real: BuiltSite, foreign: BuiltSite, hostile: BuiltSite) -> None:
    assert not problems_in(real.folder, foreign.folder, hostile.folder)


MISTAKES = {
    "no-dup-id": "<p id=a></p><p id=a></p>",
    "element-permitted-content": "<ul><p>Not an item</p></ul>",
    "close-order": "<p><b>Not closed</p>",
    "valid-autocomplete": '<input id="name" type="checkbox" autocomplete="off">',
}


def test_the_validation_would_notice(tmp_path: Path) -> None:
    for rule, html in MISTAKES.items():
        (tmp_path / f"{rule}.html").write_text(f"<!doctype html>\n{html}", encoding="utf-8")
    found = problems_in(tmp_path)
    for rule in MISTAKES:
        assert any(f"/{rule}.html:" in problem and f"[{rule}]" in problem for problem in found)
