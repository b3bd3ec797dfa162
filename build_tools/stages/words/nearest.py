"""Suggestions for unknown names."""

from collections.abc import Iterable

__all__ = ["choice", "nearest", "nearly", "suggestion"]

ENOUGH_LIKENESS = 62
"""Per cent of characters that two names share, in order, from which one suggests the other."""

CERTAIN_LIKENESS = 76
"""Per cent from which on one of them is the other, misspelt."""


def nearest(name: str, known: Iterable[str], count: int = 3) -> tuple[str, ...]:
    """The ``count`` known names most like ``name``, best first (normalised Indel similarity).

    Names that contain ``name`` or lie within it count as near even when they are much longer, so
    that ``reward`` finds ``reward-model``.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # only where something is misspelt

    pool = sorted(set(known))
    wanted = name.strip().lower().replace(" ", "-").replace("_", "-")[:100]
    close = process.extract(
        wanted, pool, scorer=fuzz.ratio, limit=count, score_cutoff=ENOUGH_LIKENESS
    )
    found = [item for item, _score, _index in close]
    if len(found) < count and len(wanted) >= 3:
        containing = [
            item
            for item in pool
            if item not in found and (wanted in item or (len(item) >= 3 and item in wanted))
        ]
        containing.sort(key=lambda item: (abs(len(item) - len(wanted)), item))
        found += containing[: count - len(found)]
    return tuple(found)


def nearly(name: str, known: Iterable[str]) -> str | None:
    """The known name that ``name`` must be a slip of; case and punctuation do not count."""
    from rapidfuzz import fuzz, process  # noqa: PLC0415  # as above

    best = process.extractOne(
        name, sorted(known), scorer=fuzz.ratio, processor=_plain, score_cutoff=CERTAIN_LIKENESS
    )
    return best[0] if best else None


def _plain(name: str) -> str:
    return "".join(character for character in name.lower() if character.isalnum())


def choice(name: str, known: Iterable[str]) -> str:
    """As :func:`suggestion`; where nothing is near, all that is known, which must be few."""
    names = tuple(known)
    return suggestion(name, names) or f"there are {', '.join(names) or 'none yet'}"


def suggestion(name: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known names: ``did you mean 'a', 'b' or 'c'?``, or ``""``."""
    found = [f"'{item}'" for item in nearest(name, known)]
    if not found:
        return ""
    listed = found[0] if len(found) == 1 else f"{', '.join(found[:-1])} or {found[-1]}"
    return f"did you mean {listed}?"
