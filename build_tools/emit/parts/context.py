"""What every emitter of pages is given."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from urllib.parse import quote

from build_tools.emit.parts.html import Html, escape
from build_tools.emit.parts.shell import Shell, Slot
from build_tools.model.artifact import Artifact
from build_tools.model.entry import Entry
from build_tools.model.glossary import Site
from build_tools.model.identifiers import EntryId, KindKey, RelationKey, SiteUrl, TopicKey

__all__ = ["Context", "Page", "stamped_page", "toc_item"]


@dataclass(frozen=True, slots=True)
class Context:
    """A site, and what is worked out once for all of its pages."""

    site: Site
    name: Html = field(init=False)
    """The project's, escaped."""
    base: Html = field(init=False)
    """What absolute URLs begin with, escaped; ``""`` where the project has no URL."""
    ids: Sequence[EntryId] = field(init=False)
    """Every id, by rank."""
    terms: Mapping[EntryId, Html] = field(init=False)
    """Every preferred label, escaped."""
    links: Mapping[EntryId, Html] = field(init=False)
    """To every entry, a link from another entry's page."""
    topics_by_rank: Sequence[TopicKey] = field(init=False)
    """Of every entry."""
    links_by_rank: Sequence[Html] = field(init=False)
    """The same links. A page has thirty of them, which are found sooner than by name."""
    topic_links: Mapping[TopicKey, list[Html]] = field(init=False)
    """The same links, of the entries of each topic in their order."""
    connection_links: Mapping[EntryId, Html] = field(init=False)
    """The same, with the topic of the other entry."""
    mention_tags: Sequence[Html] = field(init=False)
    """By rank, the tag that begins a link to an entry where another one's prose names it."""
    topics: Mapping[TopicKey, Html] = field(init=False)
    """Every topic's label, escaped."""
    kinds: Mapping[KindKey, Html] = field(init=False)
    """Every kind's label, escaped."""
    relations: Mapping[tuple[RelationKey, bool], Html] = field(init=False)
    """The label of every relation, and of its inverse (``True``), escaped."""
    rank: Mapping[EntryId, int] = field(init=False)
    """Of every entry, its place among those of its topic."""

    def __post_init__(self) -> None:
        """Work them out."""
        vocabularies = self.site.vocabularies
        set_ = object.__setattr__
        set_(self, "name", escape(self.site.project.name))
        set_(self, "base", escape(self.site.project.url))
        set_(self, "ids", tuple(self.site.entries))
        set_(self, "topics_by_rank", tuple(entry.topic for entry in self.site.entries.values()))
        set_(self, "terms", {entry.id: escape(entry.term) for entry in self.site.entries.values()})
        links, connection_links, mention_tags = {}, {}, []
        for entry in self.site.entries.values():
            name, term = entry.id, self.terms[entry.id]
            links[name] = f'<a href="../{name}/">{term}</a>'
            connection_links[name] = f'<a href="../{name}/" data-topic="{entry.topic}">{term}</a>'
            mention_tags.append(f'<a class="concord-mention" href="../{name}/">')
        set_(self, "links", links)
        set_(self, "links_by_rank", tuple(links.values()))
        topic_links = {
            key: [links[name] for name in names] for key, names in self.site.topic_entries.items()
        }
        set_(self, "topic_links", topic_links)
        set_(self, "connection_links", connection_links)
        set_(self, "mention_tags", tuple(mention_tags))
        set_(
            self, "topics", {key: escape(topic.label) for key, topic in vocabularies.topics.items()}
        )
        set_(self, "kinds", {key: escape(kind.label) for key, kind in vocabularies.kinds.items()})
        labels = {
            (key, inverse): escape(label)
            for key, relation in vocabularies.relations.items()
            for inverse, label in ((False, relation.label), (True, relation.inverse_label))
        }
        set_(self, "relations", labels)
        rank = {
            name: at for names in self.site.topic_entries.values() for at, name in enumerate(names)
        }
        set_(self, "rank", rank)

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
