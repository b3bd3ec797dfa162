"""Texts, values and files of every kind, for property tests."""

import re
from datetime import date, datetime
from typing import Any

import yaml
from hypothesis import strategies as st

from build_tools.model.fields import ENTRY_FIELDS, LINK_FIELDS, keys_of
from build_tools.stages.words.characters import FORBIDDEN
from build_tools.stages.words.invisible import strays

__all__ = [
    "broken_yaml",
    "dump",
    "in_markdown",
    "in_prose",
    "is_label",
    "json_values",
    "labels",
    "markdown_texts",
    "texts",
    "values",
]

_NASTY = (
    *("<script>alert(1)</script>", '"><img src=x onerror=y>', "&lt;b&gt;", "&amp;", "<!--", "]]>"),
    *("concordslotcontentend", "{{ x }}", "{% x %}", "${x}", "%s", "\\", "\\\\", "\\[", "'", '"'),
    *(
        "[[a]]",
        "[[",
        "]]",
        "[@a]",
        "[a](b)",
        "`",
        "```",
        "*",
        "**a**",
        "# ",
        "\n\n",
        "\n    ",
        "\t",
    ),
    *("no", "1e3", "2026-11-23", "~", "null", ": ", " #", "- ", "? ", "| ", "> ", "&a", "*a", "!a"),
    *("İ", "ß", "é", "e\u0301", "中文", "😀", "👩‍👩‍👧", "\u200b", "\xa0", "\u3000", "ﬁ", "𝒳"),
)


def _characters() -> st.SearchStrategy[str]:
    return st.characters(exclude_categories=["Cs"]).filter(lambda c: not FORBIDDEN.search(c))


def texts(*, max_size: int = 30) -> st.SearchStrategy[str]:
    """Any text that a field may hold and that is not blank."""
    pieces = st.one_of(st.sampled_from(_NASTY), st.text(_characters(), max_size=8))
    return (
        st.lists(pieces, min_size=1, max_size=max_size // 4)
        .map("".join)
        .filter(lambda text: bool(text.strip()))
    )


def labels() -> st.SearchStrategy[str]:
    """The same without characters that labels may not hold, since nobody sees them."""
    return texts().filter(is_label)


def is_label(text: str) -> bool:
    """Whether nothing in a text is invisible without need, however it is joined to other words."""
    return not any([*strays(whole)] for whole in (text, f"{text} own", f"own {text}"))


def in_prose(text: str) -> str:
    """``text``, written so that plain text shows it as it is."""
    return text.replace("[", "\\[")


def in_markdown(text: str) -> str:
    """``text``, written so that Markdown shows it as it is, on one line."""
    return re.sub(r"([!-/:-@\[-`{-~])", r"\\\1", " ".join(text.split()))


def markdown_texts() -> st.SearchStrategy[str]:
    """Texts that are full of markup, finished or not."""
    pieces = (
        *("[", "]", "[[", "]]", "|", "(", ")", "<", ">", "</", "!", "![", "](", "`", "```", "~~~"),
        *("*", "**", "_", "#", "# ", "## ", "- ", "1. ", "> ", "\n", "\n\n", "    ", "\t", "  \n"),
        *("|a|b|\n|-|-|\n", "| ", "&amp;", "&#1;", "&#x202e;", "&Tab;", "\\", '"', "'", "="),
        *(
            "[[a]]",
            "[[a|b]]",
            "[@a]",
            "[@a; @b]",
            "[a]: b\n",
            "javascript:",
            "http://",
            "//",
            "a.png",
        ),
        *("<b>", "<!-- ", " -->", "<script>", "<?", "<![CDATA[", "a", "bc", "é", "中", "😀"),
    )
    return st.lists(st.sampled_from(pieces), max_size=40).map("".join)


def json_values() -> st.SearchStrategy[Any]:
    """Any value that JSON can hold, and what Python's JSON reads beyond it."""
    leaves = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.text(max_size=8),
        st.sampled_from(_NASTY),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=3), st.dictionaries(st.text(max_size=6), inner, max_size=3)
        ),
        max_leaves=8,
    )


def values() -> st.SearchStrategy[Any]:
    """Any value that YAML can hold; mappings like to have keys that mean something."""
    leaves = st.one_of(
        st.none(),
        st.booleans(),
        st.integers(),
        st.floats(),
        st.dates(min_value=date(1000, 1, 1)),
        st.datetimes(min_value=datetime(1000, 1, 1)),  # noqa: DTZ001  # YAML's are naive
        st.binary(max_size=4),
        st.sampled_from(
            ("alignment", "concept", "broader", "related", "draft", "deprecated", "a", "doe2020")
        ),
        texts(),
    )
    keys = st.one_of(
        st.sampled_from(
            (*keys_of(ENTRY_FIELDS), *keys_of(LINK_FIELDS), "question", "positions", "claim")
        ),
        st.text(_characters(), max_size=6),
        st.integers(),
        st.none(),
    )
    return st.recursive(
        leaves,
        lambda inner: st.one_of(
            st.lists(inner, max_size=4), st.dictionaries(keys, inner, max_size=5)
        ),
        max_leaves=20,
    )


def broken_yaml() -> st.SearchStrategy[bytes]:
    """Files that are nearly entries, and files that are nearly nothing."""
    pieces = st.one_of(
        st.sampled_from(
            [
                *(
                    "term: A\n",
                    "topic: alignment\n",
                    "kind: concept\n",
                    "definition: Some text [[a]].\n",
                ),
                *(
                    "body: |\n  <b>\n",
                    "links:\n- ",
                    "relation: related\n",
                    "  target: b\n",
                    "sources: [doe2020]\n",
                ),
                *(
                    "aliases: ",
                    "debate: ",
                    "reviewed: 2026-11-23\n",
                    "status: deprecated\n",
                    "definition: >-\n",
                ),
                *(
                    "- ",
                    "-\n",
                    "? ",
                    ": ",
                    "[",
                    "]",
                    "{",
                    "}",
                    ",",
                    "&a ",
                    "*a ",
                    "!!str ",
                    "! ",
                    "'",
                    '"',
                ),
                *(
                    "|\n",
                    ">\n",
                    "#",
                    "%YAML 1.2\n",
                    "---\n",
                    "...\n",
                    "\n",
                    "\r\n",
                    "\r",
                    "\t",
                    "  ",
                    " " * 90,
                ),
                *(
                    "\\",
                    "\\u202e",
                    "\\x",
                    "\\U0010FFFF",
                    "<<: ",
                    "@",
                    "`",
                    "no",
                    "1e3",
                    "~",
                    "中",
                    "😀",
                    "\u2028",
                ),
                *("\ufeff", "\x00", "\x85", "[[", "]]", "[[b]]", "[@doe2020]", "[@", "x" * 1100),
            ]
        ),
        st.text(max_size=4),
    )
    encoded = st.lists(pieces, max_size=25).map(
        lambda parts: "".join(parts).encode("utf-8", "surrogatepass")
    )
    return st.one_of(
        st.binary(max_size=60),
        encoded,
        st.tuples(encoded, st.binary(max_size=2), encoded).map(b"".join),
    )


class _Dumper(yaml.CSafeDumper):
    """Writes text in one style or another, and never so that it could be read as something else."""


def _text(dumper: _Dumper, text: str) -> yaml.ScalarNode:
    style = (None, "'", '"', "|", ">")[len(text) % 5]
    if style is None and text[:1] in "~nNyYtTfFoO0123456789-+.":
        style = '"'
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Dumper.add_representer(str, _text)


def dump(value: Any) -> str:
    """``value`` as YAML."""
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, width=40)
