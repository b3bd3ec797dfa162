"""The file is larger than 256 KiB.

An entry is a page or two of text. A file of this size is a mistake, or an attack on the build.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Span
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.FILE_TOO_LARGE, Severity.ERROR)


MAXIMUM_BYTES = 256 * 1024


def finding(path: str, size: int) -> Finding:
    """``size`` counts bytes."""
    message = f"the file has {size:,} bytes; the limit is {MAXIMUM_BYTES:,}"
    return RULE.at((path, Span()), message, "split the entry in two")
