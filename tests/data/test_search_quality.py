"""The search finds the entries of the real glossary, as promised, by the judged queries.

`python -m tests.benchmarks.search --glossaries real --engines concord --set tuning --failing`
lists what fails among the queries that the ranking may be tuned on.
"""

from collections import Counter
from collections.abc import Callable

import pytest
from rapidfuzz.distance import DamerauLevenshtein

from tests.benchmarks.search.corpora import real_site
from tests.benchmarks.search.experiment import search_with
from tests.benchmarks.search.indexing import write_index
from tests.benchmarks.search.label import mistakes
from tests.benchmarks.search.labelled import Query, QueryClass, QuerySet, read_queries
from tests.benchmarks.search.metrics import Quality, quality_by_class
from tests.benchmarks.search.promises import REAL_PROMISES

LEAST_QUERIES = 300
LEAST_DESCRIPTIONS = 30


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Quality]:
    folder = tmp_path_factory.mktemp("search")
    site = real_site()
    index = write_index(site, folder / "site")
    queries = read_queries(QuerySet.JUDGED)
    measured = search_with("concord", index, queries, folder, entries=len(site.entries), typed=0)
    return quality_by_class(measured.asked)


@pytest.mark.parametrize(
    ("query_class", "figure", "least"),
    [
        pytest.param(*promise, id=" ".join(promise[:2]).replace(" ", "-"))
        for promise in REAL_PROMISES
    ],
)
def test_promise_is_kept(
    judged: dict[str, Quality], query_class: str, figure: str, least: float
) -> None:
    reached: float = getattr(judged[query_class], figure)
    assert reached >= least, f"{figure} of {query_class} is {reached:.3f}, promised {least}"


def test_labels_are_right() -> None:
    queries = {query_set: read_queries(query_set) for query_set in QuerySet}
    wrong = list(mistakes(queries, real_site().entries))
    assert not wrong, (
        "\n".join(wrong) + "\nMend descriptions.yml by hand; "
        "`python -m tests.benchmarks.search.label` makes names.yml again."
    )


@pytest.mark.parametrize("query_set", QuerySet)
def test_enough_queries_of_every_class(query_set: QuerySet) -> None:
    queries = read_queries(query_set)
    classes = Counter(query.query_class for query in queries)
    assert len(queries) >= LEAST_QUERIES
    assert min(classes[query_class] for query_class in QueryClass) >= 10
    assert classes[QueryClass.DESCRIPTION] >= LEAST_DESCRIPTIONS


def _slips(query: Query) -> int:
    return DamerauLevenshtein.distance(query.text, query.label.casefold())


def _is_prefix(query: Query) -> bool:
    """Whether the query is what its share says, but for a hyphen or space at the end."""
    typed = query.label.casefold()[: round(len(query.label) * query.share / 100)]
    return typed.startswith(query.text) and not typed.removeprefix(query.text).strip(" -–,(")


@pytest.mark.parametrize(
    ("query_class", "is_one"),
    [
        (QueryClass.EXACT, lambda query: query.text.casefold() == query.label.casefold()),
        (QueryClass.ALIAS, lambda query: query.text.casefold() == query.label.casefold()),
        (QueryClass.ABBREVIATION, lambda query: query.text.casefold() == query.label.casefold()),
        (QueryClass.ONE_TYPO, lambda query: _slips(query) == 1),
        (QueryClass.TWO_TYPOS, lambda query: _slips(query) == 2),
        (QueryClass.PREFIX, _is_prefix),
        (
            QueryClass.REORDERED,
            lambda query: (
                query.text != query.label.casefold()
                and sorted(query.text.split()) == sorted(query.label.casefold().split())
            ),
        ),
    ],
)
def test_queries_are_what_their_class_says(
    query_class: QueryClass, is_one: Callable[[Query], bool]
) -> None:
    for query_set in QuerySet:
        queries = [query for query in read_queries(query_set) if query.query_class is query_class]
        assert not [query for query in queries if not is_one(query)]
