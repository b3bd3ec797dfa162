"""All rules: which run when, and their manual."""

from collections.abc import Callable, Iterator, Sequence
from importlib import import_module
from typing import NamedTuple

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.entry import Entry
from build_tools.model.glossary import Glossary
from build_tools.model.text import Named
from build_tools.stages.rules import (
    alias_repeats_term,
    conflicting_relations,
    definition_repeats_term,
    definition_too_long,
    definition_too_short,
    deprecated_without_replacement,
    duplicate_link,
    link_stated_twice,
    link_to_deprecated,
    link_without_reason,
    no_source,
    redundant_link,
    relation_cycle,
    replacement_cycle,
    review_overdue,
    reviewed_in_future,
    self_link,
)
from build_tools.stages.rules.rule import Facts, Rule

__all__ = ["ENTRY_RULES", "GLOSSARY_RULES", "ManualPage", "manual", "manual_page"]

ENTRY_RULES: tuple[Callable[[Entry, Sequence[Named], Facts], Iterator[Finding]], ...] = (
    alias_repeats_term.check,
    definition_repeats_term.check,
    definition_too_long.check,
    definition_too_short.check,
    deprecated_without_replacement.check,
    duplicate_link.check,
    link_without_reason.check,
    no_source.check,
    review_overdue.check,
    reviewed_in_future.check,
    self_link.check,
)
"""Rules that look at one entry, and at the names that its texts use."""

GLOSSARY_RULES: tuple[Callable[[Glossary], Iterator[Finding]], ...] = (
    conflicting_relations.check,
    link_stated_twice.check,
    link_to_deprecated.check,
    redundant_link.check,
    relation_cycle.check,
    replacement_cycle.check,
)
"""Rules that look at all entries and their links; every name must mean something."""


class ManualPage(NamedTuple):
    """What the manual says of one code."""

    code: Code
    severity: Severity
    summary: str
    """The first sentence, without its full stop."""
    text: str
    """Markdown, the summary left out."""


def manual_page(code: Code) -> ManualPage:
    """The manual page of one code, from its module's docstring."""
    module = import_module(f"build_tools.stages.rules.{code.value.replace('-', '_')}")
    rule: Rule = module.RULE
    summary, _, text = (module.__doc__ or "").strip().partition("\n\n")
    return ManualPage(
        code, rule.severity, " ".join(summary.split()).removesuffix("."), text.strip()
    )


def manual() -> tuple[ManualPage, ...]:
    """The whole manual, in the order of the enum."""
    return tuple(manual_page(code) for code in Code)
