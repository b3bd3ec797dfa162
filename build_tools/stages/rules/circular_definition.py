"""Two definitions explain each other.

If the definition of A uses B and the definition of B uses A, a reader who knows neither learns
nothing. Say one of them without the other.
"""

from collections.abc import Iterator, Sequence

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.glossary import Glossary
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.CIRCULAR_DEFINITION, Severity.WARNING)


def check(glossary: Glossary, used: Sequence[Sequence[int]]) -> Iterator[Finding]:
    """``used`` holds, for each entry, the entries whose labels its definition uses; all by rank."""
    entries = tuple(glossary.entries.values())
    for rank, others in enumerate(used):
        for other in others:
            if rank < other and rank in used[other]:
                entry, second = entries[rank], entries[other]
                message = f"this definition and that of '{second.term}' ({second.path}) explain each other"
                yield RULE.at(
                    Place(entry.path, ("definition",)), message, "say one of them without the other"
                )
