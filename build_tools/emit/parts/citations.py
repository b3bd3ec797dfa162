"""References as readers see them: numbered, linked both ways, and in the formats of their tools."""

from collections.abc import Iterable, Mapping

from build_tools.emit.parts.html import Html, escape
from build_tools.model.identifiers import ReferenceKey
from build_tools.model.vocabulary import Name, Reference

__all__ = ["CitationNumbers", "reference_html", "reference_url", "short_name"]

MOST_NAMES = 6
"""Authors named before "et al." stands for the rest."""


class CitationNumbers:
    """The numbered sources of one page, in the order in which the page comes to cite them."""

    def __init__(self, listed: Iterable[ReferenceKey] = ()) -> None:
        self._numbers: dict[ReferenceKey, int] = {}
        self._marks: dict[ReferenceKey, int] = {}
        for key in listed:
            self._numbers.setdefault(key, len(self._numbers) + 1)

    def marks(
        self, keys: Iterable[ReferenceKey], references: Mapping[ReferenceKey, Reference]
    ) -> Html:
        """Superscript numbers that lead to the sources; each can be come back to."""
        links = []
        for key in keys:
            reference = references.get(key)
            if reference is None:
                continue
            number = self._numbers.setdefault(key, len(self._numbers) + 1)
            count = self._marks[key] = self._marks.get(key, 0) + 1
            links.append(
                f'<a id="cite-{number}-{count}" href="#source-{number}" title="{escape(short_name(reference))}">[{number}]</a>'
            )
        return Html(f'<sup class="concord-cite">{"".join(links)}</sup>' if links else "")

    def of(self, key: ReferenceKey) -> int:
        """The number of a work that the page cites."""
        return self._numbers[key]

    def sources(self, references: Mapping[ReferenceKey, Reference]) -> Html:
        """The list that the numbers lead to, with ways back; ``""`` when there is none."""
        items = []
        for key, number in self._numbers.items():
            reference = references.get(key)
            if reference is None:
                continue
            back = _ways_back(number, self._marks.get(key, 0))
            items.append(
                f'<li id="source-{number}">{reference_html(reference)}{" " + back if back else ""}</li>'
            )
        return Html("\n".join(items))


def _ways_back(number: int, count: int) -> str:
    """Links to the places that cite a source: one arrow, or lettered ones."""
    if not count:
        return ""
    label = f"Back to citation {number}"
    if count == 1:
        link = f'<a href="#cite-{number}-1" aria-label="{label}">↩</a>'
        return f'<span class="concord-backs">{link}</span>'
    links = " ".join(
        f'<a href="#cite-{number}-{at}" aria-label="{label}{_letter(at)}">{_letter(at)}</a>'
        for at in range(1, count + 1)
    )
    return f'<span class="concord-backs">↩ {links}</span>'


def _letter(index: int) -> str:
    return chr(ord("a") + index - 1) if index <= 26 else str(index)


def reference_url(reference: Reference) -> str:
    """The best link to a work: its DOI, its arXiv page, or its own URL."""
    if reference.doi:
        return f"https://doi.org/{_path(reference.doi)}"
    if reference.arxiv:
        return f"https://arxiv.org/abs/{_path(reference.arxiv)}"
    return reference.url


def _path(text: str) -> str:
    return "".join(
        f"%{ord(character):02X}" if character in '"<>#%?{}|\\^` ' else character
        for character in text
    )


def names(people: tuple[Name, ...], most: int = MOST_NAMES) -> str:
    """``Amodei, D., Olah, C. and Christiano, P.``."""
    shown = [_name(person) for person in people if not _is_others(person)]
    if len(shown) > most or len(shown) < len(people):
        return f"{', '.join(shown[:most])} et al."
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def _is_others(person: Name) -> bool:
    return person.literal.lower() in ("others", "et al.")


def _name(person: Name) -> str:
    if person.literal:
        return person.literal
    initials = " ".join(
        f"{part[0]}." for part in person.given.replace("-", " ").split() if part[0].isalpha()
    )
    return f"{person.family}, {initials}" if initials else person.family


def short_name(reference: Reference) -> str:
    """``Amodei et al. 2016: Concrete Problems in AI Safety``."""
    people = [
        person.literal or person.family for person in reference.authors if not _is_others(person)
    ]
    who = people[0] if people else ""
    if len(people) == 2 and len(reference.authors) == 2:
        who = f"{people[0]} and {people[1]}"
    elif len(reference.authors) > 1:
        who = f"{who} et al."
    return f"{who} {reference.year or ''}: {reference.title}".strip(" :")


def reference_html(reference: Reference) -> Html:
    """One entry of a bibliography."""
    parts = []
    if reference.authors:
        parts.append(f'<span class="concord-authors">{escape(names(reference.authors))}</span>')
    parts.append(f"({reference.year})." if reference.year else "(undated).")
    title = escape(reference.title or reference.key)
    url = reference_url(reference)
    parts.append(
        f'<a href="{escape(url)}"><cite>{title}</cite></a>.' if url else f"<cite>{title}</cite>."
    )
    where = reference.container or reference.publisher
    if where:
        volume = f" {reference.volume}" if reference.volume else ""
        issue = f"({reference.issue})" if reference.issue and reference.volume else ""
        pages = f", {reference.pages}" if reference.pages else ""
        parts.append(f"{escape(where + volume + issue + pages)}.")
    if reference.doi:
        parts.append(f'<a href="{escape(url)}">doi:{escape(reference.doi)}</a>')
    if reference.arxiv:
        arxiv = _path(reference.arxiv)
        parts.append(
            f'<a href="https://arxiv.org/abs/{escape(arxiv)}">arXiv:{escape(reference.arxiv)}</a>'
        )
    return Html(" ".join(parts))
