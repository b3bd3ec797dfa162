"""Style sheets as they are published: each one file, without what is written for those who change it."""

import posixpath
import re
from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple, TypeVar

from build_tools.adapters.theme.files import FOLDER, PublishedFile

__all__ = ["PARTS", "Joined", "joined", "publish_styles", "without_comments"]

PARTS = f"{FOLDER}styles/"
"""What the style sheets beside this folder import."""

_KEPT = r"""(?P<kept>"(?:[^"\\\n]|\\.)*" | '(?:[^'\\\n]|\\.)*'
    | url\((?:[^)"'\\]|\\.)*\)   # may hold what looks like a comment
    | /\*!.*?\*/)                # a licence
    | """
_COMMENT = re.compile(_KEPT + r"/\*.*?(?:\*/|\Z)", re.DOTALL | re.VERBOSE | re.IGNORECASE)
_LINE_END = re.compile(_KEPT + r"\s*\n\s*", re.DOTALL | re.VERBOSE | re.IGNORECASE)
_NO_WORD = re.compile(r"[\s{};,]?")
"""What stands beside a comment that parts no two words, or nothing."""
_HEAD = re.compile(
    r"""\s*(?:(?P<kept>/\*!.*?\*/ | @(?:charset|layer)\b[^;{]*;)
    | @import\s*(?:url\(\s*)?(?P<quote>["']?)(?P<url>[^"'()\s;]+)(?P=quote)\s*\)?(?P<when>[^;]*);)""",
    re.DOTALL | re.VERBOSE | re.IGNORECASE,
)
"""What a style sheet may have before its rules, one at a time."""
_URL = re.compile(
    r"""url\(\s*(?P<quote>["']?)(?P<url>[^"'()\s]+)(?P=quote)\s*\)""",
    re.IGNORECASE,
)
_ABSOLUTE = re.compile(r"/|#|[a-z][a-z0-9+.-]*:", re.IGNORECASE)


File = TypeVar("File", bound=PublishedFile)


def publish_styles(files: Iterable[File], remove: Callable[[File], None]) -> None:
    """Join every style sheet of ours with its parts, which no page asks for any more.

    A page would wait for a sheet, then for all that it imports, each a request.

    Args:
        remove: takes a file out of what is published. What no sheet was joined with is somebody's
            own and stays, as does a part that is still imported under a condition.
    """
    ours = {
        file.src_uri: file
        for file in files
        if file.src_uri.startswith(FOLDER) and file.src_uri.endswith(".css")
    }
    parts = {uri: file.content_string for uri, file in ours.items() if uri.startswith(PARTS)}
    done: set[str] = set()
    sheets = ""
    for uri, file in ours.items():
        if uri not in parts:
            text, used = joined(uri, parts | {uri: file.content_string})
            file.content_string = text
            sheets += text
            done |= used
    for uri in parts:
        if uri in done and f'"{uri.removeprefix(FOLDER)}"' not in sheets:
            remove(ours[uri])


class Joined(NamedTuple):
    """A style sheet in one piece."""

    text: str
    parts: frozenset[str]
    """What it was joined with."""


def joined(sheet: str, texts: Mapping[str, str]) -> Joined:
    """A style sheet with each part where it is imported for the first time.

    What is imported under a condition, or from elsewhere, is still imported: before all rules,
    since a browser looks for it nowhere else.

    Args:
        sheet: a path, as are the keys of ``texts``.
        texts: the style sheet and whatever may become a part of it.
    """
    head: list[str] = []
    seen = {sheet}
    here = posixpath.dirname(sheet)

    def laid_out(name: str) -> str:
        text = without_comments(texts[name])
        folder = posixpath.dirname(name)
        pieces, at = [], 0
        while found := _HEAD.match(text, at):
            at = found.end()
            if found["kept"]:
                head.append(f"{found['kept']}\n")
                continue
            part = posixpath.normpath(posixpath.join(folder, found["url"]))
            when = found["when"].strip()
            if when or part not in texts:
                address = _from(here, folder, found["url"])
                head.append(f'@import "{address}"{when and f" {when}"};\n')
            elif part not in seen:
                seen.add(part)
                pieces.append(laid_out(part))
        rest = text[at:].removeprefix("\n")
        pieces.append(
            _URL.sub(lambda found: f'url("{_from(here, folder, found["url"])}")', rest)
            if folder != here
            else rest
        )
        return "".join(pieces)

    rules = laid_out(sheet)
    return Joined("".join(head) + rules, frozenset(seen - {sheet}))


def _from(here: str, folder: str, url: str) -> str:
    """The same address, said in another folder."""
    if folder == here or _ABSOLUTE.match(url):
        return url
    return posixpath.relpath(posixpath.join(folder, url), here)


def without_comments(sheet: str) -> str:
    """A style sheet without comments, empty lines and indentation; lines stay lines.

    Licences stay, and so does an empty comment where two words would become one.
    """
    bare = _COMMENT.sub(_of_comment, sheet)
    return _LINE_END.sub(lambda found: found["kept"] or "\n", bare).removeprefix("\n")


def _of_comment(found: re.Match[str]) -> str:
    if found["kept"]:
        return found["kept"]
    text, start, end = found.string, found.start(), found.end()
    beside = (text[max(start - 1, 0) : start], text[end : end + 1])
    return "" if any(map(_NO_WORD.fullmatch, beside)) else "/**/"
