"""Which URLs an author may write."""

import re

__all__ = ["is_remote", "is_safe_url"]

_SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):", re.IGNORECASE)
_IGNORED_BY_BROWSERS = re.compile("[\x00-\x20\x7f-\xa0\u2028\u2029]")

SAFE_SCHEMES = frozenset({"http", "https", "mailto"})


def is_safe_url(url: str) -> bool:
    """Whether following ``url`` can only load a page or write a mail.

    Browsers drop white space and control characters inside a scheme (WHATWG URL, section 4.4), so
    ``java&Tab;script:`` must be seen as they see it. Without a scheme a URL is relative and safe.
    """
    match = _SCHEME.match(_IGNORED_BY_BROWSERS.sub("", url))
    return match is None or match[1].lower() in SAFE_SCHEMES


def is_remote(url: str) -> bool:
    """Whether loading ``url`` would leave the site: it has a scheme, or begins with ``//``."""
    seen = _IGNORED_BY_BROWSERS.sub("", url).replace("\\", "/")
    return seen.startswith("//") or _SCHEME.match(seen) is not None
