"""How a site comes into its folder: whole, whatever happens to the build.

A site is built in a folder of its own beside the old one, which it is then exchanged for::

    site/                           readers see this one, whole, until the very end
    .site.building-1f0c…/           everything is written here first
    .site-lock                      held while a build runs; another one waits

Where the site's folder cannot be renamed (something is mounted on it, or its parent may not be
written to), all this lies in the folder itself, and its files are replaced one by one.

The steps are values: only what :func:`claim` returns can be staged, and only what :func:`stage`
returns can be published.
"""

import errno
import hashlib
import os
import re
import secrets
import stat
import time
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from build_tools.adapters.interrupts import end_by_exception, undisturbed
from build_tools.adapters.site.contents import fill
from build_tools.adapters.site.errors import SiteError, reason, shown
from build_tools.adapters.site.exchange import swap
from build_tools.adapters.site.kept import copy_kept
from build_tools.adapters.site.lock import Lock, release, take
from build_tools.adapters.site.mounts import is_mount_point, mounted_below
from build_tools.adapters.site.place import MARK, MARK_TEXT, Place, check_replaceable, is_kept
from build_tools.adapters.site.removal import remove

__all__ = ["Claim", "Staging", "claim", "give_up", "publish", "stage"]

FORGOTTEN = 24 * 60 * 60
"""Seconds after which a folder that a build left counts as left, where no lock tells."""

_NOT_HERE = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))
"""The folder may not be written to."""
_NOT_SO = frozenset((*_NOT_HERE, errno.EBUSY, errno.EXDEV))
"""A folder cannot be renamed."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A place that this build alone writes to."""

    place: Place
    within: bool
    """Whether the folder must stay, and only its contents are replaced."""
    locks: tuple[Lock, ...]
    made: tuple[Path, ...]
    """Folders that had to be made for it to lie in, inner ones first."""
    undo: Callable[[], None]
    """Lets signals end the process as they did before."""


@dataclass(frozen=True, slots=True)
class Staging:
    """A folder in which a site is built."""

    claim: Claim
    folder: Path
    force: bool


def claim(place: Place, say: Callable[[str], None]) -> Claim:
    """Wait for other builds of the same site to end, and keep further ones waiting.

    Args:
        place: where the site goes.
        say: told what is waited for.

    Raises:
        SiteError: nothing can be written there, or the other build does not end.
    """
    folder = place.folder
    made: list[Path] = []
    locks: list[Lock] = []
    undo = end_by_exception()
    name = _lock(folder)
    try:
        _make_parents(folder.parent, made)
        within = _must_stay(folder)
        try:
            beside = take(folder.with_name(name), make=True, say=say)
        except OSError as error:
            if error.errno not in _NOT_HERE or not folder.is_dir():
                raise
            beside, within = None, True
        locks += [beside] if beside else []
        # Who sees the folder as a mount point, or may not write beside it, locks in it.
        if folder.is_dir():
            inside = take(folder / name, make=within, say=say)
            locks += [inside] if inside else []
    except BaseException as error:
        _let_go(locks, made, undo)
        if isinstance(error, OSError):
            raise _failed(place, error) from None
        raise
    return Claim(place, within, tuple(locks), tuple(made), undo)


def _label(folder: Path) -> str:
    """The site's name, or what stands for it where that is too long for more to be added."""
    name = os.fsencode(folder.name)
    return folder.name if len(name) <= 200 else hashlib.sha256(name).hexdigest()[:32]


def _lock(site: Path) -> str:
    """The name of the file that is locked."""
    return f".{_label(site)}-lock"


def _make_parents(folder: Path, made: list[Path]) -> None:
    if not folder.is_dir():
        _make_parents(folder.parent, made)
        with suppress(FileExistsError):
            folder.mkdir()
            made.insert(0, folder)


def _must_stay(folder: Path) -> bool:
    """Something is mounted there, or this process works there: it would be left in no folder."""
    try:
        here = Path.cwd()
    except OSError:
        here = Path(os.sep)
    return here.is_relative_to(folder) or is_mount_point(folder)


def _failed(place: Place, error: OSError) -> SiteError:
    return SiteError(f"the site cannot be written to {shown(place.given)}: {reason(error)}")


