"""Style sheets are made of the tokens, say nothing that nobody hears, and reach a page in one piece."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import material  # type: ignore[import-untyped]
import pytest

from build_tools.adapters.theme.styles import joined, without_comments
from build_tools.emit.pages import neighbourhood
from build_tools.model.fields import ENTRY_FIELDS
from tests.support.styles import Declaration, declarations, queries, without_strings

ROOT = Path(__file__).parents[2]
THEME = ROOT / "build_tools" / "theme"
FOLDER = THEME / "static" / "assets" / "concord"
SHEETS = {
    path.relative_to(FOLDER).as_posix(): path.read_text("utf-8")
    for path in sorted(FOLDER.rglob("*.css"))
}
TOKENS = "styles/tokens.css"
PARTS = [name for name in SHEETS if name.startswith("styles/")]
WHOLE = [name for name in SHEETS if name not in PARTS]
"""What pages name."""

MOST_LINES = 300
MOST_FILES = 15
"""Of a folder."""

COLORS_BY_NAME = {
    "Canvas": "the color that a reader has chosen for the ground",
    "Highlight": "the color that a reader has chosen for what is selected",
}
"""Beside the tokens, and why."""

OWN_PROPERTIES = {
    "--concord-bar": "one bar in two rules of one sheet",
    "--concord-topic": "the color of an entry's topic: vocabulary.css sets it",
}
"""Set or used elsewhere than in the tokens, and why."""

NO_STYLE = {
    "concord-authors": "names in a source: for whoever reads the page by program",
    "concord-entry": "the whole of an entry: for whoever reads the page by program",
    "concord-graph-topics": "a list like any other",
    "concord-graph__failed": "a paragraph like any other",
    "concord-graph__links": "a plain block",
    "concord-graph__status": "told by .concord-unseen; tests look for it",
    "concord-index": "a page that lists: for a project's own styles",
    "concord-path__said": "told by .concord-unseen",
    "concord-results--live": "the page works: for tests",
    "concord-search__status": "told by .concord-unseen; tests look for it",
    "concord-section--*": "each section of an entry: for a project's own styles",
}
"""Classes that something bears and no style sheet mentions, and why."""

NO_CLASS = {
    "concord-recent": "a key of the browser's storage",
}
"""What looks like a class in code and is none."""


def of(name: str) -> list[Declaration]:
    return list(declarations(SHEETS[name]))


def everywhere(*without: str) -> Iterator[tuple[str, Declaration]]:
    for name in SHEETS:
        if name not in without:
            for it in of(name):
                yield f"{name}:{it.line}: {it.name}: {it.value}", it


@cache
def code(*suffixes: str) -> dict[str, str]:
    """What makes pages: emitters, templates, scripts."""
    return {
        path.relative_to(ROOT).as_posix(): path.read_text("utf-8")
        for path in sorted((ROOT / "build_tools").rglob("*.*"))
        if path.suffix in suffixes and "vendor" not in path.parts
    }


@cache
def of_material() -> str:
    """The host theme's own style sheets."""
    folder = Path(material.__file__).parent / "templates" / "assets" / "stylesheets"
    return "".join(path.read_text("utf-8") for path in sorted(folder.rglob("*.css")))


# ---- tokens


def test_sizes_of_text_are_tokens() -> None:
    size = r"var\(--concord-(?:text|drawn)-[a-z]+\)"
    whole = re.compile(rf"inherit|(?:\d+ )?{size}(?:/[\d.]+)? .+")
    wrong = [
        where
        for where, it in everywhere(TOKENS)
        if (it.name == "font-size" and not re.fullmatch(f"inherit|{size}", it.value))
        or (it.name == "font" and not whole.fullmatch(it.value))
    ]
    assert not wrong


def test_corners_are_tokens() -> None:
    radius = r"(?:0|inherit|var\(--concord-radius(?:-[a-z]+)?\))"
    wrong = [
        where
        for where, it in everywhere(TOKENS)
        if it.name.endswith("radius") and not re.fullmatch(rf"{radius}(?: {radius})*", it.value)
    ]
    assert not wrong


