"""Links and citations in hand-written pages, as an extension of the host's Markdown.

Placeholders are there from the first of its steps to the last, and nowhere else: neither plugins
nor templates ever see one. What Markdown itself makes of a heading (the page's title, its table of
contents, the heading's id) goes through the last step too.
"""

from collections.abc import Callable

from markdown import Extension, Markdown
from markdown.postprocessors import Postprocessor
from markdown.preprocessors import Preprocessor

from build_tools.emit.pages.hand_written import HandWrittenPage
from build_tools.emit.parts.placeholders import Placeholders
from build_tools.emit.parts.shell import unmarked

__all__ = ["PageLinks"]

_BEFORE_ALL, _AFTER_ALL = 10_000, -10_000


class PageLinks(Extension):  # type: ignore[misc]  # it has no types
    """Makes links of ``[[id]]`` and ``[@key]``."""

    def __init__(self, page: Callable[[], HandWrittenPage | None]) -> None:
        """``page`` tells the page that is being rendered, or ``None`` for one that is not written."""
        super().__init__()
        self._page = page

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # its name upstream
        """Take part in the reading of one page."""
        prepare = _Prepare(self._page)
        md.preprocessors.register(prepare, "concord", _BEFORE_ALL)
        md.postprocessors.register(_Fill(prepare), "concord", _AFTER_ALL)


class _Prepare(Preprocessor):  # type: ignore[misc]  # it has no types
    def __init__(self, page: Callable[[], HandWrittenPage | None]) -> None:
        super().__init__()
        self._page = page
        self.placeholders = Placeholders("")

    def run(self, lines: list[str]) -> list[str]:
        page = self._page()
        if page is None:
            return lines
        text, self.placeholders = page.prepared("\n".join(lines))
        return text.split("\n")


class _Fill(Postprocessor):  # type: ignore[misc]  # it has no types
    def __init__(self, prepare: _Prepare) -> None:
        super().__init__()
        self._prepare = prepare

    def run(self, text: str) -> str:
        # A heading becomes a title, and titles stand in the shells that other pages are stamped into.
        return unmarked(self._prepare.placeholders.filled(text))
