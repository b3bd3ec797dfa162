from types import SimpleNamespace
from typing import Any

import pytest
from jinja2 import Environment

from build_tools.adapters.theme.files import extend_theme
from build_tools.emit.parts.host_texts import ShownText, for_templates, harmless_html
from build_tools.emit.parts.html import Html
from build_tools.emit.parts.shell import SHELL_PAGES, Slot, mark, unmarked
from tests.support.hostile import HOSTILE
from tests.support.pages import parse_html

NASTY = '</title> & "it\'s" <b>&lt;'


class Theme:
    """As much of the host's theme as its templates need."""

    def __init__(self, folder: str) -> None:
        self.dirs = [folder]
        self.custom_dir = None
        self.static_templates: set[str] = set()

    def get_env(self) -> Environment:
        return Environment(autoescape=False)  # noqa: S701  # as MkDocs has it


def printed(tmp_path: Any, template: str, **context: Any) -> str:
    (tmp_path / "page.html").write_text(template, encoding="utf-8")
    theme = Theme(str(tmp_path))
    extend_theme(theme)
    return str(theme.get_env().get_template("page.html").render(context))


@pytest.mark.parametrize(
    "expression", ["x", "x | e", "x | striptags", "x | striptags | e", "x ~ ''"]
)
@pytest.mark.parametrize("text", [NASTY, *HOSTILE])
def test_however_a_template_prints_it(tmp_path: Any, expression: str, text: str) -> None:
    template = f'<i title="{{{{ {expression.replace("x", "config.site_name")} }}}}"></i>'
    page = parse_html(printed(tmp_path, template, config={"site_name": text}))
    assert " ".join(page.one("i").attributes["title"].split()) == " ".join(text.split())
    assert list(page.one("i").attributes) == ["title"]


def test_tags_are_stripped_and_characters_are_not_set_free(tmp_path: Any) -> None:
    title = "A <b>&lt;/title&gt;</b> &amp; it's"
    for expression in ("x | striptags", "x | striptags | e"):
        shown = printed(tmp_path, f"<title>{{{{ {expression} }}}}</title>", x=title)
        assert parse_html(shown).one("title").text == "A </title> & it's"
    assert "it's" in printed(tmp_path, "{{ x | striptags }}", x=title)


def test_ordinary_text_is_what_it_was() -> None:
    text = "It's a name, 5 + 5"
    assert ShownText(text) == text
    assert ShownText(text).__html__() == "It&#39;s a name, 5 + 5"


def test_no_text_is_a_place_in_a_page() -> None:
    for text in ("concordslotmainend", "<concordslotcontentend>"):
        assert "concordslot" not in ShownText(text) + ShownText(text).__html__()
        given = for_templates({"config": {"site_name": text, "copyright": text}})
        assert "concordslot" not in str(given)


def test_marks_of_the_engine_stay_in_titles_and_addresses(tmp_path: Any) -> None:
    for expression in ("x | striptags", "x | striptags | e"):
        template = f"<title>{{{{ {expression} }}}}</title>"
        assert (
            printed(tmp_path, template, x=mark(Slot.TITLE)) == f"<title>{mark(Slot.TITLE)}</title>"
        )
        assert "concordslot" not in printed(tmp_path, template, x=unmarked(Html(mark(Slot.TITLE))))
    page = SimpleNamespace(canonical_url=f"https://a.example/{SHELL_PAGES[2]}/", edit_url=None)
    for_templates({"page": page})
    assert page.canonical_url == f"https://a.example/{SHELL_PAGES[2]}/"


def test_what_templates_are_given() -> None:
    config = {
        "site_name": "<A>\u202e",
        "site_description": "<B>",
        "site_author": "<C>",
        "repo_name": "<D>",
        "copyright": "&copy; <script>",
        "repo_url": "javascript://x/%0aalert(1)",
        "site_url": 'https://x.example/"><',
        "theme": "<kept>",
        "docs_dir": None,
    }
    page = SimpleNamespace(canonical_url='https://x.example/"', edit_url="javascript:1", title="<>")
    given = for_templates({"config": config, "page": page, "other": "<>"})
    assert given["config"] == {
        "site_name": "&lt;A&gt;\ufffd",
        "site_description": "&lt;B&gt;",
        "site_author": "&lt;C&gt;",
        "repo_name": "&lt;D&gt;",
        "copyright": "&copy; &lt;script&gt;",
        "repo_url": None,
        "site_url": "https://x.example/&quot;&gt;&lt;",
        "theme": "<kept>",
        "docs_dir": None,
    }
    assert config["site_name"] == "<A>\u202e", "plugins see what was written"
    assert (page.canonical_url, page.edit_url, page.title) == (
        "https://x.example/&quot;",
        None,
        "<>",
    )
    again = for_templates({"config": config, "page": page})
    assert again["page"].canonical_url == "https://x.example/&quot;"
    assert for_templates({"a": 1}) == {"a": 1}


@pytest.mark.parametrize(
    "text",
    [
        "Text under CC BY 4.0, code under the MIT license",
        '&copy; 2026 <a href="https://x.example/a?b=c&amp;d" target=_blank rel="noopener">X</a>',
        "<small>A &amp; B</small><br><br /> <A HREF='#__consent'>c</A> <em class='x'>d</em>",
        '<img src="assets/a.png" alt="A" width=20> R&D < 5',
    ],
)
def test_links_and_the_like_stay(text: str) -> None:
    assert harmless_html(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("<script>x</script>", "&lt;script&gt;x&lt;/script&gt;"),
        ('<a href="java&Tab;script:x">y</a>', "&lt;a href=&quot;java&amp;Tab;script:x&quot;&gt;y&lt;/a&gt;"),
        ('<b onclick="x">y</b>', "&lt;b onclick=&quot;x&quot;&gt;y&lt;/b&gt;"),
        ('<img src="//evil.example/x.png">', "&lt;img src=&quot;//evil.example/x.png&quot;&gt;"),
        ("<b>x", "<b>x</b>"),
        ("x</b></p>", "x&lt;/b&gt;&lt;/p&gt;"),
        ("<b <i>x", "&lt;b <i>x</i>"),
        ("<!-- x", "&lt;!-- x"),
    ],
)  # fmt: skip
def test_what_could_do_something_is_shown(text: str, shown: str) -> None:
    assert harmless_html(text) == shown


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_html_does_nothing(text: str) -> None:
    page = parse_html(f"<p>{harmless_html(text)}</p>")
    assert {item.tag for item in page.elements} <= {"", "p", "a"}
    assert all(not item.attributes for item in page.elements)
