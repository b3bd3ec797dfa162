"""A file of the glossary has a name or a place by which nothing finds it.

Entries lie in `entries/`, each in a file whose name ends in `.yml` or `.yaml`, in small letters; the
vocabularies are `topics.yml`, `kinds.yml`, `relations.yml`, `references.json`, `hidden_labels.yml` and
`positions.json`. A name that is nearly one of these is a slip, and what the file holds would be on no
page.

Wrong: `entrys/reward-hacking.yml`, `entries/reward-hacking.YML`, `entries/reward-hacking.yml.txt`,
`hidden_labels.yaml`

Right: `entries/reward-hacking.yml`, `hidden_labels.yml`
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.MISPLACED_FILE, Severity.ERROR)


def finding(path: str, right_name: str) -> Finding:
    """``right_name`` is the one by which the file is found."""
    return RULE.at(
        (path, Span()), "nothing reads a file of this name", f"did you mean '{right_name}'?"
    )


def folder(path: str, name: str, right_name: str, files: int) -> Finding:
    """``path`` is the first file of the folder ``name``, or the folder if it has none."""
    also = f", and so none of the {files:,} files in it" if files > 1 else ""
    return RULE.at(
        (path, Span()),
        f"nothing reads a folder of the name '{name}'{also}",
        f"did you mean '{right_name}'?",
    )
