"""Names of things, each a distinct type with one constructor.

An identifier is ``[a-z0-9]+(-[a-z0-9]+)*``: safe as a file name, as a URL segment and as an HTML
attribute without escaping, which is why nothing downstream escapes one.
"""

import re
from typing import NewType

__all__ = [
    "EntryId",
    "KindKey",
    "ReferenceKey",
    "RelationKey",
    "SiteUrl",
    "TopicKey",
    "is_identifier",
    "is_reference_key",
    "site_url",
]

EntryId = NewType("EntryId", str)
"""The name of an entry's file without its suffix; the key of its URL."""

TopicKey = NewType("TopicKey", str)
KindKey = NewType("KindKey", str)
RelationKey = NewType("RelationKey", str)

ReferenceKey = NewType("ReferenceKey", str)
"""The ``id`` of an item in ``references.json``; any text without white space or ``[ ] ;``."""

SiteUrl = NewType("SiteUrl", str)
"""A URL relative to the site's root, without a leading slash: ``terms/reward-hacking/``."""

_IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_REFERENCE_KEY = re.compile(r"[^\s\[\];,\"'<>&]+\Z")

MAXIMUM_IDENTIFIER_LENGTH = 200
"""Characters; file systems stop at 255 bytes, and a page's folder bears this name."""


def is_identifier(text: str) -> bool:
    """Whether ``text`` may name an entry, topic, kind or relation."""
    return len(text) <= MAXIMUM_IDENTIFIER_LENGTH and _IDENTIFIER.match(text) is not None


def is_reference_key(text: str) -> bool:
    """Whether ``text`` may be the ``id`` of a reference."""
    return _REFERENCE_KEY.match(text) is not None


def site_url(*segments: str) -> SiteUrl:
    """The URL of the folder page made of ``segments``: ``site_url("terms", "a")`` is ``terms/a/``."""
    return SiteUrl("".join(f"{segment}/" for segment in segments))
