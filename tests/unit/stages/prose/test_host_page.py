import pytest

from build_tools.model.source import SourceFile
from build_tools.stages.prose.host_page import named_in_page, page_text, replace_in_page

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
    replaced = replace_in_page(
        TEXT,
        lambda name, label: f"<{name}:{label or ''}>",
        lambda keys: f"<{'+'.join(keys)}>",
    )
    assert "See <a:>, <b:the b> and <x+y>." in replaced
    assert "| <c:> |" in replaced
    undone = (
        replaced.replace("<a:>", "[[a]]")
        .replace("<b:the b>", "[[b|the b]]")
        .replace("<x+y>", "[@x; @y]")
        .replace("<c:>", "[[c]]")
    )
    assert undone == TEXT


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
