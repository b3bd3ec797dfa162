import json
from html.parser import HTMLParser

import pytest

from build_tools.emit.parts.html import escape, json_script, plural


class _Data(HTMLParser):
    """The text of a page, as a browser reads it."""

    def __init__(self) -> None:
        super().__init__()
        self.data: list[str] = []

    def handle_data(self, data: str) -> None:
        self.data.append(data)


def test_escaped_text_is_safe_in_content_and_attributes() -> None:
    assert escape("<a href=\"x\" title='y'>&amp;") == (
        "&lt;a href=&quot;x&quot; title=&#x27;y&#x27;&gt;&amp;amp;"
    )


@pytest.mark.parametrize("text", ["</script>", "<!--<script>", "a & b", "\u2028", '"', "é"])
def test_data_cannot_end_its_element(text: str) -> None:
    script = json_script({"a": text}, "application/ld+json")
    assert script.count("<") == 2
    parser = _Data()
    parser.feed(script)
    parser.close()
    assert json.loads("".join(parser.data)) == {"a": text}


@pytest.mark.parametrize(
    ("count", "text"), [(0, "0 links"), (1, "1 link"), (2, "2 links"), (12345, "12,345 links")]
)
def test_plurals(count: int, text: str) -> None:
    assert plural(count, "link") == text


def test_irregular_plurals() -> None:
    assert (plural(1, "entry", "entries"), plural(3, "entry", "entries")) == (
        "1 entry",
        "3 entries",
    )
