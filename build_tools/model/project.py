"""What the engine must know of the project around a glossary."""

from dataclasses import dataclass, field

__all__ = ["Project", "Settings"]


@dataclass(frozen=True, slots=True)
class Settings:
    """The plugin's options in ``mkdocs.yml``, checked."""

    glossary: str = "glossary"
    """Folder of the glossary, relative to the project; ``.`` is the project's own."""

    plural_suffixes: tuple[str, ...] = ()
    """Endings under which a label is still recognised in prose, e.g. ``("s",)`` for English."""

    unlinked_labels: tuple[str, ...] = ()
    """Labels, or forms of them, that are too common in other senses to be linked where prose has
    them: ``("attention", "rewards")``."""

    mentions_per_entry: int = 24
    """How many terms are linked in one entry by name; those that its author links are not counted."""

    definition_words: tuple[int, int] = (5, 75)
    """Fewest and most words of a good definition."""

    review_years: int = 2
    """After how many years a review counts as overdue."""

    manual: bool = False
    """Whether the site carries the manual of the checks under ``/contribute/checks/``."""

    workers: int = 0
    """Processes to build with; 0 means as many as there are cores."""

    def path_of(self, name: str) -> str:
        """The path of what lies in the glossary's folder, relative to the project."""
        return name if self.glossary == "." else f"{self.glossary}/{name}"


@dataclass(frozen=True, slots=True)
class Project:
    """Identity of the site, from ``mkdocs.yml``."""

    name: str = "Glossary"
    description: str = ""
    url: str = ""
    """Absolute, ending in ``/``; ``""`` when the project has none."""
    language: str = "en"
    licence_url: str = ""
    docs: str = "docs"
    """Folder of the hand-written pages, relative to the project."""
    repository_url: str = ""
    edit_url: str = ""
    """Absolute URL under which the project's files are edited, ending in ``/``; ``""`` if none."""
    settings: Settings = field(default_factory=Settings)

    def is_home(self, path: str) -> bool:
        """Whether a hand-written page, by its path in the project, is the site's first one."""
        return path in (f"{self.docs}/index.md", f"{self.docs}/README.md")
