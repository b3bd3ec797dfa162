"""Where a site may go: never where anything lies that is read, and over nothing but a site.

A build replaces the folder that it writes to, so that a wrong ``site_dir`` would delete whatever
is there. Two questions are asked before that:

* Does the folder hold anything that the build reads, or lie in it? Then it is refused, always.
  Folders are compared as the system knows them, so that links, ``..``, names in other letters and
  folders mounted twice are seen through.
* Is it new, empty, or a site that was built before? A built site bears a mark; anything else is
  replaced only by ``--force``.
"""

import os
import stat
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from build_tools.adapters.site.errors import SiteError, reason, shown
from build_tools.adapters.site.mounts import Mount, twin_of

__all__ = [
    "MARK",
    "MARK_TEXT",
    "Place",
    "Read",
    "check_replaceable",
    "find_place",
    "is_kept",
    "lies_in",
]

MARK = ".built-by-concord"
"""The file that a built site is known by. Hidden, so that it is no part of what is published."""

MARK_TEXT = b"""\
Concord made this folder, and replaces it when it builds again: whatever is put here goes then,
but for files and folders whose name begins with a dot.
"""

_EARLIER = ("data/glossary.json", b'"glossary.schema.json"')
"""A file that every site had before there was a mark, and what is in its first line."""
_EARLIER_FOLDERS = ("assets/concord", "terms")
"""Folders that stood beside it."""


@dataclass(frozen=True, slots=True)
class Read:
    """Something that a build reads."""

    what: str
    """For the user: "the glossary"."""
    path: Path
    wholly: bool = True
    """Whether a site may not lie in it either, as it may in the project's folder."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a site may go."""

    given: Path
    """As the user knows it, for messages."""
    folder: Path
    """What it is when links are followed: a link stays a link, and the site goes where it leads."""
    holds: tuple[Path, ...] = ()
    """What is there and may be read, so that not even ``--force`` replaces it."""


@dataclass(frozen=True, slots=True)
class _Spot:
    """A path as the system knows it."""

    own: frozenset[object]
    """What tells it from others; of two paths to one folder, at least one thing is the same."""
    above: frozenset[object]
    """The same of it and of all the folders that it lies in."""


def find_place(
    site: Path, table: tuple[Mount, ...], read: Iterable[Read], perhaps_read: Iterable[Path] = ()
) -> Place:
    """Where a site goes that is to go to ``site``. Nothing is touched.

    Args:
        site: absolute; need not be there.
        table: what is mounted where.
        read: what the build reads.
        perhaps_read: files and folders that the configuration names and that somebody may read,
            or write: it is not known.

    Raises:
        SiteError: the system has no such place, or something that is read lies there.
    """
    folder = _resolved(site)
    spot = _spot(folder, table)
    for item in read:
        other = _spot(item.path, table)
        if spot.own & other.own:
            relation = "is"
        elif spot.own & other.above:
            relation = "holds"
        elif item.wholly and other.own & spot.above:
            relation = "lies in"
        else:
            continue
        raise SiteError(
            f"the site cannot go to {shown(site)}: that {relation} {item.what}"
            f" ({shown(item.path)}), and a build replaces its whole folder; choose another"
        )
    held = [path for path in perhaps_read if spot.own & _spot(path, table).above]
    return Place(site, folder, tuple(held))


def lies_in(path: Path, folder: Path, table: tuple[Mount, ...]) -> bool:
    """Whether ``path`` is ``folder`` or lies in it, by whatever names."""
    return bool(_spot(folder, table).own & _spot(path, table).above)


def _resolved(site: Path) -> Path:
    """What ``site`` is when links are followed."""
    try:
        for path in (site, *site.parents):
            try:
                mode = path.stat().st_mode
            except (FileNotFoundError, NotADirectoryError):
                if path.is_symlink():
                    raise SiteError(
                        f"the site cannot go to {shown(site)}: {shown(path)} is a link to"
                        f" {shown(path.readlink())}, which is not there"
                    ) from None
                continue
            if not stat.S_ISDIR(mode):
                raise SiteError(
                    f"the site cannot go to {shown(site)}: {shown(path)} is not a folder"
                )
            break
        return Path(os.path.realpath(site))
    except (OSError, ValueError) as error:
        raise SiteError(f"the site cannot go to {shown(site)}: {reason(error)}") from None


def _spot(path: str | Path, table: tuple[Mount, ...]) -> _Spot:
    real = Path(os.path.realpath(path))
    above: list[object] = []
    for folder in reversed((real, *real.parents)):
        try:
            found = folder.stat()
            above.append((found.st_dev, found.st_ino))
        except OSError:
            # What is not there yet is known by its name, which a system may not tell by its case.
            name = unicodedata.normalize("NFC", folder.name).casefold()
            above.append((above[-1] if above else None, name))
    last = above[-1]
    twin = twin_of(str(real), table)
    if twin is None:
        return _Spot(frozenset((last,)), frozenset(above))
    device, place = twin
    twins = [(device, str(folder)) for folder in (Path(place), *Path(place).parents)]
    return _Spot(frozenset((last, twins[0])), frozenset((*above, *twins)))


def check_replaceable(place: Place, force: bool) -> None:
    """Nothing but a site is replaced.

    Raises:
        SiteError: the folder holds something else, or cannot be looked into.
    """
    try:
        if place.folder.is_symlink():
            raise SiteError(f"{shown(place.folder)} has become a link while the site was built")
        names = sorted(item.name for item in place.folder.iterdir())
    except FileNotFoundError:
        return
    except OSError as error:
        raise SiteError(f"the site cannot go to {shown(place.given)}: {reason(error)}") from None
    others = [name for name in names if not is_kept(name)]
    if not others or _is_site(place.folder):
        return
    if not force:
        raise SiteError(
            f"{shown(place.given)} holds {shown(others[0])}, and nothing says that it is a site"
            " which Concord built: empty it, name another folder, or let it be replaced with"
            " 'concord build --force'"
        )
    for path in place.holds:
        raise SiteError(
            f"{shown(place.given)} is not replaced: it holds {shown(path)}, which the"
            " configuration names"
        )


def is_kept(name: str) -> bool:
    """Whether what has this name in a site's folder stays there when the site is replaced.

    Hidden files (``.git``, ``.nojekyll``), as MkDocs does it, and what a new volume comes with.
    """
    return name.startswith(".") or name == "lost+found"


def _is_site(folder: Path) -> bool:
    """Whether a build made this folder; links are not followed to tell."""
    if _has(folder / MARK, MARK_TEXT.split()[0]):
        return True
    name, text = _EARLIER
    return _has(folder / name, text) and all(
        (folder / name).is_dir() and not (folder / name).is_symlink() for name in _EARLIER_FOLDERS
    )


def _has(file: Path, text: bytes) -> bool:
    try:
        if not stat.S_ISREG(file.lstat().st_mode):
            return False
        with file.open("rb") as stream:
            return text in stream.read(256)
    except OSError:
        return False
