"""Characters that no text may hold, and those of scripts without spaces."""

import re
from functools import cache

__all__ = ["FLAGS", "FORBIDDEN", "unspaced", "without_forbidden"]

# Flags of parts of a country (England, Scotland, Wales): a black flag, letters that nobody sees, an end.
FLAGS = tuple(
    "".join(["\U0001f3f4", *(chr(0xE0000 + ord(letter)) for letter in name), "\U000e007f"])
    for name in ("gbeng", "gbsct", "gbwls")
)
_IN_FLAG = "|".join(
    f"(?<={flag[:at]})(?={flag[at:]})" for flag in FLAGS for at in range(2, len(flag) + 1)
)
_ALLOWED_BEYOND = "".join(
    f"{chr(plane * 0x10000 + (0x80 if plane == 0xE else 0))}-{chr(plane * 0x10000 + 0xFFFD)}"
    for plane in range(2, 17)
)

# C0 without tab, line feed and the carriage return before one; C1; zero-width joiners are left alone
# (scripts need them); U+2028 and U+2029, like U+0085 and a lone carriage return, end a line for YAML
# and for no editor; bidirectional overrides and isolates are what "Trojan Source" (Boucher and
# Anderson 2021) is made of, and U+206A to U+206F are their deprecated kin; surrogates come from JSON's
# escapes only; U+FEFF is a stray BOM; U+FFF9 to U+FFFB hide a text beside another; tags (U+E0000 to
# U+E007F) can hide a whole sentence, but make flags; noncharacters stand for nothing, ever.
# One class comes first, since only so the search is quick: a third of the time of alternatives.
FORBIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u206f\ud800-\udfff\ufdd0-\ufdef\ufeff"
    "\ufff9-\ufffb\ufffe\uffff\U0001fffe-\U0010ffff]"
    rf"(?<!\r(?=\n))(?<![{_ALLOWED_BEYOND}])(?!{_IN_FLAG})"
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
