"""How many of a description's words give the answer away."""

import re

from Stemmer import Stemmer

__all__ = ["content_words", "overlap"]

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_STEMMER = Stemmer("english")
_ENGLISH = """a about above after again all also am an and another any are as at be because been before
being below between both but by can cannot could did do does doing down during each either
else even ever every few for from further get gets getting had has have having he her here
hers him his how i if in instead into is it its itself just like made make makes making many
may me might more most much must my no nor not nothing of off on once one ones only or other
our out over own per rather same several shall she should since so some somebody someone
something still such than that the their them then there these they thing things this those
though through to too under until up upon us very was we were what when where whether which
while who whom whose why will with within without would you your"""
_FUNCTION_WORDS = frozenset(_ENGLISH.split())


def content_words(text: str) -> tuple[str, ...]:
    """A text's words but for function words, in small letters, each once, in order."""
    words = (match.group().casefold().replace("’", "'") for match in _WORD.finditer(text))
    content = (word.removesuffix("'s") for word in words if word not in _FUNCTION_WORDS)
    return tuple(dict.fromkeys(content))


def overlap(description: str, definition: str) -> float:
    """The share of a description's content words that the definition has too, by their stems."""
    stems = set(_STEMMER.stemWords(list(content_words(description))))
    known = set(_STEMMER.stemWords(list(content_words(definition))))
    return len(stems & known) / len(stems) if stems else 0.0
