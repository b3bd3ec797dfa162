"""Scripts as they are published: without what is written for those who change them."""

import posixpath
import re
from collections.abc import Iterable
from pathlib import Path

from build_tools.adapters.theme.files import FOLDER, STATIC, PublishedFile

__all__ = ["imports_of", "publish_scripts", "without_comments"]

_COMMENT = re.compile(
    r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n"  # lines that a block comment fills
    r"|^[ \t]*//[^\n]*\n"
    r"|/\*\* @(?:[^*]|\*(?!/))*\*/ ?"  # a type inside a line
    r"|^[ \t]*\n",
    re.MULTILINE,
)

_IMPORT = re.compile(r' "(\.[^"]+\.js)";\n')
"""The end of an import; one by ``import()``, which comes later, ends with a bracket."""


def publish_scripts(files: Iterable[PublishedFile]) -> None:
    """Take the comments out of every script of ours.

    They are a third of what a reader would download, compressed.
    """
    for file in files:
        if file.src_uri.startswith(FOLDER) and file.src_uri.endswith(".js"):
            file.content_string = without_comments(file.content_string)


def without_comments(script: str) -> str:
    """A script without empty lines, comments that fill lines, and types in JSDoc.

    It is no parser: a comment behind code stays, and a template literal must not have a line that
    begins like a comment. Lines stay lines, so that what a browser reports can be found.
    """
    return _COMMENT.sub("", script)


def imports_of(script: str, static: Path = STATIC) -> tuple[str, ...]:
    """All that a script imports before it runs, itself not among it.

    It is no parser either: an import ends its line.

    Args:
        script: a path below ``static``, as are those returned.
        static: the folder of the theme's files.
    """
    found: set[str] = set()
    waiting = [script]
    while waiting:
        name = waiting.pop()
        folder = posixpath.dirname(name)
        for given in _IMPORT.findall((static / name).read_text("utf-8")):
            imported = posixpath.normpath(posixpath.join(folder, given))
            if imported not in found:
                found.add(imported)
                waiting.append(imported)
    return tuple(sorted(found - {script}))
