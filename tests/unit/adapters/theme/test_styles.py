"""Published style sheets say the same as their sources, each in one file."""

import pytest

from build_tools.adapters.theme.styles import joined, publish_styles, without_comments
from tests.support.published import File


@pytest.mark.parametrize(
    ("source", "published"),
    [
        ("/* why */\n.a { color: red; } /* and why */\n", ".a { color: red; }\n"),
        ("/* two\n   lines */\n\n\n.a {\n  top: 0;\n}\n", ".a {\ntop: 0;\n}\n"),
        (".a { content: '/* no */ \"'; }", ".a { content: '/* no */ \"'; }"),
        (r'.a { content: "\"/* no */"; }', r'.a { content: "\"/* no */"; }'),
        ('.a { content: "one\\\n   two"; }', '.a { content: "one\\\n   two"; }'),
        (".a { background: url(x/*y*/z.svg); }", ".a { background: url(x/*y*/z.svg); }"),
        (".a { background: url( /* in it */); }", ".a { background: url( /* in it */); }"),
        ("/*! MIT */\n.a {}", "/*! MIT */\n.a {}"),
        ("a/* joins */.b{}", "a/**/.b{}"),
        (".a { margin: 0/* parts */1px; }", ".a { margin: 0/**/1px; }"),
        (".a { margin: 0 /* parts */1px;/* no */}", ".a { margin: 0 1px;}"),
        (".a {} /* without end", ".a {} "),
        ("/***/.a {}/**/", ".a {}"),
        ("", ""),
    ],
)
def test_comments_and_indentation_go_and_rules_stay(source: str, published: str) -> None:
    assert without_comments(source) == published


SHEET = "assets/concord/graph.css"


def sheet(text: str, **parts: str) -> str:
    names = {
        f"assets/concord/styles/{name.replace('__', '/')}.css": it for name, it in parts.items()
    }
    return joined(SHEET, names | {SHEET: text}).text


def test_parts_stand_where_they_are_imported() -> None:
    text = "/* why */\n@import \"styles/b.css\";\n@import url('styles/graph/a.css');\n.own {}\n"
    assert sheet(text, graph__a=".a {}\n", b="/* b */\n.b {}\n") == ".b {}\n.a {}\n.own {}\n"


def test_a_part_has_parts_which_it_names_from_where_it_is() -> None:
    room = '@import "a.css";@import url(../b.css);\n.room {}\n'
    text = '@import "styles/graph/room.css";'
    assert (
        sheet(text, graph__room=room, graph__a=".a {}\n", b=".b {}\n") == ".a {}\n.b {}\n.room {}\n"
    )


def test_a_part_comes_once_and_a_circle_ends() -> None:
    text = '@import "styles/a.css"; @import "styles/b.css"; @import "styles/a.css";\n'
    circle = {
        "a": '@import "b.css";\n.a {}\n',
        "b": '@import "a.css"; @import "../graph.css";\n.b {}\n',
    }
    assert sheet(text, **circle) == ".b {}\n.a {}\n"


def test_what_is_no_part_is_imported_before_all_rules() -> None:
    text = (
        '@import "styles/a.css"; @import "mine.css"; @import url(https://example.org/x.css);\n'
        '@import "styles/a.css" print;\n.own {}\n'
    )
    part = '@import "../../theirs.css";\n@import "/at/root.css";\n.a {}\n'
    assert sheet(text, a=part) == (
        '@import "../theirs.css";\n@import "/at/root.css";\n@import "mine.css";\n'
        '@import "https://example.org/x.css";\n@import "styles/a.css" print;\n.a {}\n.own {}\n'
    )


def test_what_may_stand_before_imports_does() -> None:
    text = (
        '@charset "utf-8";\n/*! MIT */\n@layer one, two;\n@import "styles/a.css";\n@layer one {}\n'
    )
    assert sheet(text, a="/*! BSD */\n.a {}\n") == (
        '@charset "utf-8";\n/*! MIT */\n@layer one, two;\n/*! BSD */\n.a {}\n@layer one {}\n'
    )


def test_only_what_stands_before_the_rules_is_an_import() -> None:
    text = '.own { content: \'@import "styles/a.css";\'; }\n@import "styles/a.css";\n'
    assert sheet(text, a=".a {}\n") == text


@pytest.mark.parametrize(
    ("given", "published"),
    [
        ("url(dot.svg)", 'url("styles/graph/dot.svg")'),
        ("url( '../../dot.svg' )", 'url("dot.svg")'),
        ("url(/dot.svg)", 'url("/dot.svg")'),
        ("url(#dot)", 'url("#dot")'),
        ("url(data:image/svg+xml;base64,AA==)", 'url("data:image/svg+xml;base64,AA==")'),
        (
            "url(\"data:image/svg+xml,<svg fill='(red)'>\")",
            "url(\"data:image/svg+xml,<svg fill='(red)'>\")",
        ),
    ],
)
def test_addresses_in_a_part_lead_to_where_they_led(given: str, published: str) -> None:
    part = f".a {{ background: {given}; }}\n"
    assert sheet('@import "styles/graph/a.css";', graph__a=part) == part.replace(given, published)


def test_the_files_of_a_site_are_joined_and_their_parts_leave_it() -> None:
    files = [
        File("assets/concord/graph.css", '@import "styles/a.css";\n'),
        File("assets/concord/styles/a.css", ".a {}\n"),
        File("assets/concord/styles/somebodys-own.css", ".b {}\n"),
        File("assets/vendor/theirs.css", "/* theirs */\n"),
        File("assets/brand.css", '@import "concord/styles/a.css";\n'),
        File("assets/concord/graph/main.js", "/* why */\n"),
    ]
    removed: list[File] = []
    publish_styles(files, removed.append)
    assert removed == [files[1]]
    assert [file.content_string for file in files] == [
        ".a {}\n",
        ".a {}\n",
        ".b {}\n",
        "/* theirs */\n",
        '@import "concord/styles/a.css";\n',
        "/* why */\n",
    ]


def test_a_part_that_is_still_imported_stays() -> None:
    files = [
        File("assets/concord/graph.css", '@import "styles/paper.css" print;\n.a {}\n'),
        File("assets/concord/styles/paper.css", ".b {}\n"),
    ]
    removed: list[File] = []
    publish_styles(files, removed.append)
    assert removed == []
    assert files[0].content_string == '@import "styles/paper.css" print;\n.a {}\n'
