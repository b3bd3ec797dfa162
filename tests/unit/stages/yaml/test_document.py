"""Values as they were written."""

import pytest

from build_tools.stages.yaml.document import NULL, RawScalar, RawValue, kind_of, plain_scalar


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("", "null"),
        ("~", "null"),
        ("null", "null"),
        ("off", "boolean"),
        ("False", "boolean"),
        ("2026-1-2", "date"),
        ("0", "number"),
        ("-.inf", "number"),
        (".nan", "number"),
        ("1e3", "number"),
        ("0x1F", "number"),
        ("12:30", "number"),
    ],
)
def test_what_yaml_takes_for_something_else(text: str, kind: str) -> None:
    value = plain_scalar(text)
    assert isinstance(value, RawScalar)
    assert (value.kind, value.text) == (kind, text)


@pytest.mark.parametrize(
    "text", ["a", "y", "nope", "falsey", "nullnull", "2026-11", "1.0.0", "-", "+", ".", "~x", "1 2"]
)
def test_text(text: str) -> None:
    assert plain_scalar(text) == text


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("x", "text"),
        (NULL, "nothing"),
        (RawScalar("null", "~"), "nothing"),
        (RawScalar("boolean", "no"), "a boolean"),
        (RawScalar("number", "1"), "a number"),
        (RawScalar("date", "2026-11-23"), "a date"),
        ((), "a list"),
        ({}, "a mapping"),
    ],
)
def test_kinds_in_words(value: RawValue, words: str) -> None:
    assert kind_of(value) == words