def test_layers_shadows_and_durations_are_tokens() -> None:
    allowed = {
        "z-index": r"var\(--concord-layer-[a-z]+\)",
        "box-shadow": r"none|var\(--concord-shadow\)",
    }
    wrong = [
        where
        for where, it in everywhere(TOKENS)
        if not re.fullmatch(allowed.get(it.name, ".*"), it.value)
        or (it.name.startswith(("transition", "animation")) and re.search(r"\d\w*s\b", it.value))
    ]
    assert not wrong


_COLOR = re.compile(
    r"#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|hwb|lab|lch|oklab|oklch|color)a?\(", re.IGNORECASE
)
_COLORED = re.compile(
    r"color|^(?:background|border|outline|fill|stroke|text-decoration)|shadow|caret"
)
_WORD = re.compile(r"(?<![\w#-])[A-Za-z][A-Za-z-]*(?![\w(-])")
_NO_COLORS = set(
    "inherit none transparent currentcolor in srgb solid dotted underline no-repeat deg".split()  # noqa: SIM905  # read as a sentence
) | {"context-stroke", "round", "butt", "miter"}


def test_colors_are_tokens_or_mixed_of_them() -> None:
    used = set()
    wrong = []
    for where, it in everywhere(TOKENS):
        if _COLOR.search(it.value):
            wrong.append(where)
        if _COLORED.search(it.name) and it.name != "text-decoration-thickness":
            value = re.sub(r"var\(--[\w-]+|\d[\w.%]*", "", it.value)
            words = set(_WORD.findall(value)) - _NO_COLORS
            used |= words & COLORS_BY_NAME.keys()
            if words - COLORS_BY_NAME.keys():
                wrong.append(where)
    assert not wrong
    assert used == COLORS_BY_NAME.keys()


def test_nothing_is_important_without_a_reason() -> None:
    assert not [where for where, it in everywhere() if it.important and not it.explained]


# ---- where the width matters


def breakpoints() -> set[str]:
    """Those that the tokens describe."""
    head = SHEETS[TOKENS].partition("*/")[0]
    return set(re.findall(r"\(width [<>=]+ [\d.]+em\)", head))


def test_there_are_three_breakpoints_and_they_are_the_themes() -> None:
    widths = {found for it in breakpoints() for found in re.findall(r"[\d.]+em", it)}
    assert len(widths) == 3
    for width in widths:
        assert f"min-width:{width}" in of_material().replace(" ", "")


def test_nothing_changes_at_another_width() -> None:
    asked = [(name, query) for name, sheet in SHEETS.items() for query in queries(sheet)]
    asked += [
        (name, query)
        for name, text in code(".js").items()
        for query in re.findall(r"matchMedia\(\s*[\"'`]([^\"'`]*)", text)
    ]
    measured = [
        (name, condition)
        for name, query in asked
        for condition in re.findall(
            r"\([^()]*(?:width|height|inline-size|block-size)[^()]*\)", query
        )
    ]
    assert measured
    assert {condition for _, condition in measured} == breakpoints(), measured


# ---- properties


def defined() -> Counter[str]:
    return Counter(it.name for _, it in everywhere() if it.name.startswith("--"))


def used() -> set[str]:
    sheets = {found for it in SHEETS.values() for found in re.findall(r"var\((--[\w-]+)", it)}
    asked = re.compile(r"getPropertyValue\(\s*[\"'](--[\w-]+)")
    return sheets.union(*(asked.findall(text) for text in code(".js").values()))


def test_every_property_used_is_defined() -> None:
    ours = {name for name in used() if name.startswith("--concord-")}
    assert ours <= defined().keys()
    theirs = {name for name in used() - ours if name not in defined()}
    assert not {name for name in theirs if f"{name}:" not in of_material()}


