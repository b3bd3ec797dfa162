"""What every rule shares."""

import pytest

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place, Span
from build_tools.stages.rules.rule import Rule, subject

PLACE = Place("a.yml", ("sources",))


def test_a_finding_has_the_rule_s_code_and_severity() -> None:
    rule = Rule(Code.TAG, Severity.INFO)
    assert rule.at(PLACE, "m") == Finding(Code.TAG, Severity.INFO, PLACE, "m", "")
    assert rule.at(PLACE, "m", "h").hint == "h"


@pytest.mark.parametrize(
    ("where", "words"),
    [
        (PLACE, "'sources'"),
        (Place("a.yml"), "'sources'"),
        (Place("a.yml", ("sources", 0)), "an item of 'sources'"),
        (Place("a.yml", ("links", 0, "sources")), "'sources'"),
        (("a.yml", Span()), "'sources'"),
    ],
)
def test_a_message_speaks_of_a_value_or_of_an_item(
    where: Place | tuple[str, Span], words: str
) -> None:
    assert subject(where, "sources") == words
