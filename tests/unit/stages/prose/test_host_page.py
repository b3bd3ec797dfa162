import pytest

from build_tools.model.source import SourceFile
from build_tools.stages.prose.host_page import Written, named_in_page, page_text, replace_in_page

TEXT = """---
title: "[[front]] [@matter]"
---
See [[a]], [[b|the b]] and [@x; @y].
`[[code]]` ``[[code]] ` [@code]`` \\[[escaped]] \\[@escaped]
<!-- [[comment]]
[@comment] -->

```md
[[fence]] [@fence]
```

~~~~
```
[[fence]]
~~~
[[fence]]
~~~~

| a |
| [[c]] |
[[|empty]] [[]] [text](url) [@]
```
[[open fence]]
"""


def names(text: str | bytes) -> list[str]:
    content = text.encode() if isinstance(text, str) else text
    return [item.name for item in named_in_page(SourceFile("a.md", content))]


def replaced(text: str) -> str:
    return replace_in_page(
        text,
        lambda name, label, _written: f"<{name}:{label or ''}>",
        lambda keys, _written: f"<{'+'.join(keys)}>",
    )


def test_names_where_markdown_shows_text() -> None:
    named = named_in_page(SourceFile("a.md", TEXT.encode()))
    assert [(item.name, item.citation) for item in named] == [
        ("a", False),
        ("b", False),
        ("x", True),
        ("y", True),
        ("c", False),
    ]
    for item in named:
        written = TEXT[item.start : item.end]
        assert written == (f"@{item.name}" if item.citation else written)
        assert item.citation or (written.startswith("[[") and written.endswith("]]"))


def test_replacement_touches_nothing_else() -> None:
    text = TEXT.partition("---\n")[2].partition("---\n")[2]  # the host takes the front matter away
    new = replaced(text)
    assert "See <a:>, <b:the b> and <x+y>." in new
    assert "| <c:> |" in new
    undone = (
        new.replace("<a:>", "[[a]]")
        .replace("<b:the b>", "[[b|the b]]")
        .replace("<x+y>", "[@x; @y]")
        .replace("<c:>", "[[c]]")
    )
    assert undone == text


@pytest.mark.parametrize(
    "text",
    [
        "See\n\n    [[code]]",  # after a blank line
        "    [[code]]\n\n    [[code]]",
        "\t[[code]]",
        "# Heading\n    [[code]]",
        "- item\n\n        [[code]]",  # in a list item
        "!!! note\n\n        [[code]]",
        "[^1]: Note.\n\n        [[code]]",
        ">     [[code]]",
        "> text\n>\n> ```\n> [[code]]\n> ```",
        "- item\n\n    ```\n    [[code]]\n    ```",
        "~~~ py\n[[code]]\n~~~",
        "```\n> ```\n[[code]]\n```",  # a quoted fence does not close another
        "```\n[[code]]\n````\n[[code]]\n```",  # nor does a longer one
        "`` ` [[code]] ``",
        "``` [[code]] ```",
        "`[[code]]\n[[code]]`",
        "<code>[[code]]</code> <CODE>[[code]]</CODE>",
        "<pre>\n[[code]]\n\n[[code]]\n</pre>",
        "<script>\nlet a = [[code]];\n</script>",
        "<style>[[code]]</style> <textarea>[[code]]</textarea>",
        "<!--\n\n    [[comment]]\n\n[[comment]]\n-->",
        "\\[[escaped]] \\[@escaped]",
    ],
)
def test_code_is_no_text(text: str) -> None:
    assert names(text) == []
    assert replaced(text) == text
    assert names(f"{text}\n\n[[shown]]") == ["shown"]