def stage(claimed: Claim, *, force: bool) -> Staging:
    """A fresh, empty folder to build in; those that dead builds left are removed.

    Args:
        claimed: where.
        force: whether something else than a site may be replaced.

    Raises:
        SiteError: the folder may not be replaced, or nothing can be written there.
    """
    place, within = claimed.place, claimed.within
    site = place.folder
    check_replaceable(place, force)
    for point in mounted_below(site):
        if not (within and is_kept(point.relative_to(site).parts[0])):
            raise SiteError(
                f"{shown(point)} is a mount point in the site's folder, and what is mounted there"
                " would be deleted: mount it elsewhere"
            )
    yard = site if within else site.parent
    folder = _unused(yard, site)
    try:
        _clear(claimed, yard, site)
        folder.mkdir()
        if not within:
            _resemble(folder, site)
    except OSError as error:
        remove(folder)
        raise _failed(place, error) from None
    return Staging(claimed, folder, force)


def _unused(yard: Path, site: Path) -> Path:
    return yard / f".{_label(site)}.building-{secrets.token_hex(8)}"


def _clear(claimed: Claim, yard: Path, site: Path) -> None:
    """Remove what dead builds left: with the lock, what any other build left.

    It gets another name first: a build that lives after all finds its folder gone, and fails, but
    never publishes what is left of it.
    """
    left = re.compile(rf"\.{re.escape(_label(site))}\.building-([0-9a-f]{{16}}|[0-9]+)(\.old)?")
    for item in sorted(yard.iterdir()):
        if not left.fullmatch(item.name) or item.is_symlink() or not item.is_dir():
            continue
        if claimed.locks or time.time() - item.stat().st_mtime > FORGOTTEN:
            renamed = _unused(yard, site)
            with suppress(OSError):
                item.rename(renamed)
            remove(renamed)
            remove(item)


def _resemble(folder: Path, site: Path) -> None:
    """Give the new folder the owner and mode of the old one, so that the same may read it.

    Files in it inherit its group, if they did so before. Where there is no old one, the new one is
    what ``mkdir`` made it. Until the end its owner may write to it, whatever the mode.
    """
    if not site.exists():
        return
    old = site.stat()
    for user, group in ((-1, old.st_gid), (old.st_uid, -1)):
        with suppress(OSError, AttributeError):
            os.chown(folder, user, group)
    with suppress(OSError):
        folder.chmod(stat.S_IMODE(old.st_mode) | stat.S_IRWXU)


def publish(staging: Staging, say: Callable[[str], None]) -> None:
    """Replace the site by what was built, and then delete what was there.

    Hidden files in the old folder (``.git``, ``.nojekyll``) go with the site, as MkDocs does it.

    Args:
        staging: what was built.
        say: told what could not be deleted.

    Raises:
        SiteError: the site is what it was, or the message says otherwise.
    """
    place, new = staging.claim.place, staging.folder
    site = place.folder
    try:
        (new / MARK).write_bytes(MARK_TEXT)
        check_replaceable(place, staging.force)  # much can have happened since
        if staging.claim.within:
            with undisturbed():
                fill(site, new)
        else:
            if site.exists():
                building = f".{_label(site)}.building-"
                copy_kept(site, new, lambda name: name.startswith(building) or name == _lock(site))
                new.chmod(stat.S_IMODE(site.stat().st_mode))
            with undisturbed():
                _replace(new, site)
    except OSError as error:
        raise _failed(place, error) from None
    if not remove(new):
        say(f"{shown(new)} could not be deleted; the next build will try again")
    _let_go(staging.claim.locks, (), staging.claim.undo)


def _replace(new: Path, site: Path) -> None:
    try:
        swap(new, site)
    except OSError as error:
        if error.errno not in _NOT_SO or not site.is_dir():
            raise
        fill(site, new)


def give_up(begun: Claim | Staging) -> None:
    """Leave nothing half-built behind, and let others build."""
    if isinstance(begun, Staging):
        remove(begun.folder)
        begun = begun.claim
    _let_go(begun.locks, begun.made, begun.undo)


def _let_go(locks: Iterable[Lock], made: Iterable[Path], undo: Callable[[], None]) -> None:
    for lock in locks:
        release(lock)
    for folder in made:
        with suppress(OSError):  # somebody has put something there
            folder.rmdir()
    undo()
