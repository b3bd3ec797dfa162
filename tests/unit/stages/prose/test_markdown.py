"""Bodies. The HTML of a token is asserted with prose, links and citations put in plainly."""

import re
from html import unescape

import pytest

from build_tools.model.text import Heading
from build_tools.stages.prose.markdown import read_markdown
from build_tools.stages.prose.reading import Reading
from tests.support.tokens import Citation, Prose, WikiClose, WikiOpen, tokens_of


def shown(reading: Reading) -> str:
    """Tokens as text: ``{prose}``, ``(prose not to be linked)``, ``[[target``, ``]]``, ``[@key]``."""
    parts = []
    for token in tokens_of(reading):
        match token:
            case Prose(text, linkable):
                parts.append(f"{{{text}}}" if linkable else f"({text})")
            case WikiOpen(target, _, _, is_labelled):
                parts.append(f"[[{target}{'|' if is_labelled else ''}")
            case WikiClose():
                parts.append("]]")
            case Citation(keys, _):
                parts.append(f"[@{' '.join(keys)}]")
            case _:
                parts.append(token)
    return "".join(parts).replace("\n", "")


TABLE = '<div class="md-typeset__scrollwrap" tabindex="0"><div class="md-typeset__table"><table>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("", ""),
        ("\n \n", ""),
        ("a", "<p>{a}</p>"),
        ("a\nb", "<p>{ab}</p>"),
        ("a\n\nb", "<p>{a}</p><p>{b}</p>"),
        ("a  \nb", "<p>{a}<br>{b}</p>"),
        ("*a* **b**", "<p><em>{a}</em>{ }<strong>{b}</strong></p>"),
        ("`<a>`", "<p><code>&lt;a&gt;</code></p>"),
        ("- a\n- b", "<ul><li>{a}</li><li>{b}</li></ul>"),
        ("3. a\n4. b", '<ol start="3"><li>{a}</li><li>{b}</li></ol>'),
        ("1. a", "<ol><li>{a}</li></ol>"),
        ("> a", "<blockquote><p>{a}</p></blockquote>"),
        ("***", "<hr>"),
        ("    <a>", "<pre><code>&lt;a&gt;</code></pre>"),
        ("```py x\n[[a]] <b>\n```", '<pre><code class="language-py">[[a]] &lt;b&gt;</code></pre>'),
        ('```"><b>\n```', '<pre><code class="language-&quot;&gt;&lt;b&gt;"></code></pre>'),
        # what a fence says begins one class at most, whatever its spaces are
        ("```a&Tab;md-nav\n```", '<pre><code class="language-a"></code></pre>'),
        ("```a&#12;md-nav&#x20;b\n```", '<pre><code class="language-a"></code></pre>'),
        ("```\u2003a\u2003md-nav\n```", '<pre><code class="language-a"></code></pre>'),
        ("```&#x20;\n```", "<pre><code></code></pre>"),
        ("```a&#x202e;b\n```", '<pre><code class="language-a\ufffdb"></code></pre>'),
        ("```c++\n```", '<pre><code class="language-c++"></code></pre>'),
        ("[a](b)", '<p><a href="b">(a)</a></p>'),
        ('[a](b "c<")', '<p><a href="b" title="c&lt;">(a)</a></p>'),
        ("[a *b*](c)", '<p><a href="c">(a )<em>(b)</em></a></p>'),
        ("<https://a.b>", '<p><a href="https://a.b">(https://a.b)</a></p>'),
        ("<a@b.c>", '<p><a href="mailto:a@b.c">(a@b.c)</a></p>'),
        ('[a](<b"c>)', '<p><a href="b&quot;c">(a)</a></p>'),
        ("![a  \nb\nc](d.png)", '<p><img src="../../d.png" alt="a bc" loading="lazy"></p>'),
        ("![a *b*](c.png)", '<p><img src="../../c.png" alt="a b" loading="lazy"></p>'),
        ("![a](/c.png)", '<p><img src="../../c.png" alt="a" loading="lazy"></p>'),
        ("![a](./c.png)", '<p><img src="./c.png" alt="a" loading="lazy"></p>'),
        ('![a"](c.png)', '<p><img src="../../c.png" alt="a&quot;" loading="lazy"></p>'),
        ("![a [b](c) `d`](e.png)", '<p><img src="../../e.png" alt="a b d" loading="lazy"></p>'),
        ("&amp; &lt; &#x41; &copy;", "<p>{& < A ©}</p>"),
        ("a &#1; b &#x202e;", "<p>{a � b �}</p>"),
        (r"\*a\* \[b\] 1 < 2", "<p>{*a* [b] 1 < 2}</p>"),
        ("[[a]]", "<p>[[a]]</p>"),
        ("x [[a-b|c *d*]] y", "<p>{x }[[a-b|(c )<em>(d)</em>]]{ y}</p>"),
        ("[[ a ]]", "<p>[[a]]</p>"),
        ("[[a\n b]]", "<p>[[a b]]</p>"),
        ("*[[a]]*", "<p><em>[[a]]</em></p>"),
        ("x [@a] y", "<p>{x }[@a]{ y}</p>"),
        ("[@a; @b]", "<p>[@a b]</p>"),
        ("- a\n  [@b] c", "<ul><li>{a}[@b]{ c}</li></ul>"),
        (r"\[@a] \[[a]]", "<p>{[@a] [[a]]}</p>"),
        (r"\\[@a]", r"<p>{\}[@a]</p>"),
        ("# a [[b]] [@c]", '<h2 id="a">(a )[[b]]( )[@c]</h2>'),
        ("*a*\n===", '<h2 id="a"><em>(a)</em></h2>'),
        (
            "|a|b|c|d|\n|-|:-|:-:|-:|\n|1|[[b]]|[[c\\|d]]||",
            f'{TABLE}<thead><tr><th>{{a}}</th><th class="concord-align-left">{{b}}</th>'
            '<th class="concord-align-center">{c}</th><th class="concord-align-right">{d}</th>'
            '</tr></thead><tbody><tr><td>{1}</td><td class="concord-align-left">[[b]]</td>'
            '<td class="concord-align-center">[[c|(d)]]</td>'
            '<td class="concord-align-right"></td></tr></tbody></table></div></div>',
        ),
    ],
)
def test_html(text: str, html: str) -> None:
    reading = read_markdown(text)
    assert shown(reading) == html
    assert not reading.problems


