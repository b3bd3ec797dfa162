import pytest

from build_tools.stages.prose.plain import citation_keys, read_prose
from build_tools.stages.prose.reading import Problem
from tests.support.tokens import Citation, Prose, Token, WikiClose, WikiOpen, tokens_of


def link(target: str, start: int, end: int) -> list[Token]:
    return [WikiOpen(target, start, end, False), WikiClose(False)]


def labelled(target: str, label: str, start: int, end: int) -> list[Token]:
    return [WikiOpen(target, start, end, True), Prose(label, False), WikiClose(True)]


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("", []),
        ("plain", [Prose("plain", True)]),
        ("[[a]]", link("a", 0, 5)),
        ("[[ a ]]", link("a", 0, 7)),
        ("x [[a-b]] y", [Prose("x ", True), *link("a-b", 2, 9), Prose(" y", True)]),
        ("[[a|b c]]", labelled("a", "b c", 0, 9)),
        ("[[a| b ]]", labelled("a", "b", 0, 9)),
        ("[[a|]]", link("a", 0, 6)),
        ("[[a|b|c]]", labelled("a", "b|c", 0, 9)),
        ("[[a]][[b]]", [*link("a", 0, 5), *link("b", 5, 10)]),
        ("[@a]", [Citation(("a",), (1,))]),
        ("x [@a; @b].", [Prose("x ", True), Citation(("a", "b"), (3, 7)), Prose(".", True)]),
        ("[@a;@b;  @c]", [Citation(("a", "b", "c"), (1, 4, 9))]),
        ("[@doe:2020.x]", [Citation(("doe:2020.x",), (1,))]),
        (r"\[[a]]", [Prose("[[a]]", True)]),
        (r"\[@a]", [Prose("[@a]", True)]),
        (r"[\[a]]", [Prose("[[a]]", True)]),
        (r"\n \\ \]", [Prose(r"\n \\ \]", True)]),
        ("[a] (b)", [Prose("[a] (b)", True)]),
        ("[@]", [Prose("[@]", True)]),
        ("[@ a]", [Prose("[@ a]", True)]),
        ("[@a, @b]", [Prose("[@a, @b]", True)]),
        ("a@b.c", [Prose("a@b.c", True)]),
        ("*x* <b> &amp; `c`", [Prose("*x* <b> &amp; `c`", True)]),
        ("中[[a]]文", [Prose("中", True), *link("a", 1, 6), Prose("文", True)]),
    ],
)
def test_tokens(text: str, tokens: list[Token]) -> None:
    reading = read_prose(text)
    assert tokens_of(reading) == tokens
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("x [[", Problem("unterminated-wiki-link", 2, 4, "[[")),
        ("[[a", Problem("unterminated-wiki-link", 0, 2, "[[")),
        ("[[a]", Problem("unterminated-wiki-link", 0, 2, "[[")),
        ("[[a\nb]]", Problem("unterminated-wiki-link", 0, 2, "[[")),
        ("[[a[b]]", Problem("unterminated-wiki-link", 0, 2, "[[")),
        ("[[]]", Problem("empty-wiki-link", 0, 4, "[[]]")),
        ("[[ ]]", Problem("empty-wiki-link", 0, 5, "[[ ]]")),
        ("[[|b]]", Problem("empty-wiki-link", 0, 6, "[[|b]]")),
    ],
)
def test_problems(text: str, problem: Problem) -> None:
    reading = read_prose(text)
    assert list(reading.problems) == [problem]
    assert "".join(token.text for token in tokens_of(reading) if isinstance(token, Prose)) == text


def test_citation_keys_by_offset() -> None:
    assert citation_keys("@a; @bc", 10) == {10: "a", 14: "bc"}
