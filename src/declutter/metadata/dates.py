"""Written dates: ISO and its kin, numbers, month names, signs; never guessed, time zone kept."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache, lru_cache

from declutter.metadata.clock import with_time
from declutter.metadata.day_month import named, numbers
from declutter.metadata.days import FIRST_YEAR, LAST_YEAR, first_day
from declutter.metadata.tables import words

MAX_TEXT = 300
"""Characters of a text in which a date is looked for."""

_ISO = re.compile(r"(?<!\d)(\d{4})([-/.])\s?(\d{1,2})\2\s?(\d{1,2})(?!\d)")
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?:Z|[+-]\d{4})?$")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")

_YEAR = re.compile(r"\b20\d\d")
# Between what flatteners glue: a name and a month behind it, a year and a time or a word behind it.
_GLUED = re.compile(
    r"(?<=[^\W\d_A-Z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])"
    r"|(?<=\b20\d\d)(?=\d{1,2}(?::\d\d|\s?min)|[^\W\d_])"
)


def parse_date(text: str, language: str | None = None) -> date | datetime | None:
    """The first full date in a text, with its time and zone where it has them.

    `language` (a BCP 47 tag) settles month names and the order of day and month; without it
    "03/04/2024" is no date. Relative words are no date here.

    >>> parse_date("Posted on March 3rd, 2024 at 5:10 pm", "en")
    datetime.datetime(2024, 3, 3, 17, 10)
    >>> parse_date("Ada MossMarch 3, 20245:10 pm", "en")
    datetime.datetime(2024, 3, 3, 17, 10)
    """
    text = " ".join(text[: 2 * MAX_TEXT].split())[:MAX_TEXT]
    return _parsed(text, language) if any(map(str.isdigit, text)) else None


@lru_cache(maxsize=256)
def _parsed(text: str, language: str | None) -> date | datetime | None:
    iso = _machine(text)
    if iso:
        return iso
    found = _worded(text, language)
    if found or not _YEAR.search(text):
        return found
    apart = _GLUED.sub(" ", text)
    return _worded(apart, language) if apart != text else None


def _worded(text: str, language: str | None) -> date | datetime | None:
    for reader in (_iso, _signs, named, numbers):
        found = reader(text, language)
        if found:
            day, end = found
            return with_time(day, text, end)
    return None


def _machine(text: str) -> date | datetime | None:
    """Exact forms: ISO 8601, compact digits, seconds or milliseconds since 1970."""
    if _EPOCH.match(text):
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=int(text[:10]))
        return moment if FIRST_YEAR <= moment.year <= LAST_YEAR else None
    compact = _COMPACT.match(text)
    if compact and not first_day(*compact.group(1, 2, 3)):
        return None
    if not (compact or text[4:5] == "-"):
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        return None
    return moment if len(text) > len("2024-01-01") else moment.date()


def _iso(text: str, _: str | None) -> tuple[date, int] | None:
    for match in _ISO.finditer(text):
        day = first_day(match[1], match[3], match[4])
        if day:
            return day, match.end(4)
    return None


def _signs(text: str, _: str | None) -> tuple[date, int] | None:
    match = _signed().search(text)
    day = first_day(*match.group(1, 2, 3)) if match else None
    return (day, match.end()) if match and day else None


@cache
def _signed() -> re.Pattern[str]:
    y, m, d = ("|".join(sorted(words("dates", k))) for k in ("year_sign", "month_sign", "day_sign"))
    return re.compile(rf"(\d{{4}})\s?(?:{y})\s?(\d{{1,2}})\s?(?:{m})\s?(\d{{1,2}})\s?(?:{d})?")
