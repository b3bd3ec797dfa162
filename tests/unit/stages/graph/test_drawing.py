"""What is worked out for the map as a whole."""

from build_tools.model.graph import Drawing
from build_tools.stages.graph.drawing import drawing_of
from tests.support.glossaries import entry_path, site_of

ENTRY = "term: {0}\ntopic: safety\nkind: concept\ndefinition: Something that is called so.\n"


def drawing(**more: str) -> Drawing:
    """Of entries by their names."""
    files = {entry_path(name): ENTRY.format(f"Term {name}") + text for name, text in more.items()}
    return drawing_of(site_of(files))


def test_of_no_entries() -> None:
    found = drawing()
    assert (found.graph.ids, found.nodes, found.importance) == ((), (), ())
    assert found.costs == {"broader": 1, "related": 2.5, "exploits": 1}


def test_a_node_for_each_entry() -> None:
    link = "links: [{relation: exploits, target: b}]\n"
    found = drawing(b="", a=link, c="")
    assert [node.entry.id for node in found.nodes] == list(found.graph.ids) == ["a", "b", "c"]
    assert [node.centrality for node in found.nodes] == [0.5, 0.5, 0]
    assert [node.community for node in found.nodes] == [0, 0, 1]
    assert len({node.position for node in found.nodes}) == 3


def test_the_most_linked_matter_most_then_the_most_named_then_the_first() -> None:
    link = "links: [{{relation: exploits, target: {0}}}]\n"
    found = drawing(
        a="", b="body: Of [[d]].\n", c="", d="", e=link.format("f"), f=link.format("g"), g=""
    )
    assert [found.graph.ids[at] for at in found.importance] == ["f", "e", "g", "d", "a", "b", "c"]
