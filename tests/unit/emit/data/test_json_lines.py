"""Lists with an item on each line, in pieces."""

import json

import pytest

from build_tools.emit.data.json_lines import json_lines


@pytest.mark.parametrize(
    ("count", "pieces"), [(0, 0), (1, 2), (64, 2), (65, 3), (128, 3), (129, 4)]
)
def test_items_stand_on_lines_of_their_own(count: int, pieces: int) -> None:
    items = [{"at": at, "text": "é\n"} for at in range(count)]
    found = list(json_lines(iter(items)))
    assert len(found) == pieces
    text = b"".join(found).decode()
    assert json.loads(f"[{text}]") == items
    assert [json.loads(line.removesuffix(",")) for line in text.splitlines()] == items
