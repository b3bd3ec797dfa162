"""Terms that prose names: one pass of an Aho–Corasick automaton over each entry's text.

Labels match as whole words, the longest first, without regard to case, except that words written
with inner capitals (``RLHF``, ``CoT``) must be written just so. Word boundaries become characters
of the haystack and of the patterns, which makes "whole word" part of the match itself::

    text        reward models (RLHF)
    haystack    ·reward· ·models· (·rlhf·)        · is U+0001
    pattern     ·reward· ·models·
"""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from build_tools.model.entry import Entry, Status
from build_tools.model.identifiers import EntryId
from build_tools.model.source import Pointer
from build_tools.stages.tokens import Prose, Reading, WikiOpen
from build_tools.stages.validate import prose_fields

__all__ = ["Mention", "MentionMatcher", "Mentioned", "mentioned_by"]

_EDGE = "\x01"
_FIELD_END = "\x02"
_BOUNDARY = re.compile(r"\b")
# Hyphens, dashes and any white space are one space; curly apostrophes are straight.
_FOLD = {ord(character): " " for character in "-‐‑‒–—\n\t\r\u00a0\u2009\u202f"} | {
    ord("’"): "'",
    1: " ",
    2: " ",
}
_INNER_CAPITAL = re.compile(r"\w+[^\W\d_a-z]\w*")
# Scripts written without spaces: Thai, Lao, Khmer, Myanmar, kana, Han.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)

SHORTEST_LABEL = 2
"""Characters; a single letter names too much."""


class Mention(NamedTuple):
    """A term found in one of several runs of prose."""

    run: int
    """Which run, counted from 0."""
    start: int
    end: int
    target: EntryId


class Mentioned(NamedTuple):
    """The entries that one entry's text names."""

    anywhere: tuple[EntryId, ...]
    """In order of appearance, by wiki links or by name."""
    in_definition: frozenset[EntryId]
    """Those that its definition names."""


class MentionMatcher:
    """All labels of a glossary, ready to be looked for."""

    def __init__(
        self,
        entries: Iterable[Entry],
        plural_suffixes: Sequence[str] = (),
        unlinked_labels: Sequence[str] = (),
    ) -> None:
        targets: dict[str, tuple[EntryId, str]] = {}
        plurals: dict[str, tuple[EntryId, str]] = {}
        current = [entry for entry in entries if entry.status is not Status.DEPRECATED]
        for rank in ("preferred", "alternative"):
            for entry in current:
                for label in entry.labels[:1] if rank == "preferred" else entry.labels[1:]:
                    if len(label) < SHORTEST_LABEL:
                        continue
                    targets.setdefault(_pattern(label), (entry.id, label))
                    for suffix in plural_suffixes:
                        plurals.setdefault(_pattern(label + suffix), (entry.id, label))
        for pattern, target in plurals.items():
            targets.setdefault(pattern, target)
        for left_out in ("", *map(_pattern, unlinked_labels)):
            targets.pop(left_out, None)
        self._targets = tuple(target for target, _label in targets.values())
        self._exact = tuple(_INNER_CAPITAL.findall(label) for _target, label in targets.values())
        self._leading = tuple(pattern.startswith(_EDGE) for pattern in targets)
        self._automaton = (
            AhoCorasick(
                list(targets),
                matchkind=MatchKind.LeftmostLongest,
                store_patterns=False,
                implementation=Implementation.ContiguousNFA,
            )
            if targets
            else None
        )

    def find(self, runs: Sequence[str]) -> list[Mention]:
        """Every term in ``runs``, in order; runs do not touch each other."""
        if self._automaton is None or not runs:
            return []
        whole = _FIELD_END.join(runs)
        haystack = _haystack(whole)
        ends: list[int] = []
        total = -1
        for run in runs:
            total += len(run) + 1
            ends.append(total)
        found: list[Mention] = []
        at = 0
        counted_to = edges = 0
        for index, begin, end in self._automaton.find_matches_as_indexes(haystack):
            start = begin + self._leading[index]
            edges += haystack.count(_EDGE, counted_to, start)
            counted_to = start
            first = start - edges
            last = first + (end - start) - haystack.count(_EDGE, start, end)
            exact = self._exact[index]
            if exact:
                written = whole[first:last]
                if not all(word in written for word in exact):
                    continue
            while ends[at] <= first:
                at += 1
            base = ends[at] - len(runs[at])
            found.append(Mention(at, first - base, last - base, self._targets[index]))
        return found


def mentioned_by(entry: Entry, matcher: MentionMatcher) -> Mentioned:
    """What ``entry`` names, itself left out."""
    fields: list[tuple[Pointer, Reading]] = list(prose_fields(entry))
    runs: list[str] = []
    owners: list[int] = []
    wiki: list[tuple[int, int, EntryId]] = []
    for index, (_pointer, reading) in enumerate(fields):
        for token in reading.tokens:
            if isinstance(token, Prose):
                if token.linkable:
                    runs.append(token.text)
                    owners.append(index)
            elif isinstance(token, WikiOpen):
                wiki.append((index, len(runs), EntryId(token.target)))
    in_definition = {target for index, _run, target in wiki if index == 0}
    order: list[tuple[int, int, EntryId]] = [(run, -1, target) for _index, run, target in wiki]
    for mention in matcher.find(runs):
        order.append((mention.run, mention.start, mention.target))
        if owners[mention.run] == 0:
            in_definition.add(mention.target)
    order.sort()
    anywhere = dict.fromkeys(target for _run, _start, target in order)
    anywhere.pop(entry.id, None)
    in_definition.discard(entry.id)
    return Mentioned(tuple(anywhere), frozenset(in_definition))


def _folded(text: str) -> str:
    """``text`` in small letters with plain spaces, of the same length."""
    folded = text.lower()
    if len(folded) != len(text):  # U+0130 alone becomes two characters
        folded = "".join(
            low if len(low) == 1 else character
            for character in text
            for low in (character.lower(),)
        )
    return folded.translate(_FOLD)


def _haystack(text: str) -> str:
    folded = text.lower()
    if len(folded) != len(text):
        folded = _folded(text)
    parts = (part.translate(_FOLD) for part in folded.split(_FIELD_END))
    return _BOUNDARY.sub(_EDGE, _FIELD_END.join(parts))


def _pattern(label: str) -> str:
    pattern = _BOUNDARY.sub(_EDGE, " ".join(_folded(label).split()))
    if _UNSPACED.match(label[:1]):
        pattern = pattern.removeprefix(_EDGE)
    if _UNSPACED.match(label[-1:]):
        pattern = pattern.removesuffix(_EDGE)
    return pattern
