"""The ids of an entry's page, and of a topic's: whatever an author's heading may not take.

An id stands here before it stands in a page, so that no two elements of a page can have the same.
"""

import re
from enum import StrEnum

from build_tools.model.fields import ENTRY_FIELDS

__all__ = ["RESERVED_IDS", "RESERVED_PREFIX", "PageId"]


class PageId(StrEnum):
    """Of what pages hold beside the fields' own sections."""

    TERM = "term"
    DEFINITION = "definition"
    READ_FIRST = "read-first"
    CONNECTIONS = "connections"
    NEIGHBOURHOOD = "neighbourhood"
    MAP_TITLE = "map-title"
    MAP_ABOUT = "map-about"
    MAP_ARROW = "map-arrow"
    MAP_CARD = "map-card"
    """Made by a script."""
    MENTIONED_IN = "mentioned-in"
    SOURCES = "sources"
    CITE = "cite"
    ENTRIES = "entries"
    """Of a topic."""
    DETAILS = "details"
    """Kept free since the first release."""


RESERVED_IDS = frozenset(
    {*map(str, PageId), *(field.section.id for field in ENTRY_FIELDS if field.section)}
)
"""Ids that no heading may take."""

RESERVED_PREFIX = re.compile(r"__|cite-|source-\d")
"""How ids begin that themes and scripts (``__config``) and pages (``cite-1-2``, ``source-1``) give."""
