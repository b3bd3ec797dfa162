"""Files that stand for those of the host's."""

from dataclasses import dataclass

__all__ = ["File"]


@dataclass
class File:
    """One that is to be published."""

    src_uri: str
    content_string: str
