"""A definition is too short to define anything.

The limit is the first number of the plugin's option `definition_words`.
"""

from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.source import Place
from build_tools.model.text import Named
from build_tools.stages.rules.rule import Facts, Rule

RULE = Rule(Code.DEFINITION_TOO_SHORT, Severity.WARNING)


def check(entry: Entry, named: Sequence[Named], facts: Facts) -> Iterator[Finding]:
    """Count the words between white space; text without any (as in Chinese) is not judged."""
    fewest = facts.settings.definition_words[0]
    if len(entry.definition) >= fewest * LETTERS_A_WORD:
        return
    count = len(entry.definition.split())
    if count < fewest:
        where = Place(entry.path, ("definition",))
        plural = "word" if count == 1 else "words"
        message = f"the definition has {count} {plural}; at least {fewest} are needed"
        yield RULE.at(where, message, "say what kind of thing it is and what sets it apart")


LETTERS_A_WORD = 9
"""Text of this many characters for each wanted word is long enough, however it is spaced."""
