"""A file's name or a key cannot be an id.

An id consists of small letters `a`–`z` and digits, in groups joined by single hyphens. The name
of an entry's file, without `.yml`, is its id and its URL.

Wrong: `Reward_Hacking.yml`

Right: `reward-hacking.yml`
"""

import re
import unicodedata

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.INVALID_ID, Severity.ERROR)


def finding(where: Place, name: str) -> Finding:
    """``name`` is what cannot be an id."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    better = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    hint = f"call it '{better}'" if better else "use small letters, digits and single hyphens"
    return RULE.at(where, f"'{name}' is not an id", hint)
