"""A definition says little more than the term itself.

A definition names the kind of thing (the genus) and then what sets it apart.

Wrong: `Reward hacking is the hacking of rewards.`

Right: `A failure in which a system earns a high score on its reward signal in ways that its
designers did not intend.`

At least half of the longer words have to be others than the term's.
"""

import re
from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.DEFINITION_REPEATS_TERM, Severity.WARNING)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Compare the longer words of the definition with those of the term."""
    own = {_stem(word) for word in _WORD.findall(entry.term.lower())}
    definition = entry.definition.lower()
    if not any(stem in definition for stem in own):
        return  # nearly every definition; the rest is slow
    words = [_stem(word) for word in _WORD.findall(definition) if len(word) >= LONG]
    repeated = sum(word in own for word in words)
    if repeated * 2 >= len(words) and repeated:
        where = Place(entry.path, ("definition",))
        yield RULE.at(
            where,
            "the definition only repeats the term",
            "say what kind of thing it is and what sets it apart",
        )


def _stem(word: str) -> str:
    """The beginning that inflections of a word share, roughly and in any alphabet."""
    return word[:5]


LONG = 4
"""Letters from which a word is likely to carry meaning."""

_WORD = re.compile(r"[^\W\d_]+")
