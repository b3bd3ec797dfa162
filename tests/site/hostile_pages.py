"""A project whose hand-written pages show hostile terms, titles and words wherever they can stand."""

import json
from pathlib import Path

import yaml

from tests.support.hostile import EXTENSIONS, HOSTILE, POSITIONS
from tests.support.strategies import dump

__all__ = ["COPYRIGHT", "SITE_NAME", "hostile_pages_project", "shown"]

SITE_NAME = (
    "Salt & </title><script>window.__pwned='site'</script> \" it's {{ 7 * 7 }} &lt;b&gt; \u202e"
)
COPYRIGHT = (
    "&copy; <a href=\"https://example.org\">us</a> <script>window.__pwned='copyright'</script>"
    '<img src=x onerror="window.__pwned=\'copyright\'"><a href="javascript:window.__pwned=1">x</a>'
)
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)


def shown(number: int) -> str:
    """The term of an entry, as a page shows it."""
    return " ".join(HOSTILE[number].split())


def hostile_pages_project(folder: Path) -> Path:
    """An entry, a work and a page of its own for each hostile text, and a page with all places."""
    for path, text in _files().items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    for name in ("docs/image.png", "docs/places/image.png"):
        (folder / name).write_bytes(PIXEL)
    return folder


def _files() -> dict[str, str]:
    references = [
        {
            "id": f"r{at}",
            "type": "book",
            "title": text,
            "author": [{"literal": text}],
            "issued": {"date-parts": [[2020]]},
        }
        for at, text in enumerate(HOSTILE)
    ]
    files = {
        "mkdocs.yml": _configuration(),
        "glossary/topics.yml": dump({"t": {"label": HOSTILE[13], "definition": HOSTILE[17]}}),
        "glossary/kinds.yml": dump({"k": {"label": HOSTILE[14], "definition": "D"}}),
        "glossary/references.json": json.dumps(references),
        "docs/index.md": "# [[e0]]\n\nWelcome.\n\n<!-- concord:topics -->\n",
        "docs/places/index.md": _places(),
        "docs/places/other.md": "# Other\n\nText.\n",
    }
    for at, text in enumerate(HOSTILE):
        entry = {"term": text, "topic": "t", "kind": "k", "definition": f"It is thing number {at}."}
        files[f"glossary/entries/e{at}.yml"] = dump(entry)
        files[f"docs/titles/{at}.md"] = (
            f"# [[e{at}]]\n\nText [@r{at}] of [[e{at}|{_words(text)}]].\n\n## The [[e{at}]]\n"
        )
    return files


def _words(text: str) -> str:
    return "".join(" " if letter in "[]|" else letter for letter in text)


def _places() -> str:
    """Every place three times, with other entries in it each time."""
    links = (form.format(at) for _ in range(9) for at in range(len(HOSTILE)) for form in _FORMS)
    blocks = []
    for turn in range(3):
        for place in POSITIONS:
            text = place.format(*[next(links) for _ in range(place.count("{}"))])
            blocks.append(text.replace("[^1]", f"[^{turn}]").replace("[ref]", f"[ref{turn}]"))
    return "# Places\n\n" + "\n\n".join(blocks) + "\n"


_FORMS = ("[[e{}]]", "[@r{}]", "[[e{}]]")


def _configuration() -> str:
    value = {
        "site_name": SITE_NAME,
        "site_url": "https://glossary.example.org/",
        "site_description": SITE_NAME,
        "site_author": SITE_NAME,
        "copyright": COPYRIGHT,
        "theme": {"name": "material", "font": False},
        "markdown_extensions": [
            *[name for name in EXTENSIONS if name not in ("toc", "tables", "pymdownx.tabbed")],
            {"toc": {"permalink": True}},
            {"pymdownx.tabbed": {"alternate_style": True}},
        ],
        "plugins": ["search", "concord"],
    }
    return str(yaml.safe_dump(value, allow_unicode=False))
