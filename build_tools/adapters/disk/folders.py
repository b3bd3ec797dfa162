"""What lies in folders, told without opening anything and nearly without asking the system."""

import os
import stat
from collections.abc import Iterator
from typing import NamedTuple

from build_tools.adapters.disk.files import kind_trouble, trouble_of
from build_tools.model.source import Trouble

__all__ = ["Found", "Item", "hindering", "is_missing", "items_of", "trouble_in"]

MOST_LINKS = 40
"""Of a path that Linux opens."""


class Item(NamedTuple):
    """What lies in a folder and is no file to be read."""

    path: str
    """A folder's ends in a separator."""
    trouble: str | None = None
    """``None`` for files that are simply not wanted, and for folders."""


class Found:
    """What lies in folders and in those in them."""

    def __init__(self, suffixes: tuple[str, ...], inside: str | None = None) -> None:
        self.files: list[str] = []
        """Those that have one of the suffixes, are not hidden and may be read."""
        self.others: list[Item] = []
        """All the rest. Hidden folders are not looked into, and other folders are no items."""
        self._suffixes = suffixes
        self.inside = inside
        """Where links have to lead."""

    def walk(self, folder: str) -> None:
        """Look into ``folder``."""
        left = [folder]
        while left:
            for item in items_of(left.pop(), self.others):
                name, path = item.name, item.path
                is_hidden = name.startswith(".")
                is_wanted = not is_hidden and name.endswith(self._suffixes)
                trouble = trouble_in(item, self.inside)
                if trouble is None and is_wanted:
                    self.files.append(path)
                elif trouble is not Trouble.FOLDER or is_wanted:
                    self.others.append(Item(path, trouble))
                if trouble is Trouble.FOLDER and not is_hidden:
                    left.append(path)


def is_missing(folder: str) -> bool:
    """Whether there is nothing of this name; of what cannot be looked at, nobody knows."""
    try:
        os.lstat(folder)
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    return False


def items_of(folder: str, others: list[Item]) -> list["os.DirEntry[str]"]:
    """What lies in ``folder``; if that cannot be said, why goes to ``others``."""
    try:
        return list(os.scandir(folder))
    except (OSError, ValueError) as error:
        trouble = trouble_of(error)
        if trouble is Trouble.VANISHED and os.path.islink(folder):
            trouble = Trouble.NOWHERE
        others.append(Item(f"{folder}{os.sep}", trouble))
        return []


def trouble_in(item: "os.DirEntry[str]", inside: str | None) -> str | None:
    """Why an item is no file to be read; ``None`` if it is one.

    Args:
        item: of a folder that was scanned.
        inside: where links have to lead; ``None`` lets them lead anywhere.
    """
    try:
        if item.is_file(follow_symlinks=False):  # nearly always
            return None
        if item.is_dir(follow_symlinks=False):
            return Trouble.FOLDER
        if not item.is_symlink():
            return kind_trouble(item.stat(follow_symlinks=False).st_mode)
        mode = os.stat(item.path).st_mode
    except (OSError, ValueError) as error:
        trouble = trouble_of(error)
        return Trouble.NOWHERE if trouble is Trouble.VANISHED else trouble
    target = _real_folder(item.path)
    is_folder = stat.S_ISDIR(mode)
    if is_folder and _real_folder(os.path.dirname(item.path)).startswith(target):
        return Trouble.CIRCLE
    if inside and not target.startswith(inside):
        return Trouble.OUTSIDE_FOLDER if is_folder else Trouble.OUTSIDE
    return Trouble.LINKED_FOLDER if is_folder else kind_trouble(mode)


def hindering(items: list[Item]) -> Iterator[Item]:
    """What the host, which reads or copies every file that is not hidden, would fail at."""
    for item in items:
        path, trouble = item
        if path.rstrip(os.sep).rpartition(os.sep)[2].startswith("."):
            continue
        if trouble is None and not os.access(path, os.R_OK):
            yield Item(path, Trouble.PERMISSION)
        elif trouble is Trouble.LINKED_FOLDER:
            if _leads_back(path, (), set()):
                yield Item(path, Trouble.CIRCLE)
        elif trouble and trouble is not Trouble.FOLDER:
            yield item


def _leads_back(link: str, above: tuple[str, ...], seen: set[str]) -> bool:
    """Whether one who follows this link to a folder, and the links in that, comes back.

    Args:
        link: the link.
        above: the folders in which the links lie that led to it.
        seen: folders that were looked into already, which grows.
    """
    above = (*above, _real_folder(os.path.dirname(link)))
    target = _real_folder(link)
    if len(above) > MOST_LINKS or any(folder.startswith(target) for folder in above):
        return True
    if target in seen:
        return False
    seen.add(target)
    found = Found(())
    found.walk(target)
    return any(
        trouble is Trouble.CIRCLE
        or (trouble is Trouble.LINKED_FOLDER and _leads_back(path, above, seen))
        for path, trouble in found.others
    )


def _real_folder(path: str) -> str:
    real = os.path.realpath(path)
    return real if real.endswith(os.sep) else f"{real}{os.sep}"
