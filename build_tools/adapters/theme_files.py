"""The files of a theme."""

import os

from jinja2 import FileSystemLoader

__all__ = ["ThemeLoader"]


class ThemeLoader(FileSystemLoader):
    """Lists no icons: the theme has 11,000, and MkDocs asks for a list of everything."""

    def list_templates(self) -> list[str]:
        """Every file of the theme outside hidden folders."""
        found: set[str] = set()
        for folder in self.searchpath:
            for parent, folders, names in os.walk(folder):
                folders[:] = [name for name in folders if not name.startswith(".")]
                base = os.path.relpath(parent, folder).replace(os.sep, "/")
                found.update(name if base == "." else f"{base}/{name}" for name in names)
        return sorted(found)
