"""The clock time beside a written day, and its zone."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta, timezone

from declutter.metadata.tables import load, words

_TIME = re.compile(
    r"(?<![\d:.])(\d{1,2})[:.h](\d{2})(?::(\d{1,2}))?(?![\d])\s?([ap]\.?\s?m\.?)?", re.I
)


def with_time(day: date, text: str, end: int) -> date | datetime:
    """The day with the clock time that follows it at once, or stands right before it."""
    match = _TIME.search(text, end, end + 20) or _TIME.search(text[: max(0, end - 10)])
    if not match:
        return day
    hour, minute, second = int(match[1]), int(match[2]), int(match[3] or 0)
    half = (match[4] or "").replace(" ", "").lower()
    if half in words("dates", "afternoon") and hour < 12:
        hour += 12
    elif half in words("dates", "morning") and hour == 12:
        hour = 0
    if hour > 23 or minute > 59 or second > 59:
        return day
    zone = _zone(text[match.end() : match.end() + 12])
    return datetime(day.year, day.month, day.day, hour, minute, second, tzinfo=zone)


_AFTER_TIME = re.compile(
    r"[\s(]*(?:(?:UTC|GMT)?\s?([+−-])(\d{1,2}):?(\d{2})?(?!\d)|([A-Za-z]{1,4})\b)"
)


def _zone(text: str) -> timezone | None:
    match = _AFTER_TIME.match(text)
    if not match:
        return None
    if match[4]:
        minutes = load("dates")["zones"].get(match[4].lower())
        return None if minutes is None else timezone(timedelta(minutes=minutes))
    shift = 60 * int(match[2]) + int(match[3] or 0)
    if shift >= 24 * 60:
        return None
    return timezone(timedelta(minutes=shift if match[1] == "+" else -shift))
