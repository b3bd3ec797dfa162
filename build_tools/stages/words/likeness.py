"""What two labels have in common that a reader cannot tell apart."""

import unicodedata

from build_tools.stages.words.invisible import INVISIBLE

__all__ = ["skeleton"]


def skeleton(label: str) -> str:
    """``label`` without case, without what nobody sees, and in Unicode's normal form C.

    Compatible characters stay apart: ``R²`` and ``R2`` are two things.
    """
    if label.isascii():  # nearly every label
        return label.casefold()
    folded = INVISIBLE.sub("", unicodedata.normalize("NFD", label)).casefold()
    # Casefolding may leave what is not in a normal form (Unicode, D145).
    return " ".join(unicodedata.normalize("NFC", unicodedata.normalize("NFD", folded)).split())
