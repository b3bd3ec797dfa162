"""Characters that no text may hold, and those of scripts without spaces."""

import re
from functools import cache

__all__ = ["FORBIDDEN", "unspaced", "without_forbidden"]

# C0 without tab, line feed and the carriage return before one; C1; zero-width joiners are left alone
# (scripts need them); U+2028 and U+2029, like U+0085 and a lone carriage return, end a line for YAML
# and for no editor; bidirectional overrides and isolates are what "Trojan Source" (Boucher and
# Anderson 2021) is made of; surrogates come from JSON's escapes only; U+FEFF is a stray BOM.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
    "|\r(?!\n)"
)

_UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""The letters of Thai to Lao, Burmese, Khmer, kana and ideographs."""


@cache
def unspaced(more: str = "") -> re.Pattern[str]:
    """A run of letters that are written without spaces between words; ``more`` of them in a class.

    Compiled when first needed: it takes two milliseconds, and most glossaries need none.
    """
    return re.compile(f"[{_UNSPACED}{more}]+")


def without_forbidden(text: str) -> str:
    """``text`` with U+FFFD, the replacement character, for each forbidden one."""
    if text.isprintable():  # nearly every text, and told in a tenth of the time
        return text
    return FORBIDDEN.sub("\ufffd", text)
