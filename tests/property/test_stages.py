"""Promises of single stages, for any text."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.model.entry import Entry
from build_tools.model.identifiers import EntryId, KindKey, TopicKey
from build_tools.stages.mentions import MentionMatcher
from build_tools.stages.prose.markdown import read_markdown
from build_tools.stages.prose.markdown_events import read_from_events
from build_tools.stages.prose.markdown_quick import read_quickly
from build_tools.stages.prose.plain import read_prose
from build_tools.stages.prose.reading import Reading
from build_tools.stages.prose.urls import is_safe_url
from build_tools.stages.words.characters import FORBIDDEN
from build_tools.stages.words.collate import collation_key, initial
from build_tools.stages.words.haystack import RUN_END
from build_tools.stages.words.nearest import nearest
from build_tools.stages.yaml.quick import read_quickly as read_yaml_quickly
from build_tools.stages.yaml.read import parse_carefully
from tests.support.strategies import in_markdown, in_prose, markdown_texts, texts
from tests.support.tokens import Citation, Prose, WikiClose, WikiOpen, tokens_of


def check_reading(text: str, reading: Reading) -> None:
    """Offsets lie in the text and show what they stand for; wiki links open and close."""
    depth = 0
    for token in tokens_of(reading):
        if isinstance(token, WikiOpen):
            assert text[token.start : token.end].startswith("[[")
            assert text[token.start : token.end].endswith("]]")
            depth += 1
        elif isinstance(token, WikiClose):
            depth -= 1
        elif isinstance(token, Citation):
            for key, start in zip(token.keys, token.starts, strict=True):
                assert text[start : start + 1 + len(key)] == f"@{key}"
        assert depth in (0, 1)
    assert depth == 0
    for problem in reading.problems:
        assert 0 <= problem.start < problem.end <= len(text)


@given(markdown_texts() | texts())
def test_prose(text: str) -> None:
    check_reading(text, read_prose(text))


@given(texts())
def test_escaped_prose_is_prose(text: str) -> None:
    reading = read_prose(in_prose(text))
    assert tokens_of(reading) == [Prose(text, True)]
    assert not reading.problems


@given(markdown_texts() | texts())
def test_markdown(text: str) -> None:
    reading = read_markdown(text)
    if "&" not in text:  # a character reference may stand for a bracket
        check_reading(text, reading)
    html = "".join(token for token in tokens_of(reading) if isinstance(token, str))
    assert not re.search(
        r"<(?!/?(?:p|em|strong|code|pre|a|img|ul|ol|li|h[2-6]|blockquote|hr|br|div|table|thead|tbody|tr|th|td)\b)",
        html,
    )
    assert all(is_safe_url(url) for url in re.findall(r'(?:href|src)="([^"]*)"', html))
    ids = [heading.id for heading in reading.headings]
    assert len(ids) == len(set(ids))


def ordinary_texts() -> st.SearchStrategy[str]:
    """Markdown that the quick reader takes, or nearly."""
    pieces = (
        *(
            "a",
            "word",
            "Two words",
            "don't",
            '"said"',
            "1 > 0",
            "é",
            ":",
            ", ",
            ". ",
            " ",
            "_",
            "%",
        ),
        *(
            "[[a]]",
            "[[b-c|label]]",
            "[[a|a]]",
            "[@k]",
            "[@k; @l]",
            "[x]",
            "[[",
            "]]:",
            "*b*",
            "**c d**",
        ),
        *("`code`", '`"`', "`[[a]]`", "\n", "  \n", "\n\n", "\n\n- ", "\n- ", "\n  - ", "\n\n1. "),
        *("\n\n3. ", "\n\n# ", "\n\n## ", "\n\n> ", "\n\n---\n\n", "\n===\n", "|", "\n|-|\n"),
    )
    return st.lists(st.sampled_from(pieces), min_size=1, max_size=16).map("".join)


@given(ordinary_texts() | markdown_texts() | texts())
def test_both_readers_of_markdown_agree(text: str) -> None:
    quick = read_quickly(text)
    if quick:
        careful = read_from_events(text)
        assert quick.text == careful.text
        assert [*quick.names] == [*careful.names]
        assert quick.headings == careful.headings
        assert not careful.problems


def yaml_documents() -> st.SearchStrategy[str]:
    """Lines of YAML, most of them well formed one by one, under one another at random."""
    values = st.sampled_from(
        (
            *('"a b"', '""', '"a: b"', "'a'", "''", "'it''s'", r'"a\"b"', '"a" # b'),
            *(
                "a b",
                "a: b",
                "a:b",
                "a #b",
                "a#b",
                "a ",
                "-a",
                "2026-11-23",
                "no",
                "~",
                "1e3",
                "a-b",
            ),
            *(
                "[]",
                "[a]",
                "[a, b c, no]",
                "[a,b]",
                '["a", b]',
                "[a, ]",
                "[a#b]",
                "[a #b]",
                "[a: b]",
            ),
            *("", " ", "é", "\xa0", "a\xa0", "{a: b}", "&a", "*a", "!a b", "|", ">-", "? a", "- a"),
        )
    )
    blocks = st.builds(
        lambda style, width, lines: "".join(
            [style, *(f"\n{' ' * width}{line}" if line else "\n" for line in lines)]
        ),
        st.sampled_from(("|", ">", "|-", ">-", "|+", ">2")),
        st.integers(1, 8),
        st.lists(
            st.sampled_from(("a b", "c", "c", "", " d", "e ", "- f", "g: h", "# i", '"')),
            max_size=5,
        ),
    )
    lines = st.builds(
        "{}{}{}{}".format,
        st.sampled_from(("", "", "", "  ", "  ", "    ", " ", "      ")),
        st.sampled_from(("", "", "- ", "-  ")),
        st.sampled_from(("a: ", "b: ", "c:", "d: ", "e: ", "a_b: ", "", "F: ", "# ", "g:  ")),
        values | blocks,
    )
    return st.lists(lines, min_size=1, max_size=8).map(lambda some: "\n".join((*some, "")))


@given(yaml_documents() | texts())
@settings(max_examples=2000)
def test_both_readers_of_yaml_agree(text: str) -> None:
    if FORBIDDEN.search(text):
        return
    quick = read_yaml_quickly(text)
    if quick:
        document, findings = parse_carefully("a.yml", text)
        assert document is not None
        assert (repr(document.root), findings) == (repr(quick), ())


@given(texts())
def test_escaped_markdown_is_one_paragraph(text: str) -> None:
    reading = read_markdown(in_markdown(text))
    assert not reading.problems
    assert (
        "".join(t.text for t in tokens_of(reading) if isinstance(t, Prose)).split() == text.split()
    )


WORDS = st.sampled_from(
    (
        "reward",
        "Reward",
        "model",
        "RLHF",
        "CoT",
        "C++",
        ".NET",
        "İ",
        "ß",
        "奖励",
        "モデル",
        "-",
        ", ",
        " ",
        "'s",
        "s",
        "\n",
        "é",
    )
)


@given(
    st.lists(st.lists(WORDS, min_size=1, max_size=4).map("".join), max_size=6),
    st.lists(st.lists(WORDS, max_size=12).map("".join), min_size=1, max_size=4),
)
def test_mentions_lie_in_their_runs_and_do_not_overlap(labels: list[str], runs: list[str]) -> None:
    entries = [
        Entry(EntryId(f"e{at}"), "", label, TopicKey("t"), KindKey("k"), "d")
        for at, label in enumerate(labels)
    ]
    at = (0, 0)
    for run, start, end, target in MentionMatcher(entries, ("s",)).find(RUN_END.join(runs)):
        assert (run, start) >= at
        assert start < end <= len(runs[run])
        at = (run, end)
        label = labels[int(target.removeprefix("e"))]
        found, wanted = (
            re.sub(r"\W", " ", text.lower()).strip() for text in (runs[run][start:end], label)
        )
        assert found in (wanted, f"{wanted}s")


@given(st.text(), st.lists(st.text(max_size=8), max_size=8))
def test_suggestions_are_known_names(name: str, known: list[str]) -> None:
    found = nearest(name, known)
    assert len(found) <= 3
    assert len(set(found)) == len(found)
    assert set(found) <= set(known)


@given(st.text(), st.text())
def test_labels_have_one_order(one: str, two: str) -> None:
    assert (collation_key(one) == collation_key(two)) is (one == two)
    assert len(initial(one)) >= 1
