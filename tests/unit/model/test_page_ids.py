"""Ids that pages have of their own; that no heading takes one is in ``tests/property``."""

import pytest

from build_tools.model.fields import ENTRY_FIELDS
from build_tools.model.page_ids import RESERVED_IDS, RESERVED_PREFIX, PageId


def test_sections_of_fields_are_reserved_like_those_of_pages() -> None:
    sections = {field.section.id for field in ENTRY_FIELDS if field.section}
    assert {"examples", "debate"} <= sections
    assert sections | set(map(str, PageId)) == RESERVED_IDS
    assert sections.isdisjoint(PageId)


@pytest.mark.parametrize("name", sorted(RESERVED_IDS))
def test_a_reserved_id_is_what_a_heading_could_become(name: str) -> None:
    assert name == name.lower()
    assert name.replace("-", "").isalnum()


@pytest.mark.parametrize("name", ["__config", "cite-1-2", "cite-", "source-1", "source-10"])
def test_beginnings_that_are_taken(name: str) -> None:
    assert RESERVED_PREFIX.match(name)


@pytest.mark.parametrize("name", ["_x", "cite", "cites-1", "source", "source-x", "a-source-1"])
def test_beginnings_that_are_free(name: str) -> None:
    assert not RESERVED_PREFIX.match(name)
