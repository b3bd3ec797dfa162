"""What entries can get wrong only together; the messages are in ``tests/cases``."""

import pytest

from build_tools.model.entry import Entry
from build_tools.model.identifiers import EntryId, KindKey, ReferenceKey, TopicKey
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.model.vocabulary import Kind, Reference, Topic, Vocabularies
from build_tools.stages.collect import check_hidden_labels, check_names, collect
from build_tools.stages.validate import Validated
from tests.support.glossaries import compile_files, entry_path, site_of

ENTRY = "term: {0}\ntopic: safety\nkind: concept\ndefinition: Something that is called {0}.\n"
VOCABULARIES = Vocabularies(
    topics={TopicKey("t"): Topic(TopicKey("t"), "T", "d")},
    kinds={KindKey("k"): Kind(KindKey("k"), "K", "d")},
)


CITING = Vocabularies(references={ReferenceKey("key"): Reference(ReferenceKey("key"), "book", "T")})


def validated(path: str) -> Validated:
    name = EntryId(path.rsplit("/", 1)[-1].removesuffix(".yml"))
    entry = Entry(name, path, f"Term {path}", TopicKey("t"), KindKey("k"), "d")
    return Validated(entry, (), (), ())


def test_entries_come_in_the_order_of_ids() -> None:
    items = [validated(f"{name}.yml") for name in ("b", "a-b", "a", "c")]
    glossary, findings = collect(items, ["b.yml", "a-b.yml", "a.yml", "c.yml"], VOCABULARIES)
    assert (list(glossary.entries), findings) == (["a", "a-b", "b", "c"], ())


def test_of_two_files_with_one_id_the_first_by_path_counts() -> None:
    items = [validated("y/a.yml"), validated("x/a.yml")]
    glossary, findings = collect(items, ["y/a.yml", "x/a.yml"], VOCABULARIES)
    assert [entry.path for entry in glossary.entries.values()] == ["x/a.yml"]
    assert [(item.code.value, item.where) for item in findings] == [
        ("duplicate-id", Place("y/a.yml"))
    ]


def test_a_link_to_an_entry_that_could_not_be_read_is_no_second_mistake() -> None:
    link = "links: [{relation: related, target: b, because: So.}]\nbody: Of [[b]].\n"
    assert compile_files(
        {entry_path("a"): ENTRY.format("A") + link, entry_path("b"): "term: B\n"}
    ).codes == [
        "no-source",
        *["missing-key"] * 3,
    ]


def test_an_entry_with_a_name_that_means_nothing_drops_out() -> None:
    wrong = validated("a.yml")._replace(named=(Named("gone", False, ("body",), 0, 8),))
    glossary, findings = collect([wrong, validated("b.yml")], ["a.yml", "b.yml"], VOCABULARIES)
    assert list(glossary.entries) == ["b"]
    assert [item.code.value for item in findings] == ["unknown-wiki-link"]


@pytest.mark.parametrize(
    ("name", "citation", "code"),
    [
        ("a", False, None),
        ("own", False, "self-link"),
        ("gone", False, "unknown-wiki-link"),
        ("key", False, "unknown-wiki-link"),
        ("key", True, None),
        ("own", True, "unknown-citation"),
        ("a", True, "unknown-citation"),
    ],
)
def test_names_in_texts(name: str, citation: bool, code: str | None) -> None:
    named = [Named(name, citation, ("body",), 3, 8)]
    findings = check_names("own.yml", named, ("a", "own"), CITING, own_id="own")
    place = Place("own.yml", ("body",), start=3, end=8)
    assert [(item.code.value, item.where) for item in findings] == ([(code, place)] if code else [])


def test_a_page_may_name_any_entry() -> None:
    assert check_names("index.md", [Named("own", False, (), 0, 7)], ("own",), Vocabularies()) == []


def test_an_entry_is_not_proposed_to_itself() -> None:
    (finding,) = check_names(
        "own.yml", [Named("owm", False, (), 0, 7)], ("own", "x"), Vocabularies(), "own"
    )
    assert "own" not in finding.hint


@pytest.mark.parametrize(("names", "unknown"), [((), []), (("a",), []), (("b", "a"), ["b"])])
def test_hidden_labels_are_of_entries_that_exist(
    names: tuple[str, ...], unknown: list[str]
) -> None:
    findings = check_hidden_labels("h.yml", names, ("a",))
    assert [item.where for item in findings] == [Place("h.yml", (name,), "key") for name in unknown]


@pytest.mark.parametrize(
    ("first", "second", "conflicts"),
    [
        ("term: A\n", "term: B\n", 0),
        ("term: A\n", "term: a\n", 1),
        ("term: A\n", "term: B\naliases: [A]\n", 1),
        ("term: A\naliases: [x]\n", "term: X\n", 1),
        ("term: A\naliases: [x]\n", "term: B\naliases: [X, x y]\n", 1),
        ("term: A\nabbreviation: X\n", "term: B\nabbreviation: x\n", 1),
        ("term: A\naliases: [x]\nabbreviation: X\n", "term: B\n", 0),
        ("term: Straße\n", "term: STRASSE\n", 1),
    ],
)
def test_labels_belong_to_one_entry(first: str, second: str, conflicts: int) -> None:
    rest = ENTRY.format("this").partition("\n")[2]
    codes = compile_files({entry_path("a"): first + rest, entry_path("b"): second + rest}).codes
    assert codes.count("label-conflict") == conflicts


def test_former_ids_lead_to_their_entry() -> None:
    site = site_of({entry_path("b"): ENTRY.format("Beta") + "former_ids: [x, w]\n"})
    assert list(site.linked.glossary.redirects.items()) == [("w", "b"), ("x", "b")]
