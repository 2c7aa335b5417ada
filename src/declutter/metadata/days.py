"""The days that may date a page."""

from __future__ import annotations

from datetime import date, datetime

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years taken for a page's date; the web has none before."""


def first_day(year: str | int, month: str | int, day: str | int) -> date | None:
    """The calendar day, None where there is none or it lies outside the web's years."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


def day_of(moment: date | datetime) -> date:
    """The calendar day of a date or of a moment in its own zone."""
    return moment.date() if isinstance(moment, datetime) else moment


def other_reading(day: date) -> date | None:
    """The day that the same numbers mean with day and month exchanged; None where there is none."""
    return first_day(day.year, day.day, day.month) if day.day != day.month else None
