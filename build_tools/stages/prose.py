r"""Plain text with ``[[id]]``, ``[[id|text]]`` and ``[@key]``; a backslash before ``[`` escapes it."""

import re

from build_tools.stages.tokens import Citation, Problem, Prose, Reading, Token, WikiClose, WikiOpen

__all__ = ["KEYS", "citation_keys", "read_prose"]

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
        return Reading((Prose(text, True),) if text else ())
    tokens: list[Token] = []
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
            tokens.append(Prose(pending, True))
            pending = ""
        if keys is not None:
            found = citation_keys(keys, match.start("keys"))
            tokens.append(Citation(tuple(found.values()), tuple(found)))
        else:
            label = match["label"]
            labelled = bool(label and label.strip())
            tokens.append(WikiOpen(target.strip(), match.start(), at, labelled))
            if labelled:
                tokens.append(Prose(label.strip(), False))
            tokens.append(WikiClose(labelled))
    pending += text[at:]
    if pending:
        tokens.append(Prose(pending, True))
    return Reading(tuple(tokens), tuple(problems))


def citation_keys(inside: str, at: int) -> dict[int, str]:
    """The keys in ``@a; @b``, which begins at ``at``, each by the offset of its ``@``."""
    return {at + match.start(): match[0][1:] for match in _KEY.finditer(inside)}


_KEY = re.compile(r"@[^\s;]+")
