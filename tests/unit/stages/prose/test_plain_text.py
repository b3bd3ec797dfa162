"""Texts without their markup."""

import pytest

from build_tools.stages.prose.markdown import read_markdown
from build_tools.stages.prose.plain import read_prose
from build_tools.stages.prose.plain_text import plain_definition, plain_runs, plain_text
from tests.support.glossaries import entry_path, site_of

ENTRY = "term: {0}\ntopic: safety\nkind: concept\ndefinition: {1}\n"
FILES = {
    entry_path("a"): ENTRY.format("<A>", "Something with [no link] in it."),
    entry_path("b"): ENTRY.format("B", "Not [[a]], nor [[a|the other]] [@doe2020]."),
    entry_path("c"): ENTRY.format("C", "It has nothing in it."),
}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("", ""),
        ("No brackets & <tags>.", "No brackets & <tags>."),
        ("A [bracket].", "A [bracket]."),
        ("Of [[a]].", "Of <A>."),
        ("Of [[a|it]].", "Of it."),
        ("[[a]][[a]]", "<A><A>"),
        ("Said [@doe2020].", "Said."),
        ("[@doe2020] said.", " said."),
        ("Of [[gone]].", "Of gone."),
    ],
)
def test_text_alone(text: str, plain: str) -> None:
    assert plain_text(text, site_of(FILES).entries) == plain


def test_runs_are_parted_by_links_and_markup() -> None:
    entries = site_of(FILES).entries
    assert plain_runs(read_prose("").text, entries) == []
    assert plain_runs(read_prose("Of [[a]] and [[a|it]] [@x].").text, entries) == [
        *("Of ", "<A>", " and ", "it", "", "."),
    ]
    runs = plain_runs(read_markdown("Of **[[a]]**.\n\n## `B`").text, entries)
    assert [run for run in runs if run.strip()] == ["Of ", "<A>", "."]


def test_a_definition_alone_is_taken_from_what_was_read() -> None:
    site = site_of(FILES)
    found = {name: plain_definition(entry, site) for name, entry in site.entries.items()}
    assert found == {
        "a": "Something with [no link] in it.",
        "b": "Not <A>, nor the other.",
        "c": "It has nothing in it.",
    }
    for name, entry in site.entries.items():
        assert plain_text(entry.definition, site.entries) == found[name]
