"""Every declared text is read, checked, linked, counted, exported and rendered by one rule."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from build_tools.emit.data.entry_schema import entry_schema
from build_tools.emit.data.glossary import glossary_json
from build_tools.emit.data.glossary_schema import glossary_schema
from build_tools.emit.pages.topic import topic_page
from build_tools.emit.parts.context import Context
from build_tools.emit.parts.shell import Slot
from build_tools.model.entry import Entry
from build_tools.model.fields import (
    ENTRY_FIELDS,
    KIND_FIELDS,
    RELATION_FIELDS,
    TOPIC_FIELDS,
    Field,
    Shape,
    keys_of,
)
from build_tools.model.glossary import Site
from build_tools.model.page_ids import RESERVED_IDS
from tests.support.glossaries import Compiled, compile_files, entry_path
from tests.support.pages import Element, entry_html, parse_html
from tests.support.strategies import dump

Path = tuple[str | int, ...]

GOOD: dict[str, Any] = {
    "term": "Own term",
    "aliases": ["Another name"],
    "abbreviation": "OT",
    "topic": "alignment",
    "kind": "concept",
    "definition": "Something that is defined here.",
    "body": "A body.",
    "examples": ["An example."],
    "misconception": "It is otherwise.",
    "debate": {"question": "Is it?", "positions": [{"claim": "It is."}, {"claim": "No."}]},
    "links": [{"relation": "exploits", "target": "other", "because": "It does."}],
}
OTHER = {
    "term": "Other term",
    "topic": "alignment",
    "kind": "concept",
    "definition": "Something else, which is defined here.",
}
VOCABULARIES: dict[str, Any] = {
    "topics.yml": {
        "alignment": {"label": "Alignment", "definition": "Making it so.", "story": "A story."}
    },
    "kinds.yml": {"concept": {"label": "Concept", "definition": "An idea."}},
    "relations.yml": {
        "exploits": {
            "label": "exploits",
            "inverse_label": "is exploited by",
            "definition": "Uses a weakness.",
        }
    },
}


def texts_of(table: tuple[Field, ...], at: Path = ()) -> Iterator[tuple[Path, Shape]]:
    for field in table:
        if field.shape in (Shape.LABELS, Shape.PROSES):
            yield (*at, field.key, 0), field.shape
        elif field.shape is Shape.RECORD:
            yield from texts_of(field.fields, (*at, field.key))
        elif field.shape is Shape.RECORDS:
            yield from texts_of(field.fields, (*at, field.key, 0))
        elif field.shape.is_text or field.shape is Shape.LABEL:
            yield (*at, field.key), field.shape


IN_ENTRIES = list(texts_of(ENTRY_FIELDS))
IN_VOCABULARIES = [
    (name, (key, *path), shape)
    for name, key, table in (
        ("topics.yml", "alignment", TOPIC_FIELDS),
        ("kinds.yml", "concept", KIND_FIELDS),
        ("relations.yml", "exploits", RELATION_FIELDS),
    )
    for path, shape in texts_of(table)
    if path != ("skos",)
]
LABELS = (Shape.LABEL, Shape.LABELS)
TEXTS = [path for path, shape in IN_ENTRIES if shape not in LABELS]
REMARKS = [path for path, shape in IN_ENTRIES if shape is Shape.REMARK]


def with_text(value: Any, path: Path, text: str) -> Any:
    """A copy of a value that holds ``text`` at ``path``."""
    if not path:
        return text
    first, *rest = path
    copy: Any = dict(value) if isinstance(value, dict) else list(value)
    copy[first] = with_text(value[first], tuple(rest), text)
    return copy


def compiled(path: Path, text: str) -> Compiled:
    files = {f"glossary/{name}": dump(value) for name, value in VOCABULARIES.items()}
    files |= {
        entry_path("own"): dump(with_text(GOOD, path, text)),
        entry_path("other"): dump(OTHER),
    }
    return compile_files(files)


def compiled_vocabulary(name: str, path: Path, text: str) -> Compiled:
    vocabularies = VOCABULARIES | {name: with_text(VOCABULARIES[name], path, text)}
    files = {f"glossary/{file}": dump(value) for file, value in vocabularies.items()}
    return compile_files({**files, entry_path("own"): dump(GOOD), entry_path("other"): dump(OTHER)})


def site_with(path: Path, text: str) -> Site:
    found = compiled(path, text)
    assert found.compilation.site is not None, found.text()
    return found.compilation.site


def page_with(path: Path, text: str, name: str = "own") -> Element:
    return parse_html(entry_html(site_with(path, text), name))


def exported(path: Path, text: str) -> Any:
    context = Context(site_with(path, text))
    artifact = next(iter(glossary_json(context)))
    entries = {item["id"]: item for item in json.loads(b"".join(artifact.pieces))["entries"]}
    value: Any = entries["own"]
    for step in path:
        value = value[step]
    return value


def test_the_attributes_of_an_entry_are_its_fields() -> None:
    assert {*Entry._fields} == {"id", "path", *keys_of(ENTRY_FIELDS)}


@pytest.mark.parametrize("path", TEXTS, ids=str)
def test_a_known_name_is_linked_and_cited(path: Path) -> None:
    text = "See [[other|the other]] [@doe2020]."
    page = page_with(path, text)
    links = [item for item in page.all("a", class_="concord-link") if item.text == "the other"]
    assert len(links) == 1
    assert links[0].attributes["href"] in ("../other/", "../../terms/other/")
    assert page.all(class_="concord-cite")
    assert "On Terms" in page.one(class_="concord-sources").text
    assert "[[" not in page.one("main").text
    assert "[@" not in page.one("main").text


@pytest.mark.parametrize("path", REMARKS, ids=str)
def test_a_remark_is_linked_from_the_other_end_too(path: Path) -> None:
    page = page_with(path, "See [[other]] [@doe2020].", "other")
    assert page.all(class_="concord-cite")
    assert "See Other term" in page.one(class_="concord-because").text


@pytest.mark.parametrize("path", TEXTS, ids=str)
def test_an_unknown_name_is_reported_where_it_stands(path: Path) -> None:
    found = compiled(path, "Text [[no-such-entry]] [@nokey].")
    codes = [code for code in found.codes if code.startswith("unknown")]
    assert codes == ["unknown-wiki-link", "unknown-citation"]
    assert found.compilation.site is None
    where = [item.span for item in found.compilation.diagnostics if item.code in codes]
    assert all(span.end_column - span.column >= len("@nokey") for span in where)


@pytest.mark.parametrize("path", TEXTS, ids=str)
@pytest.mark.parametrize("text", ["Text [[own]].", "Text [[unfinished.", "Text [[ ]]."])
def test_a_link_that_leads_nowhere_is_reported(path: Path, text: str) -> None:
    expected = {"Text [[own]].": "self-link", "Text [[unfinished.": "unterminated-wiki-link"}
    assert expected.get(text, "empty-wiki-link") in compiled(path, text).codes


@pytest.mark.parametrize("path", [path for path, _shape in IN_ENTRIES], ids=str)
def test_a_control_character_is_reported(path: Path) -> None:
    for character in ("\x07", "\x1f", "\u202e"):
        assert "control-character" in compiled(path, f"Text{character}.").codes


@pytest.mark.parametrize(("path", "shape"), IN_ENTRIES, ids=str)
def test_markup_is_text(path: Path, shape: Shape) -> None:
    text = "Text <b>bold</b> & <script>x</script>"
    if shape is Shape.MARKDOWN:
        assert compiled(path, text).codes.count("raw-html") == 4
        return
    page = page_with(path, text)
    assert not [item for item in page.all("b") if item.text == "bold"]
    assert text in page.text


@pytest.mark.parametrize("path", TEXTS, ids=str)
def test_what_it_names_is_counted(path: Path) -> None:
    bare = {**GOOD, "links": [{"relation": "exploits", "target": "third", "because": "It does."}]}
    files = {f"glossary/{name}": dump(value) for name, value in VOCABULARIES.items()}
    files |= {
        entry_path("own"): dump(with_text(bare, path, "See [[other]] [@doe2020].")),
        entry_path("other"): dump(OTHER),
        entry_path("third"): dump(OTHER | {"term": "Third"}),
    }
    found = compile_files(files)
    site = found.compilation.site
    assert site is not None, found.text()
    ids = tuple(site.entries)
    assert [ids[rank] for rank in site.mentioned_in[ids[0]]] == ["own"]
    assert not {"unlinked-entry", "unused-reference"} & {
        item.code.value for item in found.compilation.diagnostics if "other" in item.path
    }
    own = [item.code.value for item in found.compilation.diagnostics if "/own.yml" in item.path]
    assert "no-source" not in own
    assert "unused-reference" not in found.codes


@pytest.mark.parametrize("path", [path for path, _shape in IN_ENTRIES], ids=str)
def test_it_is_exported_as_it_is_written(path: Path) -> None:
    label = path[0] in ("term", "aliases", "abbreviation")
    text = 'Text of "it" <b> & é' if label else 'Text "of" [[other]] [@doe2020] & é'
    assert exported(path, text) == text


@pytest.mark.parametrize(("name", "path", "shape"), IN_VOCABULARIES, ids=str)
def test_texts_of_vocabularies_are_checked(name: str, path: Path, shape: Shape) -> None:
    found = compiled_vocabulary(name, path, "Text [[no-such-entry]] [@nokey].")
    expected = ["markup-in-label"] if shape in LABELS else ["unknown-wiki-link", "unknown-citation"]
    codes = [code for code in found.codes if code in {"markup-in-label", *expected}]
    assert codes == expected
    assert {item.path for item in found.compilation.diagnostics if item.code in expected} == {
        f"glossary/{name}"
    }


@pytest.mark.parametrize(("name", "path", "shape"), IN_VOCABULARIES, ids=str)
def test_what_vocabularies_cite_is_used(name: str, path: Path, shape: Shape) -> None:
    found = compiled_vocabulary(name, path, "Text [@doe2020].")
    assert ("unused-reference" in found.codes) == (shape in LABELS)


@pytest.mark.parametrize("path", [("definition",), ("story",)], ids=str)
def test_texts_of_topics_are_linked(path: Path) -> None:
    site = compiled_vocabulary(
        "topics.yml", ("alignment", *path), "See [[other|this]] [@doe2020]."
    ).compilation.site
    assert site is not None
    page = topic_page(Context(site), next(iter(site.vocabularies.topics.values())))
    content = parse_html(page.slots[Slot.CONTENT])
    assert content.one("a", class_="concord-link").text == "this"
    assert content.one(class_="concord-sources").text


@pytest.mark.parametrize("key", keys_of(ENTRY_FIELDS))
def test_schemas_and_pages_go_by_the_table(key: str) -> None:
    context = Context(site_with(("term",), "Own term"))
    properties: Any = entry_schema(context)["properties"]
    assert properties[key]["description" if key != "debate" else "properties"]
    documents: Any = glossary_schema()["properties"]
    assert key in documents["entries"]["items"]["properties"]


@pytest.mark.parametrize("field", [item for item in ENTRY_FIELDS if item.section], ids=str)
def test_a_section_has_its_heading_and_id(field: Field) -> None:
    assert field.section is not None
    page = page_with(("term",), "Own term")
    heading = page.one("h2", id_=field.section.id)
    assert heading.text in (field.section.heading, field.section.one)
    assert field.section.id in RESERVED_IDS
