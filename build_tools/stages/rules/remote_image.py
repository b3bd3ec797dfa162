"""An image comes from another site.

Pages make no request to anyone else, for the reader's privacy and because images elsewhere
vanish. Put the image in the `docs` folder and name it by its path there.
"""

from build_tools.model.diagnostics import Code, Finding, Severity
from build_tools.model.source import Place
from build_tools.stages.rules.rule import Rule

RULE = Rule(Code.REMOTE_IMAGE, Severity.ERROR)


def finding(where: Place, url: str) -> Finding:
    """``url`` is as the author wrote it."""
    shown = url if len(url) <= 60 else f"{url[:59]}…"
    return RULE.at(where, f"the image {shown!r} is on another site", "put it in the docs folder")