@pytest.mark.parametrize(
    "text",
    [
        "text\n    [[shown]]",  # goes on with the paragraph
        "- item\n\n    [[shown]]",
        "1. item\n    - item\n\n        [[shown]]",
        "!!! note\n    [[shown]]\n\n    [[shown]]",
        '??? note "Title [[shown]]"\n    [[shown]]',
        '=== "Tab"\n\n    [[shown]]',
        "[^1]: Note.\n\n    [[shown]]",
        "Term\n:   Definition.\n\n    [[shown]]",
        "<div>\n\n    <p>[[shown]]</p>\n\n</div>",
        "\\`[[shown]]\\`",
        "\\\\[[shown]]",
        "`a\n\n[[shown]] b`",  # code does not reach beyond a paragraph
        "a <!-- b\n\n[[shown]] --> c",  # nor does a comment that begins in one
        "<!-- [[shown]]",
        "<code>a\n\n[[shown]]</code>",
        "```\ncode\n```\n    [[shown]]",
        "---\n\n[[shown]]\n\n---\n",  # a line, and no front matter
        "---\n- [[shown]]\n---\n",
        "---\n: : [[shown]]\n---\n",  # what is no YAML is shown
        "<pre>[[code]]</pre> [[shown]]",
        "[text]([[shown]]) ![[[shown]]](a.png) [ref]: [[shown]]",
    ],
)
def test_text_that_looks_like_code(text: str) -> None:
    assert set(names(text)) == {"shown"}
    assert "<shown:>" in replaced(text)


@pytest.mark.parametrize(
    "front",
    [
        "---\ntitle: [[front]]\n---\n",
        "---  \ntitle: '[[front]]'\n...\t\n",
        "---\ntitle: &a [[front]]\nagain: *a\n---\n",
        "title: [[front]]\n    [[front]]\nother: [@front]\n",
    ],
)
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_front_matter_is_no_text(front: str, end: str) -> None:
    assert names((front + "\n[[shown]]\n").replace("\n", end)) == ["shown"]
    assert names(("\ufeff" + front + "\n[[shown]]\n").replace("\n", end)) == ["shown"]


def test_names_are_found_where_they_stand() -> None:
    text = "---\na: b\n---\n\n    [[no]]\n\nSee [[x|y]] [@k].\n"
    (link, cited) = named_in_page(SourceFile("a.md", text.encode()))
    assert text[link.start : link.end] == "[[x|y]]"
    assert text[cited.start : cited.end] == "@k"


def test_a_table_has_escaped_bars() -> None:
    assert replaced("| [[a\\|b]] | [[a|b]] |") == "| <a:b> | <a:b> |"


@pytest.mark.parametrize(
    ("text", "is_address"),
    [("[a]([[x]])", True), ("[a](<[[x]]>)", True), ("a ([[x]])", False), ("[[x]]", False)],
)
def test_how_it_is_written_is_told(text: str, is_address: bool) -> None:
    seen: list[Written] = []

    def link(_name: str, _label: str | None, written: Written) -> str:
        seen.append(written)
        return ""

    replace_in_page(text, link, lambda *_: "")
    assert seen == [Written("[[x]]", is_address)]


@pytest.mark.parametrize(
    ("content", "text"),
    [(b"a\r\nb", "a\nb"), (b"\xef\xbb\xbfa", "a"), (b"a\xffb", "a�b")],
)
def test_text_of_a_page(content: bytes, text: str) -> None:
    assert page_text(SourceFile("a.md", content)) == text


def test_line_ends_do_not_matter() -> None:
    unix, windows = (
        named_in_page(SourceFile("a.md", text.encode()))
        for text in (TEXT, TEXT.replace("\n", "\r\n"))
    )
    assert unix == windows


@pytest.mark.parametrize(
    "text",
    [
        "`" * 40_000 + " [[a]]",
        "".join("`" * (at % 200 + 1) + " " for at in range(2_000)) + "[[a]]",
        "<!-- " * 20_000 + "[[a]]",
        "x <!-- " * 20_000 + "[[a]]\n\n-->",
        "<pre>" * 20_000 + "[[a]]",
        "<code>" * 20_000 + "\n\n[[a]]</code>",
        "<div " * 20_000 + "[[a]]",
        "> " * 20_000 + "[[a]]",
        "- x\n" * 20_000 + "[[a]]",
    ],
)
def test_long_pages_are_read_at_once(text: str) -> None:
    """Each takes minutes where the end of something is looked for again and again."""
    assert len(names(text)) <= 1
