"""The calendar, for the rules that need one. Nothing that is written depends on it."""

from datetime import UTC, date, datetime

__all__ = ["today"]


def today() -> date:
    """The day it is, in UTC, so that two machines agree."""
    return datetime.now(tz=UTC).date()