@pytest.mark.parametrize(
    ("text", "kind", "written", "detail"),
    [
        ("é <b> x", "raw-html", "<b>", "<b>"),
        ("中\n\n<div>\nx\n</div>", "raw-html", "<div>", "<div>"),
        ("- é <!-- x -->", "raw-html", "<!-- x -->", "<!-- x -->"),
        ("<![CDATA[x]]>", "raw-html", "<![CDATA[x]]>", "<![CDATA[x]]>"),
        ("<?php x ?>", "raw-html", "<?php x ?>", "<?php x ?>"),
        ("é [a](javascript:b) c", "unsafe-url", "[a](javascript:b)", "javascript:b"),
        ("😀 [a](java&Tab;script:b)", "unsafe-url", "[a](java&Tab;script:b)", "java\tscript:b"),
        ("![a](data:image/png,b)", "unsafe-url", "![a](data:image/png,b)", "data:image/png,b"),
        ("[a][b]\n\n[b]: vbscript:c", "unsafe-url", "[a][b]", "vbscript:c"),
        ("é ![a](http://b/c)", "remote-image", "![a](http://b/c)", "http://b/c"),
        ("![a](//b/c)", "remote-image", "![a](//b/c)", "//b/c"),
        ("é [[a", "unterminated-wiki-link", "[[", "[["),
        ("&amp; é [[a", "unterminated-wiki-link", "[[", "[["),
        ("- a\n  é [[b", "unterminated-wiki-link", "[[", "[["),
        ("é [[]] x", "empty-wiki-link", "[[]]", "[[]]"),
        ("é [[|a]] x", "empty-wiki-link", "[[|a]]", "[[|a]]"),
    ],
)
def test_problems_where_they_are(text: str, kind: str, written: str, detail: str) -> None:
    problem = read_markdown(text).problems[0]
    assert (problem.kind, problem.detail) == (kind, detail)
    assert text[problem.start : problem.end].strip() == written


@pytest.mark.parametrize(
    "text",
    [
        "<b onclick=x>a</b>",
        "<script>a</script>",
        "<img src=x onerror=y>",
        "<!-- x -->",
        "<svg/onload=x>",
        "[a](javascript:b)",
        "[a](java&Tab;script:b)",
        "![a](javascript:b)",
        "![a](https://b/c.png)",
        "<javascript:b>",
        "![a](data:text/html,<b>)",
        '[a]("onclick="x)',
        "[a](x\"onclick='y')",
        '```"onclick="x\n```',
        '# "><b>',
        "|<b>|\n|-|\n|<i>|",
        "[[<b>|<i>]]",
        '![" onerror="x](y)',
    ],
)
def test_nothing_that_could_run_reaches_the_html(text: str) -> None:
    html = "".join(token for token in tokens_of(read_markdown(text)) if isinstance(token, str))
    tags = re.findall(r"<([a-z0-9]+)((?: [a-z]+=\"[^\"<>]*\")*)>", html)
    assert html.count("<") == len(tags) + len(re.findall(r"</[a-z0-9]+>", html))
    for name, attributes in tags:
        assert name in {
            "p",
            "a",
            "img",
            "pre",
            "code",
            "div",
            "table",
            "thead",
            "tr",
            "th",
            "tbody",
            "td",
            "h2",
        }
        assert not re.search(r"\bon[a-z]+=", unescape(attributes).split('"')[0])
        assert "script:" not in re.sub(r"\s", "", unescape(attributes).lower())
        assert "https:" not in attributes


