"""What an entry's page shows, by excerpts; how it looks is for ``tests/site``."""

import json
import re
from datetime import date

import pytest

from build_tools.emit.pages.entry import entry_pages
from build_tools.emit.parts.context import Context
from build_tools.model.identifiers import EntryId
from build_tools.model.project import Project, Settings
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import SHELL, Element, entry_html, parse_html

PROJECT = Project(
    name="Test & Co",
    url="https://example.org/words/",
    edit_url="https://git.example.org/-/edit/main/",
    settings=Settings(plural_suffixes=("s",)),
)
FILES = {
    entry_path("reward-hacking"): """
term: Reward <hacking>
aliases: [Reward gaming, RH]
abbreviation: RH
topic: alignment
kind: failure-mode
definition: "A failure of a [[reward-model]] that everybody knows & fears [@doe2020]."
body: |
  Reward models are fooled. A reward model once more [@doe2020].

  ## How it "works"

  ### Deeper
examples: [One., "Two & three.\\n\\nA second paragraph."]
misconception: It is <b>not</b> rare.
debate:
  question: Is it avoidable?
  positions:
    - {claim: Yes., sources: [doe2020]}
    - {claim: No.}
links:
  - {relation: exploits, target: reward-model, because: "It finds < and >.", sources: [doe2020]}
  - {relation: related, target: sandbagging, because: Both deceive.}
sources: [doe2020]
status: reviewed
reviewed: 2026-11-23
""",
    entry_path("reward-model"): """
term: Reward model
topic: alignment
kind: concept
definition: A function that was trained to predict what people prefer.
links: [{relation: broader, target: sandbagging}]
""",
    entry_path("sandbagging"): """
term: Sandbagging
topic: safety
kind: concept
definition: A model does less well on a test than it could.
""",
    entry_path("old"): """
term: Old
topic: safety
kind: concept
definition: An entry that was retired a long time ago.
status: deprecated
replaced_by: sandbagging
""",
}


@pytest.fixture(scope="module")
def pages() -> dict[str, Element]:
    site = site_of(FILES, PROJECT)
    return {name: parse_html(entry_html(site, name)) for name in site.entries}


@pytest.fixture
def page(pages: dict[str, Element]) -> Element:
    return pages["reward-hacking"]


@pytest.mark.parametrize("names", ["", "b", "ba", "ab"])
def test_a_page_for_each_that_is_asked_for(names: str) -> None:
    entry = "term: {0}\ntopic: safety\nkind: concept\ndefinition: What is called {0}.\n"
    site = site_of({entry_path(name): entry.format(name) for name in "abc"})
    pages = entry_pages(Context(site), SHELL, [EntryId(name) for name in names])
    assert [page.path for page in pages] == [f"terms/{name}/index.html" for name in names]


def sections(page: Element) -> dict[str, str]:
    return {item.attributes["id"]: item.text for item in page.one("main").all("h2")}


def test_title_description_and_heading(page: Element) -> None:
    assert page.one("head").one("title").text == "Reward <hacking>"
    description = page.one("head").all("meta")[0].attributes["content"]
    assert description == "A failure of a Reward model that everybody knows & fears."
    assert page.one("h1").text == "Reward <hacking> RH"
    assert page.one(class_="concord-abbreviation").text == "RH"
    assert page.one(class_="concord-aliases").text.strip() == "Also called Reward gaming"


def test_main_says_which_entry_it_is(page: Element) -> None:
    assert page.one("main").attributes["data-entry-id"] == "reward-hacking"


def test_sections_in_order(page: Element) -> None:
    assert list(sections(page).items()) == [
        ("how-it-works", 'How it "works"'),
        ("examples", "Examples"),
        ("misconception", "Common misconception"),
        ("debate", "Where experts disagree"),
        ("connections", "Connections"),
        ("neighbourhood", "Neighbourhood"),
        ("sources", "Sources"),
        ("cite", "Cite this entry"),
    ]
    toc = [link.attributes["href"] for link in page.all("nav")[-1].all("a")]
    assert toc == [f"#{name}" for name in sections(page)]


