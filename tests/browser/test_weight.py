"""What a reader's browser downloads for one entry page, the first time, whatever the glossary's size."""

import os
import statistics
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

import pytest

from tests.benchmarks import generate
from tests.browser.conftest import Observed, OpenPage, Served, built_and_served
from tests.browser.serving import transferred

MOST = 90_000
"""Bytes, compressed, all together."""
MARGIN = 3_000
"""Bytes by which two glossaries' typical pages may differ: texts differ, nothing else does."""
LARGE = int(os.environ.get("WEIGHT_ENTRIES", "200"))
"""Entries of the larger generated glossary: ``WEIGHT_ENTRIES=20000 pytest tests/browser/test_weight.py``."""
SMALL = 20 if LARGE <= 200 else 200


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[int, Served]]:
    """Glossaries of the benchmarks' kind."""
    folders = {size: tmp_path_factory.mktemp(f"generated-{size}") for size in (SMALL, LARGE)}
    for size, folder in folders.items():
        assert generate.main([str(size), str(folder), "--peers", "concord"]) == 0
    small, large = (built_and_served(folder / "concord", folder) for folder in folders.values())
    with small as first, large as second:
        yield {SMALL: first, LARGE: second}


def downloads(open_page: OpenPage, observed: Observed, where: Served, name: str) -> dict[str, int]:
    """What a cold visit to an entry fetches, each with the bytes that a server sends for it."""
    observed.requested.clear()
    page = open_page(f"{where.url}terms/{name}/")
    page.wait_for_load_state("networkidle")
    page.hover("main h1")
    sizes = {}
    for url in dict.fromkeys(observed.requested):
        if not url.startswith(where.url):
            continue  # data: in style sheets; anything else is an offence
        path = unquote(urlsplit(url).path.removeprefix(urlsplit(where.url).path))
        file = where.site.folder / path
        sizes[path] = transferred(
            path, (file / "index.html" if path[-1:] in ("", "/") else file).read_bytes()
        )
    return sizes


@pytest.mark.parametrize("name", ["reward-hacking", "alignment"])
def test_a_cold_entry_page_is_light(
    real: Served, open_page: OpenPage, observed: Observed, name: str
) -> None:
    sizes = downloads(open_page, observed, real, name)
    assert f"terms/{name}/" in sizes
    assert sum(sizes.values()) <= MOST, sizes


def test_the_heaviest_entry_page_is_light_too(
    real: Served, open_page: OpenPage, observed: Observed
) -> None:
    heaviest = max(
        real.site.entries,
        key=lambda name: len((real.site.folder / f"terms/{name}/index.html").read_bytes()),
    )
    sizes = downloads(open_page, observed, real, heaviest)
    assert sum(sizes.values()) <= MOST, sizes


def test_weight_does_not_grow_with_the_glossary(
    generated: dict[int, Served], open_page: OpenPage, observed: Observed
) -> None:
    typical: dict[int, float] = {}
    shared: dict[int, dict[str, int]] = {}
    for size, where in generated.items():
        names = sorted(where.site.entries)
        visits = {
            name: downloads(open_page, observed, where, name)
            for name in names[:: len(names) // 3][:3]
        }
        typical[size] = statistics.median(sum(sizes.values()) for sizes in visits.values())
        shared[size] = {
            path: weight
            for name, sizes in visits.items()
            for path, weight in sizes.items()
            if path != f"terms/{name}/"
        }
        assert max(sum(sizes.values()) for sizes in visits.values()) <= MOST
    assert shared[SMALL] == shared[LARGE], "something that every page loads grows"
    assert abs(typical[LARGE] - typical[SMALL]) <= MARGIN, typical


def test_nothing_that_grows_is_fetched_unasked(
    real: Served, open_page: OpenPage, observed: Observed
) -> None:
    for kind in ("terms/reward-hacking/", "topics/alignment/", ""):
        open_page(real.url + kind).wait_for_load_state("networkidle")
    fetched = {urlsplit(url).path for url in observed.requested}
    assert not [path for path in fetched if path.startswith("/data/") or path.endswith(".xml")]
    index = ("search_index", "/workers/", "/data/search")
    assert not [path for path in fetched if any(name in path for name in index)]
