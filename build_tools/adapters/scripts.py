"""Scripts as they are published: without what is written for those who change them."""

import re
from collections.abc import Iterable
from typing import Protocol

__all__ = ["PublishedFile", "publish_scripts", "without_comments"]

FOLDER = "assets/concord/"
"""Our own; what others wrote is published as they made it, with its licence."""

_COMMENT = re.compile(
    r"^[ \t]*/\*(?:[^*]|\*(?!/))*\*/[ \t]*\n"  # lines that a block comment fills
    r"|^[ \t]*//[^\n]*\n"
    r"|/\*\* @(?:[^*]|\*(?!/))*\*/ ?"  # a type inside a line
    r"|^[ \t]*\n",
    re.MULTILINE,
)


class PublishedFile(Protocol):
    """What is needed of a file of the host's."""

    src_uri: str
    content_string: str


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