def test_the_definition_links_and_cites(page: Element) -> None:
    definition = page.one(id_="definition")
    assert definition.text == "A failure of a Reward model that everybody knows & fears[1]."
    link, mark = definition.all("a")
    assert link.attributes == {"class": "concord-link", "href": "../reward-model/"}
    assert mark.attributes["href"] == "#source-1"


def test_what_to_read_first() -> None:
    relations = (
        "requires: {label: presupposes, inverse_label: is presupposed by, transitive: true, "
        "acyclic: true, hierarchical: false}\n"
    )
    entry = "term: Term {0}\ntopic: safety\nkind: concept\ndefinition: What names no other.\n"
    link = "links: [{{relation: requires, target: {0}}}]\n"
    site = site_of(
        {
            "glossary/relations.yml": relations,
            entry_path("a"): entry.format("<a>") + link.format("b"),
            entry_path("b"): entry.format("<b>") + link.format("c"),
            entry_path("c"): entry.format("<c>"),
        }
    )
    main = parse_html(entry_html(site, "a")).one("main")
    shown = main.one(class_="concord-read-first")
    assert [(item.text, item.attributes["href"]) for item in shown.all("a")] == [
        ("Term <c>", "../c/"),
        ("Term <b>", "../b/"),
    ]
    assert not parse_html(entry_html(site, "c")).all(class_="concord-read-first")


def test_a_term_that_the_author_links_is_not_linked_again(page: Element) -> None:
    assert not page.one(class_="concord-body").all("a", class_="concord-mention")


def test_mentions_are_links_of_their_own_kind() -> None:
    files = {
        **FILES,
        entry_path("sandbagging"): FILES[entry_path("sandbagging")]
        + "body: Reward models, and a reward model again.\n",
    }
    body = parse_html(entry_html(site_of(files, PROJECT), "sandbagging")).one(class_="concord-body")
    (link,) = body.all("a")
    assert link.attributes == {"class": "concord-mention", "href": "../reward-model/"}
    assert link.text == "Reward models"


def test_examples_misconception_and_debate(page: Element) -> None:
    examples = page.one(class_="concord-examples").content
    assert [item if isinstance(item, str) else item.text for item in examples] == [
        "One.",
        "Two & three.A second paragraph.",
    ]
    assert page.one(class_="concord-misconception").text == "It is <b>not</b> rare."
    assert page.one(class_="concord-question").text == "Is it avoidable?"
    assert [item.text for item in page.all(class_="concord-position")] == ["Yes.[1]", "No."]


def test_connections_from_both_ends(pages: dict[str, Element]) -> None:
    def groups(name: str) -> list[tuple[str, str]]:
        return [
            (group.one("h3").text, group.one("li").text)
            for group in pages[name].all(class_="concord-relation")
        ]

    assert groups("reward-hacking") == [
        ("is related to", "SandbaggingBoth deceive."),
        ("exploits", "Reward modelIt finds < and >.[1]"),
    ]
    assert groups("reward-model") == [
        ("is a kind of", "Sandbagging"),
        ("is exploited by", "Reward <hacking>It finds < and >.[1]"),
    ]
    assert groups("sandbagging") == [
        ("has as a kind", "Reward model"),
        ("is related to", "Reward <hacking>Both deceive."),
    ]


def test_mentioned_in(pages: dict[str, Element]) -> None:
    (link,) = pages["reward-model"].one(class_="concord-mentions").all("a")
    assert link.attributes["href"] == "../reward-hacking/"


def test_every_fragment_leads_somewhere_and_ids_are_unique(pages: dict[str, Element]) -> None:
    for page in pages.values():
        ids = [item.attributes["id"] for item in page.elements if "id" in item.attributes]
        assert len(ids) == len(set(ids))
        hrefs = [item.attributes["href"] for item in page.all("a")]
        assert {href[1:] for href in hrefs if href.startswith("#")} <= set(ids)


