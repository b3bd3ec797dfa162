"""Hand-written pages: code is where the host shows code, and text of the glossary stays text."""

import json
import re
from html.parser import HTMLParser
from typing import Any

import markdown
from hypothesis import given
from hypothesis import strategies as st

from build_tools.model.glossary import Site
from build_tools.stages.prose.host_page import replace_in_page
from tests.support.glossaries import entry_path, site_of
from tests.support.hostile import EXTENSIONS, HOSTILE, PLACEHOLDER, POSITIONS, rendered
from tests.support.strategies import dump, is_label, labels

BLOCKS = (
    *(
        "{}",
        "a {} b",
        "`{}`",
        "``{}` x``",
        "\\`{}\\`",
        "\\\\{}",
        "<!-- {} -->",
        "text <!-- {} --> x",
    ),
    *("    {}", "        {}", "\t{}", "    {}\n\n\n    {}", "text\n    {}", "# {}", "# h\n    {}"),
    *("```\n{}\n```", "~~~\n{}\n~~~", "```py\n{}\n\n{}\n```", "~~~\n```\n{}\n~~~", "``` {} ```"),
    *(
        "- {}",
        "- {}\n- {}",
        "1. {}\n    - {}",
        "-   x\n\n    {}\n\n        {}",
        "- a\n\n    ```\n    {}\n    ```",
    ),
    *("> {}", ">     {}", "> ```\n> {}\n> ```", "> text\n{}", "> - a\n>\n>     {}"),
    *(
        "!!! note\n    {}",
        "!!! note\n\n    {}\n\n        {}",
        '??? x "t"\n    {}',
        '=== "t"\n\n    {}',
    ),
    *("term\n:   {}\n\n    {}", "| a |\n|---|\n| {} |", "text[^1]\n\n[^1]: {}\n\n    {}\n\n---"),
    *("<div>\n\n    {}\n\n</div>", "<pre>{}</pre>", "<code>{}</code>", "<script>\n{}\n</script>"),
    *("<!--\n{}\n\n    x {}\n-->", "---", "***", "a\n===", "text"),
)


class Shown(HTMLParser):
    """The words that a page shows, but for those in code."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: set[str] = set()
        self._code = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, _attributes: Any) -> None:
        self._code += tag in ("code", "pre", "script", "style", "textarea")

    def handle_endtag(self, tag: str) -> None:
        self._code -= tag in ("code", "pre", "script", "style", "textarea")

    def handle_data(self, data: str) -> None:
        if not self._code:
            self.words |= set(re.findall(r"word\d+z", data))


@given(st.lists(st.sampled_from(BLOCKS), min_size=1, max_size=6, unique=True))
def test_code_is_where_the_host_shows_code(blocks: list[str]) -> None:
    numbers = iter(range(100))
    text = re.sub(r"\{\}", lambda _match: f"[[word{next(numbers)}z]]", "\n\n".join(blocks))
    found: set[str] = set()

    def link(name: str, _label: object, _written: object) -> str:
        found.add(name)
        return ""

    replace_in_page(text, link, lambda *_: "")
    host = markdown.Markdown(
        extensions=[
            *("toc", "tables", "admonition", "attr_list", "md_in_html", "footnotes", "def_list"),
            *("pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed"),
        ],
        extension_configs={"pymdownx.tabbed": {"alternate_style": True}},
    )
    html = host.convert(re.sub(r"\[\[|\]\]", "", text))
    assert found == Shown(html).words


NEUTRAL = "Neutral"


def site_with(term: str) -> Site:
    references = [
        {
            "id": "doe2020",
            "type": "book",
            "title": f"On {term} again",
            "author": [{"literal": f"The {term} group"}],
        }
    ]
    bee = {"term": term, "topic": "alignment", "kind": "concept", "definition": "An insect."}
    return site_of(
        {entry_path("bee"): dump(bee), "glossary/references.json": json.dumps(references)}
    )


class Structure(HTMLParser):
    """Elements, attributes and texts, in order; what is made of a heading's words is left out."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.parts: list[Any] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kept = [
            (name, "" if name == "id" or (name == "href" and said.startswith("#")) else said)
            for name, said in [(name, " ".join((value or "").split())) for name, value in attrs]
        ]
        self.parts.append((tag, kept))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        self.parts.append(tag)

    def handle_data(self, data: str) -> None:
        self.parts.append(("text", " ".join(data.split())))

    def handle_comment(self, data: str) -> None:
        self.parts.append(("comment", data))

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(decl)

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(data)

    def handle_pi(self, data: str) -> None:
        raise AssertionError(data)


def said(parts: Any, term: str) -> Any:
    """The same with another term."""
    if isinstance(parts, str):
        return parts.replace(NEUTRAL, term)
    if isinstance(parts, list | tuple):
        return type(parts)(said(part, term) for part in parts)
    return parts


LINKS = ("[[bee]]", "[@doe2020]", "[[bee|label]]", "[@doe2020; @doe2020]")


@given(
    labels() | st.sampled_from(HOSTILE).filter(is_label),
    st.lists(st.sampled_from(POSITIONS), min_size=1, max_size=8, unique=True),
    st.lists(st.sampled_from(LINKS), min_size=1, max_size=4),
    st.sampled_from([EXTENSIONS, EXTENSIONS[:3], EXTENSIONS[:8]]),
)
def test_a_text_of_the_glossary_is_never_read_again(
    term: str, positions: list[str], links: list[str], extensions: tuple[str, ...]
) -> None:
    places = "\n\n".join(positions)
    links *= places.count("{}") // len(links) + 1
    text = places.format(*links[: places.count("{}")])
    shown, host = rendered(site_with(term), text, extensions)
    plain, _host = rendered(site_with(NEUTRAL), text, extensions)
    term = " ".join(term.split())
    assert Structure(shown).parts == said(Structure(plain).parts, term)
    assert len(re.findall(PLACEHOLDER, shown)) == shown.count("qzaaa")
    toc = repr(host.toc_tokens)
    assert len(re.findall(PLACEHOLDER, toc)) == toc.count("qzaaa")
