"""Hashes of the nine-word windows of the seed article, which is not in this repository.

`python -m tests.data.seed_windows ARTICLE` writes `seed_windows.txt` again.
"""

import re
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

WINDOW = 9
"""Words; a run of eight may be shared."""
STORED = Path(__file__).with_name("seed_windows.txt")


def windows(text: str) -> Iterator[str]:
    """Each run of nine words, in lower case, without markers, citations and punctuation."""
    # The labels of a drawing are texts of their own, not one run of words.
    for part in text.split("</text>"):
        plain = re.sub(r"\[@[^\]]*\]|\[\[(?:[^\]|]*\|)?|<[^>]*>|\]\([^)]*\)", " ", part)
        words = re.findall(r"[^\W_]+", plain.casefold().replace("’", "").replace("'", ""))
        for start in range(len(words) - WINDOW + 1):
            yield " ".join(words[start : start + WINDOW])


def hashed(window: str) -> str:
    """Eight bytes of BLAKE2b, in hexadecimal."""
    return blake2b(window.encode(), digest_size=8).hexdigest()


if __name__ == "__main__":
    article = Path(sys.argv[1]).read_text(encoding="utf-8")
    hashes = sorted({hashed(window) for window in windows(article)})
    STORED.write_text("".join(f"{item}\n" for item in hashes), encoding="utf-8")