def test_every_property_defined_is_used() -> None:
    ours = {name for name in defined() if name.startswith("--concord-")}
    assert ours <= used()
    theirs = defined().keys() - ours
    assert not {name for name in theirs if f"var({name}" not in of_material()}


def test_properties_are_defined_among_the_tokens() -> None:
    elsewhere = {it.name for _, it in everywhere(TOKENS) if it.name.startswith("--")}
    assert elsewhere <= OWN_PROPERTIES.keys()


def test_what_is_drawn_has_the_room_that_was_made_for_it() -> None:
    sizes = {
        it.name: float(it.value.removesuffix("px")) for it in of(TOKENS) if "-drawn-" in it.name
    }
    assert sizes["--concord-drawn-label"] == neighbourhood.LABEL_SIZE
    assert sizes["--concord-drawn-relation"] == neighbourhood.RELATION_SIZE
    assert sizes["--concord-drawn-hub"] <= neighbourhood.HUB_SIZE


# ---- classes

_CLASS = re.compile(r"(?<![\w-])concord-[a-z]+(?:[-_]+[a-z]+)*(?:--|__|-)?(?![\w-])")


def styled() -> set[str]:
    return {
        found
        for sheet in SHEETS.values()
        for found in re.findall(r"\.(concord-[\w-]+)", without_strings(without_comments(sheet)))
    }


def borne() -> set[str]:
    """Classes that something may bear; those which end in a hyphen or two begin several."""
    named = set()
    for text in code(".py", ".js", ".html").values():
        for literal in re.findall(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`", text):
            named |= set(_CLASS.findall(literal))
    return named - NO_CLASS.keys()


def of_sections() -> set[str]:
    """What an entry's sections bear by the table of fields; they may do without a style."""
    return {f"concord-{field.section.id}" for field in ENTRY_FIELDS if field.section}


def bears(name: str, all_borne: set[str]) -> bool:
    return name in all_borne or any(
        it.endswith(("-", "_")) and name.startswith(it) for it in all_borne
    )


def test_something_bears_every_class_that_has_a_style() -> None:
    all_borne = borne() | of_sections()
    assert not sorted(name for name in styled() if not bears(name, all_borne))


def test_every_class_has_a_style_or_is_looked_for() -> None:
    looked_for = {
        found for text in code(".js").values() for found in re.findall(r"\.(concord-[\w-]+)", text)
    }
    known = styled() | looked_for
    without = {
        f"{name}*" if name.endswith(("-", "_")) else name
        for name in borne()
        if not (
            name in known
            or (name.endswith(("-", "_")) and any(it.startswith(name) for it in known))
        )
    }
    assert without == NO_STYLE.keys()


# ---- files


@pytest.mark.parametrize("name", SHEETS)
def test_a_style_sheet_says_what_it_is_for_and_is_not_long(name: str) -> None:
    assert SHEETS[name].startswith("/* ")
    lines = SHEETS[name].count("\n")
    assert lines <= MOST_LINES, f"{name} has {lines} lines; split it"


def test_a_folder_holds_few_style_sheets() -> None:
    folders = Counter(Path(name).parent for name in SHEETS)
    assert not {folder for folder, count in folders.items() if count > MOST_FILES}


def test_every_part_is_imported_by_one_style_sheet() -> None:
    imported = Counter(
        found for sheet in SHEETS.values() for found in re.findall(r'@import "([^"]+)";', sheet)
    )
    assert imported == Counter(PARTS)


@pytest.mark.parametrize("name", WHOLE)
def test_a_page_names_a_style_sheet_that_is_nothing_but_its_parts(name: str) -> None:
    assert not of(name)
    whole = joined(name, SHEETS).text
    assert "@import" not in whole
    assert "/*" not in whole
    parts = re.findall(r'@import "([^"]+)";', SHEETS[name])
    assert [bare(it) for it in declarations(whole)] == [
        bare(it) for part in parts for it in of(part)
    ]


def bare(it: Declaration) -> tuple[object, ...]:
    return it.within, it.name, it.value, it.important
