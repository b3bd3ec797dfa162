"""Characters that no text may hold."""

import re

__all__ = ["FORBIDDEN", "without_forbidden"]

# C0 without tab, line feed and carriage return; C1 without next line; zero-width joiners are left
# alone (scripts need them); bidirectional overrides and isolates are what "Trojan Source"
# (Boucher and Anderson 2021) is made of; surrogates cannot come from UTF-8; U+FEFF is a stray BOM.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)


def without_forbidden(text: str) -> str:
    """``text`` with U+FFFD, the replacement character, for each forbidden one."""
    return FORBIDDEN.sub("\ufffd", text)
