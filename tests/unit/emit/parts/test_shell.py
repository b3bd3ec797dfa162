import re

import pytest

from build_tools.emit.parts.html import Html
from build_tools.emit.parts.shell import (
    CONTENT_MARK,
    SHELL_PAGES,
    ShellError,
    Slot,
    cut,
    mark,
    unmarked,
)

PAGE = f"""<!doctype html>
<html>
  <head>
    <title>{mark(Slot.TITLE)} - Site</title>
    <link rel="canonical" href="https://example.org/{SHELL_PAGES[2]}/">
    <meta name="description" content="{mark(Slot.DESCRIPTION)}">
  </head>
  <body>
    <main class="md-main">
      <div class="md-main__inner">
        <nav><ul>
          <li class="other"><a href="#term">{mark(Slot.TITLE)}</a></li>
          <li class="item">
            <a href="#{mark(Slot.TOC)}" class="link"><span> {mark(Slot.TOC)} </span></a>
          </li>
        </ul></nav>
        {CONTENT_MARK}
        <pre>
          kept  as
            it is
        </pre>
      </div>
    </main>
  </body>
</html>
"""


def test_every_slot_is_filled_as_often_as_it_stands() -> None:
    shell = cut(PAGE)
    assert sorted(shell.slots) == sorted([*Slot, Slot.TITLE])
    stamped = shell.stamp({slot: Html(f"[{slot}]") for slot in Slot})
    assert stamped.count("[title]") == 2
    assert "<title>[title] - Site</title>" in stamped
    assert "https://example.org/[path]/" in stamped
    assert "[head]</head>" in stamped
    assert '<main[main] class="md-main">' in stamped
    assert '<div class="md-main__inner">[rail]' in stamped
    assert re.search(r'<a href="#term">\[title\]</a></li>\s*\[toc\]\s*</ul>', stamped)
    assert "concordslot" not in stamped
    assert "<!--" not in stamped


def test_indentation_goes_except_where_it_shows() -> None:
    stamped = cut(PAGE).stamp({})
    assert not re.search(r">\s*\n[ \t]+<", stamped.partition("<pre>")[0])
    assert "<pre>\n          kept  as\n            it is\n        </pre>" in stamped


def test_an_empty_slot_leaves_nothing() -> None:
    assert "<title> - Site</title>" in cut(PAGE).stamp({})


@pytest.mark.parametrize(
    ("old", "missing"),
    [("</head>", "head"), ("<main", "main"), (CONTENT_MARK, "content")],
)
def test_a_shell_without_a_slot_is_an_error(old: str, missing: str) -> None:
    with pytest.raises(ShellError, match=missing):
        cut(PAGE.replace(old, ""))


def test_text_that_looks_like_a_slot_is_text() -> None:
    written = f"{mark(Slot.CONTENT)} concordslotxend"
    shell = cut(PAGE.replace("kept", unmarked(Html(written))))
    assert shell.slots.count(Slot.CONTENT) == 1
    assert "&#99;oncordslotcontentend &#99;oncordslotxend" in shell.stamp({})
