r"""Plain text with ``[[id]]``, ``[[id|text]]`` and ``[@key]``; a backslash before ``[`` escapes it."""

import re

from build_tools.model.text import ASIDE, LABELED_LINK, LINK, LINK_END, PROSE, PackedText, packed
from build_tools.stages.prose.reading import Problem, Reading, UsedName, citation

__all__ = ["KEYS", "citation_keys", "read_prose", "read_remark"]

KEYS = r"@[^\[\]\s;]+(?:;\s*@[^\[\]\s;]+)*"
"""What stands between the brackets of a citation."""

_SPECIAL = re.compile(
    r"\\\["  # an escaped bracket
    r"|\[\[(?P<target>[^\[\]|\n]*)(?:\|(?P<label>[^\[\]\n]*))?\]\]"
    rf"|\[(?P<keys>{KEYS})\]"
    r"|\[\["
)


def read_prose(text: str) -> Reading:
    """Read a plain-text field."""
    if "[" not in text:
        return Reading(PackedText(PROSE + text if text else ""))
    return _read(text, PROSE)


def read_remark(text: str) -> Reading:
    """Read a plain-text field in which nothing is linked but what its author links."""
    return _read(text, ASIDE)


def _read(text: str, letter: str) -> Reading:
    parts: list[str] = []
    names: list[UsedName] = []
    problems: list[Problem] = []
    pending = ""
    at = 0
    for match in _SPECIAL.finditer(text):
        pending += text[at : match.start()]
        at = match.end()
        target, keys = match["target"], match["keys"]
        if match[0] == "\\[":
            pending += "["
            continue
        if keys is None and (target is None or not target.strip()):
            kind = "unterminated-wiki-link" if target is None else "empty-wiki-link"
            problems.append(Problem(kind, match.start(), at, match[0]))  # type: ignore[arg-type]
            pending += match[0]
            continue
        if pending:
            parts.append(letter + pending)
            pending = ""
        if keys is not None:
            part, cited = citation(citation_keys(keys, match.start("keys")))
            parts.append(part)
            names += cited
            continue
        target = target.strip()
        names.append(UsedName(target, False, match.start(), at))
        label = (match["label"] or "").strip()
        parts += (
            (LABELED_LINK + target, ASIDE + label, LINK_END) if label else (LINK + target, LINK_END)
        )
    pending += text[at:]
    if pending:
        parts.append(letter + pending)
    return Reading(packed(parts), names, problems)


def citation_keys(inside: str, at: int) -> dict[int, str]:
    """The keys in ``@a; @b``, which begins at ``at``, each by the offset of its ``@``."""
    return {at + match.start(): match[0][1:] for match in _KEY.finditer(inside)}


_KEY = re.compile(r"@[^\s;]+")
