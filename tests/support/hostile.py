"""Texts that some second reader would take for more than text, and pages that show them everywhere."""

import json
import re
from collections.abc import Sequence

import markdown

from build_tools.adapters.host_markdown import PageLinks
from build_tools.emit.pages.hand_written import HandWrittenPage
from build_tools.emit.parts.context import Context
from build_tools.model.glossary import Site
from tests.support.glossaries import entry_path
from tests.support.strategies import dump, in_markdown, in_prose

__all__ = ["EXTENSIONS", "HOSTILE", "PLACEHOLDER", "POSITIONS", "glossary_with", "rendered"]

HOSTILE = (
    # Markdown, with the extensions that hosts have
    "*Bee*{ tabindex=0 autofocus onfocus=window.__pwned=1 }",
    "_Bee_{ onclick=window.__pwned=1 .md-overlay #__config }",
    "[Bee](javascript:window.__pwned=1)",
    "![Bee](https://evil.example/bee.png)",
    "[Bee][1] [1] [^1] [TOC]",
    "<https://evil.example/> https://evil.example bee@evil.example",
    "`code` ``` ~~~ ++ctrl+alt++ ==mark== :smile: $x$ \\(x\\)",
    "a | b | c",
    "# Bee {: onclick=window.__pwned=1 }",
    "!!! bee",
    "*[HTML]: bee",
    "--8<-- mkdocs.yml",
    # HTML: between tags, in attributes, in elements that end in their own ways
    "<img src=x onerror=window.__pwned=1>",
    "</title><script>window.__pwned=1</script>",
    "</script><script>window.__pwned=1</script>",
    "</textarea></style></noscript></svg></a><svg onload=window.__pwned=1>",
    '" autofocus tabindex=0 onfocus="window.__pwned=1',
    "' autofocus tabindex=0 onfocus='window.__pwned=1",
    " autofocus tabindex=0 onfocus=window.__pwned=1 x=",
    "--> <!-- bee ]]> <![CDATA[ <?xml ?> <!DOCTYPE x>",
    "<!-- concord:topics -->",
    "&lt;img src=x onerror=window.__pwned=1&gt; &amp;lt; &#60;b> &quot; &#x27; &copy",
    "javascript:window.__pwned=1",
    "//evil.example/",
    # templates, scripts, YAML, JSON, spreadsheets, BibTeX
    "{{ 7 * 7 }} {% raw %} {# #} ${window.__pwned=1} `${1}` <%= 1 %> %(x)s {0}",
    '\\u003cscript\\u003e \\x3c \\ \\\\ \\" \\n',
    "---",
    "...",
    "- a: b # c",
    "!!python/object/apply:os.system [id]",
    '=HYPERLINK("https://evil.example")',
    "+1 -1 @SUM(A1) | cmd",
    "a} , url = {javascript:1} , note = {b",
    "{ }} {{ \\{ \\} % # & ~ ^ _ $",
    # what the engine itself reads
    "concordslotcontentend concordslotmainend",
    "qzaaaaaaaaaaaaaaa",
    "\\[[bee]] \\[@doe2020]",
    # services that take lines of a log for commands
    "::error file=x::bee",
    "##[error]bee ##vso[task.setvariable variable=x]bee",
    "constructor __proto__ toString",
)
"""All are allowed in every field. None has an effect."""

PLACEHOLDER = r"(?i)qz[a-z]{15}"
"""What stands for a link while the host reads a page. No site ever has one but as its author's text."""