def test_sources_can_be_come_back_from(page: Element) -> None:
    item = page.one(id_="source-1")
    assert "On Terms" in item.text
    back = [link.attributes["href"] for link in item.one(class_="concord-backs").all("a")]
    assert back == [f"#cite-1-{count}" for count in range(1, len(back) + 1)]
    assert len(back) == 4


def test_where_to_mend_it(page: Element) -> None:
    edit, source = page.one(class_="concord-actions").all("a")
    path = "main/glossary/entries/reward-hacking.yml"
    assert edit.attributes["href"] == f"https://git.example.org/-/edit/{path}"
    assert source.attributes["href"] == f"https://git.example.org/-/blob/{path}"


def test_neighbours_in_the_topic(pages: dict[str, Element]) -> None:
    links = pages["reward-hacking"].one(class_="concord-pager").all("a")
    assert [(link.attributes["rel"], link.attributes["href"]) for link in links] == [
        ("next", "../../terms/reward-model/")
    ]


def test_data_for_machines(page: Element) -> None:
    data = json.loads(page.one("script").text)
    assert data["@type"] == "DefinedTerm"
    assert data["name"] == "Reward <hacking>"
    assert data["alternateName"] == ["Reward gaming", "RH"]
    assert data["url"] == data["@id"] == "https://example.org/words/terms/reward-hacking/"
    assert data["dateModified"] == "2026-11-23"
    assert data["inDefinedTermSet"]["@type"] == "DefinedTermSet"
    properties = {
        item.attributes["property"]: item.attributes["content"]
        for item in page.one("head").all("meta")
        if "property" in item.attributes
    }
    assert properties["og:title"] == "Reward <hacking>"
    assert properties["og:site_name"] == "Test & Co"
    assert properties["og:url"] == "https://example.org/words/terms/reward-hacking/"


def test_how_to_cite_it(page: Element) -> None:
    text, bibtex, csl = (
        page.one(id_=f"cite-{name}-text").text for name in ("text", "bibtex", "csl")
    )
    url = "https://example.org/words/terms/reward-hacking/"
    assert text == f"“Reward <hacking>” (2026). In Test & Co. {url}"
    assert bibtex == (
        "@incollection{concord:reward-hacking,\n  title = {Reward <hacking>},\n"
        f"  booktitle = {{Test \\& Co}},\n  year = {{2026}},\n  url = {{{url}}}\n}}"
    )
    (item,) = json.loads(csl)
    assert item["type"] == "entry-dictionary"
    assert item["issued"] == {"date-parts": [[2026, 11, 23]]}
    assert date(*item["issued"]["date-parts"][0]) == date(2026, 11, 23)
    assert (item["title"], item["URL"]) == ("Reward <hacking>", url)


@pytest.mark.parametrize(
    "term", ["a}b", "{", "}, url = {javascript:1}", "\\{", "\\", "{}}{", 'a" # b', "@book{x,", "%x"]
)
def test_no_term_ends_a_field_of_bibtex(term: str) -> None:
    """BibTeX counts braces, those after a backslash too."""
    entry = json.dumps(term)
    files = {
        entry_path(
            "a"
        ): f"term: {entry}\ntopic: safety\nkind: concept\ndefinition: It is a thing.\n"
    }
    page = parse_html(entry_html(site_of(files, Project(name=term, url="https://a.b/")), "a"))
    record = page.one(id_="cite-bibtex-text").text
    depth, fields = 0, []
    for character in record:
        depth += (character == "{") - (character == "}")
        fields.append(depth)
    assert fields[-1] == 0
    assert [at for at, depth in enumerate(fields) if depth == 0][-1:] == [len(record) - 1]
    assert fields.index(0, record.index("{")) == len(record) - 1
    outside = "".join(
        character for character, depth in zip(record, fields, strict=True) if depth == 1
    )
    assert re.sub(r"\s", "", outside) == "{concord:a,title=},booktitle=},url=}"


