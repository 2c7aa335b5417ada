"""Written dates: ISO and its kin, numbers, month names, signs; never guessed, time zone kept."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from functools import cache

from declutter.lexicon.languages import base_language
from declutter.metadata.calendar import months
from declutter.metadata.clock import with_time
from declutter.metadata.tables import words

FIRST_YEAR, LAST_YEAR = 1990, 2100
"""Years taken for a page's date; the web has none before."""
MAX_TEXT = 300
"""Characters of a text in which a date is looked for."""
NEAR = 3
"""Words between a month's name and its day or year ("3rd of the month of May, 2024")."""
BUDDHIST = 543
"""Years that the Thai calendar is ahead."""

_ISO = re.compile(
    r"(?<!\d)(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:[T\s,]\s*(\d{1,2}:\d{2}(?::\d{2})?)(?:[.,]\d+)?)?"
)
_COMPACT = re.compile(r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(?:Z|[+-]\d{4})?$")
_NUMBERS = re.compile(r"(?<![\d./-])(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?(\d{4}|\d{2})(?![\d/])")
_EPOCH = re.compile(r"^\d{10}(?:\d{3})?$")
_TOKEN = re.compile(r"\d+|[^\W\d_]+(?:[’'`][^\W\d_]+)*")


def parse_date(text: str, language: str | None = None) -> date | datetime | None:
    """The first full date in a text, with its time and zone where it has them.

    `language` (a BCP 47 tag) settles month names and the order of day and month; without it
    "03/04/2024" is no date. Relative words are no date here.

    >>> parse_date("Posted on March 3rd, 2024 at 5:10 pm", "en")
    datetime.datetime(2024, 3, 3, 17, 10)
    """
    text = " ".join(text[: 2 * MAX_TEXT].split())[:MAX_TEXT]
    if not any(c.isdigit() for c in text):
        return None
    iso = _machine(text)
    if iso:
        return iso
    for reader in (_iso, _signs, _named, _numbers):
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


def first_day(year: str | int, month: str | int, day: str | int) -> date | None:
    """The calendar day, None where there is none or it lies outside the web's years."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if FIRST_YEAR <= found.year <= LAST_YEAR else None


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


def _named(text: str, language: str | None) -> tuple[date, int] | None:
    """A month's name with a day and a year beside it."""
    names = months(base_language(language))
    tokens = list(_TOKEN.finditer(text))
    folded = [t[0].casefold() for t in tokens]
    for i, word in enumerate(folded):
        month = names.get(word)
        if month:
            found = _around(folded, i)
            day = first_day(found[0], month, found[1]) if found else None
            if day and found:
                return day, tokens[found[2]].end()
    return None


def _around(tokens: list[str], at: int) -> tuple[int, int, int] | None:
    """Year, day and the index of the last token used, beside the month at `at`."""
    before = [j for j in range(at - 1, max(-1, at - 1 - NEAR), -1) if tokens[j].isdigit()]
    after = [j for j in range(at + 1, min(len(tokens), at + 2 + NEAR)) if tokens[j].isdigit()]
    days = [j for j in (*before[:1], *after[:1]) if len(tokens[j]) <= 2]
    days.sort(key=lambda j: abs(j - at))
    years = [j for j in (*after[:2], *before[:2]) if len(tokens[j]) == 4]
    if not days or not years:
        return None
    year = int(tokens[years[0]])
    if year > LAST_YEAR:
        year -= BUDDHIST
    return year, int(tokens[days[0]]), max(at, days[0], years[0])


def _numbers(text: str, language: str | None) -> tuple[date, int] | None:
    for match in _NUMBERS.finditer(text):
        one, two, year = int(match[1]), int(match[3]), int(match[4])
        if year < 100:
            year += 2000
        if (
            match[2] != "."
            and _month_first(language) is None
            and one <= 12
            and two <= 12
            and one != two
        ):
            continue
        american = match[2] != "." and (_month_first(language) or False)
        if two > 12:
            american = True
        elif one > 12:
            american = False
        day = first_day(year, one, two) if american else first_day(year, two, one)
        if day:
            return day, match.end()
    return None


def _month_first(language: str | None) -> bool | None:
    """Whether a language writes the month before the day; None if that is not known."""
    if not language:
        return None
    tag = language.replace("_", "-").lower()
    if tag in words("dates", "day_first"):
        return False
    return tag in words("dates", "month_first") or tag.split("-")[0] in words(
        "dates", "month_first"
    )