EXTENSIONS = (
    *("toc", "tables", "admonition", "attr_list", "md_in_html", "footnotes", "abbr", "def_list"),
    *("pymdownx.details", "pymdownx.superfences", "pymdownx.tabbed", "pymdownx.highlight"),
    *("pymdownx.emoji", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.betterem"),
    *("pymdownx.smartsymbols", "pymdownx.mark", "pymdownx.caret", "pymdownx.tilde"),
    *("pymdownx.tasklist", "pymdownx.critic", "smarty"),
)
"""As many as get along with each other."""

POSITIONS = (
    "See {}, {} and **{}**, *{}*, ~~{}~~.",
    "# {}",
    "## The {} of {}",
    '### {} {{: .fancy title="{}" }}',
    "Under {}\n=======",
    "[TOC]",
    '[text]({}) [text](<{}> "title {}") [more {}](other.md) [far](https://example.org/?q={})',
    '![text of {}](image.png "title {}")\n![]({})',
    '[ref {}][ref]\n\n[ref]: https://example.org/ "title {}"',
    '<span title="{}" aria-label=\'{}\' class="{}" id="{}" data-x="{}">{}</span>',
    "<img alt={} src=image.png> <b {}>x</b> <{}>",
    "<a href=\"{}\">{}</a> <a href='#{}'>x</a>",
    '<p onclick="{}" style="{}" srcdoc="{}">{}</p>',
    "| a | {} |\n|---|---|\n| {} | {} |",
    '!!! note "Title {}"\n    Text {}\n\n    More {}',
    '??? tip "Title {}"\n    {}',
    '=== "Tab {}"\n\n    {}',
    "Foot[^1]\n\n[^1]: Note {}\n\n    More {}",
    "HTML\n\n*[HTML]: title {}",
    "Term {}\n:   Definition {}",
    '<div markdown="1" title="{}">\nText **{}**\n\n- item {}\n</div>',
    "<div title='{}'>\nraw {}\n\n    raw {}\n</div>",
    "<details markdown><summary>{}</summary>\n\n{}\n\n</details>",
    "- item {}\n\n    more {}\n\n- [ ] task {}",
    "1. item {}\n    - item {}",
    "> quote {}\n>\n> - {}",
    "<{}@example.org> <https://example.org/{}> https://example.org/{}",
    "`code {}` ``code {}`` <code>{}</code>",
    '```py title="{}"\nx = {}\n```',
    "~~~\n{}\n~~~",
    "    indented {}",
    '<pre>{}</pre>\n<script type="text/plain">let x = "{}"</script>\n<style>p {{ }} /* {} */</style>',
    "<!-- {} -->\n\ntext <!-- {} --> text",
    "<textarea>{}</textarea> <button>{}</button> <svg><title>{}</title></svg>",
    "\\{} `{}",
    'x{}y {}{} _{}_ ({}) "{}" {}\'s',
    "++ctrl+{}++ =={}== ^^{}^^ :{}: {{>>{}<<}}",
)
"""Markdown with a place for a link or citation wherever one may come to stand."""


def rendered(
    site: Site, text: str, extensions: Sequence[str] = EXTENSIONS, url: str = "notes/"
) -> tuple[str, markdown.Markdown]:
    """A hand-written page as the host renders it, and what rendered it."""
    page = HandWrittenPage(Context(site), url)
    options = {"pymdownx.tabbed": {"alternate_style": True}, "toc": {"permalink": True}}
    reader = markdown.Markdown(
        extensions=[*extensions, PageLinks(lambda: page)],
        extension_configs={name: options[name] for name in extensions if name in options},
    )
    return page.completed(reader.convert(text)), reader


def glossary_with(text: str) -> dict[str, str]:
    """Files of a glossary that says ``text`` in every field that takes text."""
    prose, body = in_prose(text), in_markdown(text)
    topics = {
        key: {"label": f"{text} {key}", "definition": f"{prose} d", "story": f"{body}\n\n## {body}"}
        for key in ("alignment", "safety")
    }
    kinds = {"concept": {"label": text, "definition": prose}}
    relations = {
        "related": {"label": text, "symmetric": True, "definition": prose},
        "exploits": {"label": text, "inverse_label": f"by {text}", "definition": prose},
    }
    names = ("title", "container-title", "publisher", "volume", "issue", "page", "edition", "type")
    reference = {
        "id": "doe2020",
        **dict.fromkeys((*names, "DOI", "archive_location"), text),
        "author": [{"family": text, "given": text}, {"literal": text}],
        "URL": "https://example.org/work",
        "issued": {"date-parts": [[2020]]},
    }
    own = {
        "term": f"{text} own",
        "aliases": [f"{text} alias"],
        "abbreviation": f"{text} abbreviation",
        "topic": "alignment",
        "kind": "concept",
        "definition": f"{prose} of a [[other|{_label(text)}]] [[other]] [@doe2020].",
        "body": f"{body} [[other]] [@doe2020]\n\n## {body}\n\n| {body} |\n|---|\n| {body} |\n\n- {body}",
        "examples": [prose, f"{prose}\n\n{prose}"],
        "misconception": prose,
        "debate": {"question": prose, "positions": [{"claim": prose, "sources": ["doe2020"]}]},
        "links": [
            {"relation": "exploits", "target": "other", "because": prose, "sources": ["doe2020"]},
            {"relation": "related", "target": "other", "because": f"{prose} [[other]]"},
        ],
        "sources": ["doe2020"],
        "reviewed": "2026-11-23",
        "status": "reviewed",
        "former_ids": ["old"],
    }
    other = {
        "term": f"{text} other",
        "topic": "safety",
        "kind": "concept",
        "definition": f"{prose} and more.",
        "status": "deprecated",
        "replaced_by": "own",
    }
    return {
        "glossary/topics.yml": dump(topics),
        "glossary/kinds.yml": dump(kinds),
        "glossary/relations.yml": dump(relations),
        "glossary/references.json": json.dumps([reference]),
        "glossary/hidden_labels.yml": dump({"own": [f"{text} hidden"]}),
        entry_path("own"): dump(own),
        entry_path("other"): dump(other),
    }


def _label(text: str) -> str:
    """As much of ``text`` as the words of a link can say."""
    return re.sub(r"[\[\]|\n\\]", " ", text).strip() or "x"