def test_a_retired_entry_says_so_and_where_to_go_on(pages: dict[str, Element]) -> None:
    notice = pages["old"].one(class_="admonition")
    assert "This entry is retired" in notice.text
    assert notice.one("a").attributes["href"] == "../sandbagging/"
    robots = [m for m in pages["old"].all("meta") if m.attributes.get("name") == "robots"]
    assert [item.attributes["content"] for item in robots] == ["noindex"]


def test_what_an_entry_does_not_have_is_not_there(pages: dict[str, Element]) -> None:
    assert list(sections(pages["old"])) == ["cite"]
    assert not pages["old"].all(class_="concord-aliases")


def test_a_long_definition_is_cut_at_a_word_for_the_description() -> None:
    files = {
        entry_path("a"): "term: A\ntopic: safety\nkind: concept\ndefinition: "
        + "word " * 100
        + "\n"
    }
    page = parse_html(entry_html(site_of(files), "a"))
    description = page.one("head").all("meta")[0].attributes["content"]
    assert description == ("word " * 60)[:299].rpartition(" ")[0] + "…"


@pytest.mark.parametrize(("letters", "cut"), [(299, False), (300, False), (301, True)])
def test_a_description_has_three_hundred_characters_at_most(letters: int, cut: bool) -> None:
    definition = "word " * 59 + "x" * (letters - 295)
    files = {entry_path("a"): f"term: A\ntopic: safety\nkind: concept\ndefinition: {definition}\n"}
    page = parse_html(entry_html(site_of(files), "a"))
    description = page.one("head").all("meta")[0].attributes["content"]
    assert description == (("word " * 59).strip() + "…" if cut else definition)
    assert len(description) <= 300


@pytest.mark.parametrize(
    ("count", "at", "first", "last", "gaps"),
    [
        (1, 0, 0, 0, ""),
        (21, 0, 0, 20, ""),
        (21, 20, 0, 20, ""),
        (22, 0, 0, 20, "after"),
        (22, 10, 0, 20, "after"),
        (22, 11, 1, 21, "before"),
        (22, 21, 1, 21, "before"),
        (23, 11, 1, 21, "before after"),
    ],
)
def test_the_rail_shows_ten_on_either_side(
    count: int, at: int, first: int, last: int, gaps: str
) -> None:
    names = [f"e{number:02}" for number in range(count)]
    site = site_of(
        {
            entry_path(name): f"term: {name}\ntopic: safety\nkind: concept\ndefinition: D.\n"
            for name in names
        }
    )
    rail = parse_html(entry_html(site, names[at])).one(class_="concord-rail")
    items = [item.text for item in rail.all("li")]
    gap_before, gap_after = (
        ["…"] if where in gaps.split() else [] for where in ("before", "after")
    )
    assert items == [*gap_before, *names[first : last + 1], *gap_after]
    (current,) = (link for link in rail.all("a") if "aria-current" in link.attributes)
    assert current.text == names[at]


def test_the_first_and_the_last_of_a_topic_have_one_neighbour() -> None:
    site = site_of(
        {
            entry_path(name): f"term: {name}\ntopic: safety\nkind: concept\ndefinition: D.\n"
            for name in ("a", "b", "c", "d")
        }
    )
    shown = {
        name: [
            (link.attributes["rel"], link.text)
            for link in parse_html(entry_html(site, name)).one(class_="concord-pager").all("a")
        ]
        for name in "abcd"
    }
    assert shown == {
        "a": [("next", "Next in topicb")],
        "b": [("prev", "Previous in topica"), ("next", "Next in topicc")],
        "c": [("prev", "Previous in topicb"), ("next", "Next in topicd")],
        "d": [("prev", "Previous in topicc")],
    }
