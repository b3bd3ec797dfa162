"""A file or a folder of the project cannot be read.

The message says why: it may not be read, it is a folder, a pipe or a link that leads nowhere, it was
gone when its turn came, or the disk reports an error. What would follow from that is not reported: an
entry whose file cannot be read is still one that others may link to, and names out of a vocabulary
that cannot be read are all taken for known.

Links inside the glossary are followed to files in it and to nothing else.
"""

from collections.abc import Mapping
from typing import Final

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span, Trouble
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.UNREADABLE_FILE, Severity.ERROR)

_NO_FILE = "put a file in its place, or delete it"
_LINK = "let it lead to a file of the glossary, or put the file itself in its place"
_HINTS: Final[Mapping[str, str]] = {
    Trouble.PERMISSION: "let whoever builds the site read it",
    Trouble.FOLDER: _NO_FILE,
    Trouble.NO_FOLDER: "put a folder in its place, or check the plugin's 'glossary' option",
    Trouble.PIPE: _NO_FILE,
    Trouble.SOCKET: _NO_FILE,
    Trouble.DEVICE: _NO_FILE,
    Trouble.NOWHERE: "put a file in its place, let it lead to one, or delete it",
    Trouble.CIRCLE: "let it lead to a file, or delete it",
    Trouble.OUTSIDE: _LINK,
    Trouble.OUTSIDE_FOLDER: "put the folder itself in its place",
    Trouble.VANISHED: "run the command again when nothing else changes the project",
    Trouble.TOO_LARGE: "make it smaller",
    Trouble.NAME_TOO_LONG: "shorten the name",
    Trouble.TOO_MANY_OPEN: "raise the limit of open files (ulimit -n)",
}


def finding(path: str, trouble: str) -> Finding:
    """``path`` is the file, or a folder with ``/`` at its end; ``trouble`` why it cannot be read."""
    what = "the folder" if path.endswith("/") else "the file"
    return RULE.at(
        (path.rstrip("/"), Span()), f"{what} cannot be read: {trouble}", _HINTS.get(trouble, "")
    )
