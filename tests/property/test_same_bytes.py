"""Same input, same bytes, whatever the order in which files are read."""

from collections.abc import Sequence
from hashlib import sha256
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from build_tools.compiler import compile_glossary
from build_tools.emit.pages.entry import entry_pages
from build_tools.emit.site import emit, front_matter, plan
from build_tools.model.project import Project, Settings
from build_tools.model.source import SourceFile
from tests.support.glossaries import VOCABULARIES, entry_path
from tests.support.pages import SHELL
from tests.support.strategies import dump, in_markdown, in_prose, texts

NAMES = ("ab", "bc", "cd", "de")
PROJECT = Project(
    url="https://example.org/", settings=Settings(plural_suffixes=("s",), manual=True)
)


def digests(sources: Sequence[SourceFile]) -> dict[str, str]:
    """Every file of a site by path."""
    site = compile_glossary(sources, PROJECT).site
    assert site is not None
    made = plan(site, None, has_home=False, imports_of=lambda _script: ())
    pages = {url: front_matter(page) + SHELL.stamp(page.slots) for url, page in made.hosted.items()}
    others = emit(made, dict.fromkeys(made.shells, SHELL), ["about/"])
    files = {
        artifact.path: sha256(b"".join(artifact.pieces)).hexdigest()
        for artifact in (*others, *entry_pages(made.context, SHELL, made.context.ids))
    }
    return {**files, **pages}


@settings(max_examples=max(20, settings().max_examples // 4))  # each builds a site twice
@given(
    st.fixed_dictionaries({name: st.tuples(texts(), texts()) for name in NAMES}),
    st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES))),
    st.randoms(use_true_random=False),
)
def test_the_order_of_files_does_not_matter(
    contents: dict[str, tuple[str, str]], pairs: set[tuple[str, str]], random: Random
) -> None:
    files = dict(VOCABULARIES)
    for name, (definition, body) in contents.items():
        entry = {
            "term": f"term {name}",
            "topic": "safety" if "c" in name else "alignment",
            "kind": "concept",
            "definition": f"{in_prose(definition)} and terms ab",
            "body": f"{in_markdown(body)} and [[{NAMES[0] if name != NAMES[0] else NAMES[1]}]]",
            "links": [
                {"relation": "exploits", "target": two, "because": in_prose(definition)}
                for one, two in sorted(pairs)
                if one == name != two
            ],
        }
        files[entry_path(name)] = dump(entry)
    sources = [SourceFile(path, text.encode()) for path, text in files.items()]
    first = digests(sources)
    random.shuffle(sources)
    assert digests(sources) == first
