"""Published scripts say the same as their sources, without comments."""

from pathlib import Path

import pytest

from build_tools.adapters.theme.scripts import imports_of, publish_scripts, without_comments
from tests.support.published import File

ASSETS = Path(__file__).parents[4] / "build_tools" / "theme" / "static" / "assets"


@pytest.mark.parametrize(
    ("source", "published"),
    [
        ("// why\nlet a = 1;\n", "let a = 1;\n"),
        ("/**\n * What it does.\n */\nlet a = 1;\n", "let a = 1;\n"),
        ("  /* one **/\n  /** two */\n  a();\n\n\nb();\n", "  a();\nb();\n"),
        ("f((/** @type {number} */ it) => it);\n", "f((it) => it);\n"),
        ("const x = /** @type {any} */ (y);\n", "const x = (y);\n"),
        ("let url = `https://${host}//`; // stays\n", "let url = `https://${host}//`; // stays\n"),
        ("const re = /[*]\\/*/g;\n", "const re = /[*]\\/*/g;\n"),
    ],
)
def test_comments_go_and_code_stays(source: str, published: str) -> None:
    assert without_comments(source) == published


def test_only_our_own_scripts_change() -> None:
    files = [
        File("assets/concord/graph/main.js", "// why\na();\n"),
        File("assets/vendor/d3-zoom.js", "// Copyright\na();\n"),
        File("assets/concord/graph.css", "// why\n"),
    ]
    publish_scripts(files)
    assert [file.content_string for file in files] == ["a();\n", "// Copyright\na();\n", "// why\n"]


def test_no_script_of_ours_has_text_that_looks_like_a_comment() -> None:
    """A template literal over several lines is the one place where a line could be mistaken."""
    for script in sorted((ASSETS / "concord").rglob("*.js")):
        lines = without_comments(script.read_text(encoding="utf-8")).splitlines()
        assert not [line for line in lines if line.count("`") % 2], script


def test_imports_are_followed_to_their_ends(tmp_path: Path) -> None:
    (tmp_path / "ui").mkdir()
    (tmp_path / "main.js").write_text(
        'import { a } from "./ui/a.js";\nimport {\n  b,\n} from "./b.js";\n'
        'const late = () => import("./late.js");\n/** @typedef {import("./types.js").T} T */\n'
    )
    (tmp_path / "ui/a.js").write_text('import "../b.js";\nexport * from "./c.js";\n')
    (tmp_path / "ui/c.js").write_text('import { b } from "../b.js";\n')
    (tmp_path / "b.js").write_text('import { main } from "./main.js";\n')
    assert imports_of("main.js", tmp_path) == ("b.js", "ui/a.js", "ui/c.js")
