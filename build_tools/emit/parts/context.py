"""What every emitter of pages is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from build_tools.emit.parts.html import Html, escape
from build_tools.emit.parts.shell import Shell, Slot
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Entry
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId, KindKey, RelationKey, SiteUrl, TopicKey

__all__ = ["Context", "Page", "stamped_page", "toc_item"]


class Context:
    """A site, and what is worked out once for all of its pages."""

    site: Final[Site]
    name: Final[Html]
    """The project's, escaped."""
    base: Final[Html]
    """What absolute URLs begin with, escaped; ``""`` where the project has no URL."""
    ids: Final[Sequence[EntryId]]
    """Every id, by rank."""
    terms: Final[Mapping[EntryId, Html]]
    """Every preferred label, escaped."""
    links: Final[Mapping[EntryId, Html]]
    """To every entry, a link from another entry's page."""
    topics_by_rank: Final[Sequence[TopicKey]]
    """Of every entry."""
    links_by_rank: Final[Sequence[Html]]
    """The same links. A page has thirty of them, which are found sooner than by name."""
    topic_links: Final[Mapping[TopicKey, Sequence[Html]]]
    """The same links, of the entries of each topic in their order."""
    connection_links: Final[Mapping[EntryId, Html]]
    """The same, with the topic of the other entry."""
    mention_tags: Final[Sequence[Html]]
    """By rank, the tag that begins a link to an entry where another one's prose names it."""
    topics: Final[Mapping[TopicKey, Html]]
    """Every topic's label, escaped."""
    kinds: Final[Mapping[KindKey, Html]]
    """Every kind's label, escaped."""
    relations: Final[Mapping[tuple[RelationKey, bool], Html]]
    """The label of every relation, and of its inverse (``True``), escaped."""
    rank: Final[Mapping[EntryId, int]]
    """Of every entry, its place among those of its topic."""

    def __init__(self, site: Site) -> None:
        entries, vocabularies = site.entries.values(), site.vocabularies
        self.site = site
        self.name = escape(site.project.name)
        self.base = escape(site.project.url)
        self.ids = tuple(site.entries)
        self.terms = {entry.id: escape(entry.term) for entry in entries}
        self.links = {
            name: Html(f'<a href="../{name}/">{term}</a>') for name, term in self.terms.items()
        }
        self.topics_by_rank = tuple(entry.topic for entry in entries)
        self.links_by_rank = tuple(self.links.values())
        self.topic_links = {
            key: [self.links[name] for name in names] for key, names in site.topic_entries.items()
        }
        self.connection_links = {
            entry.id: Html(
                f'<a href="../{entry.id}/" data-topic="{entry.topic}">{self.terms[entry.id]}</a>'
            )
            for entry in entries
        }
        self.mention_tags = tuple(
            Html(f'<a class="concord-mention" href="../{name}/">') for name in self.ids
        )
        self.topics = {key: escape(topic.label) for key, topic in vocabularies.topics.items()}
        self.kinds = {key: escape(kind.label) for key, kind in vocabularies.kinds.items()}
        self.relations = {
            (key, inverse): escape(label)
            for key, relation in vocabularies.relations.items()
            for inverse, label in ((False, relation.label), (True, relation.inverse_label))
        }
        self.rank = {
            name: at for names in site.topic_entries.values() for at, name in enumerate(names)
        }

    def absolute(self, url: str) -> str:
        """An absolute URL, where the project has one; otherwise relative to the site's root."""
        return self.site.project.url + url

    def edit_url(self, entry: Entry) -> str:
        """Where an entry's file is edited; ``""`` when the project has no such place."""
        base = self.site.project.edit_url
        return f"{base}{quote(entry.path)}" if base else ""

    def source_url(self, entry: Entry) -> str:
        """Where an entry's file is shown."""
        return self.edit_url(entry).replace("/-/edit/", "/-/blob/").replace("/edit/", "/blob/", 1)


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site that is not an entry, before the theme is put round it."""

    url: SiteUrl
    title: str
    description: str
    slots: Mapping[Slot, Html]
    wide: bool = False
    """Whether it has the room of the navigation too."""
    indexed: bool = True
    """Whether search engines are told of it."""


def stamped_page(page: Page, shell: Shell) -> Artifact:
    """A page in a shell that the theme rendered for all pages like it."""
    slots = {
        Slot.TITLE: escape(page.title),
        Slot.DESCRIPTION: escape(page.description),
        Slot.PATH: Html(page.url.removesuffix("/")),
        **page.slots,
    }
    return Artifact(f"{page.url}index.html", (shell.encoded(slots),))


def toc_item(fragment: str, label: Html) -> str:
    """One line of a table of contents, in Material's markup."""
    return (
        f'<li class="md-nav__item"><a href="#{fragment}" class="md-nav__link">'
        f'<span class="md-ellipsis">{label}</span></a></li>'
    )
