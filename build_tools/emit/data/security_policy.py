"""The policy that a server can send with the site, so that browsers run no script but the site's.

Pages of the site hold no script of ours, but the host's theme puts a few lines into each; a policy
that names their hashes allows them and nothing else (Content Security Policy Level 3, 8.3).
"""

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256

from build_tools.model.artifact import Artifact

__all__ = ["SECURITY_POLICY", "script_hashes", "security_policy"]

SECURITY_POLICY = "data/content-security-policy.txt"

_SCRIPT = re.compile(
    r"<script((?:[^>\"']|\"[^\"]*\"|'[^']*')*+)>(.*?)</script", re.DOTALL | re.IGNORECASE
)
_ATTRIBUTE = re.compile(r"([^\s=\"'/]+)(?:\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s\"']*))?")


def script_hashes(page: str) -> frozenset[str]:
    """The hashes of the scripts that stand in a page, as a policy names them."""
    return frozenset(
        f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
        for attributes, text in _SCRIPT.findall(page)
        if _runs({name.lower(): value for name, value in _ATTRIBUTE.findall(attributes)})
    )


def _runs(attributes: Mapping[str, str]) -> bool:
    """Whether a script runs, and is not in a file of its own."""
    return "src" not in attributes and "json" not in attributes.get("type", "").lower()


def security_policy(hashes: Iterable[str]) -> Artifact:
    """One line: what follows ``Content-Security-Policy:`` in the header of every page.

    Styles may stand in pages: the theme sets some by attributes, which no script needs.
    """
    scripts = " ".join(["'self'", *sorted(hashes)])
    rules = (
        "default-src 'self'",
        f"script-src {scripts}",
        "style-src 'self' 'unsafe-inline'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'self'",
    )
    return Artifact(SECURITY_POLICY, (("; ".join(rules) + "\n").encode(),))
