"""The workload: a glossary of any size as neutral data, the same for every builder.

Each entry has a term, up to three aliases, a definition of 60 words, a body of some
150 words with two lists and four to six inline links, three to six typed links, one
or two references and one of twelve topics. Links attach preferentially: a few entries
draw very many, as in real glossaries, and most draw few. The same number of entries
gives the same workload, byte for byte, on every machine.
"""

from collections.abc import Iterator
from random import Random

from tests.benchmarks.model import (
    RELATIONS,
    TOPICS,
    Block,
    BulletList,
    Code,
    Entry,
    Heading,
    InlineLink,
    Line,
    NumberedList,
    Paragraph,
    Reference,
    Strong,
    Text,
    TypedLink,
    Workload,
)
from tests.benchmarks.prose import Prose, invent_vocabulary

__all__ = ["SMALLEST", "generate"]

SMALLEST = 20
"""The fewest entries a workload may have: as many as the first links choose among."""

_SEED = 20_000
_VOCABULARY_SIZE = 4_000
_PREFERENTIAL_SHARE = 0.8
_TOPIC_SKEW = 0.8
"""Shape of the Pareto distribution over topics: the first holds some two in five."""


def generate(size: int) -> Workload:
    """Return the workload of `size` entries."""
    if size < SMALLEST:
        raise ValueError(f"a workload has at least {SMALLEST} entries, not {size}")
    # One vocabulary for all sizes: a larger glossary is more of the same language.
    vocabulary = invent_vocabulary(Random(_SEED), _VOCABULARY_SIZE)
    random = Random(f"{_SEED}-{size}")
    prose = Prose(random, vocabulary)
    names = _distinct_names(random, vocabulary, size)
    attraction = _Attraction(random, size)
    linked: set[frozenset[int]] = set()
    entries = []
    for position, words in enumerate(names):
        attraction.join(position)
        inline = iter(attraction.pick(position, random.choice((4, 5, 5, 5, 6))))
        links = []
        for target in attraction.pick(position, random.randint(3, 6)):
            pair = frozenset((position, target))
            if pair not in linked:  # two entries are linked once, by one relation
                linked.add(pair)
                links.append(TypedLink(random.choice(RELATIONS), target))
        entries.append(
            Entry(
                id="-".join(words),
                term=" ".join(words).capitalize(),
                aliases=_aliases(random, vocabulary, position),
                topic=TOPICS[min(int(random.paretovariate(_TOPIC_SKEW)), len(TOPICS)) - 1],
                definition=prose.paragraph(60),
                body=_body(random, prose, vocabulary, inline),
                links=tuple(links),
                references=tuple(
                    _reference(random, prose, vocabulary) for _ in range(random.choice((1, 1, 2)))
                ),
            )
        )
    return Workload(tuple(entries))


class _Attraction:
    """Preferential attachment with growth: each link to an entry attracts more.

    The pool holds every entry that has joined once, and once more for each link to it.
    Most links draw from the pool, the others from all entries alike.
    """

    def __init__(self, random: Random, size: int) -> None:
        self._random = random
        self._size = size
        self._pool = list(range(SMALLEST))

    def join(self, position: int) -> None:
        """Let an entry be linked to by preference from now on."""
        if position >= SMALLEST:
            self._pool.append(position)

    def pick(self, source: int, count: int) -> list[int]:
        """Return `count` distinct targets for links from `source`."""
        targets: list[int] = []
        while len(targets) < count:
            preferred = self._random.random() < _PREFERENTIAL_SHARE
            target = (
                self._random.choice(self._pool) if preferred else self._random.randrange(self._size)
            )
            if target != source and target not in targets:
                targets.append(target)
        self._pool.extend(targets)
        return targets


def _distinct_names(
    random: Random, vocabulary: tuple[str, ...], size: int
) -> tuple[tuple[str, ...], ...]:
    names: dict[tuple[str, ...], None] = {}
    while len(names) < size:
        name = tuple(random.choices(vocabulary, k=random.choice((1, 2, 2, 2, 3))))
        if len("-".join(name)) > 3:
            names[name] = None
    return tuple(names)


def _aliases(random: Random, vocabulary: tuple[str, ...], position: int) -> tuple[str, ...]:
    # The number keeps an alias from being another entry's label too.
    aliases = {
        " ".join((*random.choices(vocabulary, k=random.choice((1, 2, 2))), str(position))): None
        for _ in range(random.choice((0, 0, 1, 1, 1, 2, 2, 3)))
    }
    return tuple(alias.capitalize() for alias in aliases)


def _reference(random: Random, prose: Prose, vocabulary: tuple[str, ...]) -> Reference:
    given, family = random.choices(vocabulary, k=2)
    return Reference(
        title=prose.title(6),
        given=given.capitalize(),
        family=family.capitalize(),
        year=random.randint(1960, 2026),
        url=f"https://example.org/ref/{random.randrange(10**8)}",
    )


def _body(
    random: Random, prose: Prose, vocabulary: tuple[str, ...], targets: Iterator[int]
) -> tuple[Block, ...]:
    def link() -> Line:
        target = next(targets, None)
        return () if target is None else (InlineLink(target),)

    def text(words: str) -> Line:
        return (Text(words),)

    usage = (
        *(*text(prose.opening(16)), *link()),
        *(*text(prose.clause(18)), *link()),
        *text(prose.ending(8)),
    )
    bullets = (
        text(prose.sentence(8)),
        (*text(prose.opening(5)), *link(), *text(prose.ending(5))),
        text(prose.sentence(8)),
    )
    notes = (*text(prose.opening(18)), *link(), *text(prose.ending(14)))
    steps = (
        text(prose.sentence(8)),
        (*text(prose.opening(7)), *link(), *text(prose.ending(4))),
        text(prose.sentence(7)),
    )
    summary = (
        *(Strong(" ".join(prose.words(2))), *text(prose.clause(10))),
        *(Code(f"{random.choice(vocabulary)}()"), *text(prose.clause(6)), *link(), Text(".")),
    )
    return (
        *(Heading("Usage"), Paragraph(usage), BulletList(bullets)),
        *(Heading("Notes"), Paragraph(notes), NumberedList(steps), Paragraph(summary)),
    )