def test_offsets_of_links_and_citations_count_characters() -> None:
    text = "中é 😀 [[a]] and\n- &lt; [[b|c]] [@d; @e]"
    found = []
    for token in tokens_of(read_markdown(text)):
        if isinstance(token, WikiOpen):
            found.append(text[token.start : token.end])
        elif isinstance(token, Citation):
            found += (text[start : start + 2] for start in token.starts)
    assert found == ["[[a]]", "[[b|c]]", "@d", "@e"]


@pytest.mark.parametrize(
    ("levels", "moved"),
    [
        ("1", "2"),
        ("6", "2"),
        ("1 2 3", "2 3 4"),
        ("3 5 3", "2 3 2"),
        ("2 1 2", "2 2 3"),
        ("1 2 3 4 5 6", "2 3 4 5 6 6"),
        ("4 4", "2 2"),
    ],
)
def test_headings_begin_at_the_second_level_and_skip_none(levels: str, moved: str) -> None:
    text = "\n\n".join(f"{'#' * int(level)} a" for level in levels.split())
    assert [str(heading.level) for heading in read_markdown(text).headings] == moved.split()


@pytest.mark.parametrize(
    "reference", ["&#x202e;", "&#8238;", "&#x1f;", "&#27;", "&#x9b;", "&#xFEFF;"]
)
def test_a_heading_holds_no_character_that_a_text_may_not_hold(reference: str) -> None:
    """It comes to lists of contents, which are read by terminals and screens alike."""
    (heading,) = read_markdown(f"## A {reference}b").headings
    assert heading == Heading(2, "a-b", "A \ufffdb")


def test_headings_have_ids_of_their_own() -> None:
    text = "# Ä `b` *C*\n\n# Sources\n\n# Sources\n\n# ...\n\n# cite-1-1\n\n# source-2\n\n# __x\n\n# 中文"
    reading = read_markdown(text)
    assert reading.headings == (
        Heading(2, "ä-c", "Ä  C"),
        Heading(2, "sources-2", "Sources"),
        Heading(2, "sources-3", "Sources"),
        Heading(2, "section", "..."),
        Heading(2, "section-cite-1-1", "cite-1-1"),
        Heading(2, "section-source-2", "source-2"),
        Heading(2, "section-__x", "__x"),
        Heading(2, "中文", "中文"),
    )


BEFORE = (
    *(
        "# a",
        "a",
        "- a",
        "3. a",
        "> a",
        "***",
        "`a` *b* **c**",
        "[[a]] [[b|c]] [d](e) <https://f.g>",
    ),
    *(
        "![a *b*](c.png)",
        "![a [b](c) ![d](e)](f.png)",
        "```py\na\n```",
        "    a",
        "a &amp; b",
        "a  \nb",
    ),
    *(
        "| a | b |\n|:--|--:|\n| c | [d](e) |",
        "- a\n  ```\n  b\n  ```",
        "<b>a</b>",
        "<div>\na\n</div>",
    ),
    *(
        "[a](javascript:b)",
        "![a](//b.c/d.png)",
        "[[",
        "[[]]",
        "[@a]",
        r"\[@a]",
        "| a |\n|---|\n| b | c |",
    ),
)


@pytest.mark.parametrize("before", BEFORE)
@pytest.mark.parametrize("after", ["a [@b] [[c]] d", "| a |\n|--:|\n| [@b] |", "![a](b.png)"])
def test_what_has_ended_has_no_say_in_what_follows(before: str, after: str) -> None:
    both, alone = shown(read_markdown(f"{before}\n\n***\n\n{after}")), shown(read_markdown(after))
    assert both.removesuffix(alone).endswith("<hr>"), both


@pytest.mark.parametrize("before", BEFORE)
def test_names_behind_anything_are_found_where_they_stand(before: str) -> None:
    text = f"{before}\n\n***\n\né [@b] and [[c]]\n"
    names = [name for name in read_markdown(text).names if name.name in ("b", "c")][-2:]
    assert [text[name.start : name.end] for name in names] == ["@b", "[[c]]"]
