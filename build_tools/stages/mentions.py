"""Terms that prose names: one pass of an Aho–Corasick automaton over each entry's text.

Labels match as whole words, the longest first, without regard to case, except that words written
with inner capitals (``RLHF``, ``CoT``) must be written just so. In the haystack words begin with a
capital and have no other, and whatever is no letter or digit is a space. A pattern begins with the
capital and ends with the space, so that "whole word" is nearly all part of the match, neighbours do
not compete for the space between them, and every place is the same in text and haystack::

    text        an inverse reward model (RLHF)
    haystack    An Inverse Reward Model  Rlhf ·       · is a space
    pattern                Reward Model·
"""

from array import array
from collections.abc import Container, Iterable, Iterator, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from build_tools.model.entry import Entry, Status
from build_tools.model.identifiers import EntryId
from build_tools.model.text import EntryTexts, linked_and_prose
from build_tools.stages.words.haystack import (
    RUN_END,
    Spelling,
    folded,
    is_unspaced,
    pattern_of,
    spelling_of,
)

__all__ = ["Mention", "MentionMatcher", "Mentioned", "NamedProse", "gather", "mentioned_by"]


SHORTEST_LABEL = 2
"""Characters; a single letter names too much."""
_MOST_REPEATS = 100
"""Of the search in one text, so that no text can make it slow."""


class NamedProse(NamedTuple):
    """An entry's prose, and the entries that its author links in it."""

    text: str
    """All linkable runs, separated by :data:`RUN_END`."""
    definition_runs: int
    """How many of them are the definition's; they come first."""
    wiki: tuple[tuple[int, EntryId], ...]
    """Targets of wiki links, each with how many runs come before it."""


class Mention(NamedTuple):
    """A term found in one of several runs of prose."""

    run: int
    """Which run, counted from 0."""
    start: int
    end: int
    target: EntryId


Occurrence: TypeAlias = tuple[int, int, int, int]
"""A mention, with the target's rank among all ids."""


class Mentioned(NamedTuple):
    """The entries that one entry's text names. A rank is a place among all ids."""

    anywhere: "array[int]"
    """Their ranks in order of appearance, by wiki links or by name."""
    in_definition: "array[int]"
    """Those that its definition names, sorted."""
    links: "array[int]"
    """What the page is to link: run, start, end and the target's rank among all ids, again and
    again. Numbers, because a large glossary has a million of them."""


def gather(texts: EntryTexts) -> NamedProse:
    """The linkable prose of an entry's texts."""
    runs: list[str] = []
    links: list[tuple[int, EntryId]] = []
    definition_runs = 0
    for index, (_pointer, (text, _headings)) in enumerate(texts):
        linked_and_prose(text, runs, links)
        if index == 0:
            definition_runs = len(runs)
    return NamedProse(RUN_END.join(runs), definition_runs, tuple(links))


class _Label(NamedTuple):
    """How one label is found."""

    target: int
    """The rank of its entry."""
    anywhere: bool
    """Whether it may begin inside a word, since its script has no spaces."""
    spaced: bool
    """Whether its pattern ends with a space, which is not the label's."""
    spelling: Spelling | None
    """``None`` for nearly every label."""


