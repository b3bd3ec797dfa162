"""The drawing of an entry's neighbours."""

import gzip

import pytest

from build_tools.emit.pages import neighbourhood as module
from build_tools.emit.pages.neighbourhood import COLUMN, LABEL_SIZE, MOST, NeighbourhoodMaps
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.text_width import SQUEEZED, shortened, width_of, wrapped
from build_tools.model.identifiers import EntryId
from tests.support.glossaries import entry_path, site_of
from tests.support.pages import Element, parse_html

NAMES = [f"instruction-hierarchy-{at}" for at in range(MOST + 4)]


def drawing(links: list[tuple[str, str]], others: dict[str, list[tuple[str, str]]]) -> str:
    def entry(name: str, stated: list[tuple[str, str]]) -> str:
        rows = "".join(f"  - {{relation: {key}, target: {target}}}\n" for key, target in stated)
        return (
            f'term: "<{name}> & co"\ntopic: safety\nkind: concept\ndefinition: Something that is.\n'
            + (f"links:\n{rows}" if rows else "")
        )

    files = {
        entry_path(name): entry(name, stated) for name, stated in {"a": links, **others}.items()
    }
    site = site_of(files)
    return NeighbourhoodMaps(Context(site)).section(site.entries[EntryId("a")])


def linked(html: str) -> list[tuple[str | None, str | None]]:
    links: list[Element] = parse_html(html).all("a")
    return [(link.attributes["href"], link.attributes.get("aria-label")) for link in links]


def test_neighbours_are_links_that_say_how_they_relate() -> None:
    html = drawing(
        [("exploits", "b"), ("related", "c")], {"b": [], "c": [], "d": [("exploits", "a")]}
    )
    assert linked(html) == [
        ("../d/", "is exploited by <d> & co"),
        ("../b/", "exploits <b> & co"),
        ("../c/", "is related to <c> & co"),
        ("../../path/?from=a", None),
        ("../../graph/?focus=a", None),
    ]
    ends = [path.attributes.get("marker-end") for path in parse_html(html).all("path")[1:]]
    assert ends == ["url(#map-arrow)", "url(#map-arrow)", None]
    assert [p.attributes.get("class") for p in parse_html(html).all("path")[1:]] == [
        None,
        None,
        "loose",
    ]
    assert parse_html(html).one("title").text == "The neighbourhood of <a> & co"


def test_specific_relations_go_first_and_the_rest_is_counted() -> None:
    loose = [("related", f"l{at}") for at in range(MOST)]
    specific = [("exploits", f"s{at}") for at in range(3)]
    others: dict[str, list[tuple[str, str]]] = {name: [] for _key, name in loose + specific}
    html = drawing(loose + specific, others)
    found = [href for href, _label in linked(html)[:-2]]
    assert len(found) == MOST
    assert found[:3] == ["../s0/", "../s1/", "../s2/"]
    assert "3 more linked entries" in html


def test_a_neighbour_with_several_relations_is_drawn_once() -> None:
    html = drawing([("related", "b"), ("exploits", "b")], {"b": []})
    assert linked(html)[:-2] == [("../b/", "exploits <b> & co")]


def test_details_of_neighbours_can_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PAGE", 2)
    html = drawing(
        [("exploits", "d"), ("related", "b")], {"b": [], "c": [("related", "a")], "d": []}
    )
    assert [href for href, _label in linked(html)[:-2]] == ["../d/", "../b/", "../c/"]
    assert parse_html(html).one("svg").attributes["data-details"] == "1.1 0.1 1.0"


def test_lines_stand_in_the_order_of_the_neighbours() -> None:
    links = [("exploits", f"n{at}") for at in range(4)]
    root = parse_html(drawing(links, {name: [] for _key, name in links}))
    ends = [path.attributes["d"].partition("L")[2].split() for path in root.all("path")[1:]]
    middle = [float(at) for at in root.one("g").attributes["transform"][10:-1].split()]
    dots = [
        tuple(map(float, link.attributes["transform"][10:-1].split()))
        for link in root.all("a")
        if "transform" in link.attributes
    ]
    assert len(dots) == len(ends)
    for (x, y), (across, down) in zip(dots, ends, strict=True):
        assert abs(middle[0] + float(across) - x) + abs(middle[1] + float(down) - y) < 12


def test_an_entry_without_links_has_no_drawing() -> None:
    assert drawing([], {"b": []}) == ""


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Reward model", ["Reward model"]),
        ("Retrieval-augmented generation", ["Retrieval-", "augmented", "generation"]),
        ("Goal misgeneralization", ["Goal", "misgeneralization"]),
        ("Pneumonoultramicroscopicsilicovolcanoconiosis", None),
        ("one two three four five six seven eight nine ten eleven twelve thirteen fourteen", None),
        ("深層学習における整合性の問題についての長い見出し語", None),
    ],
)
def test_labels_are_wrapped_into_their_column(text: str, lines: list[str] | None) -> None:
    found = list(wrapped(text, COLUMN, LABEL_SIZE, 3))
    assert 1 <= len(found) <= 3
    assert all(width_of(line, LABEL_SIZE) <= COLUMN * SQUEEZED for line in found)
    if lines is not None:
        assert found == lines
    elif len(found) == 3:
        assert found[-1].endswith("…") or "".join(found).replace("-", "") == text


def test_a_map_is_light() -> None:
    """3 KB gzipped is what a page has for it; the more, the longer labels and relations are."""
    words = [
        "Instruction",
        "hierarchy",
        "awareness",
        "of",
        "deceptively",
        "specified",
        "objectives",
    ]
    files = {
        entry_path("a"): (
            f"term: {' '.join(words)}\ntopic: safety\nkind: concept\ndefinition: Something that is.\nlinks:\n"
            + "".join(f"  - {{relation: exploits, target: {name}}}\n" for name in NAMES)
        )
    } | {
        entry_path(name): (
            f"term: {' '.join(words[at % 7 :] + words[: at % 7])} {at}\n"
            "topic: safety\nkind: concept\ndefinition: Something that is.\n"
        )
        for at, name in enumerate(NAMES)
    }
    site = site_of(files)
    html = NeighbourhoodMaps(Context(site)).section(site.entries[EntryId("a")])
    assert parse_html(html).all("circle")[MOST:] == []
    assert len(gzip.compress(html.encode(), 6)) <= 3000


def test_a_shortened_text_fits() -> None:
    assert shortened("short", 100, 10) == "short"
    cut = shortened("is a very long label of a relation", 60, 10)
    assert cut.endswith("…")
    assert width_of(cut, 10) <= 60
