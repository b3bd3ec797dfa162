"""The guide's table of the fields of an entry: what editors are told, for those who read."""

import re
from collections.abc import Iterable

from build_tools.emit.parts.html import Html, escape
from build_tools.model.fields import Field

__all__ = ["field_table"]

_CODE = re.compile("`([^`]+)`")


def field_table(fields: Iterable[Field]) -> Html:
    """A row for each field: its key, whether it must be there, and what it holds."""
    rows = "".join([_row(field) for field in fields])
    return Html(
        '<table><thead><tr><th scope="col">Field</th>'
        f'<th scope="col">What it holds</th></tr></thead><tbody>{rows}</tbody></table>'
    )


def _row(field: Field) -> str:
    needed = " <em>(required)</em>" if field.required else ""
    said = "; ".join(filter(None, (field.meaning, field.advice)))
    meaning = _CODE.sub(r"<code>\1</code>", escape(said))
    return f'<tr><th scope="row"><code class="concord-key">{escape(field.key)}</code>{needed}</th><td>{meaning}</td></tr>'