class MentionMatcher:
    """All labels of a glossary, ready to be looked for."""

    def __init__(
        self,
        entries: Iterable[Entry],
        plural_suffixes: Sequence[str] = (),
        unlinked_labels: Sequence[str] = (),
        most: int = 24,
    ) -> None:
        targets: dict[str, tuple[EntryId, str]] = {}
        plurals: dict[str, tuple[EntryId, str]] = {}
        all_entries = tuple(entries)
        current = [entry for entry in all_entries if entry.status is not Status.DEPRECATED]
        labels = [entry.labels for entry in current]
        for some in (slice(1), slice(1, None)):  # preferred labels before alternative ones
            for entry, own in zip(current, labels, strict=True):
                for label in own[some]:
                    if len(label) < SHORTEST_LABEL:
                        continue
                    targets.setdefault(pattern_of(label), (entry.id, label))
                    for suffix in plural_suffixes:
                        plurals.setdefault(pattern_of(label + suffix), (entry.id, label))
        for pattern, target in plurals.items():
            targets.setdefault(pattern, target)
        for left_out in ("", *map(pattern_of, unlinked_labels)):
            targets.pop(left_out, None)
        self.most = most
        """Names that are looked at in one entry; more links than that cannot be read."""
        self.rank = {entry.id: rank for rank, entry in enumerate(all_entries)}
        self.ids = tuple(self.rank)
        self._labels = tuple(
            _Label(
                self.rank[target],
                is_unspaced(pattern[0]),
                pattern.endswith(" "),
                spelling_of(label),
            )
            for pattern, (target, label) in targets.items()
        )
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

    def find(self, text: str) -> list[Mention]:
        """Every term in ``text``, whose runs :data:`RUN_END` separates; in order."""
        return [
            Mention(run, start, end, self.ids[target])
            for run, start, end, target in self.occurrences(text)
        ]

    def occurrences(self, text: str, skipped: Container[int] = ()) -> Iterator[Occurrence]:
        """What :meth:`find` returns, one by one.

        Args:
            text: as :meth:`find` takes it.
            skipped: ranks of entries that are not looked for; more may be added on the way.
        """
        if self._automaton is None or not text:
            return
        haystack, labels = f"{folded(text)} ", self._labels
        run = run_start = taken = 0
        run_end = text.find(RUN_END)
        begun, repeats = 0, _MOST_REPEATS
        while begun >= 0:  # nearly always once
            part = haystack[begun:] if begun else haystack
            again = -1
            for index, begin, end in self._automaton.find_matches_as_indexes(part):
                target, anywhere, spaced, special = labels[index]
                # Before the first character is the last one, a space.
                if part[begin - 1] > " " and not anywhere:
                    # Behind a digit, or in a script without capitals, this is the end of a longer
                    # word. What begins in the words that follow it may be hidden.
                    space = part.find(" ", begin, end - 1) if repeats else -1
                    if space < 0:
                        continue
                    again, repeats = begun + space + 1, repeats - 1
                    break
                if target in skipped:
                    continue
                first, last = begun + begin, begun + end - spaced
                while -1 < run_end < first:
                    run, run_start = run + 1, run_end + len(RUN_END)
                    run_end = text.find(RUN_END, run_start)
                if special:
                    if not special.fits(text, first, last):
                        continue
                    first, last = first - len(special.before), last + len(special.after)
                if first >= taken:  # "A+" and "+B" may not both have the sign in "A+B"
                    taken = last
                    yield run, first - run_start, last - run_start, target
            begun = again


def mentioned_by(name: EntryId, prose: NamedProse, matcher: MentionMatcher) -> Mentioned:
    """What the entry ``name`` names in its prose, itself left out.

    A term is linked where it is named first, unless the author links it anywhere in the entry.
    """
    rank = matcher.rank
    own = rank[name]
    order: list[tuple[int, int, int]] = [(run, -1, rank[target]) for run, target in prose.wiki]
    by_author = {own, *[target for _run, _start, target in order]}
    in_definition = {target for run, _start, target in order if run < prose.definition_runs}
    links: list[int] = []
    named = {own}
    for occurrence in matcher.occurrences(prose.text, named):
        run, start, _end, target = occurrence
        named.add(target)
        if run < prose.definition_runs:
            in_definition.add(target)
        if target not in by_author:
            if len(links) == 4 * matcher.most:
                break
            order.append((run, start, target))
            links += occurrence
    order.sort()
    anywhere = dict.fromkeys(map(_TARGET, order))
    anywhere.pop(own, None)
    in_definition.discard(own)
    return Mentioned(array("I", anywhere), array("I", sorted(in_definition)), array("I", links))


_TARGET = itemgetter(2)
