"""The day it is, wherever a machine stands."""

import time
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from build_tools.adapters.clock import today


@pytest.fixture(params=["Etc/GMT-14", "UTC", "Etc/GMT+12"])
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A time zone: of those at both ends of the earth, at least one has another day than UTC."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("zone")
def test_it_is_the_day_in_utc() -> None:
    before = datetime.now(tz=UTC).date()
    found = today()
    assert before <= found <= datetime.now(tz=UTC).date()
