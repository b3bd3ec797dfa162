"""The order of labels, for people."""

import unicodedata
from functools import lru_cache

__all__ = ["collation_key", "initial"]


_SPACES = {code: " " for code in range(128) if not chr(code).isalnum()}


@lru_cache(maxsize=1 << 16)
def collation_key(label: str) -> tuple[str, str]:
    """Sort without regard to case, accents and punctuation; ties are broken by the label itself."""
    if label.isascii():
        plain = label.lower().translate(_SPACES)
    else:
        decomposed = unicodedata.normalize("NFKD", label.casefold())
        plain = "".join(
            character for character in decomposed if not unicodedata.combining(character)
        )
        plain = "".join(character if character.isalnum() else " " for character in plain)
    return " ".join(plain.split()), label


def initial(label: str) -> str:
    """The heading under which a label stands in an A–Z list: a capital letter, or ``0–9``."""
    first = collation_key(label)[0][:1]
    return "0–9" if not first or first.isdigit() else first.upper()
