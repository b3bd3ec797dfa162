"""The guide's table of fields."""

from build_tools.emit.parts.field_table import field_table
from build_tools.model.fields import Field, Shape
from tests.support.pages import parse_html


def test_a_field_has_a_row_with_all_that_is_said_of_it() -> None:
    fields = (
        Field("term", Shape.LABEL, "Its <name>", required=True),
        Field("status", Shape.STATUS, "How far", "`a` or `b`"),
    )
    table = parse_html(field_table(fields))
    rows = [
        [cell.text for cell in row.all("th") + row.all("td")]
        for row in table.one("tbody").all("tr")
    ]
    assert rows == [["term (required)", "Its <name>"], ["status", "How far; a or b"]]
    assert [code.text for code in table.one("tbody").all("code")] == ["term", "status", "a", "b"]
    assert [cell.attributes["scope"] for cell in table.all("th")] == ["col", "col", "row", "row"]
