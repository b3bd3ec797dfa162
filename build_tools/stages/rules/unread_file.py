"""A file or a folder lies in the glossary's folder, and nothing reads it.

The glossary's folder holds its vocabularies and `entries/`, and in that folder, or in folders of it, a
file for each entry whose name ends in `.yml` or `.yaml`. Whatever else lies there is on no page. If it
is an entry, give it such a name and put it there; if it is none, keep it in another folder.

Nothing is said of what plainly is no entry and belongs there: hidden files, editors' backups
(`a.yml~`, `a.yml.orig`, `a.yml.bak`), `README.md`, `LICENSE` and the like; but a hidden file with the
name of an entry, such as `.a.yml`, is reported. Where the glossary's folder is also the project's, or
lies among the hand-written pages, other things are expected in it and not reported.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.UNREAD_FILE, Severity.WARNING)


def finding(path: str, why: str, hint: str) -> Finding:
    """``path`` is the file, or a folder with ``/`` at its end; ``why`` may be ``""``."""
    what = "the folder" if path.endswith("/") else "the file"
    because = f": {why}" if why else ""
    return RULE.at((path.rstrip("/"), Span()), f"nothing reads {what}{because}", hint)
